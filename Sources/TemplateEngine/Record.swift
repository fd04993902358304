/// A value with the fields of a `RecordSchema`, one slot for each. A copy costs one reference.
///
///     let schema = RecordSchema("Price", "A price", fields: [.init("amount", "In rupiah", .int)])
///     let price = Record(schema, [.int(18_000)])
public struct Record: Sendable {
  // Filled while it is made, and only read from then on.
  nonisolated(unsafe) let storage: Storage

  /// - Parameters:
  ///   - slots: the values of the schema's fields, in their order; `.undefined` for an absent optional one.
  ///   - isShared: whether many pages show this record. It then remembers what includes make of it, and pages that
  ///     include the same for it again are rendered faster.
  public init(_ schema: RecordSchema, _ slots: [Value], isShared: Bool = false) {
    precondition(slots.count == schema.fields.count, "\(schema.name) has \(schema.fields.count) fields")
    self.init(schema, isShared: isShared) { slots[$0] }
  }

  /// - Parameter slot: gives the value of the field at an index.
  @usableFromInline
  init(_ schema: RecordSchema, isShared: Bool, slot: (Int) -> Value) {
    storage = Storage.make(schema, isShared ? FragmentMemory() : nil, slot)
  }

  public var schema: RecordSchema { storage.schema }

  /// The values, in the order of the schema's fields.
  public var slots: [Value] { Array(UnsafeBufferPointer(start: storage.slots, count: storage.count)) }

  /// Owns the slots at an address that stays the same, so that the renderer reads them without a copy; all in one
  /// allocation.
  final class Storage: ManagedBuffer<Storage.Header, Value> {
    struct Header {
      let schema: RecordSchema
      let count: Int
      let memory: FragmentMemory?
    }

    // Read through the pointer: `header` itself costs a call that checks for exclusive access each time.
    var schema: RecordSchema { withUnsafeMutablePointerToHeader { $0.pointee.schema } }
    var count: Int { withUnsafeMutablePointerToHeader { $0.pointee.count } }
    var memory: FragmentMemory? { withUnsafeMutablePointerToHeader { $0.pointee.memory } }
    var slots: UnsafeMutablePointer<Value> { withUnsafeMutablePointerToElements { $0 } }

    static func make(_ schema: RecordSchema, _ memory: FragmentMemory?, _ slot: (Int) -> Value) -> Storage {
      let count = schema.fields.count
      let storage = create(minimumCapacity: count) { _ in Header(schema: schema, count: count, memory: memory) }
      storage.withUnsafeMutablePointerToElements { slots in
        for index in 0..<count { (slots + index).initialize(to: slot(index)) }
      }
      return unsafeDowncast(storage, to: Storage.self)
    }

    deinit { _ = withUnsafeMutablePointers { header, slots in slots.deinitialize(count: header.pointee.count) } }
  }
}
