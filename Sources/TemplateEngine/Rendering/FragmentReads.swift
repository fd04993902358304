internal import Diagnostics

/// What an include reads: a variable that is a record, and some more.
struct FragmentReads {
  let recordSlot: Int
  /// The paths of the rest.
  private(set) var inputs: [UInt32] = []
  private(set) var signature: FragmentSignature

  /// `nil` when the include reads no record, or calls a macro that sees other files than its own.
  /// - Parameters:
  ///   - code: the include's instructions.
  ///   - paths: all paths of these.
  init?(
    _ include: ResolvedNode.Include, _ code: ArraySlice<Instruction>, _ paths: ArraySlice<Path>,
    _ compiler: ProgramCompiler
  ) {
    func variable(_ path: Path) -> ResolvedNode.Variable? {
      path.isRoot ? nil : include.variables.first { $0.slot == Int(path.slot) }
    }
    guard let record = paths.lazy.compactMap(variable).first(where: \.type.isRecord) else { return nil }
    recordSlot = record.slot
    signature = FragmentSignature(file: include.file, record: .init(name: record.name, type: record.type))
    for instruction in code {
      guard let index = instruction.macro else { continue }
      let macro = compiler.macros[index]
      guard macro.isImported else { return nil }
      signature.macros.append(.init(file: macro.place.file, range: macro.place.range))
    }
    for (index, path) in zip(paths.indices, paths) {
      let base: FragmentSignature.Variable
      if path.isRoot {
        let slot = Int(path.slot)
        base = .init(name: compiler.schema.fields[slot].name, type: compiler.schema.type(of: slot))
      } else if let variable = variable(path), variable.slot != recordSlot {
        base = .init(name: variable.name, type: variable.type)
      } else {
        continue
      }
      let input = FragmentSignature.Input(
        base: base, steps: compiler.steps[path].map { .init($0, compiler.steps.keys) })
      if signature.inputs.contains(input) { continue }
      signature.inputs.append(input)
      inputs.append(UInt32(index))
    }
  }
}

/// What makes fragments of different pages one: then equal values give equal markup.
struct FragmentSignature: Hashable {
  /// The file that is included.
  let file: Int
  let record: Variable
  var inputs: [Input] = []
  /// The definitions of the macros that are called.
  var macros: [Definition] = []

  struct Variable: Hashable {
    let name: String
    let type: StaticType
  }

  /// A variable and the way from it.
  struct Input: Hashable {
    let base: Variable
    let steps: [Step]
  }

  enum Step: Hashable {
    case field(Int32)
    case key(String)

    init(_ step: TemplateEngine.Step, _ keys: [String]) {
      self = step.isField ? .field(step.index) : .key(keys[Int(step.index)])
    }
  }

  struct Definition: Hashable {
    let file: Int
    let range: SourceRange
  }
}

extension StaticType {
  var isRecord: Bool { definedKinds == .record && schema != nil }
}

extension Instruction {
  fileprivate var macro: Int? {
    switch self {
    case .macro(let index), .outputMacro(let index): Int(index)
    default: nil
    }
  }
}
