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
    placeAll(source)
    for single in Single.allCases where singles[single] == nil {
      let file = SourceFile(path: "\(source.root)/\(single.rawValue)", bytes: [])
      diagnostics.append(.fileMissing(single.rawValue, at: SourceLocation(file)))
    }
    // Paths come in nearly the right order: only a slug that continues another with a hyphen comes before it.
    Self.sort(&businesses, by: \.slug)
    Self.sort(&products, by: \.slug)
    Self.sort(&pages, by: \.slug)
  }

  /// Places texts and other files in the order of their paths.
  private mutating func placeAll(_ source: CatalogSource) {
    var (files, others) = (source.files, source.otherPaths[...])
    Self.sort(&files, by: \.path)
    Self.sort(&others, by: \.self)
    for file in files {
      while let path = others.first, precedes(path, file.path) { placeOther(others.removeFirst(), source) }
      place(file, isText: true, root: source.root)
    }
    for path in others { placeOther(path, source) }
  }

  /// What isn't text is a file without bytes.
  private mutating func placeOther(_ path: String, _ source: CatalogSource) {
    place(SourceFile(path: path, bytes: []), isText: false, root: source.root)
  }

  /// Most lists come sorted. By index, because their elements are large.
  private static func sort<List>(_ list: inout List, by key: (List.Element) -> String)
  where List: RandomAccessCollection & MutableCollection, List.Index == Int {
    let isSorted = list.indices.dropFirst().allSatisfy { precedes(key(list[$0 - 1]), key(list[$0])) }
    if !isSorted { list.sort { precedes(key($0), key($1)) } }
  }

  private mutating func place(_ file: SourceFile, isText: Bool, root: String) {
    var path = file.path
    let rootLength = path.hasPrefix(root) ? root.utf8.count : 0
    path.withUTF8 { place(file, $0, ContentPath($0, rootLength: rootLength, isText: isText), rootLength: rootLength) }
  }

  private mutating func place(
    _ file: SourceFile, _ path: UnsafeBufferPointer<UInt8>, _ kind: ContentPath, rootLength: Int
  ) {
    switch kind {
    case .ignored: break
    case .single(let single): singles[single] = file
    case .business(let slug, let language): Self.add(file, path[slug], path[language], to: &businesses)
    case .page(let slug, let language): Self.add(file, path[slug], path[language], to: &pages)
    case .product(let slug, let language): Self.add(file, path[slug], path[language], to: &products)
    case .photo(let slug, let name):
      Self.select(path[slug], in: &products)
      products[products.count - 1].addPhoto(folder: path[..<name.lowerBound], name: path[name])
    case .unexpected:
      let expected = ExpectedFile.nearest(to: String(decoding: path[rootLength...], as: UTF8.self))
      diagnostics.append(.unexpectedFile(expected: expected, at: SourceLocation(file)))
    }
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func add(_ file: SourceFile, _ slug: Bytes, _ language: Bytes, to units: inout [ContentUnit]) {
    select(slug, in: &units)
    if language.isEmpty {
      units[units.count - 1].main = file
    } else {
      units[units.count - 1].translations.append((String(decoding: language, as: UTF8.self), file))
    }
  }

  /// Makes the unit with a slug the last one: entries come sorted, so that a unit's files come together.
  private static func select(_ slug: Bytes, in units: inout [ContentUnit]) {
    if let last = units.last?.slug.utf8, last.count == slug.count, last.elementsEqual(slug) { return }
    units.append(ContentUnit(slug: String(decoding: slug, as: UTF8.self)))
  }
}

/// A business, product or page: its file, the translations of it and, for a product, the photos beside it.
struct ContentUnit: Sendable {
  /// What its address would be; not yet checked.
  let slug: String
  fileprivate(set) var main: SourceFile?
  fileprivate(set) var translations: [(language: String, file: SourceFile)] = []
  private(set) var photoFolder = PhotoFolder()

  fileprivate init(slug: String) { self.slug = slug }

  /// A file to point at.
  var anyFile: SourceFile {
    main ?? translations.first?.file ?? SourceFile(path: photoFolder.path + (photoFolder.names.first ?? ""), bytes: [])
  }

  /// Whether both are made of the same files with the same bytes.
  func isSame(as other: ContentUnit) -> Bool {
    ProductCatalog.isSame(main, other.main)
      && translations.elementsEqual(other.translations) {
        $0.language == $1.language && ProductCatalog.isSame($0.file, $1.file)
      }
      && photoFolder.path == other.photoFolder.path
      && photoFolder.names.elementsEqual(other.photoFolder.names, by: Diagnostics.isSame)
  }

  /// The unit with another text in place of the one at the same path; `nil` when it has none there.
  func replacing(_ file: SourceFile) -> ContentUnit? {
    var unit = self
    if let main, Diagnostics.isSame(main.path, file.path) {
      unit.main = file
      return unit
    }
    guard let index = translations.firstIndex(where: { Diagnostics.isSame($0.file.path, file.path) }) else {
      return nil
    }
    unit.translations[index].file = file
    return unit
  }

  fileprivate mutating func addPhoto(
    folder: Slice<UnsafeBufferPointer<UInt8>>, name: Slice<UnsafeBufferPointer<UInt8>>
  ) {
    photoFolder.names.append(String(decoding: name, as: UTF8.self))
    if photoFolder.path.isEmpty { photoFolder.path = String(decoding: folder, as: UTF8.self) }
  }
}

/// The photos beside a product's `index.md`.
struct PhotoFolder: Sendable {
  /// File names, ascending.
  fileprivate(set) var names: [String] = []
  /// The folder's path, with a slash at its end; empty without photos.
  fileprivate(set) var path = ""
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

/// Whether there is no file in both places, or one with the same path and bytes.
private func isSame(_ one: SourceFile?, _ other: SourceFile?) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return isSame(one.path, other.path) && one.bytes == other.bytes
}

extension [ContentLayout.Single: SourceFile] {
  func hasSameBytes(as other: Self) -> Bool {
    ContentLayout.Single.allCases.allSatisfy { isSame(self[$0], other[$0]) }
  }
}
