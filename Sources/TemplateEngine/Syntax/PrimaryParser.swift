internal import Diagnostics

/// Literals, names, lists, calls and parentheses.
extension ExpressionParser {
  mutating func parsePrimary() throws(ProblemAt) -> Expression.ID {
    let token = stream.current
    switch token.kind {
    case .int, .float, .string:
      stream.advance()
      if case .string = token.kind, case .string = stream.current.kind {
        throw ProblemAt(.adjacentStrings, stream.current.range)
      }
      return try make(.literal(literal(token)), token.range)
    case .name: return try parseName()
    case .symbol(.openParenthesis): return try parseParenthesized()
    case .symbol(.openBracket): return try parseList()
    case .symbol(.openBrace): throw ProblemAt(.mapLiteral, token.range)
    default: throw unexpected(.expression)
    }
  }

  private mutating func parseName() throws(ProblemAt) -> Expression.ID {
    if stream.isName("not") { throw unexpected(.expression) }
    let token = stream.advance()
    if stream.isSymbol(.openParenthesis) { return try parseCall(of: token) }
    if stream.isName(token, "true") { return try make(.literal(.bool(true)), token.range) }
    if stream.isName(token, "false") { return try make(.literal(.bool(false)), token.range) }
    if stream.isName(token, "none") { return try make(.literal(.none), token.range) }
    if stream.isName(token, "True") || stream.isName(token, "False") || stream.isName(token, "None") {
      throw ProblemAt(.capitalLiteral(stream.text(token)), token.range)
    }
    return try make(.name(located(token).value), token.range)
  }

  private mutating func parseCall(of name: Token) throws(ProblemAt) -> Expression.ID {
    try enter()
    defer { depth -= 1 }
    let arguments = try parseArguments()
    let range = SourceRange(Int(name.range.lower), stream.previousEnd)
    guard stream.isName(name, "super") else { return try make(.call(located(name), arguments), range) }
    guard arguments.all.isEmpty else { throw ProblemAt(.superArguments, range) }
    return try make(.superBlock, range)
  }

  private mutating func parseParenthesized() throws(ProblemAt) -> Expression.ID {
    let open = stream.advance()
    if stream.isSymbol(.closeParenthesis) { throw ProblemAt(.tupleLiteral, open.range) }
    let value = try parse()
    if stream.isSymbol(.comma) { throw ProblemAt(.tupleLiteral, stream.current.range) }
    guard stream.skip(symbol: .closeParenthesis) else { throw unclosed(open, .closeParenthesis) }
    return try make(syntax[value].kind, SourceRange(Int(open.range.lower), stream.previousEnd))
  }

  private mutating func parseList() throws(ProblemAt) -> Expression.ID {
    let open = stream.advance()
    var elements: [Argument] = []
    while !stream.isSymbol(.closeBracket) {
      elements.append(Argument(name: nil, value: try parse()))
      if !stream.isSymbol(.closeBracket) {
        guard stream.skip(symbol: .comma) else { throw unclosed(open, .closeBracket) }
      }
    }
    stream.advance()
    return try make(.list(add(elements)), SourceRange(Int(open.range.lower), stream.previousEnd))
  }

  func literal(_ token: Token) throws(ProblemAt) -> Literal {
    switch token.kind {
    case .int:
      guard let value = Int(stream.text(token)) else { throw ProblemAt(.intTooLarge, token.range) }
      return .int(value)
    case .float:
      guard let value = Double(stream.text(token)), value.isFinite else { throw ProblemAt(.floatTooLarge, token.range) }
      return .float(value)
    default: return .string(token.range)
    }
  }
}
