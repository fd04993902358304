/// How much of anything a content file may hold. Each limit has its own diagnostic.
///
/// They are far above what a catalog needs, and low enough that no file can cost much time or memory.
enum Limits {
  /// Bytes of a content file: 1 MiB. Markdown takes quadratic time on some shapes, so bodies must be bounded.
  static let fileBytes = 1 << 20
  /// Bytes of YAML between the two `---` lines: 64 KiB.
  static let frontMatterBytes = 64 << 10
  /// How deep lists and groups may stand in each other in YAML.
  static let nesting = 32
  /// Bytes of one value in YAML: 16 KiB.
  static let scalarBytes = 16 << 10
  /// Diagnostics of one kind about the characters of one text; a text with more is broken as a whole.
  static let repeatedReports = 10
  /// Entries of a list: variants, photos, channels, hours, ingredients.
  static let listEntries = 100
  /// Tags of a product.
  static let tags = 8
}
