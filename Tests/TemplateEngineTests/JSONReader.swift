import TemplateEngine

/// Reads JSON (RFC 8259) into template values, with whole and decimal numbers told apart and the order of keys kept.
struct JSONReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  static func value(_ text: String) -> Value {
    var reader = JSONReader(scalars: Array(text.unicodeScalars))
    return reader.readValue()
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func readValue() -> Value {
    skipSpace()
    switch scalars[index] {
    case "{": return .map(OrderedMap(readEntries()))
    case "[": return .list(readElements())
    case "\"": return .string(readString())
    case "t": return skip(4, .bool(true))
    case "f": return skip(5, .bool(false))
    case "n": return skip(4, Value.none)
    default: return readNumber()
    }
  }

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
    if scalars[index] == "," { index += 1 }
    skipSpace()
    guard scalars[index] == close else { return false }
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
    let start = index
    while index < scalars.count, "+-.eE0123456789".unicodeScalars.contains(scalars[index]) { index += 1 }
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    return Int(text).map { .int($0) } ?? .float(Double(text) ?? .nan)
  }

  private mutating func readString() -> String {
    index += 1
    var units: [UInt16] = []
    while scalars[index] != "\"" {
      if scalars[index] == "\\" {
        units.append(readEscape())
      } else {
        units += UTF16.encode(scalars[index])!
        index += 1
      }
    }
    index += 1
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func readEscape() -> UInt16 {
    let letter = scalars[index + 1]
    index += 2
    switch letter {
    case "n": return 0x0A
    case "t": return 0x09
    case "r": return 0x0D
    case "b": return 0x08
    case "f": return 0x0C
    case "u":
      index += 4
      return UInt16(String(String.UnicodeScalarView(scalars[(index - 4)..<index])), radix: 16) ?? 0xFFFD
    default: return UInt16(letter.value)
    }
  }
}
