import TemplateEngine

/// Schemas for data that has none of its own.
enum InferredSchema {
  /// The names are known, and nothing about what they hold.
  static func open(_ context: Value) -> Record {
    guard case .map(let map) = context else { return Record(RecordSchema("Page", "", fields: []), []) }
    let schema = RecordSchema("Page", "", fields: map.keys.map { .init($0, "", .any) })
    return Record(schema, map.values)
  }

  /// Maps become records, and lists have elements of one type. A key may end in its type, such as `body:html`, and in
  /// `?` when it is optional.
  static func closed(_ context: Value) -> Record {
    let (type, value) = infer(context, "Page")
    guard case .record = type, case .record(let record) = value else { return open(context) }
    return record
  }

  private static func infer(_ value: Value, _ name: String) -> (ValueType, Value) {
    switch value {
    case .bool: return (.bool, value)
    case .int: return (.int, value)
    case .float: return (.float, value)
    case .string: return (.string, value)
    case .list(let elements):
      let inferred = elements.map { infer($0, name) }
      let type = inferred.dropFirst().reduce(inferred.first?.0 ?? .any) { common($0, $1.0) }
      return (.list(type), .list(inferred.map(\.1)))
    case .map(let map):
      let fields = zip(map.keys, map.values).map { field(named: $0, $1) }
      let schema = RecordSchema(name, "", fields: fields.map { field in .init(field.key, "", field.inferred.0) })
      // Shared, so that what includes make of it is remembered.
      return (.record(schema), .record(Record(schema, fields.map(\.inferred.1), isShared: true)))
    default: return (.any, value)
    }
  }

  /// A type that describes the values of both: records with the same fields in the same order, lists of such, and else
  /// any. The engine trusts a schema, so it must not say more than is true.
  private static func common(_ a: ValueType, _ b: ValueType) -> ValueType {
    switch (a, b) {
    case (.bool, .bool), (.int, .int), (.float, .float), (.string, .string), (.html, .html), (.url, .url),
      (.srcset, .srcset):
      return a
    case (.list(let a), .list(let b)): return .list(common(a, b))
    case (.optional(let a), .optional(let b)): return .optional(common(a, b))
    case (.record(let a), .record(let b)):
      guard a.fields.map(\.name) == b.fields.map(\.name) else { return .any }
      let fields = zip(a.fields, b.fields).map { ($0.name, common($0.type, $1.type)) }
      return .record(RecordSchema(a.name, "", fields: fields.map { name, type in .init(name, "", type) }))
    default: return .any
    }
  }

  private static func field(named key: String, _ value: Value) -> (key: String, inferred: (ValueType, Value)) {
    if key.hasSuffix("?") {
      let (name, inferred) = field(named: String(key.dropLast()), value)
      let isAbsent = if case .none = value { true } else { false }
      return (name, (.optional(inferred.0), isAbsent ? .undefined : inferred.1))
    }
    let parts = key.split(separator: ":").map(String.init)
    guard parts.count == 2, case .string(let text) = value else { return (key, infer(value, key)) }
    return switch parts[1] {
    case "html": (parts[0], (.html, .html(text)))
    case "url": (parts[0], (.url, .url(text)))
    case "srcset": (parts[0], (.srcset, .srcset(text)))
    default: (key, infer(value, key))
    }
  }
}
