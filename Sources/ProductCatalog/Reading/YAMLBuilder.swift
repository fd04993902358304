import Diagnostics

/// What was read of a file's YAML. `document` is `nil` when the YAML itself is broken; then a diagnostic says why.
struct YAMLReading {
  let document: YAMLDocument?
  let diagnostics: [Diagnostic]
}

/// Makes a `YAMLDocument` of events, and refuses what our files don't use.
struct YAMLBuilder {
  /// What YAML can do and we don't want.
  enum Refusal { case anchor, alias, tag }

  private let file: SourceFile
  /// Where the YAML begins in the file.
  private let start: Int
  private var document: YAMLDocument
  private var diagnostics: [Diagnostic] = []
  private var documentCount = 0
  private var isBroken = false
  /// The last quoted value: what swallowed the lines after a forgotten quote.
  private var lastQuoted: SourceRange?
  /// The keys of the mapping that is looked at.
  private var keys: [Int] = []

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    start = range.lowerBound
    document = YAMLDocument(expectedBytes: range.count)
  }

  var wantsMore: Bool { !isBroken }

  mutating func beginDocument(at offset: Int, hasDirective: Bool) {
    documentCount += 1
    let start = SourceRange(offset, min(offset + 3, file.bytes.count))
    if documentCount > 1 { stop(.secondDocument(at: location(start))) }
    if hasDirective { stop(.reservedStart("%", at: location(start), fix: nil)) }
  }

  mutating func addScalar(_ kind: YAMLDocument.Kind, _ text: UnsafeBufferPointer<UInt8>, at range: SourceRange) {
    if text.count > Limits.scalarBytes {
      diagnostics.append(.scalarTooLong(bytes: text.count, at: location(range)))
      return document.addRefused(at: range)
    }
    document.addScalar(kind, text, at: kind == .block ? trimmed(range) : range)
    if kind == .quoted {
      lastQuoted = range
      // Every escape is longer than what it means.
      if text.count + 2 != Int(range.upper - range.lower) { scanEscapes(of: range) }
    }
  }

  mutating func refuse(_ refusal: Refusal, at range: SourceRange) {
    report(refusal, at: range)
    document.addRefused(at: range)
  }

  mutating func begin(_ kind: YAMLDocument.Kind, _ refusal: Refusal?, at offset: Int) {
    let range = file.character(at: offset)
    if let refusal { report(refusal, at: range) }
    document.begin(kind, at: range)
    if document.depth > Limits.nesting { stop(.nestedTooDeep(at: location(range))) }
  }

  /// - Parameter range: of a closing bracket, or else some place after the end.
  mutating func end(at range: SourceRange) {
    let last = file.bytes.indices.contains(Int(range.lower)) ? file.bytes[Int(range.lower)] : 0
    let isBracket = range.upper > range.lower && (last == UInt8(ascii: "]") || last == UInt8(ascii: "}"))
    let bracket = isBracket ? range : nil
    let node = document.end(closingBracketAt: bracket)
    if document.nodes[node].kind == .mapping { checkKeys(of: node) }
  }

  mutating func fail(_ failure: YAMLFailure) {
    let brackets = document.openNodes.filter { file.isBracket(Int($0.range.lower)) }
    let scene = YAMLFailure.Scene(
      file: file, start: start, lastQuoted: lastQuoted, openBracket: brackets.last?.range)
    stop(failure.diagnostic(in: scene))
  }

  func finish() -> YAMLReading {
    YAMLReading(document: isBroken ? nil : document, diagnostics: diagnostics)
  }

  private func location(_ range: SourceRange) -> SourceLocation { SourceLocation(file, range) }

  private mutating func stop(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    isBroken = true
  }

  private mutating func report(_ refusal: Refusal, at range: SourceRange) {
    let start = Int(range.lower)
    let line = file.lineBounds(at: start)
    let written = SourceRange(start, endOfValue(file.bytes, start..<max(start, line.upperBound)))
    let sign: String
    switch refusal {
    case .anchor: sign = "&"
    case .alias: sign = "*"
    case .tag: sign = "!"
    }
    diagnostics.append(.reservedStart(sign, at: location(written), fix: quoted(file[written])))
  }

  /// The range without the line breaks that libyaml counts to a `|` or `>` text.
  private func trimmed(_ range: SourceRange) -> SourceRange {
    var upper = Int(range.upper)
    while upper > Int(range.lower), isWhiteSpace(file.bytes[upper - 1]) { upper -= 1 }
    return SourceRange(Int(range.lower), upper)
  }

  /// Looks at the characters of a value that were written as escapes; the others stand in the file and were seen.
  private mutating func scanEscapes(of range: SourceRange) {
    let written = file.bytes[Int(range.lower)..<Int(range.upper)]
    guard written.first == UInt8(ascii: "\""), written.contains(UInt8(ascii: "\\")) else { return }
    let node = document.nodes.count - 1
    diagnostics += TextScan(unescaped: document.bytes(node), at: location(range)).diagnostics
  }

  private mutating func checkKeys(of node: Int) {
    keys.removeAll(keepingCapacity: true)
    let end = Int(document.nodes[node].end)
    var key = node + 1
    while key < end {
      switch document.nodes[key].kind {
      case .plain, .quoted, .block: keys.append(key)
      case .mapping, .sequence: stop(.keyIsNotAWord(at: location(document.nodes[key].range)))
      case .refused: isBroken = true
      }
      key = document.next(after: document.next(after: key))
    }
    reportDuplicates()
  }

  private mutating func reportDuplicates() {
    guard keys.count <= 64 else { return reportManyDuplicates() }
    for later in keys.indices {
      for earlier in 0..<later where document.isSame(keys[earlier], keys[later]) {
        report(duplicate: keys[later], of: keys[earlier])
        break
      }
    }
  }

  /// As above, without comparing each with each.
  private mutating func reportManyDuplicates() {
    let sorted = keys.sorted { a, b in
      let (first, second) = (document.bytes(a), document.bytes(b))
      return first.lexicographicallyPrecedes(second) || (first == second && a < b)
    }
    for (a, b) in zip(sorted, sorted.dropFirst()) where document.bytes(a) == document.bytes(b) {
      report(duplicate: b, of: a)
    }
  }

  private mutating func report(duplicate: Int, of first: Int) {
    let key = String(decoding: document.bytes(duplicate), as: UTF8.self)
    diagnostics.append(
      .duplicateKey(
        key, at: location(document.nodes[duplicate].range), first: location(document.nodes[first].range)))
  }
}

extension SourceFile {
  fileprivate func isBracket(_ offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset] == UInt8(ascii: "[") || bytes[offset] == UInt8(ascii: "{"))
  }

  /// The first byte at an offset, or nothing at the file's end.
  func character(at offset: Int) -> SourceRange { SourceRange(offset, min(offset + 1, bytes.count)) }
}

/// A text as a quoted YAML value: in single quotes, where only the quote itself needs doubling.
func quoted(_ text: String) -> String {
  "'" + text.reduce(into: "") { $0 += $1 == "'" ? "''" : String($1) } + "'"
}

/// Where the value that begins a range of one line ends: before a comment and white space.
func endOfValue(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
  var end = range.lowerBound
  var index = range.lowerBound
  while index < range.upperBound {
    if bytes[index] == UInt8(ascii: "#"), index > range.lowerBound, isWhiteSpace(bytes[index - 1]) { break }
    if !isWhiteSpace(bytes[index]) { end = index + 1 }
    index += 1
  }
  return end
}
