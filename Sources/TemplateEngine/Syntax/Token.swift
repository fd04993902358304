internal import Diagnostics

/// A piece of a template. The tokens of a file cover it in order. Plain bytes, cheap to copy.
struct Token: Sendable {
  enum Kind: Sendable {
    /// Literal text; `content` is what whitespace control leaves of it.
    case text(content: SourceRange)
    case comment
    /// `{% raw %}` and `{% endraw %}`, each as a whole.
    case rawOpen, rawClose
    case outputOpen, outputClose
    case tagOpen, tagClose
    /// White space inside a tag.
    case space
    case name, int, float, string
    case symbol(Symbol)
    /// Nothing that the language has; the problem of this index says what to write instead.
    case invalid(Int)
    case end
  }

  let kind: Kind
  let range: SourceRange
}

/// Operators and punctuation inside tags.
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

  /// The symbol that begins with two characters, the longer one where there are two.
  init?(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): self = .power
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): self = .floorDivide
    case (UInt8(ascii: "="), UInt8(ascii: "=")): self = .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): self = .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): self = .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): self = .greaterOrEqual
    default:
      guard let symbol = Self.ofOneByte[Int(first)] else { return nil }
      self = symbol
    }
  }

  private static let ofOneByte: [Symbol?] = {
    var symbols = [Symbol?](repeating: nil, count: 256)
    for symbol in allCases where symbol.length == 1 { symbols[Int(symbol.rawValue.utf8.first ?? 0)] = symbol }
    return symbols
  }()

  var length: Int {
    switch self {
    case .power, .floorDivide, .equal, .notEqual, .lessOrEqual, .greaterOrEqual: 2
    default: 1
    }
  }
}
