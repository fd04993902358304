import Diagnostics

/// A YAML document as a flat tree: every node before its descendants, in one array, and the text of all scalars in
/// another. No `String` is made until a decoder wants one.
///
/// A mapping's children alternate key and value; keys are always scalars.
struct YAMLDocument: Sendable {
  enum Kind: UInt8, Sendable {
    case plain, quoted, block, mapping, sequence
    /// Something that was refused and reported when it was read; decoders pass over it.
    case refused
  }

  struct Node: Sendable {
    let kind: Kind
    /// Where it is written.
    fileprivate(set) var range: SourceRange
    /// The first byte of its text, for scalars.
    fileprivate let textStart: UInt32
    /// The byte after its text, for scalars; the node after its last descendant, for the others.
    fileprivate(set) var end: UInt32

    /// The node after this one, which is at `index`, and all that it holds.
    fileprivate func next(after index: Int) -> Int {
      switch kind {
      case .mapping, .sequence: Int(end)
      case .plain, .quoted, .block, .refused: index + 1
      }
    }
  }

  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  private var open: [Int] = []
  private var lastRange: SourceRange?

  /// The first node, unless the document is empty.
  var root: Int? { nodes.isEmpty ? nil : 0 }
  var depth: Int { open.count }
  /// The lists and mappings that haven't ended yet, from the outermost on.
  var openNodes: [Node] { open.map { nodes[$0] } }

  init(expectedBytes: Int) {
    text.reserveCapacity(expectedBytes)
    nodes.reserveCapacity(expectedBytes / 10 + 8)
  }

  /// A scalar's text as bytes.
  func bytes(_ node: Int) -> ArraySlice<UInt8> { text[Int(nodes[node].textStart)..<Int(nodes[node].end)] }

  /// The node after a node and all that it holds.
  func next(after node: Int) -> Int { nodes[node].next(after: node) }

  /// The nodes directly in a mapping or sequence; none in a scalar.
  func children(of node: Int) -> Children {
    let isCollection = nodes[node].kind == .mapping || nodes[node].kind == .sequence
    return Children(nodes: nodes, position: node + 1, end: isCollection ? Int(nodes[node].end) : node + 1)
  }

  /// How many nodes are directly in a mapping or sequence.
  func childCount(of node: Int) -> Int { children(of: node).reduce(0) { count, _ in count + 1 } }

  /// Passes over what the children hold themselves.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var position: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = nodes[position].next(after: position) }
      return position
    }
  }

  /// Two scalars with the same text.
  func isSame(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (Int(nodes[a].textStart), Int(nodes[b].textStart))
    let count = Int(nodes[a].end) - first
    guard count == Int(nodes[b].end) - second else { return false }
    return (0..<count).allSatisfy { text[first + $0] == text[second + $0] }
  }
}

/// How the document is written, event by event.
extension YAMLDocument {
  mutating func addScalar(_ kind: Kind, _ bytes: UnsafeBufferPointer<UInt8>, at range: SourceRange) {
    let start = UInt32(text.count)
    text.append(contentsOf: bytes)
    nodes.append(Node(kind: kind, range: range, textStart: start, end: UInt32(text.count)))
    lastRange = range
  }

  mutating func addRefused(at range: SourceRange) {
    nodes.append(Node(kind: .refused, range: range, textStart: 0, end: 0))
    lastRange = range
  }

  mutating func begin(_ kind: Kind, at range: SourceRange) {
    open.append(nodes.count)
    nodes.append(Node(kind: kind, range: range, textStart: 0, end: 0))
  }

  /// Ends the innermost list or mapping, and gives it the range of what it holds: libyaml's own mark lies at the
  /// next token, lines below.
  /// - Returns: its node.
  mutating func end(closingBracketAt bracket: SourceRange?) -> Int {
    let node = open.removeLast()
    nodes[node].end = UInt32(nodes.count)
    // What was written last ends last: a collection gets its range before the one around it.
    nodes[node].range = nodes[node].range.union(bracket ?? lastRange ?? nodes[node].range)
    lastRange = nodes[node].range
    return node
  }
}
