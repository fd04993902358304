internal import TemplateEngine

/// Writing XML 1.0, an element at a time.
extension OutputBuffer {
  static let xmlDeclaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Appends text; characters that XML 1.0 has no way to write (section 2.2) are left out.
  mutating func append(xml text: String) {
    guard text.utf8.hasRareBytes else { return append(escaping: text) }
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

extension String.UTF8View {
  /// Whether there may be characters that XML cannot write: control characters, or U+FFFE and U+FFFF among those that
  /// begin with 0xEF.
  fileprivate var hasRareBytes: Bool {
    withContiguousStorageIfAvailable { bytes in
      bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0xEF }
    } ?? true
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
