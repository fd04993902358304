internal import Diagnostics

/// What tags are made of: names, closes and ends.
extension Parser {
  /// A name that the tag defines.
  mutating func parseTargetName() throws(ProblemAt) -> Located<Name> {
    guard case .name = stream.current.kind else { throw expressions.unexpected(.definedName) }
    let name = stream.text(stream.current)
    if Self.reservedNames.contains(name) { throw ProblemAt(.reservedName(name), stream.current.range) }
    return expressions.located(stream.advance())
  }

  private static let reservedNames: Set<String> = [
    "true", "false", "none", "True", "False", "None", "and", "or", "not", "in", "is", "if", "else", "elif", "for",
    "loop", "super", "self", "caller", "varargs", "kwargs", "range", "dict", "cycler", "joiner", "namespace", "lipsum",
  ]

  mutating func parseTemplateName(tag: String) throws(ProblemAt) -> Located<String> {
    guard case .string = stream.current.kind else {
      if case .invalid = stream.current.kind { throw expressions.unexpected(.templateName) }
      throw ProblemAt(.dynamicTemplateName(tag), stream.current.range)
    }
    let token = stream.advance()
    if case .symbol = stream.current.kind {
      throw ProblemAt(.dynamicTemplateName(tag), token.range.union(stream.current.range))
    }
    if stream.isName("if") { throw ProblemAt(.dynamicTemplateName(tag), token.range.union(stream.current.range)) }
    return Located(SourceText.unescaped(stream.file.bytes, token.range), token.range)
  }

  mutating func expectTagClose(_ start: Token) throws(ProblemAt) {
    guard case .tagClose = stream.current.kind else { throw unclosedTag(start, "{%", "%}") }
    stream.advance()
  }

  func unclosedTag(_ start: Token, _ open: String, _ close: String) -> ProblemAt {
    switch stream.current.kind {
    case .end, .text, .outputOpen, .tagOpen, .rawOpen: ProblemAt(.unclosed(open, close: close), start.range)
    default: expressions.unexpected(.tagClose(close))
    }
  }

  func isAtTag(_ name: StaticString) -> Bool {
    guard case .tagOpen = stream.current.kind else { return false }
    return stream.isName(stream.next, name)
  }

  /// Skips `{% name %}`, which must hold nothing else.
  mutating func closeTag(skippingName: Bool) throws(ProblemAt) {
    let start = stream.advance()
    if skippingName { stream.advance() }
    try expectTagClose(start)
  }

  mutating func expectEnd(_ end: StaticString, of start: Token, name: Located<Name>? = nil) throws(ProblemAt) {
    if isCutOff { return }
    guard isAtTag(end) else { throw missingEnd("\(end)", of: start) }
    let tag = stream.advance()
    stream.advance()
    if let name, case .name = stream.current.kind, stream.file[stream.current.range] == stream.file[name.range] {
      stream.advance()
    }
    if case .name = stream.current.kind {
      let found = stream.text(stream.current)
      throw ProblemAt(
        name.map { .endNameDiffers(found, stream.file[$0.range]) } ?? .endWithName("\(end)"), stream.current.range)
    }
    try expectTagClose(tag)
  }

  func missingEnd(_ end: String, of start: Token) -> ProblemAt {
    let opening = open.last?.range ?? start.range
    guard case .tagOpen = stream.current.kind else { return ProblemAt(.missingEnd(end), opening) }
    return ProblemAt(.wrongEnd(stream.text(stream.next), expected: end), stream.next.range)
  }
}
