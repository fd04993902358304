internal import Diagnostics

/// Attributes, indices, filters, tests and arguments.
extension ExpressionParser {
  mutating func parsePostfix(of start: consuming Expression) throws(ProblemAt) -> Expression {
    var node = start
    while case .symbol(let symbol) = stream.current.kind {
      switch symbol {
      case .dot: node = try parseAttribute(of: node)
      case .openBracket: node = try parseIndex(of: node)
      case .openParenthesis: throw ProblemAt(callProblem(of: node), node.range)
      default: return node
      }
    }
    return node
  }

  private mutating func parseAttribute(of base: consuming Expression) throws(ProblemAt) -> Expression {
    stream.advance()
    switch stream.current.kind {
    case .name:
      let name = located(stream.advance())
      let range = base.range.union(name.range)
      return try make(.attribute(base, name), range)
    case .int, .float:
      let digits = stream.text(stream.current)
      throw ProblemAt(.numberAsAttribute(digits), stream.current.range)
    default: throw unexpected(.attributeName)
    }
  }

  private mutating func parseIndex(of base: Expression) throws(ProblemAt) -> Expression {
    let open = stream.advance()
    if stream.isSymbol(.colon) { throw ProblemAt(.slice, stream.current.range) }
    let index = try parse()
    if stream.isSymbol(.colon) { throw ProblemAt(.slice, stream.current.range) }
    if stream.isSymbol(.comma) { throw ProblemAt(.tupleLiteral, stream.current.range) }
    guard stream.skip(symbol: .closeBracket) else { throw unclosed(open, .closeBracket) }
    return try make(.index(base, index), SourceRange(Int(base.range.lower), stream.previousEnd))
  }

  private func callProblem(of callee: Expression) -> Problem {
    switch callee.kind {
    case .attribute(let base, let name): .methodCall(name.value, of: stream.file[base.range])
    default: .callOfValue
    }
  }

  mutating func parseFiltersAndTests(of start: consuming Expression) throws(ProblemAt) -> Expression {
    var node = start
    while true {
      if stream.skip(symbol: .pipe) {
        node = try parseFilter(of: node)
      } else if stream.skip(name: "is") {
        node = try parseTest(of: node)
      } else if stream.isSymbol(.openParenthesis) {
        throw ProblemAt(.callOfValue, node.range)
      } else {
        return node
      }
    }
  }

  private mutating func parseFilter(of input: Expression) throws(ProblemAt) -> Expression {
    guard case .name = stream.current.kind else { throw unexpected(.filterName) }
    let name = located(stream.advance())
    let arguments = stream.isSymbol(.openParenthesis) ? try parseArguments() : Arguments()
    return try make(.filter(input, name, arguments), SourceRange(Int(input.range.lower), stream.previousEnd))
  }

  private mutating func parseTest(of input: Expression) throws(ProblemAt) -> Expression {
    let isNegated = stream.skip(name: "not")
    guard case .name = stream.current.kind else { throw unexpected(.testName) }
    let name = located(stream.advance())
    var arguments = Arguments()
    if stream.isSymbol(.openParenthesis) {
      arguments = try parseArguments()
    } else if let problem = problemAfterTest(name.value) {
      throw ProblemAt(problem, stream.current.range)
    }
    let range = SourceRange(Int(input.range.lower), stream.previousEnd)
    return try make(.test(input, name, arguments, isNegated: isNegated), range)
  }

  /// Jinja2 takes the token after a test for its argument; here arguments stand in parentheses.
  private func problemAfterTest(_ test: String) -> Problem? {
    switch stream.current.kind {
    case .name:
      switch stream.text(stream.current) {
      case "and", "or", "else": nil
      case "is": .chainedTest
      case "if", "in", "not": .testNeedsParentheses(test)
      default: .testArgument(test, stream.text(stream.current))
      }
    case .int, .float, .string: .testArgument(test, stream.text(stream.current))
    case .symbol(.openBracket), .symbol(.openBrace): .testNeedsParentheses(test)
    default: nil
    }
  }

  /// `"(" [ argument { "," argument } ] ")"`, where an argument is an expression or `name = expression`.
  mutating func parseArguments() throws(ProblemAt) -> Arguments {
    let open = stream.advance()
    var arguments = Arguments()
    while !stream.isSymbol(.closeParenthesis) {
      try parseArgument(into: &arguments)
      if !stream.isSymbol(.closeParenthesis) {
        guard stream.skip(symbol: .comma) else { throw unclosed(open, .closeParenthesis) }
      }
    }
    stream.advance()
    return arguments
  }

  private mutating func parseArgument(into arguments: inout Arguments) throws(ProblemAt) {
    if stream.isSymbol(.times) || stream.isSymbol(.power) {
      throw ProblemAt(.argumentUnpacking, stream.current.range)
    }
    guard case .name = stream.current.kind, stream.next.isSymbol(.assign) else {
      let value = try parse()
      if !arguments.named.isEmpty { throw ProblemAt(.positionalAfterNamed, value.range) }
      arguments.positional.append(value)
      return
    }
    let name = located(stream.advance())
    stream.advance()
    if arguments.named.contains(where: { $0.name.value == name.value }) {
      throw ProblemAt(.argumentTwice(name.value), name.range)
    }
    arguments.named.append((name, try parse()))
  }
}
