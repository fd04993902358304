public import Diagnostics

/// The Markdown below a file's front matter, left in the file's bytes.
///
///     ---
///     name: Getuk Tiga Warna
///     ---
///
///     Dibuat setiap pagi.     ← the body
public struct Body: Sendable {
  /// The file as read. Ranges of the front matter's values (`Photo.range`) point into it too.
  public let file: SourceFile
  /// Byte offsets in `file`: from the line after the closing `---` to the end; empty when there is no text.
  public let range: Range<Int>

  public init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  /// True when there is nothing but white space.
  public var isEmpty: Bool { file.bytes[range].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }

  /// A copy of the Markdown text.
  public var text: String { file.text(range) }
}
