internal import Diagnostics

/// A macro with the types of its arguments: its body is checked and compiled once for each.
struct MacroSignature: Hashable, Sendable {
  let source: Int
  let types: [StaticType]
}

extension Resolver {
  // MARK: Definition

  mutating func define(_ index: Int32) {
    let definition = templates.trees[file].syntax.macros[Int(index)]
    macroSources.append(MacroSource(definition: definition, file: file, isImported: !moduleStack.isEmpty))
    bind(definition.name.value, to: .macro(macroSources.count - 1, file: file))
  }

  mutating func resolveImport(_ statement: Import) {
    guard let index = templates.index(of: statement.template.value) else {
      add(.missingTemplate(statement.template.value, templates.templateNames), statement.template.range)
      return
    }
    if moduleStack.contains(index) || includeStack.contains(index) || inheritance.trees.contains(index) {
      add(.importCycle(statement.template.value), statement.template.range)
      return
    }
    let module = moduleBindings(of: index, statement)
    for (name, alias) in statement.names {
      if case .macro(let source, _) = module[name.value] {
        bind(alias.value, to: .macro(source, file: file))
      } else {
        let known = sortedTexts(module.macros)
        add(.unknownMacroInFile(text(name.value), statement.template.value, known), name.range)
      }
    }
  }

  /// The names that an imported file defines. Jinja2 runs the whole file for them, so its other contents are checked.
  private mutating func moduleBindings(of index: Int, _ statement: Import) -> Bindings {
    if let known = modules[index] { return known }
    var inner = self
    inner.link = inner.addLink(.importedHere, file: file, statement.template.range, outer: link)
    inner.scopes = []
    inner.pushScope(.template)
    (inner.facts, inner.loop, inner.block, inner.seesPage) = (Facts(), nil, nil, false)
    inner.file = index
    inner.inheritance = Inheritance(trees: [index], links: [inner.link], scopeCount: 1)
    inner.moduleStack.append(index)
    let tree = templates.trees[index]
    if let parent = tree.parent { inner.add(.extendsInModule, parent.range) }
    _ = inner.resolve(tree.body)
    let bindings = inner.scopes[0].bindings
    takeResults(of: inner)
    modules[index] = bindings
    return bindings
  }

  /// Keeps what a resolver for another context has found.
  private mutating func takeResults(of other: Resolver) {
    let (scopes, facts, file, link) = (scopes, facts, file, link)
    let (loop, block, inheritance, seesPage) = (loop, block, inheritance, seesPage)
    let (layout, moduleStack, namesOutside) = (layout, moduleStack, namesOutside)
    self = other
    (self.scopes, self.facts, self.file, self.link) = (scopes, facts, file, link)
    (self.loop, self.block, self.inheritance, self.seesPage) = (loop, block, inheritance, seesPage)
    (self.layout, self.moduleStack, self.namesOutside) = (layout, moduleStack, namesOutside)
  }

  // MARK: Call

  mutating func resolveCall(
    _ name: Located<Name>, _ arguments: Arguments, _ range: SourceRange
  ) -> ResolvedExpression {
    guard case .macro(let index, _) = binding(of: name.value) else {
      addUncallable(name)
      for index in arguments.all { _ = resolve(argument(index).value, as: .result) }
      return unknown(range)
    }
    let definition = macroSources[index].definition
    let source = templates.trees[macroSources[index].file].file
    let names = definition.parameters.map { text($0.name.value) }
    let defaults = definition.parameters.map { $0.defaultValue?.value(in: source) ?? Value.undefined }
    guard let values = resolveArguments(arguments, of: name, names, defaults, .result, range) else {
      return unknown(range)
    }
    guard let instance = instance(of: index, values.map(\.type), name, range) else { return unknown(range) }
    return make(.macro(instance, values), .html, range)
  }

  private mutating func addUncallable(_ name: Located<Name>) {
    let text = text(name.value)
    if let problem = Problem.pythonName(text) {
      add(problem, name.range)
    } else if isKnown(name.value) {
      add(.notCallable(text), name.range)
    } else if !hasUnreadNames {
      add(.unknownMacro(text, scopes.flatMap { sortedTexts($0.bindings.macros) }), name.range)
    }
  }

  /// The macro compiled for arguments of these types.
  private mutating func instance(
    of source: Int, _ types: [StaticType], _ name: Located<Name>, _ range: SourceRange
  ) -> Int? {
    let known = macroInstances.keys.count { $0.source == source }
    let types = known < Self.mostSignatures ? types : types.map { _ in .unknown }
    let signature = MacroSignature(source: source, types: types)
    if let instance = macroInstances[signature] { return instance }
    if macroDepth >= Self.deepestMacro {
      add(.macroCallsTooDeep, range)
      return nil
    }
    let macro = macroSources[source]
    let place = Place(file: macro.file, range: macro.definition.name.range, link: link)
    let inside = addLink(.inMacro(text(macro.definition.name.value)), file: file, range, outer: link)
    macros.append(
      ResolvedMacro(
        name: text(name.value), isImported: macro.isImported, parameterCount: types.count, place: place, link: inside))
    let instance = macros.count - 1
    macroInstances[signature] = instance
    resolveBody(of: macro, instance, types)
    return instance
  }

  /// Signatures of one macro that are checked apart; recursion can make more without end.
  static let mostSignatures = 24

  private mutating func resolveBody(
    of macro: MacroSource, _ instance: Int, _ types: [StaticType]
  ) {
    var inner = self
    inner.macroDepth += 1
    inner.namesOutside = Set(scopes.flatMap(\.bindings.variables.names))
    inner.link = macros[instance].link
    inner.scopes = visibleMacros(to: macro)
    inner.pushScope(.macro)
    (inner.facts, inner.loop, inner.block, inner.seesPage) = (Facts(), nil, nil, false)
    (inner.file, inner.layout) = (macro.file, FrameLayout())
    for (parameter, type) in zip(macro.definition.parameters, types) {
      let slot = inner.slot(for: parameter.name.value)
      inner.bind(parameter.name.value, to: .variable(slot: slot, type: type))
    }
    let body = inner.resolve(macro.definition.body)
    inner.macros[instance].body = body
    inner.macros[instance].layout = inner.layout
    let depth = macroDepth
    takeResults(of: inner)
    macroDepth = depth
  }

  /// The macros of a macro's own file: all of an imported one, and else those that exist where it is called.
  private mutating func visibleMacros(to macro: MacroSource) -> [Scope] {
    let outer = scopes
    defer { scopes = outer }
    scopes = []
    pushScope(.template)
    if let module = modules[macro.file], macro.isImported {
      scopes[0].bindings = module.macros
      return scopes
    }
    for scope in outer {
      for case (let name, .macro(let source, file: macro.file)) in scope.bindings.all {
        scopes[0].bindings[name] = .macro(source, file: macro.file)
      }
    }
    return scopes
  }

  /// A macro that nothing calls is checked as well, with arguments of which nothing is known.
  mutating func checkUncalledMacros() {
    var index = 0
    while index < macroSources.count {
      let source = macroSources[index]
      if !macroInstances.keys.contains(where: { $0.source == index }) {
        file = source.file
        let types = source.definition.parameters.map { _ in StaticType.unknown }
        _ = instance(of: index, types, source.definition.name, source.definition.name.range)
      }
      index += 1
    }
  }

  // MARK: super

  mutating func resolveSuper(_ range: SourceRange) -> ResolvedExpression {
    guard let block else {
      add(.superOutsideBlock, range)
      return unknown(range)
    }
    let definitions = inheritance.trees.count { templates.trees[$0].blocks[block.name] != nil }
    guard block.level + 1 < definitions else {
      add(.noSuper(text(block.name)), range)
      return unknown(range)
    }
    let content = resolveBlock(block.name, level: block.level + 1, at: place(range))
    return make(.capture(content), .html, range)
  }
}
