/// The names, types, fields, filters and tests that templates can use, as Markdown for theme authors.
///
/// It is made from the declarations that templates are checked against, so it is never out of date:
///
///     templateReference(pages: [PageKind("product.html", ProductPage.self)], filters: [rupiah])
public func templateReference(pages: [PageKind], filters: [HostFilter]) -> String {
  var reference = TemplateReference()
  reference.describe(pages)
  reference.describeRecords()
  reference.describe(filters)
  reference.describeBuiltins()
  return reference.text
}

private struct TemplateReference {
  private(set) var text = "# Template reference\n"
  private var records: [RecordSchema] = []

  mutating func describe(_ pages: [PageKind]) {
    text += "\n## Pages\n"
    for page in pages {
      text += "\n### `\(page.template)`\n\n\(page.schema.about)\n"
      describeFields(of: page.schema)
    }
  }

  /// Records are described in the order in which they are first mentioned.
  mutating func describeRecords() {
    text += "\n## Records\n"
    var index = 0
    while index < records.count {
      text += "\n### \(records[index].name)\n\n\(records[index].about)\n"
      describeFields(of: records[index])
      index += 1
    }
  }

  private mutating func describeFields(of schema: RecordSchema) {
    text += "\n| name | type | |\n|---|---|---|\n"
    for field in schema.fields {
      text += "| `\(field.name)` | \(name(of: field.type)) | \(field.about) |\n"
    }
  }

  private mutating func name(of type: ValueType) -> String {
    switch type {
    case .any: return "any"
    case .bool: return "bool"
    case .int: return "int"
    case .float: return "float"
    case .string: return "string"
    case .html: return "html"
    case .url: return "url"
    case .srcset: return "srcset"
    case .list(let element): return "list of \(name(of: element))"
    case .map(let element): return "map of \(name(of: element))"
    case .optional(let wrapped): return "\(name(of: wrapped)), may be absent"
    case .record(let schema):
      if !records.contains(where: { $0 === schema }) { records.append(schema) }
      return schema.name
    }
  }

  mutating func describe(_ filters: [HostFilter]) {
    text += "\n## Filters of the site\n\n| filter | input | result | |\n|---|---|---|---|\n"
    for filter in filters {
      let parameters = filter.parameters.map(\.name).joined(separator: ", ")
      let call = parameters.isEmpty ? filter.name : "\(filter.name)(\(parameters))"
      let input = filter.input.map { name(of: $0) }.joined(separator: ", ")
      text += "| `\(call)` | \(input) | \(name(of: filter.result)) | \(filter.about) |\n"
    }
  }

  mutating func describeBuiltins() {
    text += "\n## Filters and tests of the language\n\nThey do what Jinja2's of the same names do.\n\n"
    for filter in BuiltinFilter.allCases {
      let parameters = filter.parameters.map(\.name).joined(separator: ", ")
      text += "- `\(filter.rawValue)\(parameters.isEmpty ? "" : "(\(parameters))")`\n"
    }
    text += "\nTests: " + BuiltinTest.allCases.map { "`is \($0.rawValue)`" }.joined(separator: ", ") + ".\n"
  }
}
