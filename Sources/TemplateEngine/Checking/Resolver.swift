internal import Diagnostics

/// Gives every name of a page's templates its slot and every expression its type, with inheritance and includes
/// flattened into one tree.
///
/// Everything is visited in the order in which it will be rendered, so that `scopes` and `facts` always hold what is
/// known at that point.
struct Resolver {
  let templates: TemplateSet
  let page: PageKind
  var report: Report

  // What is known at the current point.
  var scopes: [Scope] = []
  var facts = Facts()
  var file = 0
  /// The chain link that leads to the current file; -1 at the page's own template.
  var link = -1
  /// The loop whose `loop` is visible.
  var loop: Int?
  var block: (name: Name, level: Int)?
  var inheritance = Inheritance()
  /// Macros and imported files do not see the page's names.
  var seesPage = true
  /// Variables that exist where the current macro was called, for messages.
  var namesOutside: Set<Name> = []
  var layout = FrameLayout()

  // What the page is made of.
  var chain: [ChainLink] = []
  var steps = StepTable()
  var macros: [ResolvedMacro] = []
  var macroSources: [MacroSource] = []
  var macroInstances: [MacroSignature: Int] = [:]
  var modules: [Int: Bindings] = [:]

  // Where we are, to find cycles and limits.
  var includeStack: [Int] = []
  var moduleStack: [Int] = []
  var macroDepth = 0
  var nesting = 0
  private var nodeCount = 0

  /// The templates from a page or include up to the layout at the root, and where their shared names are.
  struct Inheritance: Sendable {
    var trees: [Int] = []
    /// The chain link of each tree.
    var links: [Int] = []
    /// Number of scopes that blocks see.
    var scopeCount = 0
  }

  static let deepestInclude = 32
  static let deepestMacro = 64
  /// Bodies inside bodies of a page, through everything that it includes and calls.
  static let deepestNesting = 300
  /// Statements of a page with everything that it includes.
  static let mostNodes = 200_000

  init(_ templates: TemplateSet, page: PageKind, report: Report) {
    self.templates = templates
    self.page = page
    self.report = report
  }

  /// The page's tree, or `nil` when there is no such template.
  mutating func resolvePage() -> ResolvedPage? {
    guard let index = templates.index(of: page.template) else {
      let nowhere = SourceFile(path: page.template, bytes: [])
      let problem = Problem.missingTemplate(page.template, templates.templateNames)
      report.add(problem.diagnostic(at: SourceLocation(nowhere)))
      return nil
    }
    pushScope(.template)
    includeStack = [index]
    let body = resolveTemplate(index)
    checkUncalledMacros()
    return ResolvedPage(
      files: templates.files, bodyPlace: Place(file: index, range: .start, link: -1), body: body,
      layout: layout, macros: macros, chain: chain, steps: steps, nodeCount: nodeCount)
  }

  // MARK: Inheritance

  /// The template `index` and its ancestors, shown as one.
  mutating func resolveTemplate(_ index: Int) -> [ResolvedNode] {
    let outer = inheritance
    defer { inheritance = outer }
    guard let trees = ancestry(of: index) else { return [] }
    inheritance = Inheritance(trees: trees, links: links(of: trees), scopeCount: scopes.count)
    var body: [ResolvedNode] = []
    for (level, tree) in trees.enumerated() {
      enter(level)
      // Blocks are shown where the root has them.
      body += resolve(templates.trees[tree].body, exceptBlocks: level < trees.count - 1)
    }
    checkBlocksAreUsed()
    enter(0)
    return body
  }

  mutating func enter(_ level: Int) {
    file = inheritance.trees[level]
    link = inheritance.links[level]
  }

  /// A template and its ancestors, youngest first.
  private mutating func ancestry(of index: Int) -> [Int]? {
    var trees = [index]
    while let parent = templates.trees[trees[trees.count - 1]].parent {
      let child = trees[trees.count - 1]
      guard let next = templates.index(of: parent.value) else {
        add(.missingTemplate(parent.value, templates.templateNames), parent.range, in: child)
        return nil
      }
      if trees.contains(next) {
        add(.extendsCycle(parent.value), parent.range, in: child)
        return nil
      }
      if trees.count > Self.deepestInclude {
        add(.extendsTooDeep, parent.range, in: child)
        return nil
      }
      trees.append(next)
    }
    return trees
  }

  private mutating func links(of trees: [Int]) -> [Int] {
    var links = [link]
    for child in trees.dropLast() {
      guard let parent = templates.trees[child].parent else { continue }
      links.append(addLink(.extendedHere, file: child, parent.range, outer: links[links.count - 1]))
    }
    return links
  }

  /// A child's block that no ancestor has is never shown; its mistakes are looked for all the same.
  private mutating func checkBlocksAreUsed() {
    for (level, tree) in inheritance.trees.enumerated().dropLast() {
      let ancestors = inheritance.trees[(level + 1)...]
      for index in templates.trees[tree].body.statements {
        guard case .block(let block) = templates.trees[tree].syntax.statements[Int(index)].kind else { continue }
        if ancestors.contains(where: { templates.trees[$0].blocks[block.name.value] != nil }) { continue }
        let known = ancestors.flatMap { templates.names.texts(of: templates.trees[$0].blocks.keys) }.sorted()
        report.add(Problem.unusedBlock(text(block.name.value), known).warning(at: location(block.name.range, in: tree)))
        resolveUnusedBlock(block, level)
      }
    }
  }

  private mutating func resolveUnusedBlock(_ block: Block, _ level: Int) {
    var copy = self
    copy.pushScope(.block)
    copy.enter(level)
    copy.block = (block.name.value, inheritance.trees.count)
    _ = copy.resolve(block.body)
    report = copy.report
  }

  /// The block `name` as the youngest template defines it; `level` counts from there, one more for each `super()`.
  mutating func resolveBlock(_ name: Name, level: Int, at place: Place) -> [ResolvedNode] {
    let definitions = inheritance.trees.indices.filter {
      templates.trees[inheritance.trees[$0]].blocks[name] != nil
    }
    guard level < definitions.count,
      let definition = templates.trees[inheritance.trees[definitions[level]]].blocks[name]
    else { return [] }
    let outer = (scopes, facts, loop, block, file, link)
    defer { (scopes, facts, loop, block, file, link) = outer }
    scopes.removeLast(scopes.count - inheritance.scopeCount)
    pushScope(.block)
    (loop, block) = (nil, (name, level))
    enter(definitions[level])
    link = addLink(.inBlock(text(name)), file: file, definition.name.range, outer: link)
    return resolve(definition.body)
  }

  // MARK: Scopes

  mutating func pushScope(_ kind: Scope.Kind) { scopes.append(Scope(kind: kind)) }

  /// The slot of a name that the innermost scope defines.
  mutating func slot(for name: Name) -> Int {
    if let known = scopes[scopes.count - 1].slots.first(where: { $0.name == name }) { return known.slot }
    let slot = layout.addVariable()
    scopes[scopes.count - 1].slots.append((name, slot))
    return slot
  }

  mutating func bind(_ name: Name, to binding: Binding) {
    scopes[scopes.count - 1].bindings[name] = binding
    scopes[scopes.count - 1].bindingCount += 1
  }

  func binding(of name: Name) -> Binding? {
    for index in scopes.indices.reversed() {
      if let binding = scopes[index].bindings[name] { return binding }
    }
    return nil
  }

  // MARK: Places and problems

  func place(_ range: SourceRange) -> Place { Place(file: file, range: range, link: link) }

  func location(_ range: SourceRange, in file: Int) -> SourceLocation {
    SourceLocation(templates.trees[file].file, range)
  }

  func text(_ range: SourceRange) -> String { templates.trees[file].file[range] }

  mutating func add(_ problem: Problem, _ range: SourceRange, in other: Int? = nil) {
    report.add(problem.diagnostic(at: location(range, in: other ?? file), related: related(link)))
  }

  /// How rendering came to the current place, innermost first.
  private func related(_ link: Int) -> [Diagnostic.Related] {
    chain.related(from: link, files: templates.files)
  }

  mutating func addLink(_ message: Message, file: Int, _ range: SourceRange, outer: Int) -> Int {
    chain.append(ChainLink(message: message, file: file, range: range, outer: outer))
    return chain.count - 1
  }

  /// Counts a statement. False, with one message, when the page has become too large.
  mutating func countNode(_ range: SourceRange) -> Bool {
    nodeCount += 1
    if nodeCount == Self.mostNodes { add(.pageTooLarge, range) }
    return nodeCount < Self.mostNodes
  }
}

extension [ChainLink] {
  func related(from link: Int, until stop: Int = -1, files: [SourceFile]) -> [Diagnostic.Related] {
    var related: [Diagnostic.Related] = []
    var link = link
    while link >= 0, link != stop {
      related.append(.init(self[link].message, at: SourceLocation(files[self[link].file], self[link].range)))
      link = self[link].outer
    }
    return related
  }
}
