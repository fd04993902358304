/// Diagnostics as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code-scanning services and editors.
public struct SARIFFormatter: Sendable {
  public let language: MessageLanguage
  /// The program's version, for `tool.driver.version`.
  public let version: String

  public init(language: MessageLanguage, version: String) {
    self.language = language
    self.version = version
  }

  /// The log, ended by a line break.
  public func document(_ diagnostics: [Diagnostic]) throws -> String {
    let codes = Set(diagnostics.map(\.code)).sorted(by: precedes)
    let driver = Driver(name: "Etalase", version: version, rules: codes.map(Rule.init))
    let run = Run(
      tool: Tool(driver: driver), columnKind: "unicodeCodePoints",
      results: diagnostics.map { Result($0, language) })
    return try encodedJSON(Log(version: "2.1.0", schema: Log.schemaURL, runs: [run]))
  }

  private struct Log: Encodable {
    static let schemaURL = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version, schema: String
    let runs: [Run]
    enum CodingKeys: String, CodingKey {
      case version, runs
      case schema = "$schema"
    }
  }

  private struct Run: Encodable {
    let tool: Tool
    let columnKind: String
    let results: [Result]
  }

  private struct Tool: Encodable { let driver: Driver }

  private struct Driver: Encodable {
    let name, version: String
    let rules: [Rule]
  }

  private struct Rule: Encodable { let id: String }

  private struct Text: Encodable { let text: String }

  private struct Result: Encodable {
    let ruleId, level: String
    let message: Text
    let locations, relatedLocations: [Location]

    init(_ diagnostic: Diagnostic, _ language: MessageLanguage) {
      ruleId = diagnostic.code
      level = diagnostic.severity.rawValue
      let help = diagnostic.help.map { ". " + $0[language] } ?? ""
      message = Text(text: diagnostic.message[language] + help)
      locations = [Location(diagnostic.location, message: nil)]
      relatedLocations = diagnostic.related.map { Location($0.location, message: $0.message[language]) }
    }
  }

  private struct Location: Encodable {
    let physicalLocation: Physical
    let message: Text?

    init(_ location: SourceLocation, message: String?) {
      physicalLocation = Physical(location)
      self.message = message.map(Text.init)
    }
  }

  private struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region

    init(_ location: SourceLocation) {
      artifactLocation = Artifact(uri: uriReference(location.file.path))
      let (start, end) = (location.start, location.end)
      region = Region(
        startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
    }
  }

  private struct Artifact: Encodable { let uri: String }

  private struct Region: Encodable { let startLine, startColumn, endLine, endColumn: Int }
}

/// A relative path as a URI reference: every byte outside RFC 3986's unreserved set and `/` percent-encoded.
private func uriReference(_ path: String) -> String {
  path.utf8.reduce(into: "") { result, byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let hex = String(byte, radix: 16, uppercase: true)
      result += "%" + (hex.count == 1 ? "0" : "") + hex
    }
  }
}
