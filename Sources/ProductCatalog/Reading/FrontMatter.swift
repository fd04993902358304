import Diagnostics

/// Where a content file's YAML and Markdown are.
///
///     ---
///     name: Getuk        ← yaml
///     ---
///     Dibuat setiap pagi.        ← body
///
/// A line that is nothing but `---` (and white space after it) opens the YAML in the first line and closes it.
struct FrontMatter {
  /// Byte offsets of the YAML lines, without the lines around them.
  let yaml: Range<Int>
  /// Byte offsets from the line after the closing one to the end.
  let body: Range<Int>
  /// The opening line, where a missing key is shown.
  let opening: SourceRange
  /// The line that closes the YAML.
  let closing: SourceRange

  /// Throws the diagnostic that says why there is none.
  init(_ file: SourceFile) throws(FrontMatterProblem) {
    let bytes = file.bytes
    let start = bytes.starts(with: TextEncoding.byteOrderMark) ? 3 : 0
    guard bytes[start...].contains(where: { !isWhiteSpace($0) }) else {
      throw FrontMatterProblem(.emptyFile(at: SourceLocation(file)))
    }
    guard bytes.withUnsafeBufferPointer({ isFence($0, start) }) else {
      throw FrontMatterProblem(.frontMatterMissing(at: SourceLocation(file, SourceRange(file.lineBounds(at: start)))))
    }
    opening = SourceRange(start, start + 3)
    guard let (yaml, bodyStart) = bytes.withUnsafeBufferPointer({ yamlLines($0, after: start) }) else {
      throw FrontMatterProblem(.frontMatterUnclosed(at: SourceLocation(file, opening)))
    }
    self.yaml = yaml
    closing = SourceRange(yaml.upperBound, yaml.upperBound + 3)
    body = bodyStart..<bytes.count
    if yaml.count > Limits.frontMatterBytes {
      throw FrontMatterProblem(.frontMatterTooLong(bytes: yaml.count, at: SourceLocation(file, opening)))
    }
  }
}

/// Why a file has no front matter.
struct FrontMatterProblem: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// The lines between the fence at `start` and the next one, and where the line after that begins.
private func yamlLines(
  _ bytes: UnsafeBufferPointer<UInt8>, after start: Int
) -> (yaml: Range<Int>, bodyStart: Int)? {
  let first = endOfLine(bytes, start)
  var line = first
  while line < bytes.count {
    let end = endOfLine(bytes, line)
    if isFence(bytes, line) { return (first..<line, end) }
    line = end
  }
  return nil
}

/// True when the line that begins at `start` is `---`.
func isFence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
  guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D else {
    return false
  }
  var index = start + 3
  while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  return index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
}

/// The offset after the line break (LF, CRLF or CR) that ends the line at `start`.
func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  var index = start
  while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
  guard index < bytes.count else { return index }
  let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
  return index + (isPair ? 2 : 1)
}

func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
