internal import ProductCatalog

/// Texts in a language, or else as they were first written.
extension Product {
  func name(in language: String) -> String { translations[language]?.name ?? name }
  func summary(in language: String) -> String { translations[language]?.summary ?? summary }

  func alt(of photo: Photo, in language: String) -> String {
    translations[language]?.photoAlts[photo.file] ?? photo.alt
  }
}

extension Business {
  func name(in language: String) -> String { translations[language]?.name ?? name }
}

extension InfoPage {
  func title(in language: String) -> String { translations[language]?.title ?? title }

  func summary(in language: String) -> String? {
    translations[language].map { $0.summary } ?? summary
  }
}
