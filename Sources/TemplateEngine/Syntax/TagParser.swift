internal import Diagnostics

/// One method for each tag.
extension Parser {
  mutating func parseOutput() throws(ProblemAt) -> Statement {
    let start = stream.advance()
    let value = try expressions.parse()
    if stream.isSymbol(.comma) { throw ProblemAt(.tupleLiteral, stream.current.range) }
    guard case .outputClose = stream.current.kind else { throw unclosedTag(start, "{{", "}}") }
    stream.advance()
    return Statement(kind: .output(value), range: SourceRange(Int(start.range.lower), stream.previousEnd))
  }

  mutating func parseTag() throws(ProblemAt) -> Statement? {
    let start = stream.advance()
    guard case .name = stream.current.kind else { throw expressions.unexpected(.tagName) }
    let token = stream.current
    opening = token
    guard let tag = Tag.allCases.first(where: { stream.isName(token, $0.name) }) else {
      throw ProblemAt(.unknownTag(stream.text(token)), token.range)
    }
    stream.advance()
    open.append(OpenTag(tag: tag, range: token.range))
    defer { if open.last?.range == token.range { open.removeLast() } }
    if open.count > Self.deepestNesting, tag.hasBody { throw nestingTooDeep(token) }
    return switch tag {
    case .if: try parseIf(start)
    case .for: try parseFor(start)
    case .set: try parseSet(start)
    case .include: try parseInclude(start)
    case .extends: try parseExtends(start)
    case .block: try parseBlock(start)
    case .macro: try parseMacro(start)
    case .from: try parseFrom(start)
    }
  }

  enum Tag: String, CaseIterable {
    case `if`, `for`, set, include, extends, block, macro, from

    var hasBody: Bool { self == .if || self == .for || self == .block || self == .macro }

    var name: StaticString {
      switch self {
      case .if: "if"
      case .for: "for"
      case .set: "set"
      case .include: "include"
      case .extends: "extends"
      case .block: "block"
      case .macro: "macro"
      case .from: "from"
      }
    }
  }

  /// The rest of a file that nests too deep is not read: each of its tags would be reported.
  private mutating func nestingTooDeep(_ token: Token) -> ProblemAt {
    stream.skipToEnd()
    isCutOff = true
    return ProblemAt(.nestingTooDeep, token.range)
  }

  private mutating func parseIf(_ start: Token) throws(ProblemAt) -> Statement {
    var branches: [Branch] = []
    var otherwise: Body?
    let condition = try parseCondition(after: start)
    let range = SourceRange(Int(start.range.lower), stream.previousEnd)
    branches.append(Branch(condition: condition, body: parseBody(endings: ["elif", "else", "endif"])))
    while isAtTag("elif") {
      let tag = stream.advance()
      stream.advance()
      let condition = try parseCondition(after: tag)
      branches.append(Branch(condition: condition, body: parseBody(endings: ["elif", "else", "endif"])))
    }
    if isAtTag("else") {
      try closeTag(skippingName: true)
      otherwise = parseBody(endings: ["endif"])
    }
    try expectEnd("endif", of: start)
    let first = Int32(syntax.branches.count)
    syntax.branches += branches
    return Statement(kind: .branch(first..<Int32(syntax.branches.count), otherwise: otherwise), range: range)
  }

  private mutating func parseCondition(after start: Token) throws(ProblemAt) -> Expression.ID {
    let condition = try expressions.parseWithoutConditional()
    if stream.isName("if") { throw ProblemAt(.conditionalInCondition, stream.current.range) }
    try expectTagClose(start)
    return condition
  }

  private mutating func parseFor(_ start: Token) throws(ProblemAt) -> Statement {
    let target = try parseTargetName()
    if stream.isSymbol(.comma) { throw ProblemAt(.unpackingTarget, stream.current.range) }
    guard stream.skip(name: "in") else { throw expressions.unexpected(.keyword("in")) }
    let sequence = try expressions.parseWithoutConditional()
    let filter = stream.skip(name: "if") ? try expressions.parse() : nil
    if stream.isName("recursive") { throw ProblemAt(.recursiveLoop, stream.current.range) }
    try expectTagClose(start)
    let range = SourceRange(Int(start.range.lower), stream.previousEnd)
    let body = parseBody(endings: ["else", "endfor"])
    var otherwise: Body?
    if isAtTag("else") {
      try closeTag(skippingName: true)
      otherwise = parseBody(endings: ["endfor"])
    }
    try expectEnd("endfor", of: start)
    let loop = Loop(target: target, sequence: sequence, filter: filter, body: body, otherwise: otherwise)
    return Statement(kind: .loop(loop), range: range)
  }

  private mutating func parseSet(_ start: Token) throws(ProblemAt) -> Statement {
    let target = try parseTargetName()
    switch stream.current.kind {
    case .tagClose, .symbol(.pipe): throw ProblemAt(.blockSet, target.range)
    case .symbol(.comma): throw ProblemAt(.unpackingTarget, stream.current.range)
    case .symbol(.dot), .symbol(.openBracket): throw ProblemAt(.assignmentToPart, stream.current.range)
    default: break
    }
    guard stream.skip(symbol: .assign) else { throw expressions.unexpected(.keyword("=")) }
    let value = try expressions.parse()
    if stream.isSymbol(.comma) { throw ProblemAt(.tupleLiteral, stream.current.range) }
    try expectTagClose(start)
    return Statement(
      kind: .set(target, value), range: SourceRange(Int(start.range.lower), stream.previousEnd))
  }

  private mutating func parseInclude(_ start: Token) throws(ProblemAt) -> Statement {
    let name = try parseTemplateName(tag: "include")
    if stream.isName("ignore") { throw ProblemAt(.ignoreMissing, stream.current.range) }
    if stream.isName("with") || stream.isName("without") {
      throw ProblemAt(.contextModifier, stream.current.range)
    }
    try expectTagClose(start)
    return Statement(kind: .include(name.range), range: SourceRange(Int(start.range.lower), stream.previousEnd))
  }

  private mutating func parseExtends(_ start: Token) throws(ProblemAt) -> Statement? {
    let tag = open.last?.range ?? start.range
    let name = try parseTemplateName(tag: "extends")
    try expectTagClose(start)
    if parent != nil { throw ProblemAt(.extendsTwice, tag) }
    if open.count > 1 || contentPrecedes(start) { throw ProblemAt(.extendsNotFirst, tag) }
    parent = name
    return nil
  }

  /// Whether anything but comments stands before the tag. Jinja2 would print it.
  private func contentPrecedes(_ tag: Token) -> Bool {
    Lexer.tokens(of: Array(stream.file.bytes[..<Int(tag.range.upper)])).contains { token in
      guard Int(token.range.lower) < Int(tag.range.lower) else { return false }
      return switch token.kind {
      case .comment: false
      case .text(let content): content.count > 0
      default: true
      }
    }
  }

  private mutating func parseBlock(_ start: Token) throws(ProblemAt) -> Statement {
    let name = try parseTargetName()
    if stream.isName("scoped") || stream.isName("required") {
      throw ProblemAt(.blockModifier(stream.text(stream.current)), stream.current.range)
    }
    try expectTagClose(start)
    let range = SourceRange(Int(start.range.lower), stream.previousEnd)
    if let outer = open.dropLast().last(where: { $0.tag == .for || $0.tag == .macro }) {
      problems.append(ProblemAt(.blockPlace(outer.tag.rawValue), name.range))
    }
    let body = parseBody(endings: ["endblock"])
    try expectEnd("endblock", of: start, name: name)
    let block = Block(name: name, body: body)
    if blocks.updateValue(block, forKey: name.value) != nil {
      problems.append(ProblemAt(.blockTwice(expressions.names[name.value]), name.range))
    }
    return Statement(kind: .block(block), range: range)
  }

  private mutating func parseMacro(_ start: Token) throws(ProblemAt) -> Statement {
    let name = try parseTargetName()
    let parameters = try parseParameters()
    try expectTagClose(start)
    let range = SourceRange(Int(start.range.lower), stream.previousEnd)
    if let outer = open.dropLast().last(where: { $0.tag != .block }) {
      problems.append(ProblemAt(.macroPlace(outer.tag.rawValue), name.range))
    }
    let body = parseBody(endings: ["endmacro"])
    try expectEnd("endmacro", of: start)
    syntax.macros.append(MacroDefinition(name: name, parameters: parameters, body: body))
    return Statement(kind: .macro(Int32(syntax.macros.count - 1)), range: range)
  }

  private mutating func parseParameters() throws(ProblemAt) -> [MacroDefinition.Parameter] {
    guard stream.skip(symbol: .openParenthesis) else { throw expressions.unexpected(.symbol(.openParenthesis)) }
    var parameters: [MacroDefinition.Parameter] = []
    while !stream.isSymbol(.closeParenthesis) {
      if !parameters.isEmpty, !stream.skip(symbol: .comma) { throw expressions.unexpected(.closing(.closeParenthesis)) }
      let name = try parseTargetName()
      if parameters.contains(where: { $0.name.value == name.value }) {
        throw ProblemAt(.parameterTwice(expressions.names[name.value]), name.range)
      }
      let hasDefault = stream.skip(symbol: .assign)
      if !hasDefault, parameters.last?.defaultValue != nil { throw ProblemAt(.defaultOrder, name.range) }
      parameters.append(.init(name: name, defaultValue: hasDefault ? try parseDefault() : nil))
    }
    stream.advance()
    return parameters
  }

  private mutating func parseDefault() throws(ProblemAt) -> Literal {
    let value = try expressions.parse()
    switch syntax[value].kind {
    case .literal(let literal): return literal
    case .negate(let operand):
      switch syntax[operand].kind {
      case .literal(.int(let number)): return .int(-number)
      case .literal(.float(let number)): return .float(-number)
      default: break
      }
    default: break
    }
    throw ProblemAt(.defaultNotLiteral, syntax[value].range)
  }

  private mutating func parseFrom(_ start: Token) throws(ProblemAt) -> Statement {
    let template = try parseTemplateName(tag: "from")
    guard stream.skip(name: "import") else { throw expressions.unexpected(.keyword("import")) }
    var names: [(name: Located<Name>, alias: Located<Name>)] = []
    repeat {
      if stream.isSymbol(.times) { throw ProblemAt(.importStar, stream.current.range) }
      let name = try parseTargetName()
      if stream.file.bytes[Int(name.range.lower)] == UInt8(ascii: "_") {
        throw ProblemAt(.privateImport(expressions.names[name.value]), name.range)
      }
      names.append((name, stream.skip(name: "as") ? try parseTargetName() : name))
    } while stream.skip(symbol: .comma)
    if stream.isName("with") || stream.isName("without") {
      throw ProblemAt(.contextModifier, stream.current.range)
    }
    try expectTagClose(start)
    if let outer = open.dropLast().last(where: { $0.tag != .block }) {
      problems.append(ProblemAt(.importPlace(outer.tag.rawValue), start.range))
    }
    let range = SourceRange(Int(start.range.lower), stream.previousEnd)
    syntax.imports.append(Import(template: template, names: names))
    return Statement(kind: .importMacros(Int32(syntax.imports.count - 1)), range: range)
  }
}
