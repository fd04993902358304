internal import Diagnostics

/// Names, and the ways from them into their values.
extension Resolver {
  mutating func resolveName(_ name: String, _ range: SourceRange) -> ResolvedExpression {
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
      let isOutside = page.schema.index(of: name) != nil || namesOutside.contains(name)
      add(isOutside ? .outerName(name) : .unknownName(name, knownNames), range)
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

  private var knownNames: [String] {
    let local = scopes.reversed().flatMap { $0.bindings.keys.sorted() }
    return local + (seesPage ? page.schema.fields.map(\.name) : [])
  }

  /// A path with its type as the conditions around it leave it.
  private func makePath(_ path: Path, _ type: StaticType, _ range: SourceRange) -> ResolvedExpression {
    make(.path(path), facts.narrow(type, of: path), range)
  }

  // MARK: Attributes and elements

  mutating func resolveAttribute(
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

  mutating func resolveIndex(
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
}
