/// The keys that a group in a file may have: an enum's cases, and beside them the names as files write them.
///
/// The names are not taken from the cases by reflection, which costs a millisecond for every enum.
///
///     enum ShelfKey: Int, FieldKey {
///       case shelf, leadDays
///       static let table = FieldTable(Self.self, "shelf lead_days")
///     }
protocol FieldKey: RawRepresentable<Int>, CaseIterable, Sendable {
  static var table: FieldTable { get }
}

/// The names of a `FieldKey`, ready to compare with bytes.
struct FieldTable: Sendable {
  let names: [String]
  /// All names, one after the other, and where each begins; the last entry is the end.
  private let text: [UInt8]
  private let starts: [Int]

  /// - Parameter names: of all cases, in their order, between spaces.
  init<Key: FieldKey>(_ keys: Key.Type, _ names: String) {
    self.names = names.split(separator: " ").map(String.init)
    precondition(self.names.count == Key.allCases.count, "each case of a FieldKey needs a name")
    text = self.names.flatMap { Array($0.utf8) }
    starts = self.names.reduce(into: [0]) { starts, name in starts.append(starts[starts.count - 1] + name.utf8.count) }
  }

  /// The key's place in `names`.
  /// - Parameter hint: where to look first; files tend to keep the order in which keys are documented.
  func index(of key: ArraySlice<UInt8>, hint: Int) -> Int? {
    var index = hint
    for _ in names.indices {
      if index >= names.count { index = 0 }
      if isName(index, key) { return index }
      index += 1
    }
    return nil
  }

  private func isName(_ index: Int, _ key: ArraySlice<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == key.count else { return false }
    for offset in 0..<key.count where text[start + offset] != key[key.startIndex + offset] { return false }
    return true
  }
}

/// A value in a file, with the name that messages call it by.
struct Field {
  /// Its node in the document.
  let node: Int
  /// What it belongs to, such as `product` or `product.flagship`; the first part of its codes.
  let scope: Scope
  /// The key, such as `year`.
  let name: String
  /// True for one of several values at the key.
  var isEntry = false

  /// A part of this value, such as an entry of a list, which is called by the same name.
  func part(_ node: Int) -> Field { Field(node: node, scope: scope, name: name, isEntry: true) }

  /// `product.flagship.year`
  var path: String { "\(scope.path).\(name)" }
}

/// The keys that lead to a group, joined only when a message wants them.
struct Scope: ExpressibleByStringLiteral {
  private let outer: String
  private let inner: String

  init(stringLiteral text: String) { (outer, inner) = (text, "") }

  private init(outer: String, inner: String) { (self.outer, self.inner) = (outer, inner) }

  /// `product.flagship`
  var path: String { inner.isEmpty ? outer : "\(outer).\(inner)" }

  func appending(_ name: String) -> Scope { Scope(outer: path, inner: name) }
}

/// A group's values by key.
struct Fields<Key: FieldKey> {
  /// The group's node.
  let node: Int
  let scope: Scope
  fileprivate(set) var slots: [Int32]
  /// Values at a key, `_` and a language's code.
  fileprivate(set) var translations: [(key: Key, language: String, node: Int)] = []
  /// Keys that aren't there because something else is, which was reported.
  private var reported: [Int] = []

  init(node: Int, scope: Scope) {
    self.node = node
    self.scope = scope
    slots = [Int32](repeating: -1, count: Key.table.names.count)
  }

  /// `nil` when the key isn't there.
  subscript(key: Key) -> Field? {
    let node = slots[key.rawValue]
    return node < 0 ? nil : Field(node: Int(node), scope: scope, name: Key.table.names[key.rawValue])
  }

  /// True when nobody wrote the key, not even in a wrong way.
  func lacks(_ key: Key) -> Bool { slots[key.rawValue] < 0 && !reported.contains(key.rawValue) }

  /// Notes keys that were meant and written in a wrong way, so that nobody is told that they are missing, too.
  mutating func addReported(_ names: [String]) {
    reported += names.compactMap { Key.table.names.firstIndex(of: $0) }
  }

  mutating func set(_ index: Int, to node: Int) { slots[index] = Int32(node) }

  mutating func add(_ key: Key, language: String, node: Int) { translations.append((key, language, node)) }
}
