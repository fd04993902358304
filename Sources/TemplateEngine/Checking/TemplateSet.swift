internal import Diagnostics

/// All parsed templates, by name, and the filters of the site.
struct TemplateSet: Sendable {
  let trees: [TemplateTree]
  let files: [SourceFile]
  let names: NameTable
  let filters: [HostFilter]
  let isOpen: Bool
  private let indices: [String: Int]
  private let filterIndices: [String: Int]

  init(_ trees: [TemplateTree], _ names: NameTable, filters: [HostFilter], isOpen: Bool) {
    self.trees = trees
    self.names = names
    files = trees.indices.map { trees[$0].file }
    self.filters = filters
    self.isOpen = isOpen
    indices = Dictionary(trees.indices.map { (trees[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    filterIndices = Dictionary(filters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { _, last in last })
  }

  func index(of name: String) -> Int? { indices[name] }

  func filterIndex(of name: String) -> Int? { filterIndices[name] }

  var templateNames: [String] { trees.map(\.name) }

  var filterNames: [String] { BuiltinFilter.allNames + filters.map(\.name) }
}

/// The problems found so far; the same problem of a shared template is kept once.
struct Report: Sendable {
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Key> = []

  private struct Key: Hashable {
    let code, path: String
    let range: SourceRange
    let message: Message
  }

  mutating func add(_ diagnostic: Diagnostic) {
    let location = diagnostic.location
    let key = Key(
      code: diagnostic.code, path: location.file.path, range: location.range, message: diagnostic.message)
    if seen.insert(key).inserted { diagnostics.append(diagnostic) }
  }
}
