internal import Diagnostics
internal import TemplateEngine

/// The theme's own files (CSS, scripts, drawings), each published under a name that changes with its content, so that browsers
/// may keep it for ever.
struct Assets: Sendable {
  /// Name below `templates/assets` → path in the site.
  private let paths: [String: String]
  private let basePath: String
  let files: [SiteFile]

  /// Gives each file its name; addresses in CSS and imports in scripts are rewritten to those names.
  ///
  /// CSS may refer to any file but CSS and scripts. `@import` is refused: it costs the visitor a round trip.
  /// - Parameter sources: by name below `templates/assets`.
  static func make(_ sources: [(name: String, file: SourceFile)], basePath: String) -> (Assets, [Diagnostic]) {
    var paths: [String: String] = [:]
    var files: [SiteFile] = []
    var diagnostics: [Diagnostic] = []
    func add(_ name: String, _ bytes: [UInt8]) {
      let path = publishedPath(name, bytes)
      paths[name] = path
      files.append(SiteFile(path: path, source: .bytes(bytes)))
    }
    for source in sources where ![".css", ".js"].contains(where: source.name.hasSuffix) {
      add(source.name, source.file.bytes)
    }
    for source in sources where source.name.hasSuffix(".css") {
      let links = CSSLinks(source.file)
      let (bytes, problems) = links.rewritten(in: source.name, known: paths)
      diagnostics += problems
      add(source.name, withoutComments(bytes))
    }
    let scripts = ScriptOrder(sources.filter { $0.name.hasSuffix(".js") })
    diagnostics += scripts.diagnostics
    for (name, links) in scripts.importedFirst {
      let (bytes, problems) = links.rewritten(in: name, known: paths)
      diagnostics += problems
      add(name, bytes)
    }
    return (Assets(paths: paths, basePath: basePath, files: files), diagnostics)
  }

  /// The address of an asset.
  func url(_ name: String) throws(FilterFailure) -> String {
    guard let path = paths[name] else {
      let near = nearestMatch(to: name, in: paths.keys.sorted(by: precedes))
      throw FilterFailure(.noAsset(name), help: near.map(Message.didYouMean))
    }
    return basePath + "/" + percentEncoded(path)
  }

  /// `assets/css/site.1f2e3d4c5b6a7988.css`
  private static func publishedPath(_ name: String, _ bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    let folderEnd = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    let dot = name[folderEnd...].lastIndex(of: ".") ?? name.endIndex
    return "assets/\(name[..<dot]).\(hash.text)\(name[dot...])"
  }
}

/// 64-bit FNV-1a (Fowler, Noll, Vo): the same on every machine, unlike Swift's own hashes. Not for secrets.
struct StableHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ bytes: some Sequence<UInt8>) {
    value = bytes.reduce(value) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

func stableHash(_ bytes: some Sequence<UInt8>) -> UInt64 {
  var hash = StableHash()
  hash.combine(bytes)
  return hash.value
}

/// The `url(…)` places of a style sheet.
private struct CSSLinks {
  private let file: SourceFile
  private var places: [Range<Int>] = []
  private var imports: [Range<Int>] = []

  init(_ file: SourceFile) {
    self.file = file
    let (bytes, open, importRule) = (file.bytes, "url(", "@import")
    var index = 0
    func begins(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }
    while index + open.utf8.count < bytes.count {
      // Few bytes begin anything.
      let first = bytes[index]
      if first == UInt8(ascii: "/"), begins("/*") {
        index = Self.endOfComment(bytes, index)
        continue
      }
      if first == UInt8(ascii: "@"), begins(importRule) { imports.append(index..<index + importRule.utf8.count) }
      guard first == UInt8(ascii: "u"), begins(open), let end = bytes[index...].firstIndex(of: UInt8(ascii: ")")) else {
        index += 1
        continue
      }
      let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: " ")]
      var place = index + open.utf8.count..<end
      while let first = place.first, quotes.contains(bytes[first]) { place = first + 1..<place.upperBound }
      while let last = place.last, quotes.contains(bytes[last]) { place = place.lowerBound..<last }
      if !file.text(place).hasPrefix("data:"), !file.text(place).hasPrefix("#") { places.append(place) }
      index = end
    }
  }

  private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start + 2
    while index + 1 < bytes.count, !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/")) {
      index += 1
    }
    return index + 2
  }

  func rewritten(in name: String, known: [String: String]) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    let imports = imports.map { Diagnostic.importRefused(at: SourceLocation(file, SourceRange($0))) }
    let (bytes, problems) = AssetLinks(file: file, places: places).rewritten(in: name, known: known)
    return (bytes, imports + problems)
  }
}
