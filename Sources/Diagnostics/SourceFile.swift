/// A text file that was read: its path and its bytes.
///
/// Everything that points into a file (`SourceRange`) does so by UTF-8 byte offset, so that a place costs eight bytes.
/// Lines and columns are counted only when a diagnostic is shown.
///
///     let file = SourceFile(path: "content/site.yaml", text: "name: IKM\n")
///     file.position(at: 6)  // line 1, column 7
public struct SourceFile: Sendable {
  /// Path relative to the project, with `/` between its parts.
  public let path: String
  /// The file's bytes as read. Expected, but not required, to be UTF-8.
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Line and column, both from 1. The column counts Unicode scalars; a byte order mark is not counted.
  public struct Position: Sendable, Hashable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The position of a byte offset; offsets beyond the end give the position of the end.
  /// - Complexity: O(offset).
  public func position(at offset: Int) -> Position {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, end) : 0
    var index = start
    while index < end {
      let length = lineBreakLength(at: index)
      index += max(length, 1)
      if length > 0, index <= end {
        line += 1
        start = index
      }
    }
    return Position(line: line, column: 1 + scalarCount(start..<end))
  }

  /// The bytes of the line that holds `offset`, without its line break.
  public func lineBounds(at offset: Int) -> Range<Int> {
    let at = min(max(offset, 0), bytes.count)
    var lower = at
    while lower > 0, !isBreak(lower - 1) { lower -= 1 }
    if lower == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lower = min(3, at) }
    var upper = at
    while upper < bytes.count, !isBreak(upper) { upper += 1 }
    return lower..<max(lower, upper)
  }

  /// The text between two byte offsets; invalid UTF-8 becomes U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The text of a range.
  public subscript(range: SourceRange) -> String { text(Int(range.lower)..<Int(range.upper)) }

  private func isBreak(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  private func lineBreakLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A: 1
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    default: 0
    }
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    bytes[range].reduce(into: 0) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
  }
}

/// A part of a file, as UTF-8 byte offsets from its start; `upper` is the first byte that is not in it.
public struct SourceRange: Sendable, Hashable {
  public let lower: UInt32
  public let upper: UInt32

  public init(_ lower: Int, _ upper: Int) {
    self.lower = UInt32(clamping: lower)
    self.upper = UInt32(clamping: max(lower, upper))
  }

  public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// The file's first position: for what is wrong with a file as a whole.
  public static let start = SourceRange(0, 0)

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(Int(min(lower, other.lower)), Int(max(upper, other.upper)))
  }
}

/// A range in a known file.
public struct SourceLocation: Sendable {
  public let file: SourceFile
  public let range: SourceRange

  public init(_ file: SourceFile, _ range: SourceRange = .start) {
    self.file = file
    self.range = range
  }

  public var start: SourceFile.Position { file.position(at: Int(range.lower)) }
  public var end: SourceFile.Position { file.position(at: Int(range.upper)) }
}

/// A value together with the place where a person wrote it.
public struct Located<Value> {
  public let value: Value
  public let range: SourceRange

  public init(_ value: Value, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
