internal import Diagnostics

/// Parses a template's statements. After a mistake it goes on behind the tag, so that one run finds every mistake.
struct Parser {
  var expressions: ExpressionParser
  var problems: [ProblemAt] = []
  var parent: Located<String>?
  var blocks: [Name: Block] = [:]
  /// The tags whose bodies are being parsed, from the outermost.
  var open: [OpenTag] = []
  /// The tag whose opening is being parsed.
  var opening: Token?
  /// The statements of the bodies that are being parsed, those of the innermost last.
  private var pending: [Statement] = []
  /// End tags whose openings were mistaken: they are passed over in silence.
  private var orphanedEnds: [String: Int] = [:]
  var hasUnreadNames = false
  /// The rest of the file was passed over, so that missing ends mean nothing.
  var isCutOff = false

  struct OpenTag {
    let tag: Tag
    let range: SourceRange
  }

  /// Tags inside tags that a template may have.
  static let deepestNesting = 100

  /// - Parameter names: gets the template's names.
  static func parse(
    _ source: TemplateSource, _ names: inout NameTable
  ) -> (tree: TemplateTree, problems: [ProblemAt]) {
    var parser = Parser(source.file, names)
    names = NameTable.none
    defer { names = parser.expressions.names }
    if !SourceText.isUTF8(source.file.bytes) {
      parser.problems.append(ProblemAt(.notUTF8, .start))
    }
    let body = parser.parseTemplate()
    let tree = TemplateTree(
      name: source.name, file: source.file, parent: parser.parent, body: body, blocks: parser.blocks,
      hasUnreadNames: parser.hasUnreadNames, syntax: parser.syntax)
    return (tree, parser.problems)
  }

  private init(_ file: SourceFile, _ names: NameTable) {
    expressions = ExpressionParser(TokenStream(file), names)
    pending.reserveCapacity(32)
  }

  var stream: TokenStream {
    get { expressions.stream }
    _modify { yield &expressions.stream }
  }

  var syntax: Syntax {
    get { expressions.syntax }
    _modify { yield &expressions.syntax }
  }

  // MARK: Bodies

  private mutating func parseTemplate() -> Body {
    while true {
      parseStatements(endings: [])
      guard let stray = strayEnding() else { break }
      problems.append(stray)
      skipTag()
    }
    if parent != nil { pending = childBody(pending) }
    return takePending(from: 0)
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
  mutating func parseBody(endings: [StaticString]) -> Body {
    let first = pending.count
    parseStatements(endings: endings)
    return takePending(from: first)
  }

  private mutating func takePending(from first: Int) -> Body {
    let start = Int32(syntax.statements.count)
    syntax.statements += pending[first...]
    pending.removeLast(pending.count - first)
    return Body(statements: start..<Int32(syntax.statements.count))
  }

  private mutating func parseStatements(endings: [StaticString]) {
    opening = nil
    while true {
      let token = stream.current
      switch token.kind {
      case .end: return
      case .text(let content):
        stream.advance()
        if content.count > 0 { pending.append(Statement(kind: .text, range: content)) }
      case .rawOpen, .rawClose: stream.advance()
      case .invalid(let problem):
        problems.append(ProblemAt(stream.problem(problem), token.range))
        stream.advance()
      case .outputOpen: parseStatement { (parser) throws(ProblemAt) in try parser.parseOutput() }
      case .tagOpen:
        if isEnding(stream.next) {
          guard isOrphan(stream.next, endings) else { return }
          skipTag()
          continue
        }
        parseStatement { (parser) throws(ProblemAt) in try parser.parseTag() }
      default:
        skipTag()
      }
    }
  }

  /// Whether a tag's name ends the body: as wanted, or because it belongs to an enclosing tag or to none.
  private func isEnding(_ token: Token) -> Bool {
    guard case .name = token.kind else { return false }
    return stream.file.bytes.has("end", at: Int(token.range.lower)) && token.range.count >= 3
      || stream.isName(token, "else") || stream.isName(token, "elif")
  }

  private mutating func parseStatement(_ parse: (inout Parser) throws(ProblemAt) -> Statement?) {
    let depth = open.count
    do {
      if let statement = try parse(&self) { pending.append(statement) }
    } catch {
      problems.append(error)
      open.removeLast(open.count - depth)
      if let opening {
        let name = stream.text(opening)
        orphanedEnds["end" + name, default: 0] += 1
        if !["if", "include", "extends", "block"].contains(name) { hasUnreadNames = true }
      }
      if !isAtEndOfEnclosingTag { skipTag() }
    }
    opening = nil
  }

  private mutating func isOrphan(_ token: Token, _ endings: [StaticString]) -> Bool {
    if endings.contains(where: { stream.isName(token, $0) }) || orphanedEnds.isEmpty { return false }
    let name = stream.text(token)
    if name == "else" || name == "elif" { return orphanedEnds["endif"] ?? 0 > 0 || orphanedEnds["endfor"] ?? 0 > 0 }
    guard let count = orphanedEnds[name], count > 0 else { return false }
    orphanedEnds[name] = count - 1
    return true
  }

  private var isAtEndOfEnclosingTag: Bool {
    guard case .tagOpen = stream.current.kind else { return false }
    let name = stream.text(stream.next)
    return open.contains { "end" + $0.tag.rawValue == name }
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
}
