internal import Diagnostics

/// The names that one construct adds.
struct Scope: Sendable {
  enum Kind: Sendable { case template, block, loop, include, macro }

  let kind: Kind
  var bindings = Bindings()
  /// How often a name was bound.
  var bindingCount = 0
  /// Of the variables, also those that only a branch has set.
  var slots: [(name: Name, slot: Int)] = []
}

/// Names with what they stand for. There are few in a scope: to look through them is faster than to hash.
struct Bindings: Sendable {
  private(set) var all: [(name: Name, binding: Binding)] = []

  subscript(name: Name) -> Binding? {
    get {
      for index in all.indices where all[index].name == name { return all[index].binding }
      return nil
    }
    set {
      let index = all.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let binding?): all[index].binding = binding
      case (let index?, nil): all.remove(at: index)
      case (nil, let binding?): all.append((name, binding))
      case (nil, nil): break
      }
    }
  }

  var names: [Name] { all.map(\.name) }
  var variables: Bindings { filtered { $0.isVariable } }
  var macros: Bindings { filtered { !$0.isVariable } }

  private func filtered(_ isWanted: (Binding) -> Bool) -> Bindings {
    var result = self
    result.all.removeAll { !isWanted($0.binding) }
    return result
  }
}

/// What a name stands for.
enum Binding: Sendable {
  case variable(slot: Int, type: StaticType)
  /// A macro, and the file in which it got this name: other macros of that file can call it.
  case macro(Int, file: Int)

  var isVariable: Bool { if case .variable = self { true } else { false } }
}

/// A macro definition in its file.
struct MacroSource: Sendable {
  let definition: MacroDefinition
  let file: Int
  /// Whether its file was imported: then it sees all macros of the file, and else those that were defined so far.
  let isImported: Bool
}

/// What conditions have shown: kinds that the value of a path cannot be of.
struct Facts: Sendable {
  private var removed: [(Path, StaticType.Kinds)] = []

  mutating func add(_ path: Path, _ kinds: StaticType.Kinds) { removed.append((path, kinds)) }

  mutating func forget(slot: Int) { removed.removeAll { path, _ in !path.isRoot && path.slot == slot } }

  func narrow(_ type: StaticType, of path: Path, _ steps: StepTable) -> StaticType {
    if removed.isEmpty { return type }
    var type = type
    for (other, kinds) in removed where other.slot == path.slot && steps.areEqual(other, path) {
      type.kinds.subtract(kinds)
    }
    return type
  }

  /// Adds what holds where a condition turned out true (or false).
  mutating func add(_ condition: ResolvedExpression, is isTrue: Bool) {
    switch condition.kind {
    case .path(let path): add(path, isTrue ? .absent.union(.none) : .absent)
    case .not(let operand): add(operand, is: !isTrue)
    case .and(let left, let right), .or(let left, let right):
      if case .and = condition.kind, !isTrue { return addDefined(left) }
      if case .or = condition.kind, isTrue { return addDefined(left) }
      add(left, is: isTrue)
      add(right, is: isTrue)
    case .test(let test, let operands): add(test, operands[0], is: isTrue)
    default: break
    }
  }

  /// An operator that went through its operand shows that it was defined.
  private mutating func addDefined(_ operand: ResolvedExpression) {
    switch operand.kind {
    case .path(let path): add(path, .absent)
    case .not(let operand): addDefined(operand)
    default: break
    }
  }

  private mutating func add(_ test: BuiltinTest, _ operand: ResolvedExpression, is isTrue: Bool) {
    guard case .path(let path) = operand.kind else { return }
    switch (test, isTrue) {
    case (.defined, true), (.undefined, false): add(path, .absent)
    case (.none, false): add(path, .none)
    default: break
    }
  }
}
