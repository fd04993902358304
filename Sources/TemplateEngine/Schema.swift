/// What kind of value a name or a field of a template holds.
public indirect enum ValueType: Sendable {
  case any, bool, int, float, string, html, url, srcset
  case list(ValueType)
  /// Keys are strings.
  case map(ValueType)
  case record(RecordSchema)
  /// May be absent. A template that uses it without `is defined` or `default` is refused when it is loaded.
  case optional(ValueType)
}

/// The fields that records of one kind have, with a line on each for theme authors.
///
/// A class so that a schema can mention itself. Swift types declare theirs with `TemplateFields`; write one by hand
/// only for data whose shape is known at run time:
///
///     RecordSchema("Price", "A price", fields: [.init("amount", "In rupiah", .int)])
public final class RecordSchema: Sendable {
  public let name: String
  /// One line for theme authors.
  public let about: String
  public let fields: [Field]

  public init(_ name: String, _ about: String, fields: [Field]) {
    self.name = name
    self.about = about
    self.fields = fields
  }

  /// A field: its name, what it is for, and its type.
  public struct Field: Sendable {
    public let name: String
    /// One line for theme authors.
    public let about: String
    private let makeType: @Sendable () -> ValueType

    /// - Parameter type: asked for when it is needed, so that a record can have fields of its own type.
    public init(_ name: String, _ about: String, _ type: @autoclosure @escaping @Sendable () -> ValueType) {
      self.name = name
      self.about = about
      makeType = type
    }

    public var type: ValueType { makeType() }
  }

  /// - Complexity: O(fields).
  func index(of name: String) -> Int? { fields.firstIndex { $0.name.hasSameScalars(as: name) } }
}

/// One kind of page: the template that shows it and the names which that template can use.
///
///     PageKind("product.html", ProductPage.self)
public struct PageKind: Sendable {
  /// The template's path in the templates folder.
  public let template: String
  /// Its fields are the names that stand at the template's top level.
  public let schema: RecordSchema

  public init(template: String, schema: RecordSchema) {
    self.template = template
    self.schema = schema
  }

  public init(_ template: String, _ page: (some TemplateRecord).Type) {
    self.init(template: template, schema: page.fields.schema)
  }
}
