internal import Diagnostics

/// Names, and the ways from them into their values.
extension Resolver {
  mutating func resolveName(_ name: Name, _ range: SourceRange) -> ResolvedExpression {
    switch binding(of: name) {
    case .variable(let slot, let type): return makePath(.local(slot), type, range)
    case .macro:
      add(.macroAsValue(text(name)), range)
      return unknown(range)
    case nil: break
    }
    if seesPage, let index = page.schema.index(of: text(name)) {
      return makePath(.root(index), page.schema.type(of: index), range)
    }
    return resolveUnknownName(name, range)
  }

  private mutating func resolveUnknownName(_ name: Name, _ range: SourceRange) -> ResolvedExpression {
    let text = text(name)
    if let problem = Problem.pythonName(text) {
      add(problem, range)
    } else if name == .loop {
      add(loop == nil ? .loopOutsideLoop : .loopAsValue, range)
    } else if !seesPage, !hasUnreadNames {
      let isOutside = page.schema.index(of: text) != nil || namesOutside.contains(name)
      add(isOutside ? .outerName(text) : .unknownName(text, knownNames), range)
    } else if templates.isOpen {
      return make(.undefinedName, .undefined, range)
    } else if !hasUnreadNames {
      add(.unknownName(text, knownNames), range)
    }
    return unknown(range)
  }

  /// Whether a name that seems unknown may be defined by a tag that could not be read.
  var hasUnreadNames: Bool {
    ([file] + includeStack + inheritance.trees).contains { templates.trees[$0].hasUnreadNames }
  }

  private var knownNames: [String] {
    let local = scopes.reversed().flatMap { sortedTexts($0.bindings) }
    return local + (seesPage ? page.schema.fields.map(\.name) : [])
  }

  func text(_ name: Name) -> String { templates.names[name] }

  func sortedTexts(_ bindings: Bindings) -> [String] { bindings.names.map { text($0) }.sorted() }

  func isPageName(_ name: Name) -> Bool { seesPage && page.schema.index(of: text(name)) != nil }

  func isKnown(_ name: Name) -> Bool { binding(of: name) != nil || isPageName(name) }

  /// A path with its type as the conditions around it leave it.
  private func makePath(_ path: Path, _ type: StaticType, _ range: SourceRange) -> ResolvedExpression {
    make(.path(path), facts.narrow(type, of: path, steps), range)
  }

  // MARK: Attributes and elements

  mutating func resolveAttribute(
    _ base: Expression.ID, _ name: Located<Name>, _ range: SourceRange
  ) -> ResolvedExpression {
    if case .name(.loop) = expression(base).kind, binding(of: .loop) == nil { return resolveLoopField(name, range) }
    let base = resolve(base)
    guard !templates.trees[file].file.bytes.has("__", at: Int(name.range.lower)) else {
      add(.privateAttribute(text(name.value)), name.range)
      return unknown(range)
    }
    guard let (step, type) = resolveStep(base, text(name.value), name.range) else { return unknown(range) }
    return extend(base, step, type, range)
  }

  private mutating func extend(
    _ base: ResolvedExpression, _ step: Step, _ type: StaticType, _ range: SourceRange
  ) -> ResolvedExpression {
    guard case .path(let path) = base.kind else {
      let step = steps.add(step)
      return make(.attribute(base, step: step), type, range)
    }
    let longer = steps.extend(path, by: step)
    return makePath(longer, type, range)
  }

  private mutating func resolveLoopField(_ name: Located<Name>, _ range: SourceRange) -> ResolvedExpression {
    guard let loop else {
      add(.loopOutsideLoop, range)
      return unknown(range)
    }
    guard let field = LoopField(rawValue: text(name.value)) else {
      add(.unknownLoopField(text(name.value)), name.range)
      return unknown(range)
    }
    return make(.loopField(field, loop: loop), field == .first || field == .last ? .bool : .int, range)
  }

  /// How a name leads into a value, and what is there. `nil` after a message.
  private mutating func resolveStep(
    _ base: ResolvedExpression, _ name: String, _ place: SourceRange
  ) -> (Step, StaticType)? {
    guard use(base, as: .all, .attribute(name)) else { return nil }
    let type = base.type
    if type.isUnknown { return (steps.key(name), .unknown) }
    if let schema = type.schema, type.definedKinds.isSubset(of: [.record, .none]) {
      return resolveField(schema, name, base, place)
    }
    if type.definedKinds == .map {
      if PythonAttributes.map.contains(name) {
        add(.mapMethodName(name, text(base.place.range)), place)
        return nil
      }
      return (steps.key(name), type.elementType.adding(.missing))
    }
    if templates.isOpen { return (steps.key(name), .unknown) }
    add(.noFields(type.removing(.absent).message, name), place)
    return nil
  }

  private mutating func resolveField(
    _ schema: RecordSchema, _ name: String, _ base: ResolvedExpression, _ place: SourceRange
  ) -> (Step, StaticType)? {
    guard let index = schema.index(of: name) else {
      add(.unknownField(name, schema), place)
      return nil
    }
    let type = schema.type(of: index)
    return (Step(isField: true, index: Int32(index)), base.type.kinds.contains(.none) ? type.adding(.undefined) : type)
  }

  mutating func resolveIndex(
    _ base: Expression.ID, _ index: Expression.ID, _ range: SourceRange
  ) -> ResolvedExpression {
    let base = resolve(base)
    let key = expression(index)
    if base.type.kinds.contains(.record), case .literal(.string(let literal)) = key.kind {
      let name = SourceText.unescaped(templates.trees[file].file.bytes, literal)
      guard let (step, type) = resolveStep(base, name, key.range) else { return unknown(range) }
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
