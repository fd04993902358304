/// A text with places for values, `{0}` or `{product}`, taken apart once to be filled often.
///
///     TextPattern("{0} produk").filled(["12"])  // "12 produk"
struct TextPattern: Sendable {
  private enum Part: Sendable {
    case text(String)
    case place(name: String, number: Int?)
  }

  /// With its places.
  let text: String
  private let parts: [Part]
  /// Bytes of the text between the places.
  private let textLength: Int

  init(_ text: some StringProtocol) {
    var (parts, rest): ([Part], Substring) = ([], Substring(text))
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      // The innermost brace opens: "{ {0}" holds one place.
      let start = rest.utf8[..<close].lastIndex(of: UInt8(ascii: "{")) ?? open
      let name = String(rest[rest.utf8.index(after: start)..<close])
      parts += [.text(String(rest[..<start])), .place(name: name, number: Int(name))]
      rest = rest[rest.utf8.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    // Without the empty ones.
    parts.removeAll { part in if case .text("") = part { true } else { false } }
    self.text = String(text)
    self.parts = parts
    textLength = parts.reduce(0) { length, part in
      if case .text(let text) = part { length + text.utf8.count } else { length }
    }
  }

  /// The names of the places, in order.
  var names: [String] { parts.compactMap { part in if case .place(let name, _) = part { name } else { nil } } }

  /// The text with the places `{0}` and `{1}` filled, as far as there are values; others stay as they are.
  func filled(_ first: String, _ second: String?) -> String {
    fill(room: first.utf8.count + (second?.utf8.count ?? 0)) { _, number in
      switch number {
      case 0: first
      case 1: second
      default: nil
      }
    }
  }

  /// The text with each place filled that has a value; others stay as they are.
  func filled(_ values: (String) -> String?) -> String { fill(room: 0) { name, _ in values(name) } }

  /// - Parameter room: bytes that the values are known to take.
  private func fill(room: Int, _ value: (String, Int?) -> String?) -> String {
    var result = ""
    result.reserveCapacity(textLength + room)
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .place(let name, let number):
        if let value = value(name, number) { result += value } else { result += "{" + name + "}" }
      }
    }
    return result
  }
}
