/// Diagnostics as GitHub Actions workflow commands, which become annotations on the changed files.
///
/// Escaping as in actions/toolkit's `command.ts`: `%`, CR and LF everywhere, `:` and `,` in properties too.
public struct GitHubFormatter: Sendable {
  public let language: MessageLanguage

  public init(language: MessageLanguage) { self.language = language }

  /// One command, ended by a line break.
  public func format(_ diagnostic: Diagnostic) -> String {
    let (start, end) = (diagnostic.location.start, diagnostic.location.end)
    let properties = [
      "file=\(property(diagnostic.location.file.path.printable))", "line=\(start.line)", "endLine=\(end.line)",
      "col=\(start.column)", "endColumn=\(end.column)", "title=\(property(diagnostic.code))",
    ]
    let text = [diagnostic.message, diagnostic.help].compactMap { $0?[language].printable }.joined(separator: "\n")
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(data(text))\n"
  }

  /// All diagnostics as a Markdown table, for the job's summary: GitHub shows only ten annotations a step.
  public func summary(_ diagnostics: [Diagnostic]) -> String {
    let rows = diagnostics.map { diagnostic in
      let start = diagnostic.location.start
      let place = "\(diagnostic.location.file.path.printable):\(start.line):\(start.column)"
      let text = [diagnostic.message, diagnostic.help].compactMap { $0?[language].printable }.joined(separator: "; ")
      return "| \(diagnostic.severity.rawValue) | \(cell(place)) | \(cell(text)) | \(cell(diagnostic.code)) |\n"
    }
    return "| | | | |\n| --- | --- | --- | --- |\n" + rows.joined()
  }

  private func data(_ text: String) -> String {
    escape(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private func property(_ text: String) -> String {
    escape(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func cell(_ text: String) -> String {
    escape(
      text,
      [
        "|": "\\|", "<": "&lt;", "&": "&amp;", "`": "\\`", "*": "\\*", "[": "\\[", "_": "\\_", "~": "\\~", "\\": "\\\\",
        "@": "&#64;",
      ])
  }

  private func escape(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in result += table[scalar] ?? String(scalar) }
  }
}
