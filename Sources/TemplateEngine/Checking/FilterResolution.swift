internal import Diagnostics

extension Resolver {
  mutating func resolveFilter(
    _ input: Expression, _ name: Located<String>, _ arguments: Arguments, _ position: Position, _ range: SourceRange
  ) -> ResolvedExpression {
    if let index = templates.filterIndex(of: name.value) {
      return resolveHostFilter(index, input, name, arguments, range)
    }
    let resolved = resolve(input)
    // An unknown one was reported by `FilterNameCheck`.
    guard let filter = BuiltinFilter(name: name.value) else { return unknown(range) }
    if (filter == .safe || filter == .escape) && position != .result { add(.safeNotLast(name.value), name.range) }
    let names = filter.parameters.map(\.name)
    let defaults = filter.parameters.map(\.defaultValue)
    let position: Position = filter == .default ? .result : .operand
    guard let values = resolveArguments(arguments, of: name, names, defaults, position, range) else {
      return unknown(range)
    }
    guard checkInput(resolved, of: filter, name, values) else { return unknown(range) }
    for (parameter, value) in zip(filter.parameters, values) where filter != .default {
      use(value, as: parameter.kinds, .argument(parameter.name, of: name.value))
    }
    checkMethod(of: filter, values)
    return make(.filter(filter, [resolved] + values), filter.result(resolved.type, values.map(\.type)), range)
  }

  private mutating func checkInput(
    _ input: ResolvedExpression, of filter: BuiltinFilter, _ name: Located<String>, _ values: [ResolvedExpression]
  ) -> Bool {
    guard filter != .default else { return true }
    let accepted = templates.isOpen ? filter.input : filter.sensibleInput
    guard use(input, as: accepted, .filter(name.value)) else { return false }
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
    _ arguments: Arguments, of callee: Located<String>, _ names: [String], _ defaults: [Value?],
    _ position: Position, _ range: SourceRange
  ) -> [ResolvedExpression]? {
    var values = arguments.positional.map { resolve($0, as: position) }
    if values.count > names.count {
      add(.tooManyArguments(callee.value, names), arguments.positional[names.count].range)
      return nil
    }
    let named = arguments.named.map { ($0.name, resolve($0.value, as: position)) }
    for (name, _) in named where !names.dropFirst(values.count).contains(name.value) {
      let isGiven = names.contains(name.value)
      add(
        isGiven ? .argumentTwice(name.value) : .unknownArgument(name.value, of: callee.value, names), name.range,
        kind: .type)
      return nil
    }
    for (name, defaultValue) in zip(names, defaults).dropFirst(values.count) {
      if let given = named.first(where: { $0.0.value == name }) {
        values.append(given.1)
      } else if let defaultValue {
        values.append(make(.constant(defaultValue), StaticType(kinds: .init(defaultValue)), range))
      } else {
        add(.missingArgument(name, of: callee.value), range)
        return nil
      }
    }
    return values
  }

  private mutating func add(_ problem: Problem, _ range: SourceRange, kind: Problem.Kind) {
    add(Problem(kind, problem.name, en: problem.message.en, id: problem.message.id, help: problem.help), range)
  }

  // MARK: Host filters

  private mutating func resolveHostFilter(
    _ index: Int, _ input: Expression, _ name: Located<String>, _ arguments: Arguments, _ range: SourceRange
  ) -> ResolvedExpression {
    let filter = templates.filters[index]
    let resolved = resolve(input)
    let names = filter.parameters.map(\.name)
    let defaults = filter.parameters.map(\.defaultValue)
    guard let values = resolveArguments(arguments, of: name, names, defaults, .operand, range) else {
      return unknown(range)
    }
    let input = filter.input.reduce(into: StaticType.Kinds()) { $0.formUnion(StaticType($1).kinds) }
    var isRight = input.contains(.unknown) || use(resolved, as: input, .filter(name.value))
    for (parameter, value) in zip(filter.parameters, values) {
      let kinds = StaticType(parameter.type).kinds
      if kinds.contains(.unknown) || value.isDefault(parameter.defaultValue) { continue }
      isRight = use(value, as: kinds, .argument(parameter.name, of: name.value)) && isRight
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
    _ input: Expression, _ name: Located<String>, _ arguments: Arguments, _ isNegated: Bool, _ range: SourceRange
  ) -> ResolvedExpression {
    guard let test = BuiltinTest(rawValue: name.value) else {
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
    _ test: BuiltinTest, _ input: Expression, _ arguments: [ResolvedExpression], _ range: SourceRange
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
  private func isDefinedAtLoad(_ expression: Expression) -> Bool? {
    guard case .name(let name) = expression.kind else { return nil }
    switch binding(of: name) {
    case .macro: return true
    case .variable: return nil
    case nil: return name == "loop" && !(seesPage && page.schema.index(of: name) != nil) ? loop != nil : nil
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
