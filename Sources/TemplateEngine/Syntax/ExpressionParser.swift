internal import Diagnostics

/// Parses expressions; one method for each rule of the grammar, from the loosest binding to the tightest.
struct ExpressionParser {
  var stream: TokenStream
  var names: NameTable
  var syntax = Syntax()
  var depth = 0

  init(_ stream: TokenStream, _ names: NameTable) {
    (self.stream, self.names) = (stream, names)
    syntax.expressions.reserveCapacity(stream.count / 3)
    syntax.statements.reserveCapacity(stream.count / 3)
  }

  /// `or [ "if" or "else" expression ]`
  mutating func parse() throws(ProblemAt) -> Expression.ID {
    let value = try parseWithoutConditional()
    guard stream.isName("if") else { return value }
    try enter()
    defer { depth -= 1 }
    let keyword = stream.advance()
    let condition = try parseWithoutConditional()
    guard stream.skip(name: "else") else { throw ProblemAt(.conditionalWithoutElse, keyword.range) }
    let otherwise = try parse()
    return try make(
      .conditional(condition: condition, then: value, otherwise: otherwise), range(from: value, to: otherwise))
  }

  /// The grammar's `or`: an expression that is not an inline `if`.
  mutating func parseWithoutConditional() throws(ProblemAt) -> Expression.ID {
    try enter()
    defer { depth -= 1 }
    var left = try parseAnd()
    while stream.skip(name: "or") {
      let right = try parseAnd()
      left = try make(.or(left, right), range(from: left, to: right))
    }
    return left
  }

  private mutating func parseAnd() throws(ProblemAt) -> Expression.ID {
    var left = try parseNot()
    while stream.skip(name: "and") {
      let right = try parseNot()
      left = try make(.and(left, right), range(from: left, to: right))
    }
    return left
  }

  private mutating func parseNot() throws(ProblemAt) -> Expression.ID {
    guard stream.isName("not") else { return try parseComparison() }
    try enter()
    defer { depth -= 1 }
    let keyword = stream.advance()
    let operand = try parseNot()
    return try make(.not(operand), keyword.range.union(range(of: operand)))
  }

  private mutating func parseComparison() throws(ProblemAt) -> Expression.ID {
    let left = try parseSum()
    guard let comparison = skipComparison() else { return left }
    let right = try parseSum()
    let start = stream.current.range
    if skipComparison() != nil { throw ProblemAt(.chainedComparison, start) }
    return try make(.binary(comparison, left, right), range(from: left, to: right))
  }

  private mutating func skipComparison() -> BinaryOperator? {
    if stream.isName("not"), stream.isName(stream.next, "in") {
      stream.advance()
      stream.advance()
      return .notContained
    }
    if stream.skip(name: "in") { return .contained }
    return skipOperator { symbol in
      switch symbol {
      case .equal: .equal
      case .notEqual: .notEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      default: nil
      }
    }
  }

  private mutating func skipOperator(_ operation: (Symbol) -> BinaryOperator?) -> BinaryOperator? {
    guard case .symbol(let symbol) = stream.current.kind, let found = operation(symbol) else { return nil }
    stream.advance()
    return found
  }

  private mutating func parseSum() throws(ProblemAt) -> Expression.ID {
    var left = try parseConcatenation()
    while let operation = skipOperator({ $0 == .plus ? .add : $0 == .minus ? .subtract : nil }) {
      let right = try parseConcatenation()
      left = try make(.binary(operation, left, right), range(from: left, to: right))
    }
    return left
  }

  private mutating func parseConcatenation() throws(ProblemAt) -> Expression.ID {
    var left = try parseProduct()
    while let operation = skipOperator({ $0 == .tilde ? .concatenate : nil }) {
      let right = try parseProduct()
      left = try make(.binary(operation, left, right), range(from: left, to: right))
    }
    return left
  }

  private mutating func parseProduct() throws(ProblemAt) -> Expression.ID {
    var left = try parseUnary(withFilters: true)
    while let operation = skipOperator(Self.product) {
      let right = try parseUnary(withFilters: true)
      left = try make(.binary(operation, left, right), range(from: left, to: right))
    }
    if stream.isSymbol(.power) { throw ProblemAt(.powerOperator, stream.current.range) }
    return left
  }

  private static func product(_ symbol: Symbol) -> BinaryOperator? {
    switch symbol {
    case .times: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .modulo: .modulo
    default: nil
    }
  }

  /// A minus binds tighter than a filter: `-1|abs` is `(-1)|abs`.
  private mutating func parseUnary(withFilters: Bool) throws(ProblemAt) -> Expression.ID {
    var node: Expression.ID
    if stream.isSymbol(.minus) {
      try enter()
      defer { depth -= 1 }
      let minus = stream.advance()
      let operand = try parseUnary(withFilters: false)
      node = try make(.negate(operand), minus.range.union(range(of: operand)))
    } else if stream.isSymbol(.plus) {
      throw ProblemAt(.unaryPlus, stream.current.range)
    } else {
      node = try parsePrimary()
    }
    node = try parsePostfix(of: node)
    return withFilters ? try parseFiltersAndTests(of: node) : node
  }

  // MARK: Problems

  /// What stands at the current token although something else must.
  func unexpected(_ expected: Problem.Expected) -> ProblemAt {
    switch stream.current.kind {
    case .invalid(let problem): ProblemAt(stream.problem(problem), stream.current.range)
    case .outputClose, .tagClose, .end: ProblemAt(.missing(expected), endRange)
    default: ProblemAt(.unexpected(stream.text(stream.current), expected), stream.current.range)
    }
  }

  func unclosed(_ open: Token, _ close: Symbol) -> ProblemAt {
    guard stream.current.isTagEnd else { return unexpected(.closing(close)) }
    return ProblemAt(.unclosedBracket(stream.text(open), close: close), open.range)
  }

  private var endRange: SourceRange {
    stream.current.range.lower == stream.current.range.upper
      ? SourceRange(stream.previousEnd, stream.previousEnd) : stream.current.range
  }

  mutating func located(_ token: Token) -> Located<Name> {
    Located(names.name(stream.file.bytes, token.range), token.range)
  }

  func range(of expression: Expression.ID) -> SourceRange { syntax[expression].range }

  private func range(from left: Expression.ID, to right: Expression.ID) -> SourceRange {
    range(of: left).union(range(of: right))
  }

  /// The range from an expression's start to the end of the token before the current one.
  func range(from start: Expression.ID) -> SourceRange {
    SourceRange(Int(range(of: start).lower), stream.previousEnd)
  }

  mutating func make(_ kind: Expression.Kind, _ range: SourceRange) throws(ProblemAt) -> Expression.ID {
    var highest: Int32 = 0
    syntax.forEachChild(of: kind) { highest = max(highest, syntax[$0].height) }
    if highest >= Self.highest { throw ProblemAt(.expressionTooDeep, range) }
    syntax.expressions.append(Expression(kind: kind, range: range, height: 1 + highest))
    return Expression.ID(index: Int32(syntax.expressions.count - 1))
  }

  // MARK: Nesting

  /// Nesting of parentheses, brackets, calls and unary operators that an expression may have.
  static let deepestNesting = 100
  /// Height of the tree: a chain such as `a + a + …` nests on its left, and later stages walk it recursively.
  static let highest = 250

  mutating func enter() throws(ProblemAt) {
    depth += 1
    if depth > Self.deepestNesting { throw ProblemAt(.expressionTooDeep, stream.current.range) }
  }
}
