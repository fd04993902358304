import Diagnostics

/// Keys that stand below the `---` which should have come after the last of them.
///
///     updated: 2026-11-24
///     ---
///     draft: true        ← would be published as text, and the product with it
///     ---
///
/// A text may begin with a word and a colon ("Catatan: jangan dijemur"), and a line with a `---` below it is a heading
/// in Markdown. So lines count only if they are written as keys are and one has a known key, or, with another `---` below
/// them, one that resembles it.
struct KeysBelowFence {
  /// The first key, and where it stands.
  let first: Located<String>
  /// All of them.
  let names: [String]
  /// True when another `---` follows them.
  let isClosed: Bool

  /// `nil` when the text between some byte offsets begins like a text.
  init?(_ file: SourceFile, _ body: Range<Int>, known: FieldTable) {
    var lines = Lines(file.bytes, body)
    lines.read()
    guard let first = lines.keys.first else { return nil }
    let names = lines.keys.map { String(decoding: file.bytes[$0], as: UTF8.self) }
    let isKey = { (name: String) in
      lines.isClosed ? nearestMatch(to: name, in: known.names) != nil : known.names.contains(name)
    }
    guard names.prefix(Limits.listEntries).contains(where: isKey) else { return nil }
    self.first = Located(names[0], SourceRange(first))
    self.names = names
    isClosed = lines.isClosed
  }

  /// The lines at the beginning of a text, as far as they can be YAML.
  private struct Lines {
    private let bytes: [UInt8]
    private let range: Range<Int>
    /// Where the keys are.
    private(set) var keys: [Range<Int>] = []
    private(set) var isClosed = false

    init(_ bytes: [UInt8], _ range: Range<Int>) { (self.bytes, self.range) = (bytes, range) }

    mutating func read() {
      bytes.withUnsafeBufferPointer { bytes in
        var line = range.lowerBound
        while line < range.upperBound {
          if let key = Self.key(bytes, line) {
            keys.append(key)
          } else if !Self.isBlank(bytes, line) {
            guard !keys.isEmpty else { return }
            isClosed = isFence(bytes, line)
            guard !isClosed, Self.belongsToKey(bytes, line) else { return }
          }
          line = endOfLine(bytes, line)
        }
      }
    }

    /// The key that the line at `start` begins with: small letters, digits and underscores, then a colon and a space.
    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
      guard (0x61...0x7A).contains(bytes[start]) else { return nil }
      var end = start + 1
      while end < bytes.count, isKeyByte(bytes[end]) { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
      return end + 1 == bytes.count || isWhiteSpace(bytes[end + 1]) ? start..<end : nil
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || WholeNumber.isDigit(byte) || byte == UInt8(ascii: "_")
    }

    private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
      bytes[start..<endOfLine(bytes, start)].allSatisfy(isWhiteSpace)
    }

    /// True for lines that go on with what a key began: indented ones, entries of a list, comments.
    private static func belongsToKey(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
      let isEntry = bytes[start] == UInt8(ascii: "-") && start + 1 < bytes.count && isWhiteSpace(bytes[start + 1])
      return isEntry || bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "#")
    }
  }
}
