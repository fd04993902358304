/// A text with places for values, `{0}` or `{product}`, taken apart once to be filled often.
///
///     TextPattern("{0} produk").filled(["12"])  // "12 produk"
struct TextPattern: Sendable {
  private enum Part: Sendable {
    case text(String)
    case place(name: String, number: Int?)
  }

  private let parts: [Part]

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
    self.parts = parts + [.text(String(rest))]
  }

  /// The names of the places, in order.
  var names: [String] { parts.compactMap { part in if case .place(let name, _) = part { name } else { nil } } }

  /// The text with each numbered place filled; others stay as they are.
  func filled(_ values: [String]) -> String {
    fill { _, number in number.flatMap { values.indices.contains($0) ? values[$0] : nil } }
  }

  /// The text with each place filled that has a value; others stay as they are.
  func filled(_ values: (String) -> String?) -> String { fill { name, _ in values(name) } }

  private func fill(_ value: (String, Int?) -> String?) -> String {
    var result = ""
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
