/// How the search index writes numbers and texts: as JSON that packs well, because web servers compress JSON and rarely
/// anything binary.
enum SearchCode {
  /// Appends a JSON string.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      if text.allSatisfy(isPlain) { bytes += text } else { for byte in text { appendEscaped(byte, to: &bytes) } }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    if isPlain(byte) { return bytes.append(byte) }
    bytes.append(UInt8(ascii: "\\"))
    if byte >= 0x20 { return bytes.append(byte) }
    bytes += "u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
  }

  /// Appends a JSON list of texts.
  static func append(_ texts: [String], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Appends a JSON string with a character for each number: U+0023 for 0, and so on without `\`.
  ///
  /// Numbers above 50,000 count as that.
  static func appendColumn(_ values: some Sequence<Int>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for value in values {
      let scalar = UInt32(min(max(value, 0), 50_000)) + 0x23
      let code = scalar < 0x5C ? scalar : scalar + 1
      if code < 0x80 { bytes.append(UInt8(code)) } else { bytes += Unicode.Scalar(code)!.utf8 }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends ascending numbers as their distances, less one: five bits to a character, the lowest first, and 32 added
  /// to all but a number's last.
  static func appendList(_ numbers: some Sequence<Int32>, to bytes: inout [UInt8]) {
    var before: Int32 = -1
    for number in numbers {
      var rest = number - before - 1
      while rest >= 32 {
        bytes.append(digits[Int(rest & 31) + 32])
        rest >>= 5
      }
      bytes.append(digits[Int(rest)])
      before = number
    }
  }

  /// Appends terms in their order, each as a capital letter for what it shares with the one before (`A` for nothing)
  /// and the rest. Terms have no capital letters; only ASCII is shared, so that characters stay whole.
  static func appendTerms(_ terms: some Sequence<ArraySlice<UInt8>>, to bytes: inout [UInt8]) {
    var before: ArraySlice<UInt8> = []
    for term in terms {
      let shared = min(25, zip(before, term).prefix { $0 == $1 && $0 < 0x80 }.count)
      bytes.append(UInt8(ascii: "A") + UInt8(shared))
      bytes += term.dropFirst(shared)
      before = term
    }
  }

  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)
}
