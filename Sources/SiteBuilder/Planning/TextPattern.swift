/// A text with places for values: `{0}` or `{product}`.
///
/// Made for texts that are filled for every page, so it works on bytes. Braces around anything unknown stay as they are.
struct TextPattern: Sendable {
  private let text: String

  init(_ text: some StringProtocol) { self.text = String(text) }

  /// - Parameter value: the bytes for a name, or `nil` to leave name and braces.
  func filled(_ value: (Substring) -> String?) -> String {
    let bytes = text.utf8
    guard var open = bytes.firstIndex(of: UInt8(ascii: "{")) else { return text }
    var result = ""
    var start = bytes.startIndex
    while let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) {
      if let value = value(text[bytes.index(after: open)..<close]) {
        result += text[start..<open]
        result += value
        start = bytes.index(after: close)
      }
      let from = start > open ? start : bytes.index(after: open)
      guard let next = bytes[from...].firstIndex(of: UInt8(ascii: "{")) else { break }
      open = next
    }
    result += text[start...]
    return result
  }
}
