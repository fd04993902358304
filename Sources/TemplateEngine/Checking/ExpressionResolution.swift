internal import Diagnostics

/// Where an expression stands.
enum Position: Sendable {
  /// Its value is shown, named or passed as it is: here a chain may end in `safe` or `e`.
  case result
  case operand
}

extension Resolver {
  mutating func resolve(_ expression: Expression, as position: Position = .operand) -> ResolvedExpression {
    let range = expression.range
    switch expression.kind {
    case .literal(let literal): return make(.constant(literal.value), literal.type, range)
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

  func make(_ kind: ResolvedExpression.Kind, _ type: StaticType, _ range: SourceRange) -> ResolvedExpression {
    ResolvedExpression(kind: kind, type: type, place: place(range))
  }

  /// Stands for what was reported, and causes no further message.
  func unknown(_ range: SourceRange) -> ResolvedExpression {
    make(.constant(.undefined), .unknown, range)
  }

  // MARK: Names

  private mutating func resolveName(_ name: String, _ range: SourceRange) -> ResolvedExpression {
    switch binding(of: name) {
    case .variable(let slot, let type): return makePath(Path(base: .local(slot), steps: []), type, range)
    case .macro:
      add(.macroAsValue(name), range)
      return unknown(range)
    case nil: break
    }
    if seesPage, let index = page.schema.index(of: name) {
      return makePath(Path(base: .root(index), steps: []), StaticType(page.schema.fields[index].type), range)
    }
    return resolveUnknownName(name, range)
  }

  private mutating func resolveUnknownName(_ name: String, _ range: SourceRange) -> ResolvedExpression {
    if let problem = Problem.pythonName(name) {
      add(problem, range)
    } else if name == "loop" {
      add(loop == nil ? .loopOutsideLoop : .loopAsValue, range)
    } else if !seesPage, !hasUnreadNames {
      add(page.schema.index(of: name) != nil ? .outerName(name) : .unknownName(name, knownNames), range)
    } else if templates.isOpen {
      return make(.undefinedName, .undefined, range)
    } else if !hasUnreadNames {
      add(.unknownName(name, knownNames), range)
    }
    return unknown(range)
  }

  /// Whether a name that seems unknown may be defined by a tag that could not be read.
  var hasUnreadNames: Bool {
    ([file] + includeStack + inheritance.trees).contains { templates.trees[$0].hasUnreadNames }
  }

  var knownNames: [String] {
    let local = scopes.reversed().flatMap { $0.bindings.keys.sorted() }
    return local + (seesPage ? page.schema.fields.map(\.name) : [])
  }

  /// A path with its type as the conditions around it leave it.
  private func makePath(_ path: Path, _ type: StaticType, _ range: SourceRange) -> ResolvedExpression {
    make(.path(path), facts.narrow(type, of: path), range)
  }

  // MARK: Attributes and elements

  private mutating func resolveAttribute(
    _ base: Expression, _ name: Located<String>, _ range: SourceRange
  ) -> ResolvedExpression {
    if case .name("loop") = base.kind, binding(of: "loop") == nil { return resolveLoopField(name, range) }
    let base = resolve(base)
    guard !name.value.hasPrefix("__") else {
      add(.privateAttribute(name.value), name.range)
      return unknown(range)
    }
    guard let (step, type) = resolveStep(base, name) else { return unknown(range) }
    return extend(base, step, type, range)
  }

  private func extend(
    _ base: ResolvedExpression, _ step: Step, _ type: StaticType, _ range: SourceRange
  ) -> ResolvedExpression {
    guard case .path(var path) = base.kind else { return make(.attribute(base, step), type, range) }
    path.steps.append(step)
    return makePath(path, type, range)
  }

  private mutating func resolveLoopField(_ name: Located<String>, _ range: SourceRange) -> ResolvedExpression {
    guard let loop else {
      add(.loopOutsideLoop, range)
      return unknown(range)
    }
    guard let field = LoopField(rawValue: name.value) else {
      add(.unknownLoopField(name.value), name.range)
      return unknown(range)
    }
    return make(.loopField(field, loop: loop), field == .first || field == .last ? .bool : .int, range)
  }

  /// How a name leads into a value, and what is there. `nil` after a message.
  private mutating func resolveStep(_ base: ResolvedExpression, _ name: Located<String>) -> (Step, StaticType)? {
    guard use(base, as: .all, .attribute(name.value)) else { return nil }
    let type = base.type
    if type.isUnknown { return (.key(name.value), .unknown) }
    if let schema = type.schema, type.definedKinds.isSubset(of: [.record, .none]) {
      return resolveField(schema, name, base)
    }
    if type.definedKinds == .map {
      if PythonAttributes.map.contains(name.value) {
        add(.mapMethodName(name.value, text(base.place.range)), name.range)
        return nil
      }
      return (.key(name.value), type.elementType.adding(.missing))
    }
    if templates.isOpen { return (.key(name.value), .unknown) }
    add(.noFields(type.removing(.absent).message, name.value), name.range)
    return nil
  }

  private mutating func resolveField(
    _ schema: RecordSchema, _ name: Located<String>, _ base: ResolvedExpression
  ) -> (Step, StaticType)? {
    guard let index = schema.index(of: name.value) else {
      add(.unknownField(name.value, schema), name.range)
      return nil
    }
    let type = StaticType(schema.fields[index].type)
    return (.field(index), base.type.kinds.contains(.none) ? type.adding(.undefined) : type)
  }

  private mutating func resolveIndex(
    _ base: Expression, _ index: Expression, _ range: SourceRange
  ) -> ResolvedExpression {
    let base = resolve(base)
    if base.type.kinds.contains(.record), case .literal(.string(let name)) = index.kind {
      guard let (step, type) = resolveStep(base, Located(name, index.range)) else { return unknown(range) }
      return extend(base, step, type, range)
    }
    let index = resolve(index)
    let accepted: StaticType.Kinds = templates.isOpen ? .all.subtracting(.text) : [.list, .map]
    guard use(base, as: accepted, .index), use(index, as: [.int, .bool, .string], .indexValue) else {
      return unknown(range)
    }
    let type = base.type
    let isElement = type.definedKinds == .list || type.definedKinds == .map
    return make(.index(base, index), isElement ? type.elementType.adding(.missing) : .unknown, range)
  }

  // MARK: Operators

  private mutating func resolveList(_ elements: [Expression], _ range: SourceRange) -> ResolvedExpression {
    let elements = elements.map { resolve($0) }
    var type: StaticType?
    for element in elements { type = type?.union(element.type) ?? element.type }
    return make(.list(elements), .list(of: type ?? .unknown), range)
  }

  private mutating func resolveNegate(_ operand: Expression, _ range: SourceRange) -> ResolvedExpression {
    let operand = resolve(operand)
    use(operand, as: .number, .arithmetic("-"))
    switch operand.kind {
    case .constant(.int(let value)) where value != .min: return make(.constant(.int(-value)), .int, range)
    case .constant(.float(let value)): return make(.constant(.float(-value)), .float, range)
    default: return make(.negate(operand), operand.type.isUnknown ? .unknown : operand.type.afterArithmetic, range)
    }
  }

  private mutating func resolveLogical(
    _ left: Expression, _ right: Expression, isAnd: Bool, _ range: SourceRange
  ) -> ResolvedExpression {
    let left = resolve(left)
    use(left, as: .all, .condition)
    let outer = facts
    facts.add(left.facts(when: isAnd))
    let right = resolve(right)
    facts = outer
    let type = left.type.removing(.absent).union(right.type)
    return make(isAnd ? .and(left, right) : .or(left, right), type, range)
  }

  private mutating func resolveConditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ position: Position, _ range: SourceRange
  ) -> ResolvedExpression {
    let condition = resolve(condition)
    use(condition, as: .all, .condition)
    let outer = facts
    facts.add(condition.facts(when: true))
    let then = resolve(then, as: position)
    facts = outer
    facts.add(condition.facts(when: false))
    let otherwise = resolve(otherwise, as: position)
    facts = outer
    return make(
      .conditional(condition: condition, then: then, otherwise: otherwise), then.type.union(otherwise.type), range)
  }

  private mutating func resolveBinary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
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
  var afterArithmetic: StaticType {
    if isUnknown { return .unknown }
    var result: Kinds = kinds.intersection([.int, .float])
    if kinds.contains(.bool) { result.insert(.int) }
    return StaticType(kinds: result)
  }

  func concatenated(with other: StaticType) -> StaticType {
    if isUnknown || other.isUnknown { return .unknown }
    if definedKinds == .html || other.definedKinds == .html { return .html }
    let maybeMarkup = kinds.contains(.html) || other.kinds.contains(.html)
    return maybeMarkup ? StaticType(kinds: [.string, .html]) : .string
  }
}

extension ResolvedExpression {
  /// Whether no name takes part in it.
  var isConstant: Bool {
    switch kind {
    case .constant: true
    case .undefinedName, .path, .loopField, .macro, .capture, .hostFilter: false
    default: kind.operands.allSatisfy(\.isConstant)
    }
  }
}

extension Literal {
  var value: Value {
    switch self {
    case .none: .none
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    case .string(let value): .string(value)
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
