internal import Diagnostics
internal import Foundation
internal import Mustache
internal import Stencil
internal import TemplateEngine

/// Renders a page; the text is only made when it is asked for.
protocol Engine {
  mutating func render() throws
  mutating func text() throws -> String
}

enum BenchmarkFailure: Error { case message(String) }

// MARK: Ours

/// Etalase's engine with data that were prepared, as all other engines get them.
struct Ours: Engine {
  private let template: TemplateEngine.Template
  private let record: Record
  private let buffer = Buffer()

  /// One buffer that is used again for each page, as the site builder does.
  private final class Buffer { var bytes = OutputBuffer() }

  init(_ page: String, _ record: Record, _ sources: [TemplateSource]) throws {
    let kind = PageKind(template: page, schema: record.schema)
    let (library, diagnostics) = TemplateLibrary.compile(sources, pages: [kind])
    guard let template = library?.template(page) else {
      throw BenchmarkFailure.message(TextFormatter(language: .en).format(diagnostics))
    }
    self.template = template
    self.record = record
  }

  func render() throws {
    buffer.bytes.removeAll()
    try template.render(record, into: &buffer.bytes)
  }

  func text() throws -> String {
    try render()
    return buffer.bytes.string
  }
}

/// The same, and making the template's records out of Swift values is counted too.
struct OursFromValues: Engine {
  private let template: TemplateEngine.Template
  private let makeRecord: () -> Record
  private let buffer = Buffer()

  private final class Buffer { var bytes = OutputBuffer() }

  init(_ page: String, _ value: some TemplateRecord, _ sources: [TemplateSource]) throws {
    let (library, _) = TemplateLibrary.compile(
      sources, pages: [PageKind(template: page, schema: value.templateRecord.schema)])
    guard let template = library?.template(page) else { throw BenchmarkFailure.message(page) }
    self.template = template
    makeRecord = { value.templateRecord }
  }

  func render() throws {
    buffer.bytes.removeAll()
    try template.render(makeRecord(), into: &buffer.bytes)
  }

  func text() throws -> String {
    try render()
    return buffer.bytes.string
  }
}

/// Parsing, checking and compiling a page's template together with all that it extends, includes and imports.
struct OursCompiling: Engine {
  private let sources: [TemplateSource]
  private let kind: PageKind

  init(_ page: String, _ schema: RecordSchema, _ sources: [TemplateSource]) {
    self.sources = sources
    kind = PageKind(template: page, schema: schema)
  }

  func render() throws {
    let (library, _) = TemplateLibrary.compile(sources, pages: [kind])
    precondition(library != nil)
  }

  func text() throws -> String { "" }
}

// MARK: Others

struct MustacheEngine: Engine {
  private let library: MustacheLibrary
  private let page: String
  private let data: [String: Any]
  private var last = ""

  init(_ page: String, _ record: Record, _ files: [String: String]) throws {
    let templates = try files.mapValues { try MustacheTemplate(string: $0) }
    library = MustacheLibrary(
      templates: Dictionary(uniqueKeysWithValues: templates.map { (String($0.key.dropLast(5)), $0.value) }))
    self.page = String(page.dropLast(5))
    data = record.plain
  }

  mutating func render() throws {
    guard let text = library.render(data, withTemplate: page) else { throw BenchmarkFailure.message(page) }
    last = text
  }

  mutating func text() throws -> String {
    try render()
    return last
  }
}

struct StencilEngine: Engine {
  private let environment: Stencil.Environment
  private let page: String
  private let data: [String: Any]
  private var last = ""

  init(_ page: String, _ record: Record, _ files: [String: String]) throws {
    let escaping = Extension()
    escaping.registerFilter("e") { value in Self.escaped(value as? String ?? "\(value ?? "")") }
    environment = Stencil.Environment(
      loader: CachingLoader(files), extensions: [escaping], trimBehaviour: .smart)
    self.page = page
    data = record.plain
  }

  mutating func render() throws { last = try environment.renderTemplate(name: page, context: data) }

  mutating func text() throws -> String {
    try render()
    return last
  }

  /// Stencil escapes nothing by itself.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>'\"".utf8.contains($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "'": result += "&#39;"
      case "\"": result += "&#34;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Parses each template once. Stencil's own loaders would read and parse an included file for each time it is shown.
  private final class CachingLoader: Loader {
    private let files: [String: String]
    private var templates: [String: Stencil.Template] = [:]

    init(_ files: [String: String]) { self.files = files }

    func loadTemplate(name: String, environment: Stencil.Environment) throws -> Stencil.Template {
      if let template = templates[name] { return template }
      guard let text = files[name] else { throw TemplateDoesNotExist(templateNames: [name], loader: self) }
      let template = Stencil.Template(templateString: text, environment: environment, name: name)
      templates[name] = template
      return template
    }
  }
}
