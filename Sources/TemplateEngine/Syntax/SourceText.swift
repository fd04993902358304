internal import Diagnostics

/// Turns bytes of a template into text.
enum SourceText {
  static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    var index = bytes.indexBeyondASCII(from: 0)
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
      if String(validating: bytes[index..<end], as: UTF8.self) == nil { return false }
      index = bytes.indexBeyondASCII(from: end)
    }
    return true
  }

  /// Text as it goes out: `\r\n` and `\r` become `\n`.
  static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }

  /// The value of a string literal, given with its quotes; its escapes were checked by the lexer.
  static func unescaped(_ bytes: [UInt8], _ literal: SourceRange) -> String {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in bytes[Int(literal.lower) + 1..<Int(literal.upper) - 1] {
      if isEscaped {
        result.append(byte == UInt8(ascii: "n") ? 0x0A : byte == UInt8(ascii: "t") ? 0x09 : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
