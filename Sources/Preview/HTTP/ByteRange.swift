/// A part of a body that a client asks for with `Range: bytes=0-499`.
enum ByteRange: Equatable {
  /// Nothing usable was asked for, or several parts: the whole body is a right answer to that (RFC 9110, 14.2).
  case whole
  case part(Range<Int>)
  case unsatisfiable

  static func parse(_ header: String, size: Int) -> ByteRange {
    guard header.utf8.starts(with: "bytes=".utf8) else { return .whole }
    let parts = header.utf8.dropFirst(6).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard parts.count == 2, parts.allSatisfy(isNumberOrEmpty) else { return .whole }
    switch (Int(parts[0]), Int(parts[1])) {
    case (let first?, let last?) where first > last: return .whole
    case (let first?, let last?): return first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
    case (let first?, nil) where parts[1].isEmpty: return first < size ? .part(first..<size) : .unsatisfiable
    case (nil, let count?) where parts[0].isEmpty:
      return count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
    default: return .whole
    }
  }

  private static func isNumberOrEmpty(_ text: String) -> Bool {
    text.utf8.count <= 18 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
