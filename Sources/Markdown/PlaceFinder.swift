internal import Diagnostics

/// Finds where in the file a link's destination or a piece of HTML stands.
///
/// The library knows the lines of a block only, so the text is searched for in these: in the order of the file, each
/// after the one before.
struct PlaceFinder {
  let file: SourceFile
  let body: Range<Int>
  /// Where the latest find ends.
  private var end: Int
  private var misses = 0
  private var lastLine: (number: Int, offset: Int)

  init(file: SourceFile, body: Range<Int>) {
    self.file = file
    self.body = body
    end = body.lowerBound
    lastLine = (1, body.lowerBound)
  }

  /// Texts that aren't found where they are expected, in one body; of further ones only the line is told.
  static let mostMisses = 100

  /// The destination of a link or picture; the first line if it isn't there as the library gives it.
  mutating func range(ofLink destination: String, in lines: ClosedRange<Int>) -> SourceRange {
    let block = range(of: lines)
    guard misses < Self.mostMisses else { return firstLine(of: block) }
    let text = Array(destination.utf8)
    if let found = next(text, in: block, where: isDestination) { return SourceRange(found) }
    misses += 1
    // A picture's stands before that of the link around it, a reference's in its definition.
    let found = first(text, in: block, where: isDestination) ?? first(text, in: body, where: isDefinition)
    return (found ?? first(text, in: block)).map(SourceRange.init) ?? firstLine(of: block)
  }

  /// Any text; the first line if it isn't there as the library gives it.
  mutating func range(of text: String, in lines: ClosedRange<Int>) -> SourceRange {
    let block = range(of: lines)
    guard misses < Self.mostMisses else { return firstLine(of: block) }
    if let found = next(Array(text.utf8), in: block) { return SourceRange(found) }
    misses += 1
    return firstLine(of: block)
  }

  /// Something in brackets; `nil` if it stands nowhere without a backslash before it.
  mutating func range(ofMark text: String, in lines: ClosedRange<Int>) -> Range<Int>? {
    guard misses < Self.mostMisses else { return nil }
    let finder = self
    let found = next(Array(text.utf8), in: range(of: lines)) {
      finder.byte($0.lowerBound - 1) != UInt8(ascii: "\\")
    }
    misses += found == nil ? 1 : 0
    return found
  }

  private mutating func next(
    _ text: [UInt8], in block: Range<Int>, where accepts: (Range<Int>) -> Bool = { _ in true }
  ) -> Range<Int>? {
    let start = block.contains(end) ? end : block.lowerBound
    let found = first(text, in: start..<block.upperBound, where: accepts)
    if let found { end = found.upperBound }
    return found
  }

  private func first(
    _ text: [UInt8], in part: Range<Int>, where accepts: (Range<Int>) -> Bool = { _ in true }
  ) -> Range<Int>? {
    guard let initial = text.first, text.count <= part.count else { return nil }
    return file.bytes.withUnsafeBufferPointer { bytes in
      for index in part.lowerBound...(part.upperBound - text.count) where bytes[index] == initial {
        let range = index..<index + text.count
        if bytes[range].elementsEqual(text), accepts(range) { return range }
      }
      return nil
    }
  }

  /// Whether a destination stands there: `](…)`, `](<…>)`, `]: …`, or `<…>`.
  private func isDestination(_ range: Range<Int>) -> Bool {
    guard endsDestination(range) else { return false }
    if byte(range.lowerBound - 1) == UInt8(ascii: "<") { return byte(range.upperBound) == UInt8(ascii: ">") }
    let mark = lastMark(before: range)
    return (byte(mark) == UInt8(ascii: "(") || byte(mark) == UInt8(ascii: ":"))
      && byte(mark - 1) == UInt8(ascii: "]")
  }

  /// Whether the destination of a definition stands there: `]: …`.
  private func isDefinition(_ range: Range<Int>) -> Bool {
    guard endsDestination(range) else { return false }
    let mark = lastMark(before: range)
    return byte(mark) == UInt8(ascii: ":") && byte(mark - 1) == UInt8(ascii: "]")
  }

  private func endsDestination(_ range: Range<Int>) -> Bool {
    guard let byte = byte(range.upperBound) else { return true }
    return isSpace(byte) || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ">")
  }

  /// The index of what stands before a destination, but for white space and `<`.
  private func lastMark(before range: Range<Int>) -> Int {
    var index = range.lowerBound - 1
    if byte(index) == UInt8(ascii: "<") { index -= 1 }
    while let byte = byte(index), isSpace(byte) { index -= 1 }
    return index
  }

  /// `nil` outside of the body.
  private func byte(_ index: Int) -> UInt8? { body.contains(index) ? file.bytes[index] : nil }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func firstLine(of block: Range<Int>) -> SourceRange { SourceRange(file.lineBounds(at: block.lowerBound)) }

  private mutating func range(of lines: ClosedRange<Int>) -> Range<Int> {
    let start = offset(ofLine: lines.lowerBound)
    let memory = lastLine
    defer { lastLine = memory }
    return start..<offset(ofLine: lines.upperBound + 1)
  }

  /// The end of the body for a line that it doesn't have.
  mutating func offset(ofLine line: Int) -> Int {
    var (current, index) = line >= lastLine.number ? lastLine : (1, body.lowerBound)
    while current < line, index < body.upperBound {
      if file.bytes[index] == 0x0D, index + 1 < body.upperBound, file.bytes[index + 1] == 0x0A { index += 1 }
      if file.bytes[index] == 0x0A || file.bytes[index] == 0x0D { current += 1 }
      index += 1
    }
    lastLine = (current, index)
    return index
  }
}
