internal import Diagnostics

/// Attributes, indices, filters, tests and arguments.
extension ExpressionParser {
  mutating func parsePostfix(of start: Expression.ID) throws(ProblemAt) -> Expression.ID {
    var node = start
    while case .symbol(let symbol) = stream.current.kind {
      switch symbol {
      case .dot: node = try parseAttribute(of: node)
      case .openBracket: node = try parseIndex(of: node)
      case .openParenthesis: throw ProblemAt(callProblem(of: node), range(of: node))
      default: return node
      }
    }
    return node
  }

  private mutating func parseAttribute(of base: Expression.ID) throws(ProblemAt) -> Expression.ID {
    stream.advance()
    switch stream.current.kind {
    case .name:
      let name = located(stream.advance())
      return try make(.attribute(base, name), range(of: base).union(name.range))
    case .int, .float:
      let digits = stream.text(stream.current)
      throw ProblemAt(.numberAsAttribute(digits), stream.current.range)
    default: throw unexpected(.attributeName)
    }
  }

  private mutating func parseIndex(of base: Expression.ID) throws(ProblemAt) -> Expression.ID {
    let open = stream.advance()
    if stream.isSymbol(.colon) { throw ProblemAt(.slice, stream.current.range) }
    let index = try parse()
    if stream.isSymbol(.colon) { throw ProblemAt(.slice, stream.current.range) }
    if stream.isSymbol(.comma) { throw ProblemAt(.tupleLiteral, stream.current.range) }
    guard stream.skip(symbol: .closeBracket) else { throw unclosed(open, .closeBracket) }
    return try make(.index(base, index), range(from: base))
  }

  private func callProblem(of callee: Expression.ID) -> Problem {
    switch syntax[callee].kind {
    case .attribute(let base, let name): .methodCall(names[name.value], of: stream.file[range(of: base)])
    default: .callOfValue
    }
  }

  mutating func parseFiltersAndTests(of start: Expression.ID) throws(ProblemAt) -> Expression.ID {
    var node = start
    while true {
      if stream.skip(symbol: .pipe) {
        node = try parseFilter(of: node)
      } else if stream.skip(name: "is") {
        node = try parseTest(of: node)
      } else if stream.isSymbol(.openParenthesis) {
        throw ProblemAt(.callOfValue, range(of: node))
      } else {
        return node
      }
    }
  }

  private mutating func parseFilter(of input: Expression.ID) throws(ProblemAt) -> Expression.ID {
    guard case .name = stream.current.kind else { throw unexpected(.filterName) }
    let name = located(stream.advance())
    let arguments = stream.isSymbol(.openParenthesis) ? try parseArguments() : Arguments()
    return try make(.filter(input, name, arguments), range(from: input))
  }

  private mutating func parseTest(of input: Expression.ID) throws(ProblemAt) -> Expression.ID {
    let isNegated = stream.skip(name: "not")
    guard case .name = stream.current.kind else { throw unexpected(.testName) }
    let name = located(stream.advance())
    var arguments = Arguments()
    if stream.isSymbol(.openParenthesis) {
      arguments = try parseArguments()
    } else if let problem = problemAfterTest(names[name.value]) {
      throw ProblemAt(problem, stream.current.range)
    }
    return try make(.test(input, name, arguments, isNegated: isNegated), range(from: input))
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
    var arguments: [Argument] = []
    while !stream.isSymbol(.closeParenthesis) {
      try parseArgument(into: &arguments)
      if !stream.isSymbol(.closeParenthesis) {
        guard stream.skip(symbol: .comma) else { throw unclosed(open, .closeParenthesis) }
      }
    }
    stream.advance()
    return add(arguments)
  }

  mutating func add(_ arguments: [Argument]) -> Arguments {
    let named = arguments.count { $0.name != nil }
    defer { syntax.arguments += arguments }
    return Arguments(
      first: Int32(syntax.arguments.count), positionalCount: Int32(arguments.count - named), namedCount: Int32(named))
  }

  private mutating func parseArgument(into arguments: inout [Argument]) throws(ProblemAt) {
    if stream.isSymbol(.times) || stream.isSymbol(.power) {
      throw ProblemAt(.argumentUnpacking, stream.current.range)
    }
    guard case .name = stream.current.kind, stream.next.isSymbol(.assign) else {
      let value = try parse()
      if arguments.last?.name != nil { throw ProblemAt(.positionalAfterNamed, range(of: value)) }
      arguments.append(Argument(name: nil, value: value))
      return
    }
    let name = located(stream.advance())
    stream.advance()
    if arguments.contains(where: { $0.name?.value == name.value }) {
      throw ProblemAt(.argumentTwice(names[name.value]), name.range)
    }
    arguments.append(Argument(name: name, value: try parse()))
  }
}
