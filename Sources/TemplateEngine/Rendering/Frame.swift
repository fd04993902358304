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
  private let cellCount: Int
  private let loopCount: Int
  private let block: FrameMemory.Block

  init(_ routine: borrowing Routine, undefined: UnsafePointer<Value>, in memory: inout FrameMemory) {
    let variableCount = routine.layout.variables
    cellCount = variableCount + routine.stackDepth
    loopCount = routine.layout.loops
    let loopBytes = loopCount * MemoryLayout<LoopState>.stride
    let valueBytes = cellCount * MemoryLayout<Value>.stride
    block = memory.take(loopBytes + valueBytes + cellCount * MemoryLayout<UnsafePointer<Value>>.stride)
    loops = block.start.bindMemory(to: LoopState.self, capacity: loopCount)
    loops.initialize(repeating: LoopState(undefined), count: loopCount)
    variableCells = (block.start + loopBytes).bindMemory(to: Value.self, capacity: cellCount)
    variableCells.initialize(repeating: .undefined, count: cellCount)
    variables = (block.start + loopBytes + valueBytes).bindMemory(to: UnsafePointer<Value>.self, capacity: cellCount)
    variables.initialize(repeating: undefined, count: cellCount)
    stack = variables + variableCount
    stackCells = variableCells + variableCount
  }

  /// The frame that was made last is destroyed first.
  func destroy(in memory: inout FrameMemory) {
    variableCells.deinitialize(count: cellCount)
    loops.deinitialize(count: loopCount)
    memory.giveBack(block)
  }

  /// Gives a variable a value of its own.
  @inline(__always)
  func store(_ value: consuming Value, slot: Int) {
    variableCells[slot] = value
    variables[slot] = UnsafePointer(variableCells + slot)
  }
}

/// One allocation for the frames of a page, which come and go like a stack.
struct FrameMemory: ~Copyable {
  struct Block {
    let start: UnsafeMutableRawPointer
    fileprivate let size: Int
    /// It found no room and was allocated by itself.
    fileprivate let isAlone: Bool
  }

  private let start: UnsafeMutableRawPointer
  private let capacity: Int
  private var used = 0

  init(capacity: Int = 8192) {
    self.capacity = capacity
    start = .allocate(byteCount: capacity, alignment: Self.alignment)
  }

  deinit { start.deallocate() }

  mutating func take(_ bytes: Int) -> Block {
    let size = (bytes + Self.alignment - 1) / Self.alignment * Self.alignment
    if capacity - used < size {
      return Block(start: .allocate(byteCount: size, alignment: Self.alignment), size: size, isAlone: true)
    }
    used += size
    return Block(start: start + (used - size), size: size, isAlone: false)
  }

  mutating func giveBack(_ block: Block) {
    if block.isAlone { block.start.deallocate() } else { used -= block.size }
  }

  private static let alignment = 16
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
