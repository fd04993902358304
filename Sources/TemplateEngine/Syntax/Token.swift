internal import Diagnostics

/// A piece of a template. The tokens of a file cover it without gaps, in order.
struct Token: Sendable {
  enum Kind: Sendable {
    /// Literal text; `content` is what whitespace control leaves of it.
    case text(content: Range<Int>)
    case comment
    /// `{% raw %}` and `{% endraw %}`, each as a whole.
    case rawOpen, rawClose
    case outputOpen, outputClose
    case tagOpen, tagClose
    /// White space inside a tag.
    case space
    case name, int, float, string
    case symbol(Symbol)
    /// Nothing that the language has; the problem says what to write instead.
    case invalid(Problem)
    case end
  }

  let kind: Kind
  let range: SourceRange
}

/// Operators and punctuation inside tags, longest first where one begins another.
enum Symbol: String, CaseIterable, Sendable {
  case power = "**"
  case floorDivide = "//"
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case modulo = "%"
  case tilde = "~"
  case less = "<"
  case greater = ">"
  case assign = "="
  case dot = "."
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case pipe = "|"
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
}
