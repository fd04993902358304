import Diagnostics

/// Where libyaml gave up and what it said, to be told in words that a shopkeeper understands.
///
/// libyaml's texts name its grammar ("did not find expected key"), and often the place where it noticed instead of the
/// place where the mistake is. So the line is looked at again.
struct YAMLFailure {
  let problem: String
  let context: String
  /// Byte offsets in the file.
  let offset: Int
  let contextOffset: Int

  /// What had been read when libyaml gave up.
  struct Scene {
    let file: SourceFile
    /// Where the YAML begins in the file.
    let start: Int
    /// The last quoted value: what swallowed the lines after a forgotten quote.
    let lastQuoted: SourceRange?
    /// The innermost `[` or `{` that isn't closed.
    let openBracket: SourceRange?
  }

  /// What is wrong, at the place of the value.
  func diagnostic(in scene: Scene) -> Diagnostic {
    let (file, start) = (scene.file, scene.start)
    let line = BrokenLine(file, at: offset)
    if let quote = openQuote(in: file, scene.lastQuoted) { return .quoteUnclosed(at: quote) }
    if let tab = line.indentingTab { return .tab(at: SourceLocation(file, tab)) }
    if problem == "mapping values are not allowed in this context" { return colon(line, file, from: start) }
    if problem.hasPrefix("found unknown escape") || context.hasPrefix("while parsing a quoted scalar") {
      return .badEscape(at: SourceLocation(file, file.character(at: offset)))
    }
    if let value = line.reservedValue(at: contextOffset) ?? line.reservedValue(at: offset) ?? line.strayValue {
      let sign = String(UnicodeScalar(file.bytes[Int(value.lower)]))
      return .reservedStart(sign, at: SourceLocation(file, value), fix: quoted(file[value]))
    }
    let first = BrokenLine(file, at: start)
    if !first.content.isEmpty, file.bytes[Int(first.content.lower)] == UInt8(ascii: "%") {
      return .reservedStart("%", at: SourceLocation(file, first.content), fix: nil)
    }
    return structural(line, scene)
  }

  private func openQuote(in file: SourceFile, _ lastQuoted: SourceRange?) -> SourceLocation? {
    if context == "while scanning a quoted scalar" {
      let isEnd = problem == "found unexpected end of stream" || problem == "found unexpected document indicator"
      return isEnd ? SourceLocation(file, file.character(at: contextOffset)) : nil
    }
    guard let quoted = lastQuoted, Int(quoted.upper) <= offset + 1 else { return nil }
    let spansLines = file.bytes[Int(quoted.lower)..<Int(quoted.upper)].contains { $0 == 0x0A || $0 == 0x0D }
    let endsHere = file.lineBounds(at: Int(quoted.upper)) == file.lineBounds(at: offset)
    guard spansLines, endsHere else { return nil }
    return SourceLocation(file, file.character(at: Int(quoted.lower)))
  }

  /// `name: Getuk: enak` has a second `: ` in its value. Otherwise the line above has no colon and runs into this one,
  /// or this line is indented as if it belonged to the one above.
  private func colon(_ line: BrokenLine, _ file: SourceFile, from start: Int) -> Diagnostic {
    if let value = line.value, offset >= Int(value.lower) {
      return .colonInValue(at: SourceLocation(file, value), fix: quoted(file[value]))
    }
    if let above = line.lineAbove(in: file, from: start), !above.hasColon {
      return .lineWithoutColon(at: SourceLocation(file, above.content))
    }
    return .wrongIndentation(at: SourceLocation(file, line.content))
  }

  private func structural(_ line: BrokenLine, _ scene: Scene) -> Diagnostic {
    let file = scene.file
    if context.hasPrefix("while parsing a flow"), let bracket = scene.openBracket {
      let place = SourceRange(Int(bracket.lower), Int(bracket.lower) + 1)
      return .bracketUnclosed(file[place], at: SourceLocation(file, place))
    }
    if problem == "could not find expected ':'" {
      return .lineWithoutColon(at: SourceLocation(file, BrokenLine(file, at: contextOffset).content))
    }
    if let rest = line.textAfterQuotedValue { return .textAfterQuote(at: SourceLocation(file, rest)) }
    let indentation = ["did not find expected key", "did not find expected '-'", "did not find expected <document"]
    if indentation.contains(where: problem.hasPrefix) {
      return .wrongIndentation(at: SourceLocation(file, line.content))
    }
    return .brokenYAML(at: SourceLocation(file, line.content))
  }
}

/// The parts of a line that libyaml stumbled over.
private struct BrokenLine {
  private let bytes: [UInt8]
  private let bounds: Range<Int>

  init(_ file: SourceFile, at offset: Int) {
    bytes = file.bytes
    bounds = file.lineBounds(at: offset)
  }

  /// The line without the white space around it and without a comment.
  var content: SourceRange {
    let start = bounds.first { !isWhiteSpace(bytes[$0]) } ?? bounds.lowerBound
    return SourceRange(start, max(start, endOfValue(bytes, start..<bounds.upperBound)))
  }

  var hasColon: Bool { bounds.contains(where: isColon) }

  /// The nearest line above that isn't empty, not before `start`.
  func lineAbove(in file: SourceFile, from start: Int) -> BrokenLine? {
    var end = bounds.lowerBound
    while end > start {
      let line = BrokenLine(file, at: end - 1)
      if !line.content.isEmpty { return line }
      end = min(end - 1, line.bounds.lowerBound)
    }
    return nil
  }

  /// The first tab among the white space that the line begins with.
  var indentingTab: SourceRange? {
    bounds.prefix { isWhiteSpace(bytes[$0]) }.first { bytes[$0] == 0x09 }.map { SourceRange($0, $0 + 1) }
  }

  /// What stands after the first `: `.
  var value: SourceRange? {
    guard let colon = bounds.first(where: { isColon($0) }),
      let start = bounds.first(where: { $0 > colon && !isWhiteSpace(bytes[$0]) })
    else { return nil }
    return SourceRange(start, max(start + 1, endOfValue(bytes, start..<bounds.upperBound)))
  }

  /// The value that begins at `offset`, when it begins with a character that means something else in YAML.
  func reservedValue(at offset: Int) -> SourceRange? {
    guard bounds.contains(offset), "@`%*&!|>".utf8.contains(bytes[offset]) else { return nil }
    return SourceRange(offset, max(offset + 1, endOfValue(bytes, offset..<bounds.upperBound)))
  }

  /// A value that begins as an entry of a list does, or with what ends a list or separates its entries.
  var strayValue: SourceRange? {
    guard let value else { return nil }
    let after = Int(value.lower) + 1
    let isAlone = after >= bounds.upperBound || isWhiteSpace(bytes[after])
    switch bytes[Int(value.lower)] {
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","): return value
    case UInt8(ascii: "-"), UInt8(ascii: "?"): return isAlone ? value : nil
    default: return nil
    }
  }

  /// What follows the closing quote of the line's value.
  var textAfterQuotedValue: SourceRange? {
    guard let value, bytes[Int(value.lower)] == UInt8(ascii: "\"") || bytes[Int(value.lower)] == UInt8(ascii: "'"),
      let close = (Int(value.lower) + 1..<Int(value.upper)).first(where: { bytes[$0] == bytes[Int(value.lower)] }),
      let rest = (close + 1..<Int(value.upper)).first(where: { !isWhiteSpace(bytes[$0]) })
    else { return nil }
    return SourceRange(rest, Int(value.upper))
  }

  private func isColon(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: ":") && (index + 1 == bounds.upperBound || isWhiteSpace(bytes[index + 1]))
  }
}

extension SourceRange {
  fileprivate var isEmpty: Bool { upper <= lower }
}
