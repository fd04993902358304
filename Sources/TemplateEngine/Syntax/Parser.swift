internal import Diagnostics

/// Parses a template's statements. After a mistake it goes on behind the tag, so that one run finds every mistake.
struct Parser {
  private var expressions: ExpressionParser
  private(set) var problems: [ProblemAt] = []
  private var parent: Located<String>?
  private var blocks: [String: Block] = [:]
  /// The tags whose bodies are being parsed, from the outermost.
  private var open: [OpenTag] = []
  /// The tag whose opening is being parsed.
  private var opening: String?
  /// End tags whose openings were mistaken: they are passed over in silence.
  private var orphanedEnds: [String: Int] = [:]
  private var hasUnreadNames = false
  /// The rest of the file was passed over, so that missing ends mean nothing.
  private var isCutOff = false

  private struct OpenTag {
    let name: String
    let range: SourceRange
  }

  /// Tags inside tags that a template may have.
  static let deepestNesting = 100

  static func parse(_ source: TemplateSource) -> (tree: TemplateTree, problems: [ProblemAt]) {
    var parser = Parser(source.file)
    if String(validating: source.file.bytes, as: UTF8.self) == nil {
      parser.problems.append(ProblemAt(.notUTF8, .start))
    }
    let body = parser.parseTemplate()
    let tree = TemplateTree(
      name: source.name, file: source.file, parent: parser.parent, body: body, blocks: parser.blocks,
      hasUnreadNames: parser.hasUnreadNames)
    return (tree, parser.problems)
  }

  private init(_ file: SourceFile) { expressions = ExpressionParser(TokenStream(file)) }

  private var stream: TokenStream {
    get { expressions.stream }
    _modify { yield &expressions.stream }
  }

  // MARK: Bodies

  private mutating func parseTemplate() -> [Statement] {
    var body: [Statement] = []
    while true {
      body += parseBody(endings: [])
      guard let stray = strayEnding() else { break }
      problems.append(stray)
      skipTag()
    }
    return parent == nil ? body : childBody(body)
  }

  /// A tag that ends or continues something that is not open.
  private func strayEnding() -> ProblemAt? {
    guard case .tagOpen = stream.current.kind else { return nil }
    return ProblemAt(.strayTag(stream.text(stream.next)), stream.next.range)
  }

  /// What may follow `extends`: definitions. Anything else would never be shown.
  private mutating func childBody(_ body: [Statement]) -> [Statement] {
    body.filter { statement in
      switch statement.kind {
      case .block, .macro, .set, .importMacros: return true
      case .text:
        let text = stream.file[statement.range]
        if !text.unicodeScalars.allSatisfy(PythonSpace.contains) {
          problems.append(ProblemAt(.contentInChild, trimmed(statement.range)))
        }
        return false
      default:
        problems.append(ProblemAt(.contentInChild, statement.range))
        return false
      }
    }
  }

  private func trimmed(_ range: SourceRange) -> SourceRange {
    var (lower, upper) = (Int(range.lower), Int(range.upper))
    let bytes = stream.file.bytes
    while case let length = PythonSpace.length(in: bytes, at: lower, end: upper), length > 0 { lower += length }
    while case let length = PythonSpace.length(in: bytes, before: upper, start: lower), length > 0 { upper -= length }
    return SourceRange(lower, upper)
  }

  /// Statements up to a tag named in `endings`, which becomes the current token's tag, or to the template's end.
  private mutating func parseBody(endings: Set<String>) -> [Statement] {
    var body: [Statement] = []
    opening = nil
    while true {
      let token = stream.current
      switch token.kind {
      case .end: return body
      case .text(let content):
        stream.advance()
        if !content.isEmpty { body.append(Statement(kind: .text, range: SourceRange(content))) }
      case .rawOpen, .rawClose: stream.advance()
      case .invalid(let problem):
        problems.append(ProblemAt(problem, token.range))
        stream.advance()
      case .outputOpen: parseStatement(into: &body) { (parser) throws(ProblemAt) in try parser.parseOutput() }
      case .tagOpen:
        if case .name = stream.next.kind, isEnding(stream.text(stream.next), of: endings) {
          guard isOrphan(stream.text(stream.next), endings) else { return body }
          skipTag()
          continue
        }
        parseStatement(into: &body) { (parser) throws(ProblemAt) in try parser.parseTag() }
      default:
        skipTag()
      }
    }
  }

  /// Whether a tag's name ends the body: as wanted, or because it belongs to an enclosing tag or to none.
  private func isEnding(_ name: String, of endings: Set<String>) -> Bool {
    endings.contains(name) || name.hasPrefix("end") || name == "else" || name == "elif"
  }

  private mutating func parseStatement(
    into body: inout [Statement], _ parse: (inout Parser) throws(ProblemAt) -> Statement?
  ) {
    let depth = open.count
    do {
      if let statement = try parse(&self) { body.append(statement) }
    } catch {
      problems.append(error)
      open.removeLast(open.count - depth)
      if let opening {
        orphanedEnds["end" + opening, default: 0] += 1
        if !["if", "include", "extends", "block"].contains(opening) { hasUnreadNames = true }
      }
      if !isAtEndOfEnclosingTag { skipTag() }
    }
    opening = nil
  }

  private mutating func isOrphan(_ name: String, _ endings: Set<String>) -> Bool {
    if endings.contains(name) { return false }
    if name == "else" || name == "elif" { return orphanedEnds["endif"] ?? 0 > 0 || orphanedEnds["endfor"] ?? 0 > 0 }
    guard let count = orphanedEnds[name], count > 0 else { return false }
    orphanedEnds[name] = count - 1
    return true
  }

  private var isAtEndOfEnclosingTag: Bool {
    guard case .tagOpen = stream.current.kind else { return false }
    let name = stream.text(stream.next)
    return open.contains { "end" + $0.name == name }
  }

  /// Goes on behind the close of the current tag, or before the next opening.
  private mutating func skipTag() {
    while true {
      switch stream.current.kind {
      case .end, .text: return
      case .outputClose, .tagClose:
        stream.advance()
        return
      default: stream.advance()
      }
      switch stream.current.kind {
      case .outputOpen, .tagOpen, .rawOpen: return
      default: break
      }
    }
  }

  // MARK: Tags

  private mutating func parseOutput() throws(ProblemAt) -> Statement {
    let start = stream.advance()
    let value = try expressions.parse()
    if stream.isSymbol(.comma) { throw ProblemAt(.tupleLiteral, stream.current.range) }
    guard case .outputClose = stream.current.kind else { throw unclosedTag(start, "{{", "}}") }
    stream.advance()
    return Statement(kind: .output(value), range: SourceRange(Int(start.range.lower), stream.previousEnd))
  }

  private mutating func parseTag() throws(ProblemAt) -> Statement? {
    let start = stream.advance()
    guard case .name = stream.current.kind else { throw expressions.unexpected(.tagName) }
    let token = stream.current
    let name = stream.text(token)
    opening = name
    guard let tag = Tag(rawValue: name) else { throw ProblemAt(.unknownTag(name), token.range) }
    stream.advance()
    open.append(OpenTag(name: name, range: token.range))
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

  private enum Tag: String {
    case `if`, `for`, set, include, extends, block, macro, from

    var hasBody: Bool { self == .if || self == .for || self == .block || self == .macro }
  }

  /// The rest of a file that nests too deep is not read: each of its tags would be reported.
  private mutating func nestingTooDeep(_ token: Token) -> ProblemAt {
    stream.skipToEnd()
    isCutOff = true
    return ProblemAt(.nestingTooDeep, token.range)
  }

  private mutating func parseIf(_ start: Token) throws(ProblemAt) -> Statement {
    var branches: [Branch] = []
    var otherwise: [Statement]?
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
    return Statement(kind: .branch(branches, otherwise: otherwise), range: range)
  }

  private mutating func parseCondition(after start: Token) throws(ProblemAt) -> Expression {
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
    var otherwise: [Statement]?
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
    return Statement(kind: .include(name), range: SourceRange(Int(start.range.lower), stream.previousEnd))
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
      case .text(let content): !content.isEmpty
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
    if let outer = open.dropLast().last(where: { $0.name == "for" || $0.name == "macro" }) {
      problems.append(ProblemAt(.blockPlace(outer.name), name.range))
    }
    let body = parseBody(endings: ["endblock"])
    try expectEnd("endblock", of: start, name: name.value)
    let block = Block(name: name, body: body)
    if blocks.updateValue(block, forKey: name.value) != nil {
      problems.append(ProblemAt(.blockTwice(name.value), name.range))
    }
    return Statement(kind: .block(block), range: range)
  }

  private mutating func parseMacro(_ start: Token) throws(ProblemAt) -> Statement {
    let name = try parseTargetName()
    let parameters = try parseParameters()
    try expectTagClose(start)
    let range = SourceRange(Int(start.range.lower), stream.previousEnd)
    if let outer = open.dropLast().last(where: { $0.name != "block" }) {
      problems.append(ProblemAt(.macroPlace(outer.name), name.range))
    }
    let body = parseBody(endings: ["endmacro"])
    try expectEnd("endmacro", of: start)
    return Statement(kind: .macro(MacroDefinition(name: name, parameters: parameters, body: body)), range: range)
  }

  private mutating func parseParameters() throws(ProblemAt) -> [MacroDefinition.Parameter] {
    guard stream.skip(symbol: .openParenthesis) else { throw expressions.unexpected(.symbol(.openParenthesis)) }
    var parameters: [MacroDefinition.Parameter] = []
    while !stream.isSymbol(.closeParenthesis) {
      if !parameters.isEmpty, !stream.skip(symbol: .comma) { throw expressions.unexpected(.closing(.closeParenthesis)) }
      let name = try parseTargetName()
      if parameters.contains(where: { $0.name.value == name.value }) {
        throw ProblemAt(.parameterTwice(name.value), name.range)
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
    switch value.kind {
    case .literal(let literal): return literal
    case .negate(let operand):
      switch operand.kind {
      case .literal(.int(let number)): return .int(-number)
      case .literal(.float(let number)): return .float(-number)
      default: break
      }
    default: break
    }
    throw ProblemAt(.defaultNotLiteral, value.range)
  }

  private mutating func parseFrom(_ start: Token) throws(ProblemAt) -> Statement {
    let template = try parseTemplateName(tag: "from")
    guard stream.skip(name: "import") else { throw expressions.unexpected(.keyword("import")) }
    var names: [(name: Located<String>, alias: Located<String>)] = []
    repeat {
      if stream.isSymbol(.times) { throw ProblemAt(.importStar, stream.current.range) }
      let name = try parseTargetName()
      if name.value.hasPrefix("_") { throw ProblemAt(.privateImport(name.value), name.range) }
      names.append((name, stream.skip(name: "as") ? try parseTargetName() : name))
    } while stream.skip(symbol: .comma)
    if stream.isName("with") || stream.isName("without") {
      throw ProblemAt(.contextModifier, stream.current.range)
    }
    try expectTagClose(start)
    if let outer = open.dropLast().last(where: { $0.name != "block" }) {
      problems.append(ProblemAt(.importPlace(outer.name), start.range))
    }
    let range = SourceRange(Int(start.range.lower), stream.previousEnd)
    return Statement(kind: .importMacros(Import(template: template, names: names)), range: range)
  }

  // MARK: Parts of tags

  /// A name that the tag defines.
  private mutating func parseTargetName() throws(ProblemAt) -> Located<String> {
    guard case .name = stream.current.kind else { throw expressions.unexpected(.definedName) }
    let name = stream.text(stream.current)
    if Self.reservedNames.contains(name) { throw ProblemAt(.reservedName(name), stream.current.range) }
    return Located(name, stream.advance().range)
  }

  static let reservedNames: Set<String> = [
    "true", "false", "none", "True", "False", "None", "and", "or", "not", "in", "is", "if", "else", "elif", "for",
    "loop", "super", "self", "caller", "varargs", "kwargs", "range", "dict", "cycler", "joiner", "namespace", "lipsum",
  ]

  private mutating func parseTemplateName(tag: String) throws(ProblemAt) -> Located<String> {
    guard case .string = stream.current.kind else {
      if case .invalid = stream.current.kind { throw expressions.unexpected(.templateName) }
      throw ProblemAt(.dynamicTemplateName(tag), stream.current.range)
    }
    let token = stream.advance()
    if case .symbol = stream.current.kind {
      throw ProblemAt(.dynamicTemplateName(tag), token.range.union(stream.current.range))
    }
    if stream.isName("if") { throw ProblemAt(.dynamicTemplateName(tag), token.range.union(stream.current.range)) }
    guard case .string(let name) = try expressions.literal(token) else { return Located("", token.range) }
    return Located(name, token.range)
  }

  private mutating func expectTagClose(_ start: Token) throws(ProblemAt) {
    guard case .tagClose = stream.current.kind else { throw unclosedTag(start, "{%", "%}") }
    stream.advance()
  }

  private func unclosedTag(_ start: Token, _ open: String, _ close: String) -> ProblemAt {
    switch stream.current.kind {
    case .end, .text, .outputOpen, .tagOpen, .rawOpen: ProblemAt(.unclosed(open, close: close), start.range)
    default: expressions.unexpected(.tagClose(close))
    }
  }

  private func isAtTag(_ name: String) -> Bool {
    guard case .tagOpen = stream.current.kind, case .name = stream.next.kind else { return false }
    return stream.text(stream.next) == name
  }

  /// Skips `{% name %}`, which must hold nothing else.
  private mutating func closeTag(skippingName: Bool) throws(ProblemAt) {
    let start = stream.advance()
    if skippingName { stream.advance() }
    try expectTagClose(start)
  }

  private mutating func expectEnd(_ end: String, of start: Token, name: String? = nil) throws(ProblemAt) {
    if isCutOff { return }
    guard isAtTag(end) else { throw missingEnd(end, of: start) }
    let tag = stream.advance()
    stream.advance()
    if let name, stream.isName(name) { stream.advance() }
    if case .name = stream.current.kind {
      let found = stream.text(stream.current)
      throw ProblemAt(name.map { .endNameDiffers(found, $0) } ?? .endWithName(end), stream.current.range)
    }
    try expectTagClose(tag)
  }

  private func missingEnd(_ end: String, of start: Token) -> ProblemAt {
    let opening = open.last?.range ?? start.range
    guard case .tagOpen = stream.current.kind else { return ProblemAt(.missingEnd(end), opening) }
    return ProblemAt(.wrongEnd(stream.text(stream.next), expected: end), stream.next.range)
  }
}
