/// The filters of the language. They do what Jinja2's filters of the same names do.
enum BuiltinFilter: String, CaseIterable, Sendable {
  case abs, capitalize, `default`, escape, first, int, join, last, length, lower, replace, round, safe, string, tojson
  case trim, truncate, upper, urlencode

  static let aliases: [String: BuiltinFilter] = ["d": .default, "e": .escape, "count": .length]

  static var allNames: [String] { allCases.map(\.rawValue) + aliases.keys.sorted() }

  init?(name: String) {
    guard let filter = Self.aliases[name] ?? BuiltinFilter(rawValue: name) else { return nil }
    self = filter
  }

  struct Parameter: Sendable {
    let name: String
    let kinds: StaticType.Kinds
    let defaultValue: Value?

    init(_ name: String, _ kinds: StaticType.Kinds, _ defaultValue: Value?) {
      self.name = name
      self.kinds = kinds
      self.defaultValue = defaultValue
    }
  }

  /// In the order and with the names that Jinja2 gives them.
  var parameters: [Parameter] {
    switch self {
    case .default: [.init("default_value", .all, .string("")), .init("boolean", .all, .bool(false))]
    case .int: [.init("default", .all, .int(0))]
    case .join: [.init("d", .printable, .string("")), .init("attribute", [.string, .int, .none], Value.none)]
    case .replace:
      [
        .init("old", .printable, nil), .init("new", .printable, nil), .init("count", [.int, .bool, .none], Value.none),
      ]
    case .round: [.init("precision", [.int, .bool], .int(0)), .init("method", .string, .string("common"))]
    case .trim: [.init("chars", [.string, .html, .none], Value.none)]
    case .truncate:
      [
        .init("length", [.int, .bool], .int(255)), .init("killwords", .all, .bool(false)),
        .init("end", [.string, .html], .string("...")), .init("leeway", [.int, .bool, .none], Value.none),
      ]
    default: []
    }
  }

  /// A line for theme authors.
  var about: String {
    switch self {
    case .abs: "The number without its sign"
    case .capitalize: "The first letter large, the others small"
    case .default: "The value, or another where it is absent; with `true` also where it is empty or false"
    case .escape: "The text with the characters of HTML written as entities, as showing it does"
    case .first: "The first element or character"
    case .int: "The whole number that the text begins to be, or the default"
    case .join: "The elements as one text, with `d` between them"
    case .last: "The last element or character"
    case .length: "The number of elements or characters"
    case .lower: "All letters small"
    case .replace: "The text with `new` for each `old`, or for the first `count` of them"
    case .round: "The number rounded; `method` is `common`, `ceil` or `floor`"
    case .safe: "The text as markup: it is shown as it is, so it must be trusted"
    case .string: "The value as text"
    case .tojson: "The value as JSON that can stand in a script"
    case .trim: "The text without white space, or without `chars`, at its ends"
    case .truncate: "The text cut to `length` characters, between words unless `killwords`"
    case .upper: "All letters large"
    case .urlencode: "The text as a part of a link"
    }
  }

  /// The kinds of value that it accepts.
  var input: StaticType.Kinds {
    switch self {
    case .abs, .round: .number
    case .capitalize, .lower, .upper, .trim, .replace, .safe, .escape, .string: .printable
    case .default: .all
    case .first, .last: [.list, .map, .string, .url, .srcset]
    case .int: .all
    case .join: [.list, .map, .string, .url, .srcset]
    case .length: [.list, .map, .string, .html, .url, .srcset]
    case .tojson: .all
    case .truncate: [.string, .url, .srcset]
    case .urlencode: [.bool, .int, .float, .string, .url, .srcset]
    }
  }

  /// The kinds that make sense, where it accepts more: a closed schema allows no others.
  var sensibleInput: StaticType.Kinds { self == .int ? .printable.union(.none) : input }

  /// The type that it makes of an input of a type.
  func result(_ input: StaticType, _ arguments: [StaticType]) -> StaticType {
    switch self {
    case .abs:
      if input.isUnknown { return .unknown }
      return StaticType(
        kinds: input.kinds.contains(.float) ? input.kinds.union(.int).intersection([.int, .float]) : .int)
    case .capitalize, .lower, .upper, .trim, .string, .replace, .join: return textResult(input, arguments)
    case .default: return defaultResult(input, arguments)
    case .first, .last: return elementResult(input)
    case .int: return arguments[0].kinds == .int ? .int : arguments[0].union(.int)
    case .length: return .int
    case .round: return StaticType(kinds: input.isUnknown ? .unknown : [.int, .float])
    case .escape, .safe, .tojson: return .html
    case .truncate, .urlencode: return input.isUnknown ? .unknown : .string
    }
  }

  /// Text stays markup when markup took part.
  private func textResult(_ input: StaticType, _ arguments: [StaticType]) -> StaticType {
    let parts = [input, self == .join ? input.elementType : .string] + arguments
    if input.isUnknown || parts.contains(where: { $0.isUnknown && self == .join }) { return .unknown }
    return parts.contains { $0.kinds.contains(.html) }
      ? StaticType(kinds: [.string, .html]).settled(self, input) : .string
  }

  private func defaultResult(_ input: StaticType, _ arguments: [StaticType]) -> StaticType {
    let defined = input.removing(.absent)
    if input.isUnknown { return .unknown }
    return defined.kinds.isEmpty ? arguments[0] : defined.union(arguments[0])
  }

  private func elementResult(_ input: StaticType) -> StaticType {
    if input.isUnknown { return .unknown }
    var result = StaticType(kinds: .missing)
    if input.kinds.contains(.list) { result = result.union(input.elementType) }
    return input.definedKinds == .list ? result : result.union(.string)
  }

  /// The filter that does what a Python method does, for those who know Jinja2.
  static func forMethod(_ method: String) -> String? {
    switch method {
    case "upper", "lower", "capitalize", "replace", "join": method
    case "strip", "lstrip", "rstrip": "trim"
    case "get": "default"
    default: nil
    }
  }
}

extension StaticType {
  /// Markup that a filter keeps as markup, when nothing but markup can come in.
  fileprivate func settled(_ filter: BuiltinFilter, _ input: StaticType) -> StaticType {
    filter != .join && input.definedKinds == .html ? .html : self
  }
}

extension StaticType.Kinds {
  /// Whatever is defined.
  static let all: StaticType.Kinds = [
    .none, .bool, .int, .float, .string, .html, .url, .srcset, .list, .map, .record,
  ]
}

/// The tests of the language, written `value is test`.
enum BuiltinTest: String, CaseIterable, Sendable {
  case defined, undefined, none, odd, even, divisibleby
}
