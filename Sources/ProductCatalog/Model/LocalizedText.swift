/// A short text in the site's default language, and in those of its other languages for which one was written.
///
/// In files the default stands at the key itself and each translation at the key, `_` and the language's code:
///
///     name: Makanan
///     name_en: Food
public struct LocalizedText: Sendable, Hashable {
  /// The text in the site's default language.
  public let text: String
  /// Language code → text; without the default language.
  public let translations: [String: String]

  public init(_ text: String, translations: [String: String] = [:]) {
    self.text = text
    self.translations = translations
  }

  /// The text in a language, or else in the default language.
  public subscript(language: String) -> String { translations[language] ?? text }
}
