internal import TemplateEngine

/// Writing XML 1.0, an element at a time.
extension OutputBuffer {
  static let xmlDeclaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Appends text; characters that XML 1.0 has no way to write (section 2.2) are left out.
  mutating func append(xml text: String) {
    guard text.unicodeScalars.contains(where: { !$0.isXMLCharacter }) else { return append(escaping: text) }
    append(escaping: String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isXMLCharacter))))
  }

  /// Appends `<name>text</name>` and a line break; nothing when there is no text.
  mutating func element(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    append("<")
    append(name)
    append(">")
    append(xml: text)
    append("</")
    append(name)
    append(">\n")
  }

  /// Appends a space and `name="value"`.
  mutating func attribute(_ name: StaticString, _ value: String) {
    append(" ")
    append(name)
    append("=\"")
    append(xml: value)
    append("\"")
  }
}

extension Unicode.Scalar {
  fileprivate var isXMLCharacter: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00...0x1F, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
