internal import Diagnostics

/// One step of rendering. Operands are indices, so that instructions are plain bytes without references.
///
/// Values are worked on with a stack of pointers: a name or a constant is pushed without a copy of its value.
enum Instruction: Sendable {
  /// Appends bytes of the program's text.
  case text(start: UInt32, count: UInt32)
  /// Pops a value and shows it.
  case output
  case outputPath(UInt32)
  /// Pops a value and shows it as JSON: `|tojson` without a string between.
  case outputJSON
  case load(path: UInt32)
  case constant(UInt32)
  /// Pops a value into a variable.
  case store(slot: UInt32)
  case clear(slot: UInt32)
  case jump(UInt32)
  /// Pops a value and jumps when it is false.
  case jumpIfFalse(UInt32)
  case jumpIfPathFalse(path: UInt32, UInt32)
  /// `if x is defined`, and its opposite.
  case jumpIfUndefined(path: UInt32, UInt32)
  case jumpIfDefined(path: UInt32, UInt32)
  /// `if x == "text"`.
  case jumpIfOther(path: UInt32, text: UInt32, UInt32)
  /// Jumps with the value when it decides an `and` or `or`, else pops it.
  case jumpIfFalseOrPop(UInt32)
  case jumpIfTrueOrPop(UInt32)
  case list(count: UInt32)
  case attribute(step: UInt32)
  case index
  case negate
  case not
  case binary(BinaryOperator)
  case filter(BuiltinFilter)
  case hostFilter(UInt32)
  case test(BuiltinTest)
  case loopField(LoopField, loop: UInt32)
  /// Pops what a loop goes over.
  case openLoop(loop: UInt32)
  /// Moves a loop to its next element, or jumps behind it.
  case advanceLoop(loop: UInt32, slot: UInt32, end: UInt32)
  /// Pops a condition; keeps the loop's current element when it is true.
  case keepElement(loop: UInt32)
  /// Starts a loop over the elements that were kept.
  case restartLoop(loop: UInt32)
  /// Jumps when the loop has no elements.
  case jumpIfLoopEmpty(loop: UInt32, UInt32)
  case closeLoop(loop: UInt32)
  /// Pops a macro's arguments and pushes its markup, or shows it.
  case macro(UInt32)
  case outputMacro(UInt32)
  case beginCapture
  case endCapture
  /// Shows what a record remembers of a fragment and jumps behind it, or pushes where the fragment begins.
  case recall(fragment: UInt32, end: UInt32)
  /// Pops where the fragment begins, and lets its record remember it.
  case remember(fragment: UInt32)
  case end
}

/// The instructions of a page or of a macro.
struct Routine: Sendable {
  var start = 0
  var layout = FrameLayout()
  /// Most values that stand on the stack at once.
  var stackDepth = 0
  /// Number of arguments, which become the first variables.
  var parameterCount = 0
  var name = ""
  /// The chain link of a macro's body; the call site takes its place in messages.
  var link = -1
}

/// Where an instruction stands, for messages.
struct InstructionPlace: Sendable {
  let place: Place
  /// The places of the values that it takes, in order, in the program's table.
  let firstOperand: UInt32
  let operandCount: UInt32
}

/// A compiled page template. Immutable, shared by all threads.
final class Program: @unchecked Sendable {
  let page: Routine
  let macros: [Routine]
  let schema: RecordSchema
  let files: [SourceFile]
  /// Indices of those that anything of the page comes from, ascending.
  let usedFiles: [Int]
  let chain: [ChainLink]
  let places: [InstructionPlace]
  let operands: [SourceRange]
  let hostFilters: [Unmanaged<CompiledHostFilter>]
  let code: UnsafeMutableBufferPointer<Instruction>
  let text: UnsafeMutableBufferPointer<UInt8>
  /// The first is `.undefined`.
  let constants: UnsafeMutableBufferPointer<Value>
  let paths: UnsafeMutableBufferPointer<Path>
  let steps: UnsafeMutableBufferPointer<Step>
  let keys: [String]
  let fragments: UnsafeMutableBufferPointer<CompiledFragment>

  init(_ compiler: ProgramCompiler, page: Routine, macros: [Routine], schema: RecordSchema) {
    self.page = page
    self.macros = macros
    self.schema = schema
    files = compiler.files
    usedFiles = files.indices.filter { compiler.isUsed[$0] }
    chain = compiler.chain
    places = compiler.places
    operands = compiler.operands
    hostFilters = compiler.hostFilters.map(Unmanaged.passRetained)
    code = .copy(of: compiler.code)
    text = .copy(of: compiler.text)
    constants = .copy(of: compiler.constants)
    paths = .copy(of: compiler.paths)
    steps = .copy(of: compiler.steps.steps)
    keys = compiler.steps.keys
    fragments = .copy(of: compiler.fragments)
  }

  deinit {
    code.deallocate()
    text.deallocate()
    constants.deinitialize().deallocate()
    for filter in hostFilters { filter.release() }
    paths.deallocate()
    steps.deallocate()
    fragments.deinitialize().deallocate()
  }
}

/// A host filter with the kinds of value that it accepts. A class, so that threads which share it need not count
/// references to its parts.
final class CompiledHostFilter: Sendable {
  private let filter: HostFilter
  private let input: StaticType.Kinds
  /// A parameter's default may be of another kind than its arguments.
  private let parameters: [StaticType.Kinds]

  init(_ filter: HostFilter) {
    self.filter = filter
    input = filter.input.reduce(StaticType.Kinds()) { $0.union(StaticType($1).kinds) }
    parameters = filter.parameters.map { parameter in
      StaticType(parameter.type).kinds.union(parameter.defaultValue.map { .init($0) } ?? [])
    }
  }

  var parameterCount: Int { parameters.count }

  /// The filter's value for the input and the arguments, after a check of their kinds.
  func apply(_ operands: Operands) throws(Fault) -> Value {
    try check(operands[0].pointee, input, .filter(filter.name), operand: 0)
    for index in parameters.indices {
      try check(
        operands[index + 1].pointee, parameters[index], .argument(filter.parameters[index].name, of: filter.name),
        operand: index + 1)
    }
    do throws(FilterFailure) {
      return try filter.apply(
        operands[0].pointee, FilterArguments(operands: UnsafeBufferPointer(rebasing: operands.dropFirst())))
    } catch {
      throw .problem(.filterFailed(error), operand: 0)
    }
  }

  private func check(
    _ value: borrowing Value, _ kinds: StaticType.Kinds, _ context: @autoclosure () -> UseContext, operand: Int
  ) throws(Fault) {
    if kinds.contains(.unknown) || kinds.contains(StaticType.Kinds(copy value)) { return }
    throw .refused(value, kinds, context(), operand: operand)
  }
}

extension UnsafeMutableBufferPointer {
  fileprivate static func copy(of elements: [Element]) -> Self {
    let buffer = allocate(capacity: Swift.max(elements.count, 1))
    _ = buffer.initialize(from: elements)
    return Self(start: buffer.baseAddress, count: elements.count)
  }
}
