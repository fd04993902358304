internal import Diagnostics

/// Checks every `{{ }}` of a page against the HTML around it. Changes nothing.
struct HTMLChecker {
  let page: ResolvedPage
  var report: Report
  var state = HTMLState()
  var names = HTMLNames.known
  /// Where the tag, attribute, comment or script that `state` is in was opened.
  var opened: Place
  /// Macros that are being checked or were, with the state in which they end.
  private var macroEnds: [MacroStart: HTMLState] = [:]
  /// A contradiction was reported; the rest would only repeat it.
  private var isLost = false

  struct MacroStart: Hashable {
    let macro: Int
    let state: HTMLState
  }

  static func check(_ page: ResolvedPage, _ report: Report) -> Report {
    var checker = HTMLChecker(page: page, report: report, opened: page.bodyPlace)
    checker.check(page.body)
    if !checker.isLost, checker.state.mode != .text { checker.reportUnclosed() }
    for macro in page.macros.indices where !checker.macroEnds.keys.contains(where: { $0.macro == macro }) {
      checker.checkFromText { $0.checkMacro(macro, at: page.macros[macro].place) }
    }
    return checker.report
  }

  private init(page: ResolvedPage, report: Report, opened: Place) {
    (self.page, self.report, self.opened) = (page, report, opened)
  }

  // MARK: Statements

  mutating func check(_ nodes: [ResolvedNode]) {
    for node in nodes where !isLost { check(node) }
  }

  mutating func check(_ node: ResolvedNode) {
    switch node.kind {
    case .text: checkText(node.place)
    case .output(let value):
      checkNested(in: value)
      checkOutput(value)
    case .set(_, let value): checkNested(in: value, isValue: true)
    case .branch(let branch): check(branch, node.place)
    case .loop(let loop): check(loop, node.place)
    case .section(.include, let content): check(content)
    case .section(.block(let name), let content): checkBlock(name, content, node.place)
    }
  }

  private mutating func checkText(_ text: Place) {
    let bytes = page.files[text.file].bytes
    let end = Int(text.range.upper)
    var index = state.advanceRun(in: bytes, from: Int(text.range.lower), to: end, &names)
    while index < end {
      let step = state.advance(bytes[index], &names)
      if step != .stays {
        let place = Place(file: text.file, range: SourceRange(index, index + 1), link: text.link)
        if step == .contradicts {
          add(.namesRunTogether, place)
          isLost = true
          return
        }
        opened = place
      }
      index = state.advanceRun(in: bytes, from: index + 1, to: end, &names)
    }
  }

  mutating func check(_ branch: ResolvedBranch, _ place: Place) {
    let start = (state, opened)
    var ends: [HTMLState] = []
    ends.reserveCapacity(branch.branches.count + 1)
    for part in branch.branches {
      checkNested(in: part.condition, isValue: true)
      check(part.body)
      ends.append(state)
      state = start.0
    }
    check(branch.otherwise)
    ends.append(state)
    guard !isLost else { return }
    for end in ends.dropLast() {
      guard let merged = state.merged(with: end) else {
        reportContradiction(.branchesDisagree(message(end), message(state)), place)
        return
      }
      state = merged
    }
    if state == start.0 { opened = start.1 }
  }

  mutating func check(_ loop: ResolvedLoop, _ place: Place) {
    checkNested(in: loop.sequence, isValue: true)
    if let filter = loop.filter { checkNested(in: filter, isValue: true) }
    let start = (state, opened)
    checkBody(loop.body, place)
    guard !isLost else { return }
    let afterBody = state
    if !loop.otherwise.isEmpty {
      state = start.0
      check(loop.otherwise)
      guard !isLost, let merged = state.merged(with: afterBody) else {
        if !isLost { reportContradiction(.branchesDisagree(message(afterBody), message(state)), place) }
        return
      }
      state = merged
    }
    if state == start.0 { opened = start.1 }
  }

  /// A body may run again after itself, so it must be right from where it ends, too.
  private mutating func checkBody(_ body: [ResolvedNode], _ place: Place) {
    for _ in 0..<3 {
      let start = state
      check(body)
      guard !isLost else { return }
      guard let merged = state.merged(with: start) else {
        reportContradiction(.loopChangesState(message(start), message(state)), place)
        return
      }
      state = merged
      if state == start { return }
    }
  }

  mutating func checkBlock(_ name: String, _ content: [ResolvedNode], _ place: Place) {
    let start = (state, opened)
    guard state.mode == .text || state.isInValue || state.isInRawText else {
      add(.blockInTag(name), place)
      isLost = true
      return
    }
    check(content)
    guard !isLost else { return }
    guard let merged = state.merged(with: start.0) else {
      reportContradiction(.blockChangesState(name, message(start.0), message(state)), place)
      return
    }
    (state, opened) = (merged, start.1)
  }

  // MARK: Macros and captured content

  mutating func checkMacro(_ macro: Int, at place: Place) {
    let start = MacroStart(macro: macro, state: state)
    if let end = macroEnds[start] {
      state = end
      return
    }
    macroEnds[start] = state
    guard state.mode == .text || state.isInValue else {
      add(.macroInMarkup(page.macros[macro].name, state, names.letters), place, opened: true)
      return
    }
    let (openedBefore, reportBefore) = (opened, report)
    check(page.macros[macro].body)
    if !isLost, state.merged(with: start.state) == nil {
      report = reportBefore
      reportContradiction(
        .macroChangesState(page.macros[macro].name, message(start.state), message(state)), page.macros[macro].place)
    }
    opened = openedBefore
    macroEnds[start] = state
  }

  /// Macro calls and `super()` inside expressions make values of their own, which begin in text.
  private mutating func checkNested(in value: ResolvedExpression, isValue: Bool = false) {
    if case .path = value.kind { return }
    if isValue {
      switch value.kind {
      case .macro(let macro, _): checkFromText { $0.checkMacro(macro, at: value.place) }
      case .capture(let content): checkFromText { $0.checkBlock("super()", content, value.place) }
      default: break
      }
    }
    for operand in value.kind.operands { checkNested(in: operand, isValue: true) }
  }

  private mutating func checkFromText(_ check: (inout HTMLChecker) -> Void) {
    let outer = (state, opened, isLost)
    (state, isLost) = (HTMLState(), false)
    check(&self)
    (state, opened, isLost) = outer
  }

  // MARK: Problems

  private func message(_ state: HTMLState) -> Message { state.message(names.letters) }

  mutating func add(_ problem: Problem, _ place: Place, opened isShown: Bool = false) {
    var related: [Diagnostic.Related] = []
    if isShown, state.mode != .text {
      related.append(.init(.openedHere, at: SourceLocation(page.files[opened.file], opened.range)))
    }
    related += page.chain.related(from: place.link, files: page.files)
    report.add(problem.diagnostic(at: SourceLocation(page.files[place.file], place.range), related: related))
  }

  private mutating func reportContradiction(_ problem: Problem, _ place: Place) {
    add(problem, place, opened: true)
    isLost = true
  }

  private mutating func reportUnclosed() {
    let problem = Problem.unclosedMarkup(message(state))
    let related = page.chain.related(from: opened.link, files: page.files)
    report.add(problem.diagnostic(at: SourceLocation(page.files[opened.file], opened.range), related: related))
  }
}

extension ResolvedExpression.Kind {
  var operands: [ResolvedExpression] {
    switch self {
    case .constant, .undefinedName, .path, .loopField, .capture: []
    case .list(let operands), .filter(_, let operands), .hostFilter(_, let operands), .test(_, let operands),
      .macro(_, let operands):
      operands
    case .attribute(let operand, _), .negate(let operand), .not(let operand): [operand]
    case .index(let left, let right), .and(let left, let right), .or(let left, let right),
      .binary(_, let left, let right):
      [left, right]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    }
  }
}
