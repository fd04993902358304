import Diagnostics

/// The rules about the names of files. Each is one function and one test.
struct UnitRules {
  let kind: Kind
  let languages: [Language]
  private(set) var diagnostics: [Diagnostic] = []

  enum Kind: String { case business, product, page }

  init(_ kind: Kind, languages: [Language]) {
    self.kind = kind
    self.languages = languages
  }

  mutating func check(_ units: [ContentUnit]) {
    slugCollisions(units)
    // By index, because units are large.
    for index in units.indices {
      invalidSlug(units[index])
      translationWithoutOriginal(units[index])
    }
    if kind == .page { reservedSlugs(units) }
  }

  /// A file's name becomes an address, so it must be a slug.
  private mutating func invalidSlug(_ unit: ContentUnit) {
    guard Slug(unit.slug) == nil else { return }
    diagnostics.append(.fileIsNoSlug(unit.slug, kind: kind.rawValue, at: SourceLocation(unit.anyFile)))
  }

  /// Names that differ in capitals or in how an accent is encoded are one file on other computers. A slug has neither,
  /// so only names that are none can collide.
  private mutating func slugCollisions(_ units: [ContentUnit]) {
    guard units.contains(where: { Slug($0.slug) == nil }) else { return }
    // Swift's strings are equal when they are canonically equivalent, which is what is wanted here.
    let groups = Dictionary(grouping: units.indices) { units[$0].slug.lowercased() }
    for unit in units where Slug(unit.slug) == nil {
      let others = groups[unit.slug.lowercased()] ?? []
      guard let other = others.first(where: { !isSame(units[$0].slug, unit.slug) }) else { continue }
      let (place, first) = (SourceLocation(unit.anyFile), SourceLocation(units[other].anyFile))
      diagnostics.append(.slugCollision(unit.slug, kind: kind.rawValue, at: place, other: first))
    }
  }

  /// A translation says nothing about a thing that isn't there.
  private mutating func translationWithoutOriginal(_ unit: ContentUnit) {
    guard unit.main == nil else { return }
    let original = kind == .product ? "index.md" : "\(unit.slug).md"
    guard let translation = unit.translations.first else {
      diagnostics.append(.photosWithoutProduct(unit.photoFolder.path, at: SourceLocation(unit.anyFile)))
      return
    }
    diagnostics.append(.translationWithoutOriginal(original, at: SourceLocation(translation.file)))
  }

  /// The language of a translation must be one of the site's, and not the one that is written without a code. Every
  /// other language is said once: a site that gives one up has many files in it.
  static func unknownLanguages(_ units: some Sequence<ContentUnit>, _ languages: [Language]) -> [Diagnostic] {
    guard let main = languages.first?.code else { return [] }
    let known = languages.dropFirst().map(\.code)
    var found: [String: (first: SourceFile, count: Int)] = [:]
    for unit in units {
      for (language, file) in unit.translations where !known.contains(language) {
        let earlier = found[language] ?? (file, 0)
        let first = precedes(file.path, earlier.first.path) ? file : earlier.first
        found[language] = (first, earlier.count + 1)
      }
    }
    return found.map { code, files in
      .unknownLanguage(code, isDefault: code == main, count: files.count, known: known, at: SourceLocation(files.first))
    }
  }

  /// A page at an address that the site needs for itself would hide it, or be hidden.
  private mutating func reservedSlugs(_ units: [ContentUnit]) {
    let words = RouteWord.all(languages)
    for unit in units where words.contains(unit.slug) {
      diagnostics.append(.reservedSlug(unit.slug, "page.slug", at: SourceLocation(unit.anyFile)))
    }
  }
}
