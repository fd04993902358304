/// Texts that are read byte by byte, in a tree in which texts with the same beginning share it. Equal texts are equal
/// numbers, so that the state of the HTML check is plain bytes.
struct LetterTree: Sendable {
  struct Text: Hashable, Sendable {
    let index: Int32

    static let empty = Text(index: 0)
  }

  private struct Node {
    let byte: UInt8
    let parent: Int32
    var firstChild: Int32 = -1
    /// The next of the same parent.
    let sibling: Int32
  }

  /// The empty text, then all texts of one byte, which are found without a search.
  private var nodes =
    [Node(byte: 0, parent: 0, sibling: -1)] + (0...255).map { Node(byte: $0, parent: 0, sibling: -1) }

  /// The text that one byte makes longer.
  mutating func append(_ byte: UInt8, to text: Text) -> Text {
    if text == .empty { return Text(index: 1 + Int32(byte)) }
    let firstChild = nodes[Int(text.index)].firstChild
    var child = firstChild
    while child >= 0 {
      if nodes[Int(child)].byte == byte { return Text(index: child) }
      child = nodes[Int(child)].sibling
    }
    nodes.append(Node(byte: byte, parent: text.index, sibling: firstChild))
    nodes[Int(text.index)].firstChild = Int32(nodes.count - 1)
    return Text(index: Int32(nodes.count - 1))
  }

  mutating func text(_ name: String) -> Text {
    var text = Text.empty
    for byte in name.utf8 { text = append(byte, to: text) }
    return text
  }

  func bytes(of text: Text) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = Int(text.index)
    while index > 0 {
      bytes.append(nodes[index].byte)
      index = Int(nodes[index].parent)
    }
    bytes.reverse()
    return bytes
  }

  func string(_ text: Text) -> String { String(decoding: bytes(of: text), as: UTF8.self) }

  /// How many texts there are; the next one's index.
  var count: Int { nodes.count }

  /// Whether the text begins with another one.
  func has(_ text: Text, prefix: Text) -> Bool {
    var index = text.index
    while index > 0, index != prefix.index { index = nodes[Int(index)].parent }
    return index == prefix.index
  }
}
