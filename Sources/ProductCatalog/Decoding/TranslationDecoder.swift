import Diagnostics

enum BusinessTranslationKey: Int, FieldKey {
  case name
  static let table = FieldTable(Self.self, "name")
}

enum ProductTranslationKey: Int, FieldKey {
  case name, summary, photos
  static let table = FieldTable(Self.self, "name summary photos")
}

enum PageTranslationKey: Int, FieldKey {
  case title, summary
  static let table = FieldTable(Self.self, "title summary")
}

/// Decodes the files that hold a thing's texts in another language: `<slug>.en.md`, `index.en.md`.
///
/// Only what can be translated may stand there. A price in two files would sooner or later be two prices.
enum TranslationDecoder {
  /// - Parameter entry: the business, as its own file has it.
  static func business(
    _ file: SourceFile, of entry: BusinessEntry, _ diagnostics: inout [Diagnostic]
  ) -> BusinessTranslation? {
    guard var content = ContentFile.document(file, keys: BusinessTranslationKey.table, &diagnostics) else { return nil }
    defer { diagnostics += content.reader.diagnostics }
    guard let fields = content.reader.topLevel(BusinessTranslationKey.self, scope: "translation") else { return nil }
    let texts = content.reader.texts(in: [fields[.name]]) + [content.body.range]
    entry.words?.check(texts, in: file, &diagnostics)
    content.body.checkContacts("business", &diagnostics)
    return BusinessTranslation(name: content.reader.text(fields[.name], 2...80), story: content.body)
  }

  static func page(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> PageTranslation? {
    guard var content = ContentFile.document(file, keys: PageTranslationKey.table, &diagnostics) else { return nil }
    defer { diagnostics += content.reader.diagnostics }
    guard let fields = content.reader.topLevel(PageTranslationKey.self, scope: "translation") else { return nil }
    return PageTranslation(
      title: content.reader.text(fields[.title], 2...80), summary: content.reader.text(fields[.summary], 1...200),
      body: content.body)
  }

  /// - Parameters:
  ///   - entry: the product, as its own file has it.
  ///   - photos: file names of the product's photos.
  static func product(
    _ file: SourceFile, of entry: ProductEntry, photos: [String], _ diagnostics: inout [Diagnostic]
  ) -> ProductTranslation? {
    guard var content = ContentFile.document(file, keys: ProductTranslationKey.table, &diagnostics) else { return nil }
    defer { diagnostics += content.reader.diagnostics }
    guard let fields = content.reader.topLevel(ProductTranslationKey.self, scope: "translation") else { return nil }
    entry.words?.check(content.reader.texts(in: [fields[.name], fields[.summary]]), in: file, &diagnostics)
    let claims = TextClaims.all(in: file.bytes, content.body.range)
    entry.words?.check(claims, in: file, &diagnostics)
    entry.prices?.check(claims, in: file, isTranslation: true, &diagnostics)
    content.body.checkContacts("product", &diagnostics)
    let summary = content.reader.summary(fields[.summary])
    return ProductTranslation(
      name: content.reader.text(fields[.name], 2...80), summary: summary,
      photoAlts: content.reader.photoTexts(fields[.photos], photos: photos), body: content.body)
  }
}

extension DocumentReader {
  /// `file name: the picture in words`, for photos that the product has.
  fileprivate mutating func photoTexts(_ field: Field?, photos: [String]) -> [String: String] {
    guard let field else { return [:] }
    guard kind(field) == .mapping else {
      reportKind(field, .notAGroup(field, keys: photos, at: place(field)))
      return [:]
    }
    var result: [String: String] = [:]
    let children = Array(document.children(of: field.node))
    for index in stride(from: 0, to: children.count, by: 2) {
      let name = String(decoding: document.bytes(children[index]), as: UTF8.self)
      guard photos.contains(where: { isSame($0, name) }) else {
        let place = location(document.nodes[children[index]].range)
        report(
          photos.contains(name)
            ? .accentStoredTwice("translation.photos.unknown", name, at: place)
            : .translatedPhotoUnknown(name, known: photos, at: place))
        continue
      }
      let entry = Field(node: children[index + 1], scope: "translation.photos", name: "alt")
      if let text = text(entry, 5...160) { result[name] = text }
    }
    return result
  }
}
