internal import Diagnostics

/// A statement of a template, as it was written.
struct Statement: Sendable {
  indirect enum Kind: Sendable {
    /// The bytes of literal text that whitespace control leaves.
    case text
    case output(Expression)
    case branch([Branch], otherwise: [Statement]?)
    case loop(Loop)
    case set(Located<String>, Expression)
    case include(Located<String>)
    case block(Block)
    case macro(MacroDefinition)
    case importMacros(Import)
  }

  let kind: Kind
  /// Text: the content. A tag with a body: its opening tag.
  let range: SourceRange
}

struct Branch: Sendable {
  let condition: Expression
  let body: [Statement]
}

struct Loop: Sendable {
  let target: Located<String>
  let sequence: Expression
  let filter: Expression?
  let body: [Statement]
  let otherwise: [Statement]?
}

struct Block: Sendable {
  let name: Located<String>
  let body: [Statement]
}

struct MacroDefinition: Sendable {
  struct Parameter: Sendable {
    let name: Located<String>
    let defaultValue: Literal?
  }

  let name: Located<String>
  let parameters: [Parameter]
  let body: [Statement]
}

struct Import: Sendable {
  let template: Located<String>
  let names: [(name: Located<String>, alias: Located<String>)]
}

/// One parsed template.
struct TemplateTree: Sendable {
  let name: String
  let file: SourceFile
  /// The template that this one extends.
  let parent: Located<String>?
  let body: [Statement]
  /// Every block by name, at whatever depth.
  let blocks: [String: Block]
  /// A tag that defines a name could not be read, so a name that seems unknown may be its.
  let hasUnreadNames: Bool

  func location(_ range: SourceRange) -> SourceLocation { SourceLocation(file, range) }
}
