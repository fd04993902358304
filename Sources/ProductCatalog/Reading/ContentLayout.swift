import Diagnostics

/// The content folder's files sorted into what they are for.
///
/// Nothing here depends on the order in which the files were given.
struct ContentLayout {
  private(set) var singles: [Single: SourceFile] = [:]
  /// By slug, as are `products` and `pages`.
  private(set) var businesses: [ContentUnit] = []
  private(set) var products: [ContentUnit] = []
  private(set) var pages: [ContentUnit] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The files of which there is exactly one.
  enum Single: String, CaseIterable {
    case site = "site.yaml"
    case regions = "regions.yaml"
    case categories = "categories.yaml"
    case programmes = "programmes.yaml"
  }

  init(_ source: CatalogSource) {
    for entry in Self.sortedEntries(source) { place(entry, root: source.root) }
    for single in Single.allCases where singles[single] == nil {
      let file = SourceFile(path: "\(source.root)/\(single.rawValue)", bytes: [])
      diagnostics.append(.fileMissing(single.rawValue, at: SourceLocation(file)))
    }
    Self.sort(&businesses)
    Self.sort(&products)
    Self.sort(&pages)
  }

  private struct Entry {
    let path: String
    let file: SourceFile?

    /// The file, or an empty one for what isn't text, to point a diagnostic at.
    var location: SourceLocation { SourceLocation(file ?? SourceFile(path: path, bytes: [])) }
  }

  private static func sortedEntries(_ source: CatalogSource) -> [Entry] {
    var entries = source.files.map { Entry(path: $0.path, file: $0) }
    entries += source.otherPaths.map { Entry(path: $0, file: nil) }
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { precedes($0.path, $1.path) }
    if !isSorted { entries.sort { precedes($0.path, $1.path) } }
    return entries
  }

  /// Paths come in nearly the right order: only a slug that continues another with a hyphen comes before it.
  private static func sort(_ units: inout [ContentUnit]) {
    let isSorted = zip(units, units.dropFirst()).allSatisfy { precedes($0.slug, $1.slug) }
    if !isSorted { units.sort { precedes($0.slug, $1.slug) } }
  }

  private mutating func place(_ entry: Entry, root: String) {
    let rootLength = entry.path.utf8.starts(with: root.utf8) ? root.utf8.count : 0
    let place = entry.path.utf8.withContiguousStorageIfAvailable {
      ContentPath($0, rootLength: rootLength, isText: entry.file != nil)
    }
    switch place ?? .unexpected {
    case .ignored: break
    case .single(let single): singles[single] = entry.file
    case .business(let slug, let language): Self.add(entry, language, to: slug, in: &businesses)
    case .page(let slug, let language): Self.add(entry, language, to: slug, in: &pages)
    case .product(let slug, let language): Self.add(entry, language, to: slug, in: &products)
    case .photo(let slug, let name):
      Self.select(slug, of: entry.path, in: &products)
      products[products.count - 1].addPhoto(entry.path, name)
    case .unexpected:
      let expected = ExpectedFile.nearest(to: String(entry.path.utf8.dropFirst(rootLength)) ?? "")
      diagnostics.append(.unexpectedFile(expected: expected, at: entry.location))
    }
  }

  private static func add(
    _ entry: Entry, _ language: Range<Int>, to slug: Range<Int>, in units: inout [ContentUnit]
  ) {
    guard let file = entry.file else { return }
    select(slug, of: entry.path, in: &units)
    if language.isEmpty {
      units[units.count - 1].main = file
    } else {
      units[units.count - 1].translations.append((text(language, of: entry.path), file))
    }
  }

  /// Makes the unit with a slug the last one: entries come sorted, so that a unit's files come together.
  private static func select(_ slug: Range<Int>, of path: String, in units: inout [ContentUnit]) {
    let utf8 = path.utf8
    let bytes = utf8[utf8.index(utf8.startIndex, offsetBy: slug.lowerBound)...].prefix(slug.count)
    if let last = units.last, last.slug.utf8.count == slug.count, last.slug.utf8.elementsEqual(bytes) { return }
    units.append(ContentUnit(slug: text(slug, of: path)))
  }

  fileprivate static func text(_ range: Range<Int>, of path: String) -> String {
    String(decoding: path.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}

/// A business, product or page: its file, the translations of it and, for a product, the photos beside it.
struct ContentUnit: Sendable {
  /// What its address would be; not yet checked.
  let slug: String
  fileprivate(set) var main: SourceFile?
  fileprivate(set) var translations: [(language: String, file: SourceFile)] = []
  /// File names, ascending.
  private(set) var photos: [String] = []
  /// The folder that the photos are in, with a slash at its end; empty without photos.
  private(set) var folder = ""

  fileprivate init(slug: String) { self.slug = slug }

  /// A file to point at.
  var anyFile: SourceFile {
    main ?? translations.first?.file ?? SourceFile(path: folder + (photos.first ?? ""), bytes: [])
  }

  fileprivate mutating func addPhoto(_ path: String, _ name: Range<Int>) {
    photos.append(ContentLayout.text(name, of: path))
    if folder.isEmpty { folder = ContentLayout.text(0..<name.lowerBound, of: path) }
  }
}

/// What a file that nothing reads was probably meant to be.
enum ExpectedFile {
  private static let folders = ["businesses", "products", "pages", "static"]

  /// A path or pattern below the content folder.
  static func nearest(to path: String) -> String {
    let parts = path.split(separator: "/")
    let folder = String(parts.first ?? "")
    if parts.count < 2 {
      let known = ContentLayout.Single.allCases.map(\.rawValue)
      return nearestMatch(to: folder, in: known) ?? (folder.hasSuffix(".md") ? "pages/\(folder)" : "static/\(folder)")
    }
    switch folders.contains(folder) ? folder : nearestMatch(to: folder, in: folders) {
    case "businesses": return "businesses/<slug>.md"
    case "pages": return "pages/<slug>.md"
    case "products":
      let isFile = parts.count == 2 && parts[1].hasSuffix(".md")
      let slug = isFile ? String(parts[1].dropLast(3)) : parts.count > 2 ? String(parts[1]) : "<slug>"
      return "products/\(slug)/index.md"
    default: return "static/\(parts.joined(separator: "/"))"
    }
  }
}
