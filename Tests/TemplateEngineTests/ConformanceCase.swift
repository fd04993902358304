import Diagnostics
import Foundation
import TemplateEngine
import Testing

/// Templates with data, and what they must give or how they must fail.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  let name: String
  let templates: [TemplateSource]
  let context: Value
  /// What Jinja2 printed, or the kind of error that it raised.
  let expected: String?
  let error: String?
  let checksHTML: Bool

  var testDescription: String { name }

  /// The cases of a file in the fixtures, or of the file that the environment names instead.
  static func load(_ file: String, unless variable: String) -> [ConformanceCase] {
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    let replacement = ProcessInfo.processInfo.environment[variable].map { URL(fileURLWithPath: $0) }
    let url = replacement ?? fixtures.appendingPathComponent(file)
    guard let text = try? String(contentsOf: url, encoding: .utf8), case .list(let cases) = JSONReader.value(text)
    else {
      return []
    }
    return cases.compactMap(ConformanceCase.init)
  }

  private init?(_ value: Value) {
    guard case .map(let fields) = value, case .string(let name) = fields["name"],
      case .map(let templates) = fields["templates"]
    else { return nil }
    self.name = name
    self.templates = zip(templates.keys, templates.values).compactMap { name, text in
      guard case .string(let text) = text else { return nil }
      return TemplateSource(name: name, file: SourceFile(path: name, text: text))
    }
    context = fields["context"] ?? .map(OrderedMap([]))
    if case .string(let text) = fields["expect"] { expected = text } else { expected = nil }
    if case .string(let kind) = fields["error"] { error = kind } else { error = nil }
    if case .bool(true) = fields["html"] { checksHTML = true } else { checksHTML = false }
  }

  /// What the engine makes of the case, with an open schema as Jinja2 has, or with one inferred from the data.
  func render(openSchema: Bool) -> Result<String, Failure> {
    let root = openSchema ? InferredSchema.open(context) : InferredSchema.closed(context)
    let (library, diagnostics) = TemplateLibrary.compile(
      templates, pages: [PageKind(template: "main.html", schema: root.schema)], htmlCheck: checksHTML,
      openSchema: openSchema)
    guard let template = library?.template("main.html") else { return .failure(Failure(diagnostics: diagnostics)) }
    var buffer = OutputBuffer()
    do {
      try template.render(root, into: &buffer)
      return .success(buffer.string)
    } catch {
      return .failure(Failure(diagnostics: [error.diagnostic], isFromRendering: true))
    }
  }

  struct Failure: Error {
    let diagnostics: [Diagnostic]
    var isFromRendering = false

    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// Jinja2's kinds of error, as the codes tell them.
    var kinds: Set<String> {
      Set(
        errors.map { diagnostic in
          switch diagnostic.code.split(separator: ".")[1] {
          case "missing": "missing-template"
          case let kind: String(kind)
          }
        })
    }
  }
}
