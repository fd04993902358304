internal import Diagnostics

/// The tokens of a file without white space and comments, with a place in them.
struct TokenStream {
  let file: SourceFile
  private let tokens: [Token]
  private let problems: [Problem]
  private var index = 0

  init(_ file: SourceFile) {
    self.file = file
    (tokens, problems) = Lexer.lex(file.bytes, keepsAll: false)
  }

  var count: Int { tokens.count }

  var current: Token { tokens[index] }

  /// The token after the current one.
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  /// The end of the token before the current one.
  var previousEnd: Int { index == 0 ? 0 : Int(tokens[index - 1].range.upper) }

  @discardableResult
  mutating func advance() -> Token {
    defer { if index < tokens.count - 1 { index += 1 } }
    return tokens[index]
  }

  mutating func skipToEnd() { index = tokens.count - 1 }

  func text(_ token: Token) -> String { file[token.range] }

  func problem(_ index: Int) -> Problem { problems[index] }

  func isName(_ name: StaticString) -> Bool { isName(current, name) }

  /// Whether a token is this name.
  func isName(_ token: Token, _ name: StaticString) -> Bool {
    guard case .name = token.kind, token.range.count == name.utf8CodeUnitCount else { return false }
    return file.bytes.has(name, at: Int(token.range.lower))
  }

  func isSymbol(_ symbol: Symbol) -> Bool { current.isSymbol(symbol) }

  mutating func skip(name: StaticString) -> Bool {
    guard isName(name) else { return false }
    advance()
    return true
  }

  mutating func skip(symbol: Symbol) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }
}

extension Token {
  func isSymbol(_ symbol: Symbol) -> Bool {
    if case .symbol(symbol) = kind { true } else { false }
  }

  var isTagEnd: Bool {
    switch kind {
    case .outputClose, .tagClose, .end: true
    default: false
    }
  }
}

/// A problem and its place; what parsing and checking throw.
struct ProblemAt: Error {
  let problem: Problem
  let range: SourceRange

  init(_ problem: Problem, _ range: SourceRange) {
    self.problem = problem
    self.range = range
  }
}

extension SourceRange {
  var count: Int { Int(upper - lower) }
}
