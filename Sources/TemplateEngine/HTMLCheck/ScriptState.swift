/// Whether a place in a script is inside a string or a comment.
struct ScriptState: Hashable, Sendable {
  /// 0 outside strings; `/` and `*` stand for the two kinds of comment.
  private var inside: UInt8 = 0
  private var previous: UInt8 = 0

  /// Whether a value can stand here.
  var isBetweenValues: Bool { inside == 0 }

  mutating func advance(_ byte: UInt8) {
    let isEscaped = previous == UInt8(ascii: "\\")
    var remembered = isEscaped ? 0 : byte
    switch inside {
    case 0:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { inside = byte }
      if previous == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") {
        (inside, remembered) = (byte, 0)
      }
    case UInt8(ascii: "/"): if byte == UInt8(ascii: "\n") { inside = 0 }
    case UInt8(ascii: "*"):
      if previous == UInt8(ascii: "*"), byte == UInt8(ascii: "/") { (inside, remembered) = (0, 0) }
    default:
      let isLineEnd = byte == UInt8(ascii: "\n") && inside != UInt8(ascii: "`")
      if byte == inside && !isEscaped || isLineEnd { inside = 0 }
    }
    previous = remembered
  }

  /// A value was written.
  mutating func advanceOverValue() { previous = 0 }
}
