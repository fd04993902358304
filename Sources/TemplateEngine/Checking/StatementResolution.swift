internal import Diagnostics

extension Resolver {
  mutating func resolve(_ body: Body, exceptBlocks: Bool = false) -> [ResolvedNode] {
    var nodes: [ResolvedNode] = []
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.deepestNesting, let first = body.statements.first {
      add(.pageTooDeep, statement(first).range)
      return nodes
    }
    nodes.reserveCapacity(body.statements.count)
    for index in body.statements {
      let statement = statement(index)
      if exceptBlocks, case .block = statement.kind { continue }
      guard countNode(statement.range) else { break }
      if let node = resolve(statement) { nodes.append(node) }
    }
    return nodes
  }

  private func statement(_ index: Int32) -> Statement { templates.trees[file].syntax.statements[Int(index)] }

  private mutating func resolve(_ statement: Statement) -> ResolvedNode? {
    let place = place(statement.range)
    switch statement.kind {
    case .text: return ResolvedNode(kind: .text, place: place)
    case .output(let expression): return resolveOutput(expression)
    case .branch(let branches, let otherwise): return resolveBranch(branches, otherwise, place)
    case .loop(let loop): return resolveLoop(loop, place)
    case .set(let name, let value): return resolveSet(name, value, place)
    case .include(let literal):
      return resolveInclude(Located(SourceText.unescaped(templates.trees[file].file.bytes, literal), literal))
    case .block(let block):
      let content = resolveBlock(block.name.value, level: 0, at: place)
      return ResolvedNode(kind: .section(.block(text(block.name.value)), content), place: place)
    case .macro(let index):
      define(index)
      return nil
    case .importMacros(let index):
      resolveImport(templates.trees[file].syntax.imports[Int(index)])
      return nil
    }
  }

  private mutating func resolveOutput(_ expression: Expression.ID) -> ResolvedNode {
    let value = resolve(expression, as: .result)
    use(value, as: .printable, .output)
    return ResolvedNode(kind: .output(value), place: value.place)
  }

  // MARK: set

  private mutating func resolveSet(
    _ name: Located<Name>, _ value: Expression.ID, _ place: Place
  ) -> ResolvedNode? {
    let resolved = resolve(value, as: .result)
    let (kind, isNew) = (scopes[scopes.count - 1].kind, scopes[scopes.count - 1].bindings[name.value] == nil)
    if kind == .loop, isNew, isKnown(name.value) {
      add(.setInLoop(text(name.value)), name.range)
      return nil
    }
    let slot = slot(for: name.value)
    facts.forget(slot: slot)
    bind(name.value, to: .variable(slot: slot, type: resolved.type))
    return ResolvedNode(kind: .set(slot: slot, resolved), place: place)
  }

  // MARK: if

  /// What one way through an `if` leaves behind.
  private struct End {
    let bindings: Bindings
    let facts: Facts
  }

  private mutating func resolveBranch(
    _ branches: Range<Int32>, _ otherwise: Body?, _ place: Place
  ) -> ResolvedNode {
    let before = scopes[scopes.count - 1]
    let factsBefore = facts
    var resolved: [(condition: ResolvedExpression, body: [ResolvedNode])] = []
    var ends: [End] = []
    resolved.reserveCapacity(branches.count)
    ends.reserveCapacity(branches.count + 1)
    for index in branches {
      let branch = templates.trees[file].syntax.branches[Int(index)]
      let condition = resolve(branch.condition)
      use(condition, as: .all, .condition)
      let factsOtherwise = facts
      facts.add(condition, is: true)
      resolved.append((condition, resolve(branch.body)))
      ends.append(takeEnd(before.bindings, factsOtherwise))
      facts.add(condition, is: false)
    }
    let rest = otherwise.map { resolve($0) } ?? []
    ends.append(takeEnd(before.bindings, factsBefore))
    let bindsNames = scopes[scopes.count - 1].bindingCount != before.bindingCount
    let introduced = bindsNames ? merge(ends, before.bindings) : []
    let branch = ResolvedBranch(introduced: introduced, branches: resolved, otherwise: rest, end: place)
    return ResolvedNode(kind: .branch(branch), place: place)
  }

  private mutating func takeEnd(_ bindings: Bindings, _ before: Facts) -> End {
    let end = End(bindings: scopes[scopes.count - 1].bindings, facts: facts)
    scopes[scopes.count - 1].bindings = bindings
    facts = before
    return end
  }

  /// Binds the names that any way through an `if` has set. Those that meant something else before, or nothing, are
  /// returned with that.
  private mutating func merge(_ ends: [End], _ before: Bindings) -> [ResolvedBranch.Variable] {
    var introduced: [ResolvedBranch.Variable] = []
    for name in Set(ends.flatMap(\.bindings.names)).sorted(by: { text($0) < text($1) }) {
      let slot: Int? = ends.lazy.compactMap { end -> Int? in
        if case .variable(let slot, _) = end.bindings[name] { slot } else { nil }
      }.first
      guard let slot else {
        if let macro = ends.compactMap({ $0.bindings[name] }).first { bind(name, to: macro) }
        continue
      }
      let initial = initialValue(of: name)
      var type: StaticType?
      for end in ends {
        let ending = endType(of: name, end, initial)
        type = type?.union(ending) ?? ending
      }
      if before[name]?.isVariable != true { introduced.append(.init(slot: slot, initial: initial)) }
      bind(name, to: .variable(slot: slot, type: type ?? .unknown))
    }
    return introduced
  }

  private func endType(of name: Name, _ end: End, _ initial: ResolvedExpression?) -> StaticType {
    if case .variable(_, let type) = end.bindings[name] { return type }
    guard let initial else { return .undefined }
    guard case .path(let path) = initial.kind else { return initial.type }
    return end.facts.narrow(initial.type, of: path, steps)
  }

  /// What a name meant before an `if` that sets it.
  private func initialValue(of name: Name) -> ResolvedExpression? {
    switch binding(of: name) {
    case .variable(let slot, let type):
      return ResolvedExpression(kind: .path(.local(slot)), type: type, place: place(.start))
    case .macro: return nil
    case nil:
      guard seesPage, let index = page.schema.index(of: text(name)) else { return nil }
      let type = page.schema.type(of: index)
      return ResolvedExpression(kind: .path(.root(index)), type: type, place: place(.start))
    }
  }

  // MARK: for

  private mutating func resolveLoop(_ statement: Loop, _ place: Place) -> ResolvedNode {
    let sequence = resolve(statement.sequence)
    use(sequence, as: [.list, .map], .loop)
    let (outerLoop, outerFacts) = (loop, facts)
    pushScope(.loop)
    let slot = slot(for: statement.target.value)
    bind(statement.target.value, to: .variable(slot: slot, type: sequence.type.loopElement))
    let filter = statement.filter.map { resolveLoopFilter($0) }
    let index = layout.addLoop()
    loop = index
    let body = resolve(statement.body)
    scopes.removeLast()
    (loop, facts) = (outerLoop, outerFacts)
    let otherwise = statement.otherwise.map { resolveLoopElse($0) } ?? []
    let resolved = ResolvedLoop(
      slot: slot, loop: index, sequence: sequence, filter: filter, body: body, otherwise: otherwise)
    return ResolvedNode(kind: .loop(resolved), place: place)
  }

  private mutating func resolveLoopFilter(_ expression: Expression.ID) -> ResolvedExpression {
    let filter = resolve(expression)
    use(filter, as: .all, .condition)
    facts.add(filter, is: true)
    return filter
  }

  private mutating func resolveLoopElse(_ statements: Body) -> [ResolvedNode] {
    let outerFacts = facts
    defer { facts = outerFacts }
    pushScope(.loop)
    defer { scopes.removeLast() }
    return resolve(statements)
  }

  // MARK: include

  private mutating func resolveInclude(_ name: Located<String>) -> ResolvedNode? {
    guard let index = templates.index(of: name.value) else {
      add(.missingTemplate(name.value, templates.templateNames), name.range)
      return nil
    }
    if includeStack.contains(index) || inheritance.trees.contains(index) {
      add(.includeCycle(name.value), name.range)
      return nil
    }
    if includeStack.count > Self.deepestInclude {
      add(.includeTooDeep, name.range)
      return nil
    }
    let outer = (scopes, facts, loop, block, file, link)
    defer { (scopes, facts, loop, block, file, link) = outer }
    let place = place(name.range)
    link = addLink(.includedHere, file: file, name.range, outer: link)
    let include = ResolvedNode.Include(file: index, variables: visibleVariables)
    pushScope(.include)
    (loop, block) = (nil, nil)
    includeStack.append(index)
    let content = resolveTemplate(index)
    includeStack.removeLast()
    return ResolvedNode(kind: .section(.include(include), content), place: place)
  }

  private var visibleVariables: [ResolvedNode.Variable] {
    scopes.flatMap { scope in
      scope.bindings.all.compactMap { name, binding in
        guard case .variable(let slot, let type) = binding else { return nil }
        return .init(name: text(name), slot: slot, type: type)
      }
    }
  }
}

extension StaticType {
  /// What a loop's variable holds: a list's elements or a map's keys.
  var loopElement: StaticType {
    if isUnknown { return .unknown }
    let keys: StaticType? = kinds.contains(.map) ? .string : nil
    let elements: StaticType? = kinds.contains(.list) ? elementType : nil
    return switch (elements, keys) {
    case (let elements?, let keys?): elements.union(keys)
    case (let type?, nil), (nil, let type?): type
    case (nil, nil): .unknown
    }
  }
}
