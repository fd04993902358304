internal import Diagnostics

/// Bounds that keep libcmark-gfm 0.29.0.gfm.6 within time and memory on hostile text.
///
/// It is quadratic in some runs of markers (`![[]()` repeated 20,000 times takes a second; also CVE-2023-24824 and
/// CVE-2023-37463) and copies a link definition for each use. No text for people comes near these numbers.
enum MarkdownLimits {
  /// Bytes of one body.
  static let bodyBytes = 1 << 20
  /// Bytes of one line.
  static let lineBytes = 16 << 10
  /// How often each of the characters that begin Markdown constructs may occur.
  static let markers = 5_000
  /// Bytes of HTML for each byte of text, beyond a fixed 64 KiB.
  static let expansion = 12

  private static let markerBytes = Array("[]<>|*_`~!-+#&".utf8)

  static func refusal(_ file: SourceFile, _ body: Range<Int>) -> Diagnostic? {
    guard body.count <= bodyBytes else { return .bodyTooLong(file, body) }
    var counts = [Int](repeating: 0, count: 256)
    var lineStart = body.lowerBound
    return file.bytes.withUnsafeBufferPointer { bytes in
      for index in body {
        let byte = bytes[index]
        if byte == 0x0A || byte == 0x0D {
          lineStart = index + 1
          continue
        }
        if index - lineStart >= lineBytes { return .lineTooLong(file, lineStart) }
        counts[Int(byte)] += 1
        if counts[Int(byte)] > markers, markerBytes.contains(byte) {
          return .tooManyMarkers(file, index, Unicode.Scalar(byte))
        }
      }
      return nil
    }
  }

  static func mayPublish(html bytes: Int, from body: Range<Int>) -> Bool {
    bytes <= body.count * expansion + (64 << 10)
  }
}
