import TemplateEngine

/// Reads JSON (RFC 8259) into template values, with whole and decimal numbers told apart and the order of keys kept.
///
/// Of a text that is no JSON it makes some value, so that a fuzzer can use it too.
struct JSONReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  static func value(_ text: String) -> Value {
    var reader = JSONReader(scalars: Array(text.unicodeScalars))
    return reader.readValue()
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// NUL at the end.
  private var current: Unicode.Scalar { index < scalars.count ? scalars[index] : "\0" }

  private var isAtEnd: Bool { index >= scalars.count }

  private mutating func readValue() -> Value {
    skipSpace()
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { index = scalars.count }
    switch current {
    case "{": return .map(OrderedMap(readEntries()))
    case "[": return .list(readElements())
    case "\"": return .string(readString())
    case "t": return skip(4, .bool(true))
    case "f": return skip(5, .bool(false))
    case "n": return skip(4, Value.none)
    default: return readNumber()
    }
  }

  private static let deepest = 200

  private mutating func skip(_ count: Int, _ value: Value) -> Value {
    index += count
    return value
  }

  private mutating func skipSpace() {
    while index < scalars.count, " \n\r\t".unicodeScalars.contains(scalars[index]) { index += 1 }
  }

  /// Whether the next character is `close`, which is skipped together with a comma.
  private mutating func atClose(_ close: Unicode.Scalar) -> Bool {
    skipSpace()
    if current == "," { index += 1 }
    skipSpace()
    guard isAtEnd || current == close else { return false }
    index += 1
    return true
  }

  private mutating func readElements() -> [Value] {
    index += 1
    var elements: [Value] = []
    while !atClose("]") { elements.append(readValue()) }
    return elements
  }

  private mutating func readEntries() -> [(key: String, value: Value)] {
    index += 1
    var entries: [(key: String, value: Value)] = []
    while !atClose("}") {
      let key = readString()
      skipSpace()
      index += 1
      entries.append((key, readValue()))
    }
    return entries
  }

  private mutating func readNumber() -> Value {
    let start = min(index, scalars.count)
    index = start
    while index < scalars.count, "+-.eE0123456789".unicodeScalars.contains(scalars[index]) { index += 1 }
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    if text.isEmpty { index += 1 }
    return Int(text).map { .int($0) } ?? .float(Double(text) ?? .nan)
  }

  private mutating func readString() -> String {
    index += 1
    var units: [UInt16] = []
    while !isAtEnd, current != "\"" {
      if current == "\\" {
        units.append(readEscape())
      } else {
        units += UTF16.encode(current)!
        index += 1
      }
    }
    index += 1
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func readEscape() -> UInt16 {
    index += 1
    let letter = current
    index += 1
    switch letter {
    case "n": return 0x0A
    case "t": return 0x09
    case "r": return 0x0D
    case "b": return 0x08
    case "f": return 0x0C
    case "u":
      let digits = scalars[min(index, scalars.count)...].prefix(4)
      index += digits.count
      return UInt16(String(String.UnicodeScalarView(digits)), radix: 16) ?? 0xFFFD
    default: return UInt16(truncatingIfNeeded: letter.value)
    }
  }
}
