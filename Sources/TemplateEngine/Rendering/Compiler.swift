internal import Diagnostics

/// Turns a resolved page into instructions.
struct ProgramCompiler {
  let files: [SourceFile]
  let chain: [ChainLink]
  let hostFilters: [CompiledHostFilter]
  private(set) var code: [Instruction] = []
  private(set) var places: [InstructionPlace] = []
  private(set) var operands: [SourceRange] = []
  private(set) var text: [UInt8] = []
  private(set) var constants: [Value] = [.undefined]
  private(set) var paths: [Path] = []
  private(set) var fragments: [CompiledFragment] = []
  /// Whether anything of the page comes from a file, for each.
  private(set) var isUsed: [Bool]
  let schema: RecordSchema
  let macros: [ResolvedMacro]
  let steps: StepTable
  private var library: [FragmentSignature: Fragment]

  private var stackDepth = 0
  private var deepestStack = 0
  /// The last instruction is text that more text may join: nothing jumps behind it.
  private var canExtendText = false

  /// - Parameter fragments: those of the pages that were compiled before; gets this page's.
  static func compile(
    _ page: ResolvedPage, schema: RecordSchema, filters: [CompiledHostFilter],
    fragments: inout [FragmentSignature: Fragment]
  ) -> Program {
    var compiler = ProgramCompiler(page, schema, filters, fragments)
    defer { fragments = compiler.library }
    let main = compiler.routine(page.body, page.layout, page.bodyPlace)
    let macros = page.macros.map { macro in
      var routine = compiler.routine(macro.body, macro.layout, macro.place)
      routine.parameterCount = macro.parameterCount
      routine.name = macro.name
      routine.link = macro.link
      return routine
    }
    return Program(compiler, page: main, macros: macros, schema: schema)
  }

  private init(
    _ page: ResolvedPage, _ schema: RecordSchema, _ filters: [CompiledHostFilter],
    _ library: [FragmentSignature: Fragment]
  ) {
    (self.schema, self.library, macros) = (schema, library, page.macros)
    files = page.files
    chain = page.chain
    steps = page.steps
    hostFilters = filters
    isUsed = files.map { _ in false }
    reserve(page.nodeCount)
  }

  /// Room for what a page of so many statements usually makes.
  private mutating func reserve(_ count: Int) {
    code.reserveCapacity(2 * count)
    places.reserveCapacity(2 * count)
    operands.reserveCapacity(count)
    paths.reserveCapacity(count)
    text.reserveCapacity(32 * count)
  }

  private mutating func routine(_ body: [ResolvedNode], _ layout: FrameLayout, _ place: Place) -> Routine {
    var routine = Routine()
    routine.start = code.count
    routine.layout = layout
    isUsed[place.file] = true
    (stackDepth, deepestStack, canExtendText) = (0, 0, false)
    compile(body)
    emit(.end, place)
    routine.stackDepth = deepestStack
    return routine
  }

  // MARK: Statements

  private mutating func compile(_ nodes: [ResolvedNode]) {
    for node in nodes { compile(node) }
  }

  private mutating func compile(_ node: ResolvedNode) {
    isUsed[node.place.file] = true
    switch node.kind {
    case .text:
      emitText(of: node.place)
    case .output(let value): compileOutput(value)
    case .set(let slot, let value):
      compile(value)
      emit(.store(slot: UInt32(slot)), node.place, pops: 1)
    case .branch(let branch): compile(branch)
    case .loop(let loop): compile(loop, node.place)
    case .section(.block, let content): compile(content)
    case .section(.include(let include), let content): compile(include, content, node.place)
    }
  }

  private mutating func compileOutput(_ value: ResolvedExpression) {
    switch value.kind {
    case .capture(let content): compile(content)
    case .path(let path): emit(.outputPath(add(path)), of: value)
    case .macro(let macro, let arguments):
      for argument in arguments { compile(argument) }
      emit(.outputMacro(UInt32(macro)), value.place, pops: arguments.count)
    case .filter(.tojson, let operands) where operands.count == 1:
      compile(operands[0])
      emit(.outputJSON, value.place, operands: operands, pops: 1)
    case .constant(let constant) where constant.escapedText != nil: emitText(constant.escapedText ?? [], value.place)
    default:
      compile(value)
      emit(.output, of: value, pops: 1)
    }
  }

  private mutating func emitText(of place: Place) {
    let bytes = files[place.file].bytes
    let (lower, upper) = (Int(place.range.lower), Int(place.range.upper))
    if bytes.index(of: UInt8(ascii: "\r"), from: lower, to: upper) < upper {
      emitText(SourceText.normalized(bytes[lower..<upper]), place)
    } else {
      bytes.withUnsafeBytes { emitText(UnsafeRawBufferPointer(rebasing: $0[lower..<upper]), place) }
    }
  }

  private mutating func emitText(_ bytes: some Collection<UInt8>, _ place: Place) {
    guard !bytes.isEmpty else { return }
    text += bytes
    if canExtendText, case .text(let start, let count) = code[code.count - 1] {
      code[code.count - 1] = .text(start: start, count: count + UInt32(bytes.count))
    } else {
      emit(.text(start: UInt32(text.count - bytes.count), count: UInt32(bytes.count)), place)
      canExtendText = true
    }
  }

  private mutating func compile(_ branch: ResolvedBranch) {
    for variable in branch.introduced {
      if let initial = variable.initial {
        compile(initial)
        emit(.store(slot: UInt32(variable.slot)), branch.end, pops: 1)
      } else {
        emit(.clear(slot: UInt32(variable.slot)), branch.end)
      }
    }
    var exits: [Int] = []
    for (index, part) in branch.branches.enumerated() {
      let skip = compileCondition(part.condition)
      compile(part.body)
      let isLast = index == branch.branches.count - 1 && branch.otherwise.isEmpty
      if !isLast { exits.append(emit(.jump(0), branch.end)) }
      patch(skip)
    }
    compile(branch.otherwise)
    for exit in exits { patch(exit) }
  }

  /// A jump, to be patched, that is taken when the condition is false.
  private mutating func compileCondition(_ condition: ResolvedExpression) -> Int {
    switch condition.kind {
    case .path(let path): return emit(.jumpIfPathFalse(path: add(path), 0), of: condition)
    case .test(let test, let operands) where test == .defined || test == .undefined:
      guard case .path(let path) = operands[0].kind else { break }
      let index = add(path)
      let jump: Instruction = test == .defined ? .jumpIfUndefined(path: index, 0) : .jumpIfDefined(path: index, 0)
      return emit(jump, condition.place, operands: operands)
    case .binary(.equal, let left, let right):
      guard case .path(let path) = left.kind, case .constant(.string(let text)) = right.kind else { break }
      let jump = Instruction.jumpIfOther(path: add(path), text: constant(.string(text)), 0)
      return emit(jump, condition.place, operands: [left, right])
    default: break
    }
    compile(condition)
    return emit(.jumpIfFalse(0), of: condition, pops: 1)
  }

  private mutating func compile(_ loop: ResolvedLoop, _ place: Place) {
    let (index, slot) = (UInt32(loop.loop), UInt32(loop.slot))
    compile(loop.sequence)
    emit(.openLoop(loop: index), of: loop.sequence, pops: 1)
    if let filter = loop.filter {
      let start = code.count
      let exit = emit(.advanceLoop(loop: index, slot: slot, end: 0), place)
      compile(filter)
      emit(.keepElement(loop: index), of: filter, pops: 1)
      emit(.jump(UInt32(start)), place)
      patch(exit)
      emit(.restartLoop(loop: index), place)
    }
    let whenEmpty = loop.otherwise.isEmpty ? nil : emit(.jumpIfLoopEmpty(loop: index, 0), place)
    canExtendText = false
    let start = code.count
    let exit = emit(.advanceLoop(loop: index, slot: slot, end: 0), place)
    compile(loop.body)
    emit(.jump(UInt32(start)), place)
    patch(exit)
    emit(.closeLoop(loop: index), place)
    guard let whenEmpty else { return }
    let end = emit(.jump(0), place)
    patch(whenEmpty)
    compile(loop.otherwise)
    patch(end)
  }

  // MARK: Fragments

  /// An include that reads a record is a fragment: the record may remember its markup.
  private mutating func compile(_ include: ResolvedNode.Include, _ content: [ResolvedNode], _ place: Place) {
    let (start, firstPath) = (code.count, paths.count)
    // Becomes a `recall` if there is something to remember.
    emit(.jump(UInt32(start + 1)), place, pushes: 1)
    compile(content)
    guard let reads = FragmentReads(include, code[start...], paths[firstPath...], self) else {
      stackDepth -= 1
      return
    }
    let fragment = library[reads.signature] ?? Fragment()
    library[reads.signature] = fragment
    let record = add(reads.record)
    fragments.append(CompiledFragment(fragment: fragment, record: record, inputs: reads.inputs))
    let index = UInt32(fragments.count - 1)
    emit(.remember(fragment: index), place, pops: 1)
    code[start] = .recall(fragment: index, end: UInt32(code.count))
    canExtendText = false
  }

  // MARK: Expressions

  /// Emits code that leaves the value on the stack.
  private mutating func compile(_ expression: ResolvedExpression) {
    let place = expression.place
    switch expression.kind {
    case .constant(let value): emit(.constant(constant(value)), place, pushes: 1)
    case .undefinedName: emit(.constant(0), place, pushes: 1)
    case .path(let path): emit(.load(path: add(path)), of: expression, pushes: 1)
    case .list(let elements): compile(.list(count: UInt32(elements.count)), elements, place)
    case .attribute(let base, let step): compile(.attribute(step: UInt32(step)), [base], place)
    case .index(let base, let index): compile(.index, [base, index], place)
    case .negate(let operand): compile(.negate, [operand], place)
    case .not(let operand): compile(.not, [operand], place)
    case .and(let left, let right): compileLogical(left, right, .jumpIfFalseOrPop(0))
    case .or(let left, let right): compileLogical(left, right, .jumpIfTrueOrPop(0))
    case .binary(let operation, let left, let right): compile(.binary(operation), [left, right], place)
    case .conditional(let condition, let then, let otherwise):
      let skip = compileCondition(condition)
      compile(then)
      let exit = emit(.jump(0), place)
      stackDepth -= 1
      patch(skip)
      compile(otherwise)
      patch(exit)
    case .filter(let filter, let operands): compile(.filter(filter), operands, place)
    case .hostFilter(let index, let operands): compile(.hostFilter(UInt32(index)), operands, place)
    case .test(let test, let operands): compile(.test(test), operands, place)
    case .loopField(let field, let loop): emit(.loopField(field, loop: UInt32(loop)), place, pushes: 1)
    case .macro(let macro, let arguments): compile(.macro(UInt32(macro)), arguments, place)
    case .capture(let content):
      emit(.beginCapture, place, pushes: 1)
      compile(content)
      emit(.endCapture, place)
    }
  }

  private mutating func compile(_ instruction: Instruction, _ operands: [ResolvedExpression], _ place: Place) {
    for operand in operands { compile(operand) }
    emit(instruction, place, operands: operands, pops: operands.count, pushes: 1)
  }

  private mutating func compileLogical(
    _ left: ResolvedExpression, _ right: ResolvedExpression, _ jump: Instruction
  ) {
    compile(left)
    let exit = emit(jump, of: left, pops: 1)
    compile(right)
    patch(exit)
  }

  // MARK: Emitting

  @discardableResult
  private mutating func emit(
    _ instruction: Instruction, _ place: Place, operands: [ResolvedExpression] = [], pops: Int = 0, pushes: Int = 0
  ) -> Int {
    let firstOperand = self.operands.count
    for operand in operands { self.operands.append(operand.place.range) }
    return append(instruction, place, firstOperand, pushes: pushes, pops: pops)
  }

  /// An instruction that stands where its only operand does.
  @discardableResult
  private mutating func emit(
    _ instruction: Instruction, of operand: ResolvedExpression, pops: Int = 0, pushes: Int = 0
  ) -> Int {
    operands.append(operand.place.range)
    return append(instruction, operand.place, operands.count - 1, pushes: pushes, pops: pops)
  }

  private mutating func append(
    _ instruction: Instruction, _ place: Place, _ firstOperand: Int, pushes: Int, pops: Int
  ) -> Int {
    canExtendText = false
    code.append(instruction)
    let count = UInt32(operands.count - firstOperand)
    places.append(InstructionPlace(place: place, firstOperand: UInt32(firstOperand), operandCount: count))
    stackDepth += pushes - pops
    deepestStack = max(deepestStack, stackDepth + pops)
    return code.count - 1
  }

  /// Lets a jump lead to the next instruction.
  private mutating func patch(_ index: Int) {
    let target = UInt32(code.count)
    canExtendText = false
    code[index] =
      switch code[index] {
      case .jumpIfFalse: .jumpIfFalse(target)
      case .jumpIfPathFalse(let path, _): .jumpIfPathFalse(path: path, target)
      case .jumpIfUndefined(let path, _): .jumpIfUndefined(path: path, target)
      case .jumpIfDefined(let path, _): .jumpIfDefined(path: path, target)
      case .jumpIfOther(let path, let text, _): .jumpIfOther(path: path, text: text, target)
      case .jumpIfFalseOrPop: .jumpIfFalseOrPop(target)
      case .jumpIfTrueOrPop: .jumpIfTrueOrPop(target)
      case .jumpIfLoopEmpty(let loop, _): .jumpIfLoopEmpty(loop: loop, target)
      case .advanceLoop(let loop, let slot, _): .advanceLoop(loop: loop, slot: slot, end: target)
      default: .jump(target)
      }
  }

  private mutating func constant(_ value: Value) -> UInt32 {
    if case .undefined = value { return 0 }
    constants.append(value)
    return UInt32(constants.count - 1)
  }

  private mutating func add(_ path: Path) -> UInt32 {
    paths.append(path)
    return UInt32(paths.count - 1)
  }
}

extension Value {
  /// What a constant looks like when it is shown; `nil` when it cannot be.
  fileprivate var escapedText: [UInt8]? {
    var buffer = OutputBuffer(capacity: 64)
    guard Escaping.append(self, to: &buffer) else { return nil }
    return buffer.withUnsafeBytes { Array($0) }
  }
}
