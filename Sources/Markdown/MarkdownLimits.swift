internal import Diagnostics

/// Bounds that keep libcmark-gfm 0.29.0.gfm.6 within time and memory on hostile text.
///
/// It is quadratic in some runs of markers (`![[]()` repeated 20,000 times takes a second; also CVE-2023-24824 and
/// CVE-2023-37463) and copies a link definition for each use. No text for people comes near these numbers.
enum MarkdownLimits {
  /// Bytes of one body.
  static let bodyBytes = 1 << 20
  /// Bytes of one line.
  static let lineBytes = 8 << 10
  /// How often each of the characters that begin Markdown constructs may occur.
  static let markers = 3_000
  /// Bytes of HTML for each byte of text, beyond a fixed 64 KiB.
  static let expansion = 12

  private static let markerBytes = Array("[]<>|*_`~!-+=#&@".utf8)

  static func refusal(_ file: SourceFile, _ body: Range<Int>) -> Diagnostic? {
    guard body.count <= bodyBytes else { return .bodyTooLong(file, body) }
    if body.count <= markers { return nil }
    let census = Census(file, body)
    if let marker = markerBytes.first(where: { census.counts[Int($0)] > markers }) {
      return .tooManyMarkers(file, census.place(of: marker, file, body), Unicode.Scalar(marker))
    }
    return census.longLine.map { .lineTooLong(file, $0) }
  }

  /// How often each byte occurs, and where a line is too long.
  private struct Census {
    private(set) var counts = [Int](repeating: 0, count: 256)
    private(set) var longLine: Int?

    init(_ file: SourceFile, _ body: Range<Int>) {
      var lineStart = body.lowerBound
      var longest = 0
      counts.withUnsafeMutableBufferPointer { counts in
        file.bytes.withUnsafeBufferPointer { bytes in
          for index in body {
            let byte = bytes[index]
            counts[Int(byte)] += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if index - lineStart > max(longest, lineBytes) { (longest, longLine) = (index - lineStart, lineStart) }
            lineStart = index + 1
          }
        }
      }
      if body.upperBound - lineStart > max(longest, lineBytes) { longLine = lineStart }
    }

    /// Where the first occurrence too many is.
    func place(of marker: UInt8, _ file: SourceFile, _ body: Range<Int>) -> Int {
      var left = markers
      return body.first { index in
        if file.bytes[index] == marker { left -= 1 }
        return left < 0
      } ?? body.lowerBound
    }
  }

  static func mayPublish(html bytes: Int, from body: Range<Int>) -> Bool {
    bytes <= body.count * expansion + (64 << 10)
  }
}
