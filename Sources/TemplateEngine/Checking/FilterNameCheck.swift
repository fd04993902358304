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
      for expression in statement.kind.expressions { visit(expression) }
      for body in statement.kind.bodies { visit(body) }
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

extension Statement.Kind {
  fileprivate var expressions: [Expression] {
    switch self {
    case .output(let value), .set(_, let value): [value]
    case .branch(let branches, otherwise: _): branches.map(\.condition)
    case .loop(let loop): [loop.sequence] + (loop.filter.map { [$0] } ?? [])
    case .text, .include, .block, .macro, .importMacros: []
    }
  }

  fileprivate var bodies: [[Statement]] {
    switch self {
    case .branch(let branches, let otherwise): branches.map(\.body) + (otherwise.map { [$0] } ?? [])
    case .loop(let loop): [loop.body] + (loop.otherwise.map { [$0] } ?? [])
    case .block(let block): [block.body]
    case .macro(let macro): [macro.body]
    case .text, .output, .set, .include, .importMacros: []
    }
  }
}
