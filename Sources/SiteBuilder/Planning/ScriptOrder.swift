internal import Diagnostics

/// The theme's scripts, each after those that it imports, so that their names are known when its own is made.
struct ScriptOrder {
  private(set) var importedFirst: [(name: String, links: AssetLinks)] = []
  /// Scripts that import each other can have no names that depend on their contents.
  private(set) var diagnostics: [Diagnostic] = []

  private enum Progress { case underway, done }

  private let sources: [String: SourceFile]
  private var progress: [String: Progress] = [:]

  init(_ sources: [(name: String, file: SourceFile)]) {
    self.sources = Dictionary(sources.map { ($0.name, $0.file) }) { first, _ in first }
    for source in sources where progress[source.name] == nil { add(source.name, source.file) }
  }

  private mutating func add(_ name: String, _ file: SourceFile) {
    progress[name] = .underway
    var places: [Range<Int>] = []
    for place in Self.imports(of: file) {
      let target = AssetLinks.target(of: file.text(place), in: name)
      if progress[target] == .underway {
        diagnostics.append(.importCycle(at: SourceLocation(file, SourceRange(place))))
        continue
      }
      if progress[target] == nil, let imported = sources[target] { add(target, imported) }
      places.append(place)
    }
    progress[name] = .done
    importedFirst.append((name, AssetLinks(file: file, places: places)))
  }

  /// The relative addresses of `import … from "./x.js"`, `export … from "./x.js"` and `import("./x.js")`.
  private static func imports(of file: SourceFile) -> [Range<Int>] {
    let bytes = file.bytes
    var (places, index): ([Range<Int>], Int) = ([], 0)
    while index < bytes.count {
      let quote = bytes[index]
      index += 1
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), index < bytes.count,
        bytes[index] == UInt8(ascii: "."), isImport(bytes[..<(index - 1)]),
        let end = bytes[index...].firstIndex(of: quote)
      else { continue }
      places.append(index..<end)
      index = end + 1
    }
    return places
  }

  private static func isImport(_ before: ArraySlice<UInt8>) -> Bool {
    let space: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "(")]
    let word = before[..<((before.lastIndex { !space.contains($0) } ?? before.startIndex - 1) + 1)]
    return ["from", "import"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
