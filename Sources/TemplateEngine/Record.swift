/// A value with the fields of a `RecordSchema`, one slot for each. A copy costs one reference.
///
///     let schema = RecordSchema("Price", "A price", fields: [.init("amount", "In rupiah", .int)])
///     let price = Record(schema, [.int(18_000)])
public struct Record: Sendable {
  let storage: Storage

  /// - Parameter slots: the values of the schema's fields, in their order; `.undefined` for an absent optional one.
  public init(_ schema: RecordSchema, _ slots: [Value]) {
    precondition(slots.count == schema.fields.count, "\(schema.name) has \(schema.fields.count) fields")
    storage = Storage(schema, slots)
  }

  public var schema: RecordSchema { storage.schema }

  /// The values, in the order of the schema's fields.
  public var slots: [Value] { Array(UnsafeBufferPointer(start: storage.slots, count: storage.schema.fields.count)) }

  /// Owns the slots at an address that stays the same, so that the renderer reads them without a copy.
  final class Storage: @unchecked Sendable {
    let schema: RecordSchema
    let slots: UnsafeMutablePointer<Value>

    init(_ schema: RecordSchema, _ values: [Value]) {
      self.schema = schema
      slots = .allocate(capacity: values.count)
      values.withUnsafeBufferPointer { buffer in
        if let start = buffer.baseAddress { slots.initialize(from: start, count: buffer.count) }
      }
    }

    deinit {
      slots.deinitialize(count: schema.fields.count)
      slots.deallocate()
    }
  }
}
