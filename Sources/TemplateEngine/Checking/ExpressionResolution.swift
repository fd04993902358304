internal import Diagnostics

/// Where an expression stands.
enum Position: Sendable {
  /// Its value is shown, named or passed as it is: here a chain may end in `safe` or `e`.
  case result
  case operand
}

extension Resolver {
  mutating func resolve(_ id: Expression.ID, as position: Position = .operand) -> ResolvedExpression {
    let expression = expression(id)
    let range = expression.range
    switch expression.kind {
    case .literal(let literal):
      return make(.constant(literal.value(in: templates.trees[file].file)), literal.type, range)
    case .name(let name): return resolveName(name, range)
    case .list(let elements): return resolveList(elements, range)
    case .attribute(let base, let name): return resolveAttribute(base, name, range)
    case .index(let base, let index): return resolveIndex(base, index, range)
    case .negate(let operand): return resolveNegate(operand, range)
    case .not(let operand):
      let operand = resolve(operand)
      use(operand, as: .all, .condition)
      return make(.not(operand), .bool, range)
    case .and(let left, let right): return resolveLogical(left, right, isAnd: true, range)
    case .or(let left, let right): return resolveLogical(left, right, isAnd: false, range)
    case .binary(let operation, let left, let right): return resolveBinary(operation, left, right, range)
    case .conditional(let condition, let then, let otherwise):
      return resolveConditional(condition, then, otherwise, position, range)
    case .filter(let input, let name, let arguments):
      return resolveFilter(input, name, arguments, position, range)
    case .test(let input, let name, let arguments, let isNegated):
      return resolveTest(input, name, arguments, isNegated, range)
    case .call(let name, let arguments): return resolveCall(name, arguments, range)
    case .superBlock: return resolveSuper(range)
    }
  }

  func expression(_ id: Expression.ID) -> Expression { templates.trees[file].syntax[id] }

  func make(_ kind: ResolvedExpression.Kind, _ type: StaticType, _ range: SourceRange) -> ResolvedExpression {
    ResolvedExpression(kind: kind, type: type, place: place(range))
  }

  /// Stands for what was reported, and causes no further message.
  func unknown(_ range: SourceRange) -> ResolvedExpression {
    make(.constant(.undefined), .unknown, range)
  }
}

extension Literal {
  func value(in file: SourceFile) -> Value {
    switch self {
    case .none: .none
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    case .string(let range): .string(SourceText.unescaped(file.bytes, range))
    }
  }

  var type: StaticType {
    switch self {
    case .none: .none
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .string: .string
    }
  }
}
