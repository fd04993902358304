internal import Diagnostics

/// The addresses that the site has been published at, as `content/permalinks.lock` remembers them.
///
/// The file has an address a line, such as `/produk/getuk/`, below the site's own address and in the order of their
/// bytes, so that `git` can merge it and a person can read it. Without the file nothing is remembered.
struct Permalinks {
  static let fileName = "permalinks.lock"

  private let file: SourceFile
  private var entries: [Located<String>] = []
  /// One for each line that is no address; of many, the first.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile) {
    self.file = file
    for line in Self.lines(of: file.bytes) { add(line) }
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { precedes($0.value, $1.value) }
    if !isSorted { entries.sort { precedes($0.value, $1.value) } }
  }

  /// The entries that a site hasn't any more.
  /// - Parameter served: the site's addresses, ascending by bytes.
  /// - Complexity: O(entries + addresses)
  func dropped(from served: [String]) -> [Located<String>] {
    var next = served.startIndex
    return entries.filter { entry in
      while next < served.endIndex, precedes(served[next], entry.value) { next += 1 }
      return next == served.endIndex || !isSame(served[next], entry.value)
    }
  }

  var path: String { file.path }

  func location(_ entry: Located<String>) -> SourceLocation { SourceLocation(file, entry.range) }

  func remembers(_ address: String) -> Bool {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(entries[middle].value, address) { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && isSame(entries[low].value, address)
  }

  var addresses: [String] { entries.map(\.value) }

  /// The file's text for these addresses, which ascend by bytes.
  static func bytes(_ addresses: [String]) -> [UInt8] {
    var text = """
      # Alamat yang sudah terbit. Ditulis oleh: etalase check --accept-removals
      # Published addresses. Written by: etalase check --accept-removals

      """
    for address in addresses { text += address + "\n" }
    return Array(text.utf8)
  }

  private mutating func add(_ line: Range<Int>) {
    let bytes = file.bytes[line]
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return }
    let isAddress =
      first == UInt8(ascii: "/") && bytes.last == UInt8(ascii: "/") && bytes.allSatisfy { (0x21...0x7E).contains($0) }
    if isAddress {
      entries.append(Located(String(decoding: bytes, as: UTF8.self), SourceRange(line)))
    } else if diagnostics.count < Self.mostReports {
      diagnostics.append(.permalinkIsNoAddress(at: SourceLocation(file, SourceRange(line))))
    }
  }

  private static let mostReports = 10

  /// Byte ranges without white space around them, and without a byte order mark.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var lines: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var (lower, upper) = (start, end)
      while upper > lower, isSpace(bytes[upper - 1]) { upper -= 1 }
      while lower < upper, isSpace(bytes[lower]) { lower += 1 }
      lines.append(lower..<upper)
      start = end + 1
    }
    return lines
  }
}

/// The addresses of a site's pages.
struct SiteAddresses {
  /// All that a visitor can ask for, ascending by bytes, each once.
  let served: [String]
  /// Those to be remembered: of pages that people keep links to, and old ones that lead on to such.
  let permanent: [String]

  init(_ site: Site) {
    var (served, permanent): ([String], [String]) = ([], [])
    for file in site.files {
      guard let address = file.address else { continue }
      served.append(address)
      if file.isPermanent { permanent.append(address) }
    }
    (self.served, self.permanent) = (served.sortedByBytes(), permanent.sortedByBytes())
  }
}

extension SiteFile {
  /// `/produk/getuk/`; `nil` for a file that isn't a folder's page.
  fileprivate var address: String? {
    let name = "index.html".utf8
    guard path.utf8.count >= name.count, path.utf8.suffix(name.count).elementsEqual(name) else { return nil }
    return "/" + Substring(path.utf8.dropLast(name.count))
  }

  fileprivate var isPermanent: Bool {
    switch source {
    case .page(let page): page.content.isPermanent
    case .redirect: true
    case .bytes, .copy, .output, .picture: false
    }
  }
}

extension PageContent {
  /// Whether the page stays as long as what it is about. The later pages of a list don't, and shelves of an RW come and
  /// go with the products on them.
  fileprivate var isPermanent: Bool {
    switch self {
    case .products(let page), .businesses(let page), .category(_, let page), .kelurahan(_, let page): page == 1
    case .rwCategory, .printCatalog, .printLabels, .notFound: false
    case .home, .categories, .product, .business, .rwBoard, .rw, .centre, .search, .basket, .info: true
    }
  }
}
