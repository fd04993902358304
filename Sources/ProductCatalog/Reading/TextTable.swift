package import Diagnostics

/// A YAML file of nothing but keys and texts, such as the words of the website's own buttons.
///
///     order.whatsapp: "Pesan lewat WhatsApp"
package struct TextTable: Sendable {
  package struct Entry: Sendable {
    package let key: String
    package let text: String
    /// Where the text is written.
    package let range: SourceRange
  }

  /// In the file's order, each key once.
  package let entries: [Entry]
  package let diagnostics: [Diagnostic]

  package static func read(_ file: SourceFile) -> TextTable {
    var diagnostics: [Diagnostic] = []
    guard let content = ContentFile.yaml(file, &diagnostics) else {
      return TextTable(entries: [], diagnostics: diagnostics)
    }
    let document = content.reader.document
    guard document.nodes[0].kind == .mapping else {
      return TextTable(
        entries: [], diagnostics: diagnostics + [.notKeysAndValues(at: SourceLocation(file, document.nodes[0].range))])
    }
    let children = Array(document.children(of: 0))
    let entries = stride(from: 0, to: children.count - 1, by: 2).compactMap { index -> Entry? in
      let (key, value) = (children[index], children[index + 1])
      let name = String(decoding: document.bytes(key), as: UTF8.self)
      let range = document.nodes[value].range
      switch document.nodes[value].kind {
      case .plain, .quoted, .block:
        return Entry(key: name, text: String(decoding: document.bytes(value), as: UTF8.self), range: range)
      case .mapping, .sequence:
        diagnostics.append(
          .notAText(name, name, isList: document.nodes[value].kind == .sequence, at: SourceLocation(file, range)))
        return nil
      case .refused: return nil
      }
    }
    return TextTable(entries: entries, diagnostics: diagnostics)
  }
}

extension Body {
  /// The part of a content file below its front matter; `nil` when the file has none.
  package static func of(_ file: SourceFile) -> Body? {
    (try? FrontMatter(file)).map { Body(file: file, range: $0.body) }
  }
}
