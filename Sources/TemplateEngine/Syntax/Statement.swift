internal import Diagnostics

/// A statement of a template, as it was written. Plain bytes, like `Expression`.
struct Statement: Sendable {
  enum Kind: Sendable {
    /// The bytes of literal text that whitespace control leaves.
    case text
    case output(Expression.ID)
    /// A part of `Syntax.branches`.
    case branch(Range<Int32>, otherwise: Body?)
    case loop(Loop)
    case set(Located<Name>, Expression.ID)
    /// Where the template's name stands, with its quotes.
    case include(SourceRange)
    case block(Block)
    /// An index of `Syntax.macros`.
    case macro(Int32)
    /// An index of `Syntax.imports`.
    case importMacros(Int32)
  }

  let kind: Kind
  /// Text: the content. A tag with a body: its opening tag.
  let range: SourceRange
}

/// Statements that follow each other: a part of `Syntax.statements`.
struct Body: Sendable {
  let statements: Range<Int32>
}

struct Branch: Sendable {
  let condition: Expression.ID
  let body: Body
}

struct Loop: Sendable {
  let target: Located<Name>
  let sequence: Expression.ID
  let filter: Expression.ID?
  let body: Body
  let otherwise: Body?
}

struct Block: Sendable {
  let name: Located<Name>
  let body: Body
}

struct MacroDefinition: Sendable {
  struct Parameter: Sendable {
    let name: Located<Name>
    let defaultValue: Literal?
  }

  let name: Located<Name>
  let parameters: [Parameter]
  let body: Body
}

struct Import: Sendable {
  let template: Located<String>
  let names: [(name: Located<Name>, alias: Located<Name>)]
}

/// What the statements and expressions of a template are made of, in tables: they refer to each other by index, so that
/// reading a template makes few allocations. After a mistake, parts of a statement that was given up remain unused.
struct Syntax: Sendable {
  var expressions: [Expression] = []
  var arguments: [Argument] = []
  var statements: [Statement] = []
  var branches: [Branch] = []
  var macros: [MacroDefinition] = []
  var imports: [Import] = []

  subscript(id: Expression.ID) -> Expression { expressions[Int(id.index)] }

  func forEachChild(of kind: Expression.Kind, _ body: (Expression.ID) -> Void) {
    switch kind {
    case .literal, .name, .superBlock: break
    case .attribute(let base, _), .negate(let base), .not(let base): body(base)
    case .index(let left, let right), .and(let left, let right), .or(let left, let right),
      .binary(_, let left, let right):
      body(left)
      body(right)
    case .conditional(let condition, let then, let otherwise):
      body(condition)
      body(then)
      body(otherwise)
    case .filter(let input, _, let arguments), .test(let input, _, let arguments, _):
      body(input)
      for index in arguments.all { body(self.arguments[index].value) }
    case .list(let arguments), .call(_, let arguments):
      for index in arguments.all { body(self.arguments[index].value) }
    }
  }
}

/// One parsed template.
struct TemplateTree: Sendable {
  let name: String
  let file: SourceFile
  /// The template that this one extends.
  let parent: Located<String>?
  let body: Body
  /// Every block by name, at whatever depth.
  let blocks: [Name: Block]
  /// A tag that defines a name could not be read, so a name that seems unknown may be its.
  let hasUnreadNames: Bool
  let syntax: Syntax

  func location(_ range: SourceRange) -> SourceLocation { SourceLocation(file, range) }
}
