internal import Synchronization

/// What kind of value a name or a field of a template holds.
public enum ValueType: Sendable {
  case any, bool, int, float, string, html, url, srcset
  indirect case list(ValueType)
  /// Keys are strings.
  indirect case map(ValueType)
  case record(RecordSchema)
  /// May be absent. A template that uses it without `is defined` or `default` is refused when it is loaded.
  indirect case optional(ValueType)
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
  /// The bytes of the fields' names.
  private let names: [[UInt8]]
  /// The fields' types as the checks see them, once they were asked for.
  private let types = Mutex<[StaticType]>([])

  public init(_ name: String, _ about: String, fields: [Field]) {
    self.name = name
    self.about = about
    self.fields = fields
    names = fields.map { Array($0.name.utf8) }
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
  @inline(never)  // Rare in the renderer, whose loop it would make slower.
  func index(of name: String) -> Int? {
    name.withBytes { bytes in
      names.firstIndex { known in
        known.count == bytes.count && known.indices.allSatisfy { known[$0] == bytes[$0] }
      }
    }
  }

  func type(of field: Int) -> StaticType {
    if let known = types.withLock({ $0.isEmpty ? nil : $0[field] }) { return known }
    // Outside the lock: a field's type may be made by anyone's code.
    let all = fields.map { StaticType($0.type) }
    types.withLock { $0 = all }
    return all[field]
  }
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
