internal import Diagnostics
internal import FoundationEssentials
internal import SiteBuilder

/// All that a page's script needs to know, each time anything changed.
struct PreviewState: Encodable {
  /// Errors that are sent along; the terminal shows all.
  static let mostProblems = 200

  /// Which site is being shown: another word for each.
  let version: String
  /// The address of a changed picture → the version since which it has its bytes.
  let copies: [String: Int]
  let problems: [ProblemView]
  let moreProblems: Int
  let words: [String: String]

  init(_ site: LiveSite, _ language: MessageLanguage, version: String) {
    let errors = site.errors
    self.version = version
    copies = site.changedCopies
    problems = errors.prefix(Self.mostProblems).map { ProblemView($0, language) }
    moreProblems = max(0, errors.count - Self.mostProblems)
    words = Words.ofScript.mapValues { $0[language] }
  }
}

/// A diagnostic as a page shows it.
struct ProblemView: Encodable {
  /// Bytes of a source line that are shown before the marked place, in it, and after it.
  private static let longestPart = 240

  let severity, code, message, file: String
  let line: Int
  let help: String?
  /// The source line in three parts, the one in the middle marked; empty when there is no such line.
  let before, marked, after: String

  init(_ diagnostic: Diagnostic, _ language: MessageLanguage) {
    let (file, range) = (diagnostic.location.file, diagnostic.location.range)
    severity = diagnostic.severity.rawValue
    code = diagnostic.code
    message = diagnostic.message[language]
    help = diagnostic.help?[language]
    self.file = file.path
    line = diagnostic.location.start.line
    let bounds = file.lineBounds(at: Int(range.lower))
    let start = min(max(Int(range.lower), bounds.lowerBound), bounds.upperBound)
    let end = min(max(Int(range.upper), start), bounds.upperBound)
    before = file.text(max(bounds.lowerBound, start - Self.longestPart)..<start)
    marked = file.text(start..<min(end, start + Self.longestPart))
    after = file.text(end..<min(bounds.upperBound, end + Self.longestPart))
  }
}

/// One line of JSON.
func encodedJSON(_ value: some Encodable) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  do { return Array(try encoder.encode(value)) } catch { preconditionFailure("\(error)") }
}
