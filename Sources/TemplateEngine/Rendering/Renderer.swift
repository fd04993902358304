internal import Diagnostics

/// Runs a program over one page's data.
struct Renderer: ~Copyable {
  let program: Program
  /// The page's values, one for each of the schema's fields.
  let root: UnsafePointer<Value>
  let undefined: UnsafePointer<Value>
  private var macroDepth = 0
  private var memory = FrameMemory()

  init(_ program: Program, _ root: Record) {
    self.program = program
    self.root = UnsafePointer(root.storage.slots)
    undefined = UnsafePointer(program.constants.baseAddress!)
  }

  mutating func renderPage(into buffer: inout OutputBuffer) throws(RenderFailure) {
    let frame = Frame(program.page, undefined: undefined, in: &memory)
    defer { frame.destroy(in: &memory) }
    try run(program.page, frame, &buffer)
  }

  private mutating func run(
    _ routine: borrowing Routine, _ frame: Frame, _ buffer: inout OutputBuffer
  ) throws(RenderFailure) {
    var next = routine.start
    do throws(Fault) {
      try execute(&next, frame, &buffer)
    } catch {
      throw failure(error, at: next - 1, in: routine.link)
    }
  }

  /// Executes from `next` to the routine's end. `next` is the instruction after the current one.
  private mutating func execute(
    _ next: inout Int, _ frame: Frame, _ buffer: inout OutputBuffer
  ) throws(Fault) {
    let code = program.code.baseAddress!
    var stack = ValueStack(frame)
    while true {
      let instruction = code[next]
      next += 1
      switch instruction {
      case .text(let start, let count):
        buffer.append(UnsafeBufferPointer(start: program.text.baseAddress! + Int(start), count: Int(count)))
      case .output: try show(stack.pop(), &buffer)
      case .outputPath(let path): try show(follow(path, frame), &buffer)
      case .outputJSON: try JSONText.append(stack.pop().pointee, to: &buffer)
      case .load(let path): stack.push(try follow(path, frame))
      case .constant(let index): stack.push(UnsafePointer(program.constants.baseAddress! + Int(index)))
      case .store(let slot): frame.store(stack.pop().pointee, slot: Int(slot))
      case .clear(let slot): frame.variables[Int(slot)] = undefined
      case .jump(let target): next = Int(target)
      case .jumpIfFalse(let target): if try !isTrue(stack.pop()) { next = Int(target) }
      case .jumpIfPathFalse(let path, let target): if try !isTrue(follow(path, frame)) { next = Int(target) }
      case .jumpIfUndefined(let path, let target): if try isUndefined(path, frame) { next = Int(target) }
      case .jumpIfDefined(let path, let target): if try !isUndefined(path, frame) { next = Int(target) }
      case .jumpIfOther(let path, let text, let target):
        if try !isEqual(path, program.constants.baseAddress! + Int(text), frame) { next = Int(target) }
      case .jumpIfFalseOrPop(let target):
        if try isTrue(stack.top) { _ = stack.pop() } else { next = Int(target) }
      case .jumpIfTrueOrPop(let target):
        if try isTrue(stack.top) { next = Int(target) } else { _ = stack.pop() }
      case .openLoop(let loop): try open(&frame.loops[Int(loop)], over: stack.pop())
      case .advanceLoop(let loop, let slot, let end):
        if let element = frame.loops[Int(loop)].next() {
          frame.variables[Int(slot)] = element
        } else {
          next = Int(end)
        }
      case .keepElement(let loop): if try isTrue(stack.pop()) { frame.loops[Int(loop)].keepCurrent() }
      case .restartLoop(let loop): frame.loops[Int(loop)].restart()
      case .jumpIfLoopEmpty(let loop, let target): if frame.loops[Int(loop)].count == 0 { next = Int(target) }
      case .closeLoop(let loop): frame.loops[Int(loop)].close()
      case .loopField(let field, let loop): stack.push(owned: frame.loops[Int(loop)].value(of: field))
      case .macro(let index):
        let mark = buffer.count
        try call(Int(index), &stack, &buffer)
        stack.push(owned: .html(buffer.cut(from: mark)))
      case .outputMacro(let index): try call(Int(index), &stack, &buffer)
      case .beginCapture: stack.push(owned: .int(buffer.count))
      case .endCapture:
        if case .int(let mark) = stack.pop().pointee { stack.push(owned: .html(buffer.cut(from: mark))) }
      case .recall(let fragment, let end):
        if recall(fragment, frame, &buffer) { next = Int(end) } else { stack.push(owned: .int(buffer.count)) }
      case .remember(let fragment):
        if case .int(let mark) = stack.pop().pointee { remember(fragment, frame, buffer, from: mark) }
      case .end: return
      default: try evaluate(instruction, &stack)
      }
    }
  }

  // MARK: Values

  @inline(__always)
  private func show(_ value: UnsafePointer<Value>, _ buffer: inout OutputBuffer) throws(Fault) {
    if !Escaping.append(value.pointee, to: &buffer) {
      throw .refused(value.pointee, .printable, .output, operand: 0)
    }
  }

  @inline(__always)
  func isTrue(_ value: UnsafePointer<Value>) throws(Fault) -> Bool {
    switch value.pointee {
    case .bool(let flag): flag
    case .undefined: throw .undefined(operand: 0)
    default: value.pointee.isTruthy
    }
  }

  @inline(never)  // Would make the loop slower.
  private func isUndefined(_ path: UInt32, _ frame: Frame) throws(Fault) -> Bool {
    if case .undefined = try follow(path, frame).pointee { true } else { false }
  }

  @inline(never)
  private func isEqual(_ path: UInt32, _ text: UnsafePointer<Value>, _ frame: Frame) throws(Fault) -> Bool {
    let value = try follow(path, frame)
    if case .string(let a) = value.pointee, case .string(let b) = text.pointee { return a.hasSameScalars(as: b) }
    return try Comparison.areEqual(value.pointee, text.pointee)
  }

  /// The value at the end of a path.
  @inline(__always)
  func follow(_ index: UInt32, _ frame: Frame) throws(Fault) -> UnsafePointer<Value> {
    let path = program.paths[Int(index)]
    var value = path.isRoot ? root + Int(path.slot) : frame.variables[Int(path.slot)]
    var step = Int(path.firstStep)
    let end = step + Int(path.stepCount)
    while step < end {
      value = try take(program.steps[step], from: value)
      step += 1
    }
    return value
  }

  @inline(__always)
  func take(_ step: Step, from value: UnsafePointer<Value>) throws(Fault) -> UnsafePointer<Value> {
    if step.isField {
      if case .record(let record) = value.pointee {
        precondition(
          Int(step.index) < record.storage.count, "a record of another schema than its field was declared with")
        return UnsafePointer(record.storage.slots + Int(step.index))
      }
      if case .undefined = value.pointee { throw .undefined(operand: 0) }
      return undefined
    }
    return try attribute(program.keys[Int(step.index)], of: value)
  }

  /// `value.name` as Jinja2 has it: the entry of a map, or undefined.
  func attribute(_ name: String, of value: UnsafePointer<Value>) throws(Fault) -> UnsafePointer<Value> {
    switch value.pointee {
    case .undefined: throw .undefined(operand: 0)
    case .record(let record):
      return record.schema.index(of: name).map { UnsafePointer(record.storage.slots + $0) } ?? undefined
    case .map(let map) where !PythonAttributes.map.contains(name): return map.pointer(to: name) ?? undefined
    default:
      if PythonAttributes.contains(name, of: value.pointee) {
        throw .problem(.pythonAttribute(name, StaticType.Kinds(value.pointee).message), operand: nil)
      }
      return undefined
    }
  }

  /// `value[index]`: an element, counted from the end when negative, or the entry of a map.
  func element(
    _ index: UnsafePointer<Value>, of value: UnsafePointer<Value>
  ) throws(Fault) -> UnsafePointer<Value> {
    switch (value.pointee, index.pointee) {
    case (.undefined, _): throw .undefined(operand: 0)
    case (_, .undefined): throw .undefined(operand: 1)
    case (.list(let list), .int(let position)): return list.pointer(to: position) ?? undefined
    case (.list(let list), .bool(let flag)): return list.pointer(to: flag ? 1 : 0) ?? undefined
    case (.map(let map), .string(let key)), (.map(let map), .url(let key)), (.map(let map), .srcset(let key)),
      (.map(let map), .html(let key)):
      return map.pointer(to: key) ?? undefined
    case (.record(let record), .string(let name)):
      return record.schema.index(of: name).map { UnsafePointer(record.storage.slots + $0) } ?? undefined
    case (.string, .int), (.html, .int), (.url, .int), (.srcset, .int), (.string, .bool), (.html, .bool), (.url, .bool),
      (.srcset, .bool):
      throw .refused(value.pointee, [.list, .map], .index, operand: 0)
    case (_, .string(let name)): return try attribute(name, of: value)
    default: return undefined
    }
  }

  private func open(_ loop: inout LoopState, over value: UnsafePointer<Value>) throws(Fault) {
    switch value.pointee {
    case .list(let list): loop.open(list)
    case .map(let map): loop.open(map.keys.map { .string($0) })
    default: throw .refused(value.pointee, [.list, .map], .loop, operand: 0)
    }
  }

  // MARK: Macros

  private mutating func call(
    _ index: Int, _ stack: inout ValueStack, _ buffer: inout OutputBuffer
  ) throws(Fault) {
    if macroDepth == Resolver.deepestMacro { throw .problem(.macroTooDeep, operand: nil) }
    let frame = Frame(program.macros[index], undefined: undefined, in: &memory)
    defer { frame.destroy(in: &memory) }
    let count = program.macros[index].parameterCount
    for (slot, argument) in stack.pop(count).enumerated() { frame.variables[slot] = argument }
    macroDepth += 1
    defer { macroDepth -= 1 }
    do throws(RenderFailure) {
      try run(program.macros[index], frame, &buffer)
    } catch {
      throw .inMacro(error.diagnostic)
    }
  }
}

extension [Value] {
  /// Where an element is; it stays there as long as the list lives.
  func pointer(to index: Int) -> UnsafePointer<Value>? {
    let position = index < 0 ? index &+ count : index
    guard indices.contains(position) else { return nil }
    return withUnsafeBufferPointer { $0.baseAddress.map { $0 + position } }
  }
}

extension OrderedMap {
  func pointer(to key: String) -> UnsafePointer<Value>? { index(of: key).flatMap { values.pointer(to: $0) } }
}
