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
  private(set) var text = """
    # Template reference

    What the templates of this site can use. A template is compiled against its kind of page: a name that is not listed
    here is an error when the site is built, with the place and the nearest name that exists.

    **Types.** `string` is plain text, shown escaped. `html` is markup, shown as it is. `url` is a link that was checked
    and can stand in `href` or `src`; `srcset` can stand in an attribute of that name. `int`, `float` and `bool` are as
    in Python. A list is for `{% for %}` and filters such as `length` and `join`. A field that *may be absent* is used
    inside `{% if field is defined %}` or with `|default(…)`.

    """
  private var records: [RecordSchema] = []

  mutating func describe(_ pages: [PageKind]) {
    text += "\n## Pages\n\nThe names at the top level of each page's template, and of all that it includes.\n"
    for page in pages {
      text += "\n### `\(page.template)`\n\n\(page.schema.about).\n"
      describeFields(of: page.schema)
    }
  }

  /// Records are described in the order in which they are first mentioned.
  mutating func describeRecords() {
    text += "\n## Records\n\nWhat the values of those names hold: `product.name`, `card.url`.\n"
    var index = 0
    while index < records.count {
      text += "\n### \(records[index].name)\n\n\(records[index].about).\n"
      describeFields(of: records[index])
      index += 1
    }
  }

  private mutating func describeFields(of schema: RecordSchema) {
    text += "\n| name | type | what it is |\n|---|---|---|\n"
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
    case .optional(let wrapped): return "\(name(of: wrapped)), *may be absent*"
    case .record(let schema):
      if !records.contains(where: { $0 === schema }) { records.append(schema) }
      return "[\(schema.name)](#\(schema.name.lowercased()))"
    }
  }

  mutating func describe(_ filters: [HostFilter]) {
    text += "\n## Filters of the site\n\nWritten `value|filter`; arguments with `=` may be left out.\n"
    text += "\n| filter | input | result | what it does |\n|---|---|---|---|\n"
    for filter in filters {
      let call = call(filter.name, filter.parameters.map { ($0.name, $0.defaultValue) })
      let input = filter.input.map { name(of: $0) }.joined(separator: ", ")
      text += "| `\(call)` | \(input) | \(name(of: filter.result)) | \(filter.about) |\n"
    }
  }

  mutating func describeBuiltins() {
    text += "\n## Filters of the language\n\nThey do what Jinja2's of the same names do.\n"
    text += "\n| filter | what it does |\n|---|---|\n"
    for filter in BuiltinFilter.allCases {
      let call = call(filter.rawValue, filter.parameters.map { ($0.name, $0.defaultValue) })
      text += "| `\(call)` | \(filter.about) |\n"
    }
    text += "\nShort names: `d` for `default`, `e` for `escape`, `count` for `length`.\n"
    text += "\n## Tests\n\nWritten `value is test` and `value is not test`: "
    let tests = BuiltinTest.allCases.map { $0 == .divisibleby ? "divisibleby(num)" : $0.rawValue }
    text += tests.map { "`\($0)`" }.joined(separator: ", ")
    text += ".\n\n## In loops\n\n"
    text += LoopField.allCases.map { "`loop.\($0.rawValue)`" }.joined(separator: ", ") + ".\n"
  }

  private func call(_ name: String, _ parameters: [(name: String, defaultValue: Value?)]) -> String {
    if parameters.isEmpty { return name }
    let list = parameters.map { $0.name + ($0.defaultValue.map { "=" + literal($0) } ?? "") }
    return "\(name)(\(list.joined(separator: ", ")))"
  }

  /// A default as a template would write it.
  private func literal(_ value: Value) -> String {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    case .string(let text): "\"\(text)\""
    case .undefined, .none: "none"
    default: value.printed ?? "…"
    }
  }
}
