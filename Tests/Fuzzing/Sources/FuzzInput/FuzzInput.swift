package import Diagnostics
package import TemplateEngine

/// What the fuzzer's bytes stand for: data as JSON, then templates, each below a line `--- name`, as in the fixtures of
/// error messages. Any bytes stand for something.
package struct FuzzInput {
  /// The names are known, and nothing about what they hold.
  package let open: Record
  /// The types are known too.
  package let closed: Record
  package let templates: [TemplateSource]
  /// Keys of the data say what their values are (`body:html`, `price?`), so that the two records differ.
  package let hasTypedKeys: Bool

  package init(_ bytes: UnsafeRawBufferPointer) {
    let parts = Self.split(Array(bytes))
    let data = String(decoding: parts[0].content, as: UTF8.self)
    let context = Self.withoutRepeatedKeys(JSONReader.value(data))
    open = InferredSchema.open(context)
    closed = InferredSchema.closed(context)
    hasTypedKeys = Self.hasTypedKeys(context)
    templates = parts.dropFirst().map { part in
      TemplateSource(name: part.name, file: SourceFile(path: part.name, bytes: part.content))
    }
  }

  /// Compiles and renders `main.html`; the text, or `nil` when there are errors.
  package func run(_ root: Record, isOpen: Bool, checksHTML: Bool) -> (text: String?, diagnostics: [Diagnostic]) {
    var (library, diagnostics) = TemplateLibrary.compile(
      templates, pages: [PageKind(template: "main.html", schema: root.schema)], filters: Self.filters,
      htmlCheck: checksHTML, openSchema: isOpen)
    precondition((library == nil) == diagnostics.hasErrors)
    guard let template = library?.template("main.html") else { return (nil, diagnostics) }
    var first = OutputBuffer(capacity: 64)
    var second = OutputBuffer()
    do throws(RenderFailure) {
      try template.render(root, into: &first)
      try template.render(root, into: &second)
      precondition(first.withUnsafeBytes(Array.init) == second.withUnsafeBytes(Array.init), "it is not deterministic")
      return (first.string, diagnostics)
    } catch {
      diagnostics.append(error.diagnostic)
      return (nil, diagnostics)
    }
  }

  /// Checks that diagnostics point into their files and that they can be printed.
  package static func check(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      for location in [diagnostic.location] + diagnostic.related.map(\.location) {
        precondition(
          Int(location.range.upper) <= location.file.bytes.count, "\(diagnostic.code) points behind its file")
      }
      for language in MessageLanguage.allCases {
        precondition(!TextFormatter(language: language).format(diagnostic).isEmpty)
      }
    }
  }

  private static let filters = [
    HostFilter("rupiah", input: [.int], result: .string, about: "") { value, _ in
      if case .int(let amount) = value { .string("Rp\(amount)") } else { .string("") }
    },
    HostFilter(
      "t", input: [.string], parameters: [.init("first", .any, default: .undefined)], result: .string, about: ""
    ) { value, arguments throws(FilterFailure) in
      guard case .string(let key) = value, key.utf8.count < 20 else {
        throw FilterFailure(Message(en: "no such text", id: "teks itu tidak ada"))
      }
      if case .string(let word) = arguments[0] { return .string(key + word) }
      return value
    },
  ]

  // MARK: Reading

  private typealias Part = (name: String, content: [UInt8])

  /// The data, then one part for each template. Of two with one name the first counts.
  private static func split(_ bytes: [UInt8]) -> [Part] {
    var parts: [Part] = [("", [])]
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "--- ".utf8) {
        parts.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
      } else {
        parts[parts.count - 1].content += line + [UInt8(ascii: "\n")]
      }
    }
    var names: Set<String> = []
    return parts.filter { names.insert($0.name).inserted }
  }

  /// The engine expects keys that differ.
  private static func withoutRepeatedKeys(_ value: Value) -> Value {
    switch value {
    case .list(let elements): return .list(elements.map(withoutRepeatedKeys))
    case .map(let map):
      var names: Set<[UInt8]> = []
      let entries = zip(map.keys, map.values).filter { names.insert(Array(bareName($0.0).utf8)).inserted }
      return .map(OrderedMap(entries.map { (key: $0.0, value: withoutRepeatedKeys($0.1)) }))
    default: return value
    }
  }

  private static func bareName(_ key: String) -> String { String(key.prefix { $0 != "?" && $0 != ":" }) }

  private static func hasTypedKeys(_ value: Value) -> Bool {
    switch value {
    case .list(let elements): elements.contains(where: hasTypedKeys)
    case .map(let map):
      map.keys.contains { $0.contains { "?:".contains($0) } } || map.values.contains(where: hasTypedKeys)
    default: false
    }
  }
}
