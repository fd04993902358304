/// The stack of a frame, with its height in a register.
struct ValueStack {
  private let pointers: UnsafeMutablePointer<UnsafePointer<Value>>
  private let cells: UnsafeMutablePointer<Value>
  private var count = 0

  init(_ frame: Frame) {
    pointers = frame.stack
    cells = frame.stackCells
  }

  var top: UnsafePointer<Value> { pointers[count - 1] }

  @inline(__always)
  mutating func push(_ value: UnsafePointer<Value>) {
    pointers[count] = value
    count += 1
  }

  /// Pushes a value that was computed.
  @inline(__always)
  mutating func push(owned value: consuming Value) {
    cells[count] = value
    pointers[count] = UnsafePointer(cells + count)
    count += 1
  }

  @inline(__always)
  mutating func pop() -> UnsafePointer<Value> {
    count -= 1
    return pointers[count]
  }

  /// The topmost values, lowest first; valid until the next push.
  @inline(__always)
  mutating func pop(_ number: Int) -> UnsafeBufferPointer<UnsafePointer<Value>> {
    count -= number
    return UnsafeBufferPointer(start: pointers + count, count: number)
  }
}
