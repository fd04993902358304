internal import Glibc

/// Bytes of UTF-8 that grow, made to be used again for page after page.
///
///     var buffer = OutputBuffer()
///     try template.render(page, into: &buffer)
///     buffer.withUnsafeBytes { write($0) }
///     buffer.removeAll(keepingCapacity: true)
public struct OutputBuffer: ~Copyable, @unchecked Sendable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  public private(set) var count = 0
  private var capacity: Int

  public init(capacity: Int = 16_384) {
    self.capacity = max(capacity, 64)
    start = Self.allocate(self.capacity)
  }

  deinit { free(start) }

  /// - Parameter earlier: what is to be made larger. A large block keeps its memory, which is only moved.
  private static func allocate(
    _ count: Int, _ earlier: UnsafeMutablePointer<UInt8>? = nil
  ) -> UnsafeMutablePointer<UInt8> {
    guard let start = realloc(earlier, count) else { fatalError("out of memory") }
    return start.assumingMemoryBound(to: UInt8.self)
  }

  /// The bytes, valid inside `body`.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The text. Copies.
  public var string: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  public mutating func removeAll(keepingCapacity: Bool = true) {
    count = 0
    if !keepingCapacity {
      capacity = 64
      start = Self.allocate(capacity, start)
    }
  }

  /// The last byte that was appended.
  public var last: UInt8? { count > 0 ? start[count - 1] : nil }

  /// Appends text as it is.
  public mutating func append(text: String) { Escaping.append(text, to: &self) }

  /// Appends text with `& < > ' "` as character references, as both HTML and XML read them.
  public mutating func append(escaping text: String) { Escaping.append(escaping: text, to: &self) }

  /// Appends text as a string of JSON, with its quotes; safe in a script too.
  public mutating func append(json text: String) { JSONText.append(text, to: &self) }

  public mutating func append(number: Int) { Escaping.append(number, to: &self) }

  /// Makes room for `extra` more bytes and returns where they begin; follow with `commit`.
  @inline(__always)
  mutating func reserve(_ extra: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < extra { grow(extra) }
    return start + count
  }

  @inline(__always)
  mutating func commit(_ written: Int) { count += written }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1).pointee = byte
    count += 1
  }

  /// Appends text of the program's own.
  public mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Takes the bytes after `mark` off the end as a string.
  mutating func cut(from mark: Int) -> String {
    defer { count = mark }
    return String(decoding: UnsafeBufferPointer(start: start + mark, count: count - mark), as: UTF8.self)
  }

  @inline(never)
  @_effects(releasenone)  // as in `Escaping`
  private mutating func grow(_ extra: Int) {
    capacity = max(capacity * 2, count + extra)
    start = Self.allocate(capacity, start)
  }
}
