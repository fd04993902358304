internal import Diagnostics

/// Finds unknown filters and tests in all of a template, also where no page shows it.
struct FilterNameCheck {
  private let templates: TemplateSet
  private let tree: TemplateTree

  static func check(_ tree: TemplateTree, _ templates: TemplateSet, _ report: inout Report) {
    FilterNameCheck(templates: templates, tree: tree).visit(tree.body, &report)
  }

  private func visit(_ body: Body, _ report: inout Report) {
    for index in body.statements {
      switch tree.syntax.statements[Int(index)].kind {
      case .text, .include, .importMacros: break
      case .output(let value), .set(_, let value): visit(value, &report)
      case .branch(let branches, let otherwise):
        for index in branches {
          let branch = tree.syntax.branches[Int(index)]
          visit(branch.condition, &report)
          visit(branch.body, &report)
        }
        if let otherwise { visit(otherwise, &report) }
      case .loop(let loop):
        visit(loop.sequence, &report)
        if let filter = loop.filter { visit(filter, &report) }
        visit(loop.body, &report)
        if let otherwise = loop.otherwise { visit(otherwise, &report) }
      case .block(let block): visit(block.body, &report)
      case .macro(let macro): visit(tree.syntax.macros[Int(macro)].body, &report)
      }
    }
  }

  private func visit(_ expression: Expression.ID, _ report: inout Report) {
    let kind = tree.syntax[expression].kind
    tree.syntax.forEachChild(of: kind) { visit($0, &report) }
    switch kind {
    case .filter(_, let name, _):
      let text = templates.names[name.value]
      if BuiltinFilter(name: text) == nil, templates.filterIndex(of: text) == nil {
        add(.unknownFilter(text, templates.filterNames), name.range, &report)
      }
    case .test(_, let name, _, isNegated: _):
      let text = templates.names[name.value]
      if BuiltinTest(rawValue: text) == nil { add(.unknownTest(text), name.range, &report) }
    default: break
    }
  }

  private func add(_ problem: Problem, _ range: SourceRange, _ report: inout Report) {
    report.add(problem.diagnostic(at: tree.location(range)))
  }
}
