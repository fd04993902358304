internal import Diagnostics

/// Lists, operators and inline conditions.
extension Resolver {
  mutating func resolveList(_ elements: Arguments, _ range: SourceRange) -> ResolvedExpression {
    let elements = elements.positional.map { resolve(argument($0).value) }
    var type: StaticType?
    for element in elements { type = type?.union(element.type) ?? element.type }
    return make(.list(elements), .list(of: type ?? .unknown), range)
  }

  mutating func resolveNegate(_ operand: Expression.ID, _ range: SourceRange) -> ResolvedExpression {
    let operand = resolve(operand)
    use(operand, as: .number, .arithmetic("-"))
    switch operand.kind {
    case .constant(.int(let value)) where value != .min: return make(.constant(.int(-value)), .int, range)
    case .constant(.float(let value)): return make(.constant(.float(-value)), .float, range)
    default: return make(.negate(operand), operand.type.isUnknown ? .unknown : operand.type.afterArithmetic, range)
    }
  }

  mutating func resolveLogical(
    _ left: Expression.ID, _ right: Expression.ID, isAnd: Bool, _ range: SourceRange
  ) -> ResolvedExpression {
    let left = resolve(left)
    use(left, as: .all, .condition)
    let outer = facts
    facts.add(left, is: isAnd)
    let right = resolve(right)
    facts = outer
    let type = left.type.removing(.absent).union(right.type)
    return make(isAnd ? .and(left, right) : .or(left, right), type, range)
  }

  mutating func resolveConditional(
    _ condition: Expression.ID, _ then: Expression.ID, _ otherwise: Expression.ID, _ position: Position,
    _ range: SourceRange
  ) -> ResolvedExpression {
    let condition = resolve(condition)
    use(condition, as: .all, .condition)
    let outer = facts
    facts.add(condition, is: true)
    let then = resolve(then, as: position)
    facts = outer
    facts.add(condition, is: false)
    let otherwise = resolve(otherwise, as: position)
    facts = outer
    return make(
      .conditional(condition: condition, then: then, otherwise: otherwise), then.type.union(otherwise.type), range)
  }

  mutating func resolveBinary(
    _ operation: BinaryOperator, _ left: Expression.ID, _ right: Expression.ID, _ range: SourceRange
  ) -> ResolvedExpression {
    let left = resolve(left)
    let right = resolve(right)
    let type: StaticType
    switch operation {
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo:
      type = checkArithmetic(operation, left, right)
    case .concatenate:
      use(left, as: .printable, .concatenation)
      use(right, as: .printable, .concatenation)
      type = left.type.concatenated(with: right.type)
      // Jinja2 joins constants when it compiles, and forgets which of them were markup.
      if type.kinds.contains(.html), left.isConstant, right.isConstant { add(.constantMarkup, range) }
    case .equal, .notEqual:
      use(left, as: .all, .comparison)
      use(right, as: .all, .comparison)
      type = .bool
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      checkOrdering(left, right)
      type = .bool
    case .contained, .notContained:
      checkMembership(left, right)
      type = .bool
    }
    return make(.binary(operation, left, right), type, range)
  }

  private mutating func checkArithmetic(
    _ operation: BinaryOperator, _ left: ResolvedExpression, _ right: ResolvedExpression
  ) -> StaticType {
    let context = UseContext.arithmetic(operation.rawValue)
    if !use(left, as: .number, context) || !use(right, as: .number, context) { return .unknown }
    if operation == .divide { return .float }
    return left.type.union(right.type).afterArithmetic
  }

  private mutating func checkOrdering(_ left: ResolvedExpression, _ right: ResolvedExpression) {
    let groups: [StaticType.Kinds] = [.number, .text.union(.html), templates.isOpen ? .list : []]
    let orderable = groups.reduce(StaticType.Kinds()) { $0.union($1) }
    guard use(left, as: orderable, .ordering), use(right, as: orderable, .ordering) else { return }
    let (a, b) = (left.type, right.type)
    guard !a.isUnknown, !b.isUnknown else { return }
    let shared = groups.contains { !a.kinds.isDisjoint(with: $0) && !b.kinds.isDisjoint(with: $0) }
    if !shared, !a.definedKinds.isEmpty, !b.definedKinds.isEmpty {
      add(.unlikeOrdering(a.message, b.message), left.place.range.union(right.place.range))
    }
  }

  private mutating func checkMembership(_ needle: ResolvedExpression, _ container: ResolvedExpression) {
    use(needle, as: .all, .comparison)
    use(container, as: .container, .membership)
    let text = StaticType.Kinds.text.union(.html)
    let holder = container.type.definedKinds
    guard !holder.isEmpty, holder.isSubset(of: text) else { return }
    use(needle, as: text, .textMembership)
  }
}

extension StaticType {
  /// The type of a sum or product.
  fileprivate var afterArithmetic: StaticType {
    if isUnknown { return .unknown }
    var result: Kinds = kinds.intersection([.int, .float])
    if kinds.contains(.bool) { result.insert(.int) }
    return StaticType(kinds: result)
  }

  fileprivate func concatenated(with other: StaticType) -> StaticType {
    if isUnknown || other.isUnknown { return .unknown }
    if definedKinds == .html || other.definedKinds == .html { return .html }
    let maybeMarkup = kinds.contains(.html) || other.kinds.contains(.html)
    return maybeMarkup ? StaticType(kinds: [.string, .html]) : .string
  }
}

extension ResolvedExpression {
  /// Whether no name takes part in it.
  fileprivate var isConstant: Bool {
    switch kind {
    case .constant: true
    case .undefinedName, .path, .loopField, .macro, .capture, .hostFilter: false
    default: kind.operands.allSatisfy(\.isConstant)
    }
  }
}
