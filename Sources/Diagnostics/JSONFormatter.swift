import FoundationEssentials

/// Diagnostics and the build's report as one JSON document, for tools.
///
///     {"diagnostics":[{"code":…,"column":1,…}],"report":{"pages":412,…}}
public struct JSONFormatter: Sendable {
  public let language: MessageLanguage

  public init(language: MessageLanguage) { self.language = language }

  /// The document, ended by a line break. `report` is `null` when nothing was built.
  /// - Throws: what `report`'s own encoding throws.
  public func document(_ diagnostics: [Diagnostic], report: (some Encodable)?) throws -> String {
    try encodedJSON(Document(diagnostics: diagnostics.map { Entry($0, language) }, report: report))
  }

  private struct Document<Report: Encodable>: Encodable {
    let diagnostics: [Entry]
    let report: Report?
  }

  private struct Entry: Encodable {
    let severity, code, message, file: String
    let line, column, endLine, endColumn: Int
    let help, fix: String?
    let related: [RelatedEntry]

    init(_ diagnostic: Diagnostic, _ language: MessageLanguage) {
      let (start, end) = (diagnostic.location.start, diagnostic.location.end)
      severity = diagnostic.severity.rawValue
      code = diagnostic.code
      message = diagnostic.message[language]
      file = diagnostic.location.file.path
      (line, column, endLine, endColumn) = (start.line, start.column, end.line, end.column)
      help = diagnostic.help?[language]
      fix = diagnostic.fix
      related = diagnostic.related.map { RelatedEntry($0, language) }
    }
  }

  private struct RelatedEntry: Encodable {
    let message, file: String
    let line, column: Int

    init(_ related: Diagnostic.Related, _ language: MessageLanguage) {
      let start = related.location.start
      (message, file) = (related.message[language], related.location.file.path)
      (line, column) = (start.line, start.column)
    }
  }
}

/// Compact JSON with sorted keys and unescaped slashes, ended by a line break: the same value, the same bytes.
public func encodedJSON(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
