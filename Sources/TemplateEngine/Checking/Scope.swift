internal import Diagnostics

/// The names that one construct adds.
struct Scope: Sendable {
  enum Kind: Sendable { case template, block, loop, include, macro }

  let kind: Kind
  var bindings: [String: Binding] = [:]
  /// How often a name was bound.
  var bindingCount = 0
  /// Of the variables, also those that only a branch has set.
  var slots: [String: Int] = [:]
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

  mutating func add(_ facts: [(Path, StaticType.Kinds)]) { removed += facts }

  mutating func forget(slot: Int) { removed.removeAll { path, _ in path.base == .local(slot) } }

  func narrow(_ type: StaticType, of path: Path) -> StaticType {
    var type = type
    for (other, kinds) in removed where other == path { type.kinds.subtract(kinds) }
    return type
  }
}

extension ResolvedExpression {
  /// What holds where this condition turned out true (or false).
  func facts(when isTrue: Bool) -> [(Path, StaticType.Kinds)] {
    switch kind {
    case .path(let path): [(path, isTrue ? .absent.union(.none) : .absent)]
    case .not(let operand): operand.facts(when: !isTrue)
    case .and(let left, let right): isTrue ? left.facts(when: true) + right.facts(when: true) : left.definedFacts
    case .or(let left, let right): isTrue ? left.definedFacts : left.facts(when: false) + right.facts(when: false)
    case .test(let test, let operands): Self.facts(of: test, operands[0], when: isTrue)
    default: definedFacts
    }
  }

  /// An operator that went through its operand shows that it was defined.
  private var definedFacts: [(Path, StaticType.Kinds)] {
    switch kind {
    case .path(let path): [(path, .absent)]
    case .not(let operand): operand.definedFacts
    default: []
    }
  }

  private static func facts(
    of test: BuiltinTest, _ operand: ResolvedExpression, when isTrue: Bool
  ) -> [(Path, StaticType.Kinds)] {
    guard case .path(let path) = operand.kind else { return [] }
    return switch (test, isTrue) {
    case (.defined, true), (.undefined, false): [(path, .absent)]
    case (.none, false): [(path, .none)]
    default: []
    }
  }
}
