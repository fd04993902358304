internal import Diagnostics

/// What an include reads: above all one record, and some more.
struct FragmentReads {
  /// The path of the record.
  let record: Path
  /// The paths of the rest.
  private(set) var inputs: [UInt32] = []
  private(set) var signature: FragmentSignature

  /// `nil` when the include reads no record, or a list besides, or calls a macro that sees other files than its own.
  /// - Parameters:
  ///   - code: the include's instructions.
  ///   - paths: all paths of these.
  init?(
    _ include: ResolvedNode.Include, _ code: ArraySlice<Instruction>, _ paths: ArraySlice<Path>,
    _ compiler: ProgramCompiler
  ) {
    var bases: [Base: (variable: FragmentSignature.Variable, reads: Int)] = [:]
    for path in paths {
      let variable = bases[path.base]?.variable ?? Self.variable(path.base, include, compiler.schema)
      if let variable { bases[path.base, default: (variable, 0)].reads += 1 }
    }
    let records = bases.filter(\.value.variable.type.isRecord)
    guard let most = records.values.map(\.reads).max(),
      let record = paths.lazy.map(\.base).first(where: { records[$0]?.reads == most }),
      let variable = records[record]?.variable
    else { return nil }
    self.record = record.isRoot ? .root(record.slot) : .local(record.slot)
    signature = FragmentSignature(file: include.file, record: variable)
    for instruction in code {
      guard let index = instruction.macro else { continue }
      let macro = compiler.macros[index]
      guard macro.isImported else { return nil }
      signature.macros.append(.init(file: macro.place.file, range: macro.place.range))
    }
    for (index, path) in zip(paths.indices, paths) where path.base != record {
      guard let variable = bases[path.base]?.variable else { continue }
      let input = FragmentSignature.Input(
        base: variable, steps: compiler.steps[path].map { .init($0, compiler.steps.keys) })
      if signature.inputs.contains(input) { continue }
      guard input.mayBePlain else { return nil }
      signature.inputs.append(input)
      inputs.append(UInt32(index))
    }
  }

  /// What a path starts from.
  fileprivate struct Base: Hashable {
    let isRoot: Bool
    let slot: Int
  }

  /// `nil` for a variable of the include's own.
  private static func variable(
    _ base: Base, _ include: ResolvedNode.Include, _ schema: RecordSchema
  ) -> FragmentSignature.Variable? {
    base.isRoot
      ? .init(name: schema.fields[base.slot].name, type: schema.type(of: base.slot))
      : include.variables.first { $0.slot == base.slot }.map { .init(name: $0.name, type: $0.type) }
  }
}

extension Path {
  fileprivate var base: FragmentReads.Base { .init(isRoot: isRoot, slot: Int(slot)) }
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

    /// False for what is known to be a list, a map or a record.
    var mayBePlain: Bool {
      let type = steps.reduce(base.type) { type, step in
        guard case .field(let index) = step, let schema = type.schema else { return .unknown }
        return schema.type(of: Int(index))
      }
      return !type.definedKinds.isSubset(of: [.list, .map, .record])
    }
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
