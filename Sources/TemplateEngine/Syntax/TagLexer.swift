internal import Diagnostics

/// The tokens between the delimiters of a tag.
extension Lexer {
  /// Lexes from an opening `{{` or `{%` to its close, or to where the next tag begins when it is never closed.
  mutating func lexInside(_ opening: Opening) {
    let isOutput = opening == .output
    let openKind: Token.Kind = isOutput ? .outputOpen : .tagOpen
    let mark = marker(after: position + 2)
    if isOutput, mark == UInt8(ascii: "+") {
      append(.outputOpen, to: position + 2)
      append(.plusMarker, to: position + 1)
    } else {
      append(openKind, to: position + (mark == nil ? 2 : 3))
    }
    while true {
      lexSpace()
      guard position < bytes.count else { return }
      if bytes[position].isIdentifierStart {
        append(.name, to: endOfIdentifier(from: position))
      } else {
        guard !lexClose(isOutput: isOutput), self.opening(at: position) == nil else { return }
        lexTokenInside()
      }
    }
  }

  private mutating func lexSpace() {
    let end = skippingSpace(from: position)
    if end > position { passOver(.space, to: end) }
  }

  private mutating func lexClose(isOutput: Bool) -> Bool {
    let first = bytes[position]
    let hasMarker = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let index = position + (hasMarker ? 1 : 0)
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "}") else { return false }
    let isOutputClose = bytes[index] == UInt8(ascii: "}")
    guard isOutputClose || bytes[index] == UInt8(ascii: "%") else { return false }
    noteClose(at: index, hasMarker: hasMarker, trimsNewline: !isOutputClose)
    if isOutputClose, first == UInt8(ascii: "+") { append(.plusMarker, to: position + 1) }
    if isOutputClose != isOutput {
      append(isOutput ? .wrongClose("{{", close: "}}") : .wrongClose("{%", close: "%}"), to: index + 2)
    }
    append(isOutput ? .outputClose : .tagClose, to: index + 2)
    return true
  }

  private mutating func lexTokenInside() {
    let first = bytes[position]
    if first.isDigit {
      lexNumber()
    } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      lexString(quote: first)
    } else if let symbol = Symbol(first, position + 1 < bytes.count ? bytes[position + 1] : 0) {
      append(.symbol(symbol), to: position + symbol.length)
    } else {
      lexUnknownCharacter()
    }
  }

  private func endOfIdentifier(from start: Int) -> Int {
    var end = start
    let count = bytes.count
    while end < count, bytes[end].isIdentifierStart || bytes[end].isDigit { end += 1 }
    return end
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
      append(.numberSpelling(SourceText.string(bytes[position..<word])), to: word)
    } else if !isFloat, end > position + 1, bytes[position] == UInt8(ascii: "0") {
      append(.leadingZero(SourceText.string(bytes[position..<end])), to: end)
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
      append(.unclosedString, to: line ?? bytes.count)
    } else if let problem {
      append(problem, to: index + 1)
    } else {
      append(.string, to: index + 1)
    }
  }

  private mutating func lexUnknownCharacter() {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
    let text = SourceText.string(bytes[start..<position])
    let end = position
    position = start
    append(.unknownCharacter(text), to: end)
  }

  mutating func append(_ kind: Token.Kind, to end: Int) {
    tokens.append(Token(kind: kind, range: SourceRange(position, end)))
    position = end
  }

  mutating func append(_ problem: Problem, to end: Int) {
    problems.append(problem)
    append(.invalid(problems.count - 1), to: end)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// An ASCII letter or `_`.
  var isIdentifierStart: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "_")
  }
}
