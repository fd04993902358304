internal import Diagnostics

/// Splits a template into tokens and applies whitespace control.
///
/// The rules are Jinja2's with `trim_blocks` and `lstrip_blocks`: a tag or comment that stands alone on a line leaves no
/// trace of that line, `-` in a delimiter strips all white space on its side, `+` strips none.
struct Lexer {
  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  private var position = 0
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

  static func tokens(of bytes: [UInt8]) -> [Token] {
    var lexer = Lexer(bytes: bytes)
    lexer.previousClose.startsLine = true
    lexer.lexTemplate()
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

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
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), let opening = opening(at: index) { return (index, opening) }
      index += 1
    }
    return nil
  }

  private func opening(at index: Int) -> Opening? {
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
    if !full.isEmpty { tokens.append(Token(kind: .text(content: lower..<upper), range: SourceRange(full))) }
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

  private func marker(after index: Int) -> UInt8? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") else {
      return nil
    }
    return bytes[index]
  }

  private func isLineBreak(_ index: Int) -> Bool {
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
        append(.comment, to: index + 2)
        return
      }
      index += 1
    }
    append(.invalid(.unclosed("{#", close: "#}")), to: start + 2)
    append(.comment, to: bytes.count)
  }

  /// Remembers what the close delimiter whose last two characters begin at `index` does to the following text.
  private mutating func noteClose(at index: Int, hasMarker: Bool, trimsNewline: Bool = true) {
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
    tokens.append(Token(kind: .invalid(.unclosed("{% raw %}", close: "{% endraw %}")), range: range))
    lexText(upTo: bytes.count, before: nil)
    return true
  }

  private func rawTag(_ name: String, at start: Int, mayKeepNewline: Bool) -> (close: Int, hasMarker: Bool)? {
    var index = start + 2
    if marker(after: index) != nil { index += 1 }
    index = skippingSpace(from: index)
    guard bytes[index...].starts(with: name.utf8) else { return nil }
    index = skippingSpace(from: index + name.utf8.count)
    let mark = marker(after: index)
    if mark == UInt8(ascii: "+") && !mayKeepNewline { return nil }
    if mark != nil { index += 1 }
    guard bytes[index...].starts(with: "%}".utf8) else { return nil }
    return (index, mark != nil)
  }

  private func skippingSpace(from start: Int) -> Int {
    var index = start
    while case let length = PythonSpace.length(in: bytes, at: index, end: bytes.count), length > 0 { index += length }
    return index
  }

  // MARK: Inside tags

  /// Lexes from an opening `{{` or `{%` to its close, or to where the next tag begins when it is never closed.
  private mutating func lexInside(_ opening: Opening) {
    let isOutput = opening == .output
    let openKind: Token.Kind = isOutput ? .outputOpen : .tagOpen
    let mark = marker(after: position + 2)
    if isOutput, mark == UInt8(ascii: "+") {
      append(.outputOpen, to: position + 2)
      append(.invalid(.plusMarker), to: position + 1)
    } else {
      append(openKind, to: position + (mark == nil ? 2 : 3))
    }
    while position < bytes.count {
      if lexClose(isOutput: isOutput) { return }
      if self.opening(at: position) != nil { return }
      lexTokenInside()
    }
  }

  private mutating func lexClose(isOutput: Bool) -> Bool {
    let hasMarker = marker(after: position) != nil
    let index = position + (hasMarker ? 1 : 0)
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "}") else { return false }
    let isOutputClose = bytes[index] == UInt8(ascii: "}")
    guard isOutputClose || bytes[index] == UInt8(ascii: "%") else { return false }
    noteClose(at: index, hasMarker: hasMarker, trimsNewline: !isOutputClose)
    if isOutputClose, hasMarker, bytes[position] == UInt8(ascii: "+") {
      append(.invalid(.plusMarker), to: position + 1)
    }
    if isOutputClose != isOutput {
      append(.invalid(isOutput ? .wrongClose("{{", close: "}}") : .wrongClose("{%", close: "%}")), to: index + 2)
    }
    append(isOutput ? .outputClose : .tagClose, to: index + 2)
    return true
  }

  private mutating func lexTokenInside() {
    let first = bytes[position]
    let end = skippingSpace(from: position)
    if end > position {
      append(.space, to: end)
    } else if first.isIdentifierStart {
      append(.name, to: endOfIdentifier(from: position))
    } else if first.isDigit {
      lexNumber()
    } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      lexString(quote: first)
    } else if let symbol = Symbol.allCases.first(where: { bytes[position...].starts(with: $0.rawValue.utf8) }) {
      append(.symbol(symbol), to: position + symbol.rawValue.utf8.count)
    } else {
      lexUnknownCharacter()
    }
  }

  private func endOfIdentifier(from start: Int) -> Int {
    bytes[start...].firstIndex { !$0.isIdentifierStart && !$0.isDigit } ?? bytes.count
  }

  private func endOfDigits(from start: Int) -> Int {
    bytes[start...].firstIndex { !$0.isDigit } ?? bytes.count
  }

  private mutating func lexNumber() {
    var end = endOfDigits(from: position)
    var isFloat = false
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isDigit {
      isFloat = true
      end = endOfDigits(from: end + 1)
    }
    if end < bytes.count, bytes[end].isIdentifierStart {
      let word = endOfIdentifier(from: end)
      append(.invalid(.numberSpelling(SourceText.string(bytes[position..<word]))), to: word)
    } else if !isFloat, end > position + 1, bytes[position] == UInt8(ascii: "0") {
      append(.invalid(.leadingZero(SourceText.string(bytes[position..<end]))), to: end)
    } else {
      append(isFloat ? .float : .int, to: end)
    }
  }

  private mutating func lexString(quote: UInt8) {
    var index = position + 1
    var problem: Problem?
    while index < bytes.count, bytes[index] != quote {
      if isLineBreak(index) {
        problem = problem ?? .lineBreakInString
      } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        if !"\\'\"nt".utf8.contains(bytes[index]) { problem = problem ?? .stringEscape }
      }
      index += 1
    }
    if index >= bytes.count {
      let line = bytes[position...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      append(.invalid(.unclosedString), to: line ?? bytes.count)
    } else {
      append(problem.map { .invalid($0) } ?? .string, to: index + 1)
    }
  }

  private mutating func lexUnknownCharacter() {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
    let text = SourceText.string(bytes[start..<position])
    let end = position
    position = start
    append(.invalid(.unknownCharacter(text)), to: end)
  }

  private mutating func append(_ kind: Token.Kind, to end: Int) {
    tokens.append(Token(kind: kind, range: SourceRange(position, end)))
    position = end
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// An ASCII letter or `_`.
  var isIdentifierStart: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || self == UInt8(ascii: "_")
  }
}
