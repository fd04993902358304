internal import Diagnostics

/// Splits a template into tokens and applies whitespace control.
///
/// The rules are Jinja2's with `trim_blocks` and `lstrip_blocks`: a tag or comment that stands alone on a line leaves
/// no trace of that line, `-` in a delimiter strips all white space on its side, `+` strips none.
struct Lexer {
  let bytes: [UInt8]
  /// Whether white space in tags and comments become tokens too, so that the tokens leave no gaps.
  private let keepsAll: Bool
  var tokens: [Token] = []
  /// What is wrong with the tokens that are `invalid`.
  var problems: [Problem] = []
  var position = 0
  /// How the delimiter that ended before the next text treats it.
  private var previousClose = CloseEffect()

  /// What a closing delimiter does to the text after it.
  private struct CloseEffect {
    var stripsAll = false
    var trimsNewline = false
    /// At the template's start, and where a closing delimiter consumed a line break.
    var startsLine = false
  }

  enum Opening { case output, tag, comment }

  static func tokens(of bytes: [UInt8]) -> [Token] { lex(bytes, keepsAll: true).tokens }

  static func lex(_ bytes: [UInt8], keepsAll: Bool) -> (tokens: [Token], problems: [Problem]) {
    var lexer = Lexer(bytes, keepsAll: keepsAll)
    lexer.previousClose.startsLine = true
    lexer.lexTemplate()
    return (lexer.tokens, lexer.problems)
  }

  private init(_ bytes: [UInt8], keepsAll: Bool) {
    self.bytes = bytes
    self.keepsAll = keepsAll
    tokens.reserveCapacity(bytes.count / 5 + 8)
  }

  private mutating func lexTemplate() {
    while position < bytes.count {
      let next = nextOpening(from: position)
      lexText(upTo: next?.index ?? bytes.count, before: next?.opening)
      guard let next else { break }
      switch next.opening {
      case .comment: lexComment()
      case .output: lexInside(.output)
      case .tag: if !lexRaw() { lexInside(.tag) }
      }
    }
    append(.end, to: position)
  }

  private func nextOpening(from start: Int) -> (index: Int, opening: Opening)? {
    var index = start
    while true {
      index = bytes.index(of: UInt8(ascii: "{"), from: index, to: bytes.count)
      guard index < bytes.count else { return nil }
      if let opening = opening(at: index) { return (index, opening) }
      index += 1
    }
  }

  func opening(at index: Int) -> Opening? {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
    return switch bytes[index + 1] {
    case UInt8(ascii: "{"): .output
    case UInt8(ascii: "%"): .tag
    case UInt8(ascii: "#"): .comment
    default: nil
    }
  }

  // MARK: Text and whitespace control

  /// Makes the token of the text up to `end`, which is where `opening` begins.
  private mutating func lexText(upTo end: Int, before opening: Opening?) {
    let full = position..<end
    var lower = contentStart(full)
    let startsLine = previousClose.startsLine || (lower > full.lowerBound && isLineBreak(lower - 1))
    lower = min(lower, end)
    let upper = opening.map { contentEnd(lower..<end, before: $0, startsLine: startsLine) } ?? end
    previousClose = CloseEffect()
    position = end
    if !full.isEmpty { tokens.append(Token(kind: .text(content: SourceRange(lower, upper)), range: SourceRange(full))) }
  }

  private func contentStart(_ text: Range<Int>) -> Int {
    var lower = text.lowerBound
    if previousClose.stripsAll {
      while case let length = PythonSpace.length(in: bytes, at: lower, end: text.upperBound), length > 0 {
        lower += length
      }
    } else if previousClose.trimsNewline {
      lower += lineBreakLength(at: lower, end: text.upperBound)
    }
    return lower
  }

  private func contentEnd(_ text: Range<Int>, before opening: Opening, startsLine: Bool) -> Int {
    switch marker(after: text.upperBound + 2) {
    case UInt8(ascii: "-"): return trimmingSpace(text)
    case UInt8(ascii: "+"): return text.upperBound
    default: break
    }
    if opening == .output { return text.upperBound }
    let lineStart = text.last(where: isLineBreak).map { $0 + 1 }
    guard let lower = lineStart ?? (startsLine ? text.lowerBound : nil) else { return text.upperBound }
    return trimmingSpace(lower..<text.upperBound) == lower ? lower : text.upperBound
  }

  private func trimmingSpace(_ text: Range<Int>) -> Int {
    var upper = text.upperBound
    while case let length = PythonSpace.length(in: bytes, before: upper, start: text.lowerBound), length > 0 {
      upper -= length
    }
    return upper
  }

  func marker(after index: Int) -> UInt8? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") else {
      return nil
    }
    return bytes[index]
  }

  func isLineBreak(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r")
  }

  private func lineBreakLength(at index: Int, end: Int) -> Int {
    guard index < end, isLineBreak(index) else { return 0 }
    let isPair = bytes[index] == UInt8(ascii: "\r") && index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n")
    return isPair ? 2 : 1
  }

  // MARK: Comments and raw text

  private mutating func lexComment() {
    let start = position
    var index = start + 2 + (marker(after: start + 2) == nil ? 0 : 1)
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
        noteClose(at: index, hasMarker: index > start + 2 + (marker(after: start + 2) == nil ? 0 : 1))
        passOver(.comment, to: index + 2)
        return
      }
      index += 1
    }
    append(.unclosed("{#", close: "#}"), to: start + 2)
    passOver(.comment, to: bytes.count)
  }

  mutating func passOver(_ kind: Token.Kind, to end: Int) {
    if keepsAll { append(kind, to: end) } else { position = end }
  }

  /// Remembers what the close delimiter whose last two characters begin at `index` does to the following text.
  mutating func noteClose(at index: Int, hasMarker: Bool, trimsNewline: Bool = true) {
    let before = hasMarker ? bytes[index - 1] : 0
    previousClose = CloseEffect(
      stripsAll: before == UInt8(ascii: "-"),
      trimsNewline: trimsNewline && before != UInt8(ascii: "+") && before != UInt8(ascii: "-"))
  }

  /// `{% raw %}` text `{% endraw %}`. False when the tag at the position is another one.
  private mutating func lexRaw() -> Bool {
    guard let open = rawTag("raw", at: position, mayKeepNewline: false) else { return false }
    noteClose(at: open.close, hasMarker: open.hasMarker, trimsNewline: false)
    append(.rawOpen, to: open.close + 2)
    var index = position
    while index + 1 < bytes.count {
      if opening(at: index) == .tag, let close = rawTag("endraw", at: index, mayKeepNewline: true) {
        lexText(upTo: index, before: .tag)
        noteClose(at: close.close, hasMarker: close.hasMarker)
        append(.rawClose, to: close.close + 2)
        return true
      }
      index += 1
    }
    let range = tokens.removeLast().range
    problems.append(.unclosed("{% raw %}", close: "{% endraw %}"))
    tokens.append(Token(kind: .invalid(problems.count - 1), range: range))
    lexText(upTo: bytes.count, before: nil)
    return true
  }

  private func rawTag(_ name: StaticString, at start: Int, mayKeepNewline: Bool) -> (close: Int, hasMarker: Bool)? {
    var index = start + 2
    if marker(after: index) != nil { index += 1 }
    index = skippingSpace(from: index)
    guard bytes.has(name, at: index) else { return nil }
    index = skippingSpace(from: index + name.utf8CodeUnitCount)
    let mark = marker(after: index)
    if mark == UInt8(ascii: "+") && !mayKeepNewline { return nil }
    if mark != nil { index += 1 }
    guard bytes.has("%}", at: index) else { return nil }
    return (index, mark != nil)
  }

  func skippingSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20, byte < 0x80 { break }
      let length = byte == 0x20 ? 1 : PythonSpace.length(in: bytes, at: index, end: bytes.count)
      if length == 0 { break }
      index += length
    }
    return index
  }
}
