internal import Diagnostics

/// Finds unknown filters and tests in all of a template, also where no page shows it.
struct FilterNameCheck {
  private let templates: TemplateSet
  private let tree: TemplateTree
  private(set) var report: Report

  static func check(_ tree: TemplateTree, _ templates: TemplateSet, _ report: Report) -> Report {
    var check = FilterNameCheck(templates: templates, tree: tree, report: report)
    check.visit(tree.body)
    return check.report
  }

  private init(templates: TemplateSet, tree: TemplateTree, report: Report) {
    (self.templates, self.tree, self.report) = (templates, tree, report)
  }

  private mutating func visit(_ statements: [Statement]) {
    for statement in statements {
      switch statement.kind {
      case .text, .include, .importMacros: break
      case .output(let value), .set(_, let value): visit(value)
      case .branch(let branches, let otherwise):
        for branch in branches {
          visit(branch.condition)
          visit(branch.body)
        }
        if let otherwise { visit(otherwise) }
      case .loop(let loop):
        visit(loop.sequence)
        if let filter = loop.filter { visit(filter) }
        visit(loop.body)
        if let otherwise = loop.otherwise { visit(otherwise) }
      case .block(let block): visit(block.body)
      case .macro(let macro): visit(macro.body)
      }
    }
  }

  private mutating func visit(_ expression: Expression) {
    expression.kind.forEachChild { visit($0) }
    switch expression.kind {
    case .filter(_, let name, _)
    where BuiltinFilter(name: name.value) == nil && templates.filterIndex(of: name.value) == nil:
      add(.unknownFilter(name.value, templates.filterNames), name.range)
    case .test(_, let name, _, isNegated: _) where BuiltinTest(rawValue: name.value) == nil:
      add(.unknownTest(name.value), name.range)
    default: break
    }
  }

  private mutating func add(_ problem: Problem, _ range: SourceRange) {
    report.add(problem.diagnostic(at: tree.location(range)))
  }
}
