/// A Swift type that templates see as a record, with one declaration that says everything about it.
///
///     struct Card: TemplateRecord {
///       let name: String
///       let price: Int?
///
///       static let fields = TemplateFields<Card>("Card", "A product as lists show it") {
///         Field("name", "The product's name") { $0.name }
///         Field("price", "Rupiah; absent when the seller must be asked") { $0.price }
///       }
///     }
///
/// From it come the check of every template that shows a card, the values, and the reference for theme authors.
public protocol TemplateRecord: TemplateValue {
  static var fields: TemplateFields<Self> { get }
}

extension TemplateRecord {
  public static var templateType: ValueType { .record(fields.schema) }
  @inlinable public var templateValue: Value { .record(templateRecord) }

  /// The record with the value of every field.
  @inlinable public var templateRecord: Record { Self.fields.record(of: self, isShared: false) }

  /// The same for a record that many pages show; see `Record.init`.
  @inlinable public var sharedRecord: Record { Self.fields.record(of: self, isShared: true) }
}

/// The fields of a `TemplateRecord`.
public struct TemplateFields<Owner: SendableMetatype>: Sendable {
  public let schema: RecordSchema
  @usableFromInline let values: [@Sendable (Owner) -> Value]

  public init(_ name: String, _ about: String, @FieldsBuilder<Owner> _ fields: () -> [Field<Owner>]) {
    let fields = fields()
    values = fields.map { $0.value }
    schema = RecordSchema(name, about, fields: fields.map { $0.declaration })
  }

  @inlinable func record(of owner: Owner, isShared: Bool) -> Record {
    Record(schema, isShared: isShared) { values[$0](owner) }
  }
}

/// One field of a `TemplateRecord`: its name, a line for theme authors, and how to get it.
///
///     Field("name", "The product's name") { $0.name }
public struct Field<Owner>: Sendable {
  @usableFromInline let declaration: RecordSchema.Field
  @usableFromInline let value: @Sendable (Owner) -> Value

  @inlinable public init<Content: TemplateValue>(
    _ name: String, _ about: String, _ content: @escaping @Sendable (Owner) -> Content
  ) {
    declaration = RecordSchema.Field(name, about, Content.templateType)
    value = { content($0).templateValue }
  }
}

/// Collects the fields of a `TemplateFields` declaration.
@resultBuilder
public enum FieldsBuilder<Owner> {
  public static func buildExpression(_ field: Field<Owner>) -> Field<Owner> { field }
  public static func buildBlock(_ fields: Field<Owner>...) -> [Field<Owner>] { fields }
}
