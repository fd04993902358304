/// The working memory of a page or of one call of a macro.
///
/// Variables and the stack hold pointers. They point into the page's data, at constants, or at a cell of this frame
/// which owns a value that was computed. A cell keeps its value until the next one is put in its place.
struct Frame {
  let variables: UnsafeMutablePointer<UnsafePointer<Value>>
  let variableCells: UnsafeMutablePointer<Value>
  let stack: UnsafeMutablePointer<UnsafePointer<Value>>
  let stackCells: UnsafeMutablePointer<Value>
  let loops: UnsafeMutablePointer<LoopState>
  private let variableCount: Int
  private let cellCount: Int
  private let loopCount: Int

  init(_ routine: borrowing Routine, undefined: UnsafePointer<Value>) {
    variableCount = routine.layout.variables
    cellCount = variableCount + routine.stackDepth
    loopCount = routine.layout.loops
    variables = .allocate(capacity: cellCount)
    variables.initialize(repeating: undefined, count: cellCount)
    variableCells = .allocate(capacity: cellCount)
    variableCells.initialize(repeating: .undefined, count: cellCount)
    stack = variables + variableCount
    stackCells = variableCells + variableCount
    loops = .allocate(capacity: loopCount)
    loops.initialize(repeating: LoopState(undefined), count: loopCount)
  }

  func destroy() {
    variableCells.deinitialize(count: cellCount).deallocate()
    variables.deallocate()
    loops.deinitialize(count: loopCount).deallocate()
  }

  /// Gives a variable a value of its own.
  @inline(__always)
  func store(_ value: consuming Value, slot: Int) {
    variableCells[slot] = value
    variables[slot] = UnsafePointer(variableCells + slot)
  }
}

/// A loop on its way over the elements of a list.
struct LoopState {
  /// Keeps the elements alive.
  private var elements: [Value] = []
  private var first: UnsafePointer<Value>
  private(set) var count = 0
  /// The number of elements that were begun.
  private(set) var position = 0
  private var kept: [Value] = []

  init(_ undefined: UnsafePointer<Value>) { first = undefined }

  mutating func open(_ list: [Value]) {
    elements = list
    count = list.count
    position = 0
    // The array is not changed while it is looped over, so its elements stay where they are.
    list.withUnsafeBufferPointer { if let start = $0.baseAddress { first = start } }
  }

  /// The next element, or `nil` at the end.
  @inline(__always)
  mutating func next() -> UnsafePointer<Value>? {
    guard position < count else { return nil }
    position += 1
    return first + (position - 1)
  }

  mutating func keepCurrent() { kept.append(first[position - 1]) }

  mutating func restart() {
    let list = kept
    kept = []
    open(list)
  }

  mutating func close() { elements = [] }
}

extension LoopState {
  func value(of field: LoopField) -> Value {
    switch field {
    case .index: .int(position)
    case .index0: .int(position - 1)
    case .revindex: .int(count - position + 1)
    case .revindex0: .int(count - position)
    case .first: .bool(position == 1)
    case .last: .bool(position == count)
    case .length: .int(count)
    }
  }
}
