internal import Diagnostics

/// Finds where in the file a link's destination or a piece of HTML stands.
///
/// The library knows the line of a block only, so the text is searched for from there on; what was found before is not
/// found again.
struct PlaceFinder {
  let file: SourceFile
  let body: Range<Int>
  private var searched: [String: Int] = [:]
  private var searches = 0
  private var lastLine: (number: Int, offset: Int)

  init(file: SourceFile, body: Range<Int>) {
    self.file = file
    self.body = body
    lastLine = (1, body.lowerBound)
  }

  /// Places that are searched for in one text; of further problems only the line is told.
  static let mostSearches = 100

  mutating func range(of text: String, fromLine line: Int) -> SourceRange {
    let lineStart = offset(ofLine: line)
    searches += 1
    guard searches <= Self.mostSearches else { return SourceRange(file.lineBounds(at: lineStart)) }
    let from = max(lineStart, searched[text] ?? 0)
    let found = first(text, from: from) ?? first(text, from: body.lowerBound)
    guard let found else { return SourceRange(file.lineBounds(at: lineStart)) }
    searched[text] = found.upperBound
    return SourceRange(found)
  }

  private func first(_ text: String, from: Int) -> Range<Int>? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, from + wanted.count <= body.upperBound else { return nil }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var index = from
      while index + wanted.count <= body.upperBound {
        if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
          return index..<index + wanted.count
        }
        index += 1
      }
      return nil
    }
  }

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
