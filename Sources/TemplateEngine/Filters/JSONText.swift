/// JSON that can stand in a script: Python's `json.dumps` with sorted keys and ASCII only, and `< > & '` escaped.
enum JSONText {
  static func text(of value: Value) throws(Fault) -> String {
    var buffer = OutputBuffer(capacity: 256)
    try append(value, to: &buffer)
    return buffer.string
  }

  static func append(_ value: Value, to buffer: inout OutputBuffer, depth: Int = 0) throws(Fault) {
    if depth > Comparison.deepestValue { throw .problem(.valueTooDeep, operand: 0) }
    switch value {
    case .undefined: throw .wrongType(.undefined, accepted: .all, .filter("tojson"), operand: 0)
    case .none: buffer.append("null")
    case .bool(let flag): buffer.append(flag ? "true" : "false")
    case .int(let number): Escaping.append(number, to: &buffer)
    case .float(let number):
      guard number.isFinite else { throw .problem(.notFinite, operand: 0) }
      Escaping.append(PythonFloat.text(number), to: &buffer)
    case .string(let text), .html(let text), .url(let text), .srcset(let text): append(text, to: &buffer)
    case .list(let elements):
      buffer.append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { buffer.append(", ") }
        try append(element, to: &buffer, depth: depth + 1)
      }
      buffer.append("]")
    case .map, .record: try append(value.namedValues, to: &buffer, depth)
    }
  }

  private static func append(_ map: OrderedMap, to buffer: inout OutputBuffer, _ depth: Int) throws(Fault) {
    let order = map.keys.indices.sorted { Comparison.compare(map.keys[$0], map.keys[$1]) < 0 }
    buffer.append("{")
    for (count, index) in order.enumerated() {
      if count > 0 { buffer.append(", ") }
      append(map.keys[index], to: &buffer)
      buffer.append(": ")
      try append(map.values[index], to: &buffer, depth: depth + 1)
    }
    buffer.append("}")
  }

  /// A string with its quotes. Runs of plain bytes are copied whole.
  static func append(_ text: String, to buffer: inout OutputBuffer) {
    buffer.append(UInt8(ascii: "\""))
    text.withBytes { append($0, to: &buffer) }
    buffer.append(UInt8(ascii: "\""))
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout OutputBuffer) {
    guard let start = bytes.baseAddress else { return }
    var (index, copied) = (0, 0)
    while true {
      index = endOfPlain(start, index, bytes.count)
      buffer.append(UnsafeBufferPointer(start: start + copied, count: index - copied))
      guard index < bytes.count else { return }
      index += appendEscaped(UnsafeBufferPointer(rebasing: bytes[index...]), to: &buffer)
      copied = index
    }
  }

  /// The index of the next byte that is escaped, or `count`. Looks at eight bytes at a time.
  @inline(__always)
  private static func endOfPlain(_ start: UnsafePointer<UInt8>, _ from: Int, _ count: Int) -> Int {
    var index = from
    while index + 8 <= count {
      let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
      if hasEscaped(word) { break }
      index += 8
    }
    while index < count, isPlain(start[index]) { index += 1 }
    return index
  }

  /// Whether any of eight bytes is escaped: `&` and `'`, `<` and `>` differ in one bit each.
  @inline(__always)
  private static func hasEscaped(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func equals(_ word: UInt64, _ byte: UInt64) -> UInt64 {
      let difference = word ^ (ones &* byte)
      return (difference &- ones) & ~difference
    }
    let quotes = equals(word, 0x22) | equals(word, 0x5C) | equals(word & ~ones, 0x26)
    let angles = equals(word & ~(ones &* 2), 0x3C) | equals(word, 0x7F)
    let outside = word | ((word &- ones &* 0x20) & ~word)
    return (quotes | angles | outside) & (ones &* 0x80) != 0
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x5C: false
    default: (0x20...0x7E).contains(byte)
    }
  }

  /// Escapes the first character and returns how many bytes it has.
  private static func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout OutputBuffer) -> Int {
    switch bytes[0] {
    case 0x22: buffer.append("\\\"")
    case 0x5C: buffer.append("\\\\")
    case 0x0A: buffer.append("\\n")
    case 0x0D: buffer.append("\\r")
    case 0x09: buffer.append("\\t")
    case 0x08: buffer.append("\\b")
    case 0x0C: buffer.append("\\f")
    case let byte where byte < 0x80: append(escape: UInt16(byte), to: &buffer)
    case let byte:
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      for unit in String(decoding: bytes.prefix(length), as: UTF8.self).utf16 { append(escape: unit, to: &buffer) }
      return length
    }
    return 1
  }

  private static func append(escape unit: UInt16, to buffer: inout OutputBuffer) {
    buffer.append("\\u")
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(unit >> shift & 15)
      buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
