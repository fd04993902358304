internal import Diagnostics

/// Parses expressions; one method for each rule of the grammar, from the loosest binding to the tightest.
struct ExpressionParser {
  var stream: TokenStream
  private var depth = 0

  init(_ stream: TokenStream) { self.stream = stream }

  /// `or [ "if" or "else" expression ]`
  mutating func parse() throws(ProblemAt) -> Expression {
    let value = try parseWithoutConditional()
    guard stream.isName("if") else { return value }
    try enter()
    defer { depth -= 1 }
    let keyword = stream.advance()
    let condition = try parseWithoutConditional()
    guard stream.skip(name: "else") else { throw ProblemAt(.conditionalWithoutElse, keyword.range) }
    let otherwise = try parse()
    return try make(
      .conditional(condition: condition, then: value, otherwise: otherwise), value.range.union(otherwise.range))
  }

  /// The grammar's `or`: an expression that is not an inline `if`.
  mutating func parseWithoutConditional() throws(ProblemAt) -> Expression {
    try enter()
    defer { depth -= 1 }
    var left = try parseAnd()
    while stream.skip(name: "or") {
      let right = try parseAnd()
      left = try make(.or(left, right), left.range.union(right.range))
    }
    return left
  }

  private mutating func parseAnd() throws(ProblemAt) -> Expression {
    var left = try parseNot()
    while stream.skip(name: "and") {
      let right = try parseNot()
      left = try make(.and(left, right), left.range.union(right.range))
    }
    return left
  }

  private mutating func parseNot() throws(ProblemAt) -> Expression {
    guard stream.isName("not") else { return try parseComparison() }
    try enter()
    defer { depth -= 1 }
    let keyword = stream.advance()
    let operand = try parseNot()
    return try make(.not(operand), keyword.range.union(operand.range))
  }

  private mutating func parseComparison() throws(ProblemAt) -> Expression {
    let left = try parseSum()
    guard let comparison = skipComparison() else { return left }
    let right = try parseSum()
    let start = stream.current.range
    if skipComparison() != nil { throw ProblemAt(.chainedComparison, start) }
    return try make(.binary(comparison, left, right), left.range.union(right.range))
  }

  private mutating func skipComparison() -> BinaryOperator? {
    if stream.isName("not"), case .name = stream.next.kind, stream.text(stream.next) == "in" {
      stream.advance()
      stream.advance()
      return .notContained
    }
    if stream.skip(name: "in") { return .contained }
    return skipOperator([.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual])
  }

  private mutating func skipOperator(_ operators: [BinaryOperator]) -> BinaryOperator? {
    guard case .symbol(let symbol) = stream.current.kind else { return nil }
    guard let found = operators.first(where: { $0.rawValue == symbol.rawValue }) else { return nil }
    stream.advance()
    return found
  }

  private mutating func parseSum() throws(ProblemAt) -> Expression {
    var left = try parseConcatenation()
    while let operation = skipOperator([.add, .subtract]) {
      let right = try parseConcatenation()
      left = try make(.binary(operation, left, right), left.range.union(right.range))
    }
    return left
  }

  private mutating func parseConcatenation() throws(ProblemAt) -> Expression {
    var left = try parseProduct()
    while let operation = skipOperator([.concatenate]) {
      let right = try parseProduct()
      left = try make(.binary(operation, left, right), left.range.union(right.range))
    }
    return left
  }

  private mutating func parseProduct() throws(ProblemAt) -> Expression {
    var left = try parseUnary(withFilters: true)
    while let operation = skipOperator([.multiply, .divide, .floorDivide, .modulo]) {
      let right = try parseUnary(withFilters: true)
      left = try make(.binary(operation, left, right), left.range.union(right.range))
    }
    if stream.isSymbol(.power) { throw ProblemAt(.powerOperator, stream.current.range) }
    return left
  }

  /// A minus binds tighter than a filter: `-1|abs` is `(-1)|abs`.
  private mutating func parseUnary(withFilters: Bool) throws(ProblemAt) -> Expression {
    var node: Expression
    if stream.isSymbol(.minus) {
      try enter()
      defer { depth -= 1 }
      let minus = stream.advance()
      let operand = try parseUnary(withFilters: false)
      node = try make(.negate(operand), minus.range.union(operand.range))
    } else if stream.isSymbol(.plus) {
      throw ProblemAt(.unaryPlus, stream.current.range)
    } else {
      node = try parsePrimary()
    }
    node = try parsePostfix(of: node)
    return withFilters ? try parseFiltersAndTests(of: node) : node
  }

  // MARK: Attributes, filters and tests

  private mutating func parsePostfix(of start: Expression) throws(ProblemAt) -> Expression {
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

  private mutating func parseAttribute(of base: Expression) throws(ProblemAt) -> Expression {
    stream.advance()
    switch stream.current.kind {
    case .name:
      let name = located(stream.advance())
      return try make(.attribute(base, name), base.range.union(name.range))
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

  private mutating func parseFiltersAndTests(of start: Expression) throws(ProblemAt) -> Expression {
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
  private mutating func parseArguments() throws(ProblemAt) -> Arguments {
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

  // MARK: Primary expressions

  private mutating func parsePrimary() throws(ProblemAt) -> Expression {
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

  private mutating func parseName() throws(ProblemAt) -> Expression {
    let token = stream.current
    let text = stream.text(token)
    if text == "not" { throw unexpected(.expression) }
    stream.advance()
    if stream.isSymbol(.openParenthesis) { return try parseCall(of: Located(text, token.range)) }
    switch text {
    case "true": return try make(.literal(.bool(true)), token.range)
    case "false": return try make(.literal(.bool(false)), token.range)
    case "none": return try make(.literal(.none), token.range)
    case "True", "False", "None": throw ProblemAt(.capitalLiteral(text), token.range)
    default: return try make(.name(text), token.range)
    }
  }

  private mutating func parseCall(of name: Located<String>) throws(ProblemAt) -> Expression {
    try enter()
    defer { depth -= 1 }
    let arguments = try parseArguments()
    let range = SourceRange(Int(name.range.lower), stream.previousEnd)
    guard name.value == "super" else { return try make(.call(name, arguments), range) }
    guard arguments.isEmpty else { throw ProblemAt(.superArguments, range) }
    return try make(.superBlock, range)
  }

  private mutating func parseParenthesized() throws(ProblemAt) -> Expression {
    let open = stream.advance()
    if stream.isSymbol(.closeParenthesis) { throw ProblemAt(.tupleLiteral, open.range) }
    let value = try parse()
    if stream.isSymbol(.comma) { throw ProblemAt(.tupleLiteral, stream.current.range) }
    guard stream.skip(symbol: .closeParenthesis) else { throw unclosed(open, .closeParenthesis) }
    return try make(value.kind, SourceRange(Int(open.range.lower), stream.previousEnd))
  }

  private mutating func parseList() throws(ProblemAt) -> Expression {
    let open = stream.advance()
    var elements: [Expression] = []
    while !stream.isSymbol(.closeBracket) {
      elements.append(try parse())
      if !stream.isSymbol(.closeBracket) {
        guard stream.skip(symbol: .comma) else { throw unclosed(open, .closeBracket) }
      }
    }
    stream.advance()
    return try make(.list(elements), SourceRange(Int(open.range.lower), stream.previousEnd))
  }

  mutating func literal(_ token: Token) throws(ProblemAt) -> Literal {
    let text = stream.text(token)
    switch token.kind {
    case .int:
      guard let value = Int(text) else { throw ProblemAt(.intTooLarge, token.range) }
      return .int(value)
    case .float:
      guard let value = Double(text), value.isFinite else { throw ProblemAt(.floatTooLarge, token.range) }
      return .float(value)
    default:
      return .string(SourceText.unescaped(ArraySlice(text.utf8)))
    }
  }

  // MARK: Problems

  /// What stands at the current token although something else must.
  func unexpected(_ expected: Problem.Expected) -> ProblemAt {
    switch stream.current.kind {
    case .invalid(let problem): ProblemAt(problem, stream.current.range)
    case .outputClose, .tagClose, .end: ProblemAt(.missing(expected), endRange)
    default: ProblemAt(.unexpected(stream.text(stream.current), expected), stream.current.range)
    }
  }

  private func unclosed(_ open: Token, _ close: Symbol) -> ProblemAt {
    guard stream.current.isTagEnd else { return unexpected(.closing(close)) }
    return ProblemAt(.unclosedBracket(stream.text(open), close: close), open.range)
  }

  private var endRange: SourceRange {
    stream.current.range.lower == stream.current.range.upper
      ? SourceRange(stream.previousEnd, stream.previousEnd) : stream.current.range
  }

  private func located(_ token: Token) -> Located<String> { Located(stream.text(token), token.range) }

  private func make(_ kind: Expression.Kind, _ range: SourceRange) throws(ProblemAt) -> Expression {
    let expression = Expression(kind: kind, range: range)
    if expression.height > Self.highest { throw ProblemAt(.expressionTooDeep, range) }
    return expression
  }

  // MARK: Nesting

  /// Nesting of parentheses, brackets, calls and unary operators that an expression may have.
  static let deepestNesting = 100
  /// Height of the tree: a chain such as `a + a + …` nests on its left, and later stages walk it recursively.
  static let highest = 250

  private mutating func enter() throws(ProblemAt) {
    depth += 1
    if depth > Self.deepestNesting { throw ProblemAt(.expressionTooDeep, stream.current.range) }
  }
}
