internal import Diagnostics

extension Resolver {
  mutating func resolveFilter(
    _ input: Expression.ID, _ name: Located<Name>, _ arguments: Arguments, _ position: Position, _ range: SourceRange
  ) -> ResolvedExpression {
    let text = text(name.value)
    if let index = templates.filterIndex(of: text) {
      return resolveHostFilter(index, input, name, arguments, range)
    }
    let resolved = resolve(input)
    // An unknown one was reported by `FilterNameCheck`.
    guard let filter = BuiltinFilter(name: text) else { return unknown(range) }
    if (filter == .safe || filter == .escape) && position != .result { add(.safeNotLast(text), name.range) }
    let names = filter.parameters.map(\.name)
    let defaults = filter.parameters.map(\.defaultValue)
    let position: Position = filter == .default ? .result : .operand
    guard let values = resolveArguments(arguments, of: name, names, defaults, position, range) else {
      return unknown(range)
    }
    guard checkInput(resolved, of: filter, name, values) else { return unknown(range) }
    for (parameter, value) in zip(filter.parameters, values) where filter != .default {
      use(value, as: parameter.kinds, .argument(parameter.name, of: text))
    }
    checkMethod(of: filter, values)
    return make(.filter(filter, [resolved] + values), filter.result(resolved.type, values.map(\.type)), range)
  }

  private mutating func checkInput(
    _ input: ResolvedExpression, of filter: BuiltinFilter, _ name: Located<Name>, _ values: [ResolvedExpression]
  ) -> Bool {
    guard filter != .default else { return true }
    let accepted = templates.isOpen ? filter.input : filter.sensibleInput
    guard use(input, as: accepted, .filter(text(name.value))) else { return false }
    guard filter == .join, input.type.definedKinds == .list, values[1].type.kinds == .none else { return true }
    let elements = input.type.elementType
    if elements.isUnknown || elements.definedKinds.isSubset(of: .printable) { return true }
    add(.joinOfUnprintable(elements.message), input.place.range)
    return false
  }

  /// `round` has three methods; a misspelt one shows at load.
  private mutating func checkMethod(of filter: BuiltinFilter, _ values: [ResolvedExpression]) {
    guard filter == .round, case .constant(.string(let method)) = values[1].kind else { return }
    if !["common", "ceil", "floor"].contains(method) { add(.roundMethod(method), values[1].place.range) }
  }

  /// One value for each parameter: the argument or the default. `nil` after a message.
  mutating func resolveArguments(
    _ arguments: Arguments, of callee: Located<Name>, _ names: [String], _ defaults: [Value?],
    _ position: Position, _ range: SourceRange
  ) -> [ResolvedExpression]? {
    var values: [ResolvedExpression] = []
    values.reserveCapacity(names.count)
    for index in arguments.positional { values.append(resolve(argument(index).value, as: position)) }
    if values.count > names.count {
      let surplus = argument(arguments.positional.lowerBound + names.count).value
      add(.tooManyArguments(text(callee.value), names), expression(surplus).range)
      return nil
    }
    guard let named = resolveNamed(arguments, of: callee, names, after: values.count, position) else { return nil }
    for (name, defaultValue) in zip(names, defaults).dropFirst(values.count) {
      if let given = named.first(where: { $0.0 == name }) {
        values.append(given.1)
      } else if let defaultValue {
        values.append(make(.constant(defaultValue), StaticType(kinds: .init(defaultValue)), range))
      } else {
        add(.missingArgument(name, of: text(callee.value)), range)
        return nil
      }
    }
    return values
  }

  /// Those of a call that are given by name, which must be names of parameters behind the first `count`.
  private mutating func resolveNamed(
    _ arguments: Arguments, of callee: Located<Name>, _ names: [String], after count: Int, _ position: Position
  ) -> [(String, ResolvedExpression)]? {
    var named: [(String, ResolvedExpression)] = []
    for index in arguments.named {
      guard let name = argument(index).name else { continue }
      named.append((text(name.value), resolve(argument(index).value, as: position)))
    }
    for (index, (name, _)) in zip(arguments.named, named) where !names.dropFirst(count).contains(name) {
      let place = argument(index).name?.range ?? callee.range
      let isGiven = names.contains(name)
      add(
        isGiven ? .argumentTwice(name) : .unknownArgument(name, of: text(callee.value), names), place, kind: .type)
      return nil
    }
    return named
  }

  func argument(_ index: Int) -> Argument { templates.trees[file].syntax.arguments[index] }

  private mutating func add(_ problem: Problem, _ range: SourceRange, kind: Problem.Kind) {
    add(Problem(kind, problem.name, en: problem.message.en, id: problem.message.id, help: problem.help), range)
  }

  // MARK: Host filters

  private mutating func resolveHostFilter(
    _ index: Int, _ input: Expression.ID, _ name: Located<Name>, _ arguments: Arguments, _ range: SourceRange
  ) -> ResolvedExpression {
    let filter = templates.filters[index]
    let resolved = resolve(input)
    let names = filter.parameters.map(\.name)
    let defaults = filter.parameters.map(\.defaultValue)
    guard let values = resolveArguments(arguments, of: name, names, defaults, .operand, range) else {
      return unknown(range)
    }
    let input = filter.input.reduce(into: StaticType.Kinds()) { $0.formUnion(StaticType($1).kinds) }
    var isRight = input.contains(.unknown) || use(resolved, as: input, .filter(text(name.value)))
    for (parameter, value) in zip(filter.parameters, values) {
      let kinds = StaticType(parameter.type).kinds
      if kinds.contains(.unknown) || value.isDefault(parameter.defaultValue) { continue }
      isRight = use(value, as: kinds, .argument(parameter.name, of: text(name.value))) && isRight
    }
    guard isRight else { return unknown(range) }
    let type = StaticType(filter.result)
    if let folded = fold(filter, resolved, values) { return make(.constant(folded), type, range) }
    return make(.hostFilter(index, [resolved] + values), type, range)
  }

  /// The filter's value for literals. Its failure is reported at the input.
  private mutating func fold(
    _ filter: HostFilter, _ input: ResolvedExpression, _ arguments: [ResolvedExpression]
  ) -> Value? {
    guard case .constant(let value) = input.kind, !input.type.isUnknown else { return nil }
    var values: [Value] = []
    for argument in arguments {
      guard case .constant(let value) = argument.kind, !argument.type.isUnknown else { return nil }
      values.append(value)
    }
    do throws(FilterFailure) {
      return try FilterArguments.with(values) { (arguments) throws(FilterFailure) in try filter.apply(value, arguments)
      }
    } catch {
      add(.filterFailed(error), input.place.range)
      return Value.none
    }
  }

  // MARK: Tests

  mutating func resolveTest(
    _ input: Expression.ID, _ name: Located<Name>, _ arguments: Arguments, _ isNegated: Bool, _ range: SourceRange
  ) -> ResolvedExpression {
    guard let test = BuiltinTest(rawValue: text(name.value)) else {
      _ = resolve(input)
      return unknown(range)
    }
    let names = test == .divisibleby ? ["num"] : []
    guard let values = resolveArguments(arguments, of: name, names, names.map { _ in nil }, .operand, range) else {
      return unknown(range)
    }
    let result = resolveTest(test, input, values, range)
    return isNegated ? make(.not(result), .bool, range) : result
  }

  private mutating func resolveTest(
    _ test: BuiltinTest, _ input: Expression.ID, _ arguments: [ResolvedExpression], _ range: SourceRange
  ) -> ResolvedExpression {
    if test == .defined || test == .undefined, let isDefined = isDefinedAtLoad(input) {
      return make(.constant(.bool(isDefined == (test == .defined))), .bool, range)
    }
    let operand = resolve(input)
    switch test {
    case .defined, .undefined: break
    case .none: if !templates.isOpen { use(operand, as: .all, .test("none")) }
    case .odd, .even, .divisibleby:
      for value in [operand] + arguments { use(value, as: .number, .test(test.rawValue)) }
    }
    return make(.test(test, [operand] + arguments), .bool, range)
  }

  /// Macros are always defined; `loop` is inside a loop.
  private func isDefinedAtLoad(_ id: Expression.ID) -> Bool? {
    guard case .name(let name) = expression(id).kind else { return nil }
    switch binding(of: name) {
    case .macro: return true
    case .variable: return nil
    case nil: return name == .loop && !isPageName(name) ? loop != nil : nil
    }
  }
}

extension ResolvedExpression {
  /// Whether this is a parameter's default, which may be of another type than the parameter.
  fileprivate func isDefault(_ value: Value?) -> Bool {
    guard case .constant(let constant) = kind, let value else { return false }
    return StaticType.Kinds(constant) == StaticType.Kinds(value)
  }
}
