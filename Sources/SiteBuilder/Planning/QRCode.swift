internal import CQREncode

/// A text as a QR code (ISO/IEC 18004) at error correction level M: it can still be read with 15 % of it lost.
///
///     QRCode("https://example.org/produk/getuk/")  // 41 modules on a side, with the quiet zone
///
/// Bytes mode, the smallest version that fits, the mask that libqrencode finds best: the same text, the same code.
/// All of libqrencode's memory stays in this file.
struct QRCode: Sendable {
  /// Modules on a side, with the quiet zone.
  let size: Int
  /// The dark modules as the `d` of an SVG path that is stroked one unit wide: a line for each run of them, through the
  /// middle of its row.
  let path: String

  /// The light modules around a code that a reader needs, in the same standard.
  static let quietZone = 4

  /// `nil` when the text is longer than a code holds, 2,331 bytes.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    size = width + 2 * Self.quietZone
    path = Self.path(UnsafeBufferPointer(start: code.pointee.data, count: width * width), width)
  }

  /// - Parameter modules: row by row; the lowest bit says dark.
  private static func path(_ modules: UnsafeBufferPointer<UInt8>, _ width: Int) -> String {
    let mostLines = width * (width + 1) / 2
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: mostLines * PathWriter.longestLine) { bytes in
      var path = PathWriter(bytes)
      for row in 0..<width {
        var column = 0
        while column < width {
          let start = column
          let isDark = modules[row * width + start] & 1 == 1
          while column < width, (modules[row * width + column] & 1 == 1) == isDark { column += 1 }
          if isDark { path.addLine(row: row + quietZone, from: start + quietZone, to: column + quietZone) }
        }
      }
      return String(decoding: bytes[..<path.count], as: UTF8.self)
    }
  }
}

/// Puts a path together byte by byte: a sheet of labels has thousands of lines.
private struct PathWriter {
  /// `M123 123.5h123`
  static let longestLine = 14

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  private var row = -1
  private var end = 0

  /// - Parameter bytes: to write to, with room for all lines.
  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  /// Moves are absolute at the start of a row, and relative in it.
  mutating func addLine(row: Int, from start: Int, to end: Int) {
    if row == self.row {
      add("m", start - self.end)
      add(" ", 0)
    } else {
      add("M", start)
      add(" ", row)
      add(UInt8(ascii: "."))
      add(UInt8(ascii: "5"))
    }
    add("h", end - start)
    (self.row, self.end) = (row, end)
  }

  /// - Parameter number: below 1,000.
  private mutating func add(_ command: Unicode.Scalar, _ number: Int) {
    add(UInt8(ascii: command))
    if number >= 100 { add(UInt8(ascii: "0") + UInt8(number / 100)) }
    if number >= 10 { add(UInt8(ascii: "0") + UInt8(number / 10 % 10)) }
    add(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func add(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }
}
