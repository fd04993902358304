/// A text with its numbers as a reader of the page sees them: without the marks of Markdown and HTML inside them, digits of
/// every script as ASCII, and characters that were written as numbers themselves.
///
///     3371**01**4506780001  →  3371014506780001
///     ３３７１&#48;1…        →  337101…
struct UnmarkedText {
  private(set) var bytes: [UInt8] = []
  /// Where each byte is written in the original.
  private var origins: [Range<Int>] = []

  /// `nil` when no number in the text has a mark in it: then the text is as good as itself.
  init?(_ original: UnsafeBufferPointer<UInt8>) {
    guard Self.hasMarkedNumber(original) else { return nil }
    bytes.reserveCapacity(original.count)
    origins.reserveCapacity(original.count)
    var index = 0
    while index < original.count {
      let part = MarkedPart(original, index)
      if let byte = part.shown {
        bytes.append(byte)
        origins.append(index..<part.end)
      }
      index = part.end
    }
  }

  /// The bytes of the original that are seen as some bytes.
  func original(_ range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
  }

  /// True when a mark stands between two digits, or a digit is written in another way. Most of a text has no digits, and is
  /// passed over eight bytes at a time.
  private static func hasMarkedNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      let end = min(index + 8, bytes.count)
      // A mark counts up to two bytes behind a digit.
      if end - index < 8 || mayHaveDigit(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)),
        (index..<min(end + 2, bytes.count)).contains(where: { isInNumber(bytes, $0) })
      {
        return true
      }
      index = end
    }
    return false
  }

  /// True when one of eight bytes is a digit, `&` or no ASCII; sometimes when none is.
  private static func mayHaveDigit(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    // Without their highest bits, none of these sums carries into the next byte.
    let low = word & ~high
    let digits = (low &+ ones &* 0x50) & ~(low &+ ones &* 0x46)
    let difference = word ^ (ones &* UInt64(UInt8(ascii: "&")))
    return (digits | word | ((difference &- ones) & ~difference)) & high != 0
  }

  private static func isInNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "&"): return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "#")
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
      UInt8(ascii: "<"):
      return index > 0 && bytes[max(0, index - 2)..<index].contains(where: WholeNumber.isDigit)
    case 0xC2...:
      let part = MarkedPart(bytes, index)
      guard let shown = part.shown, shown < 0x80 else { return part.shown == nil }
      return WholeNumber.isDigit(shown) || index > 0 && WholeNumber.isDigit(bytes[index - 1])
    default: return false
    }
  }
}

/// What is seen of the text at a place.
private struct MarkedPart {
  /// Where the next part begins.
  let end: Int
  /// `nil` for what isn't seen. Characters that have nothing to do with numbers are their first byte.
  let shown: UInt8?

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    (shown, end) = Self.read(bytes, index)
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt8?, Int) {
    let next = index + 1
    switch bytes[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "`"): return (nil, next)
    case UInt8(ascii: "_"): return (isInWord(bytes, index) ? bytes[index] : nil, next)
    case UInt8(ascii: "\\") where next < bytes.count && isPunctuation(bytes[next]): return (nil, next)
    case UInt8(ascii: "<"): return tagEnd(bytes, index).map { (nil, $0) } ?? (bytes[index], next)
    case UInt8(ascii: "&"): return reference(bytes, index) ?? (bytes[index], next)
    case 0x80...:
      guard let (value, length) = decodeScalar(bytes, index) else { return (bytes[index], next) }
      return (shown(value, otherwise: bytes[index]), index + length)
    default: return (bytes[index], next)
    }
  }

  /// As what a character counts in a number.
  private static func shown(_ value: UInt32, otherwise: UInt8) -> UInt8? {
    if CharacterClass.isInvisible(value) { return nil }
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return UInt8(ascii: " ")
    case 0x2010...0x2015, 0x2212: return UInt8(ascii: "-")
    default:
      guard let properties = Unicode.Scalar(value)?.properties, properties.numericType == .decimal,
        let digit = properties.numericValue
      else { return otherwise }
      return UInt8(ascii: "0") + UInt8(digit)
    }
  }

  /// Underscores inside words are no marks (CommonMark, section 6.2).
  private static func isInWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index > 0 && index + 1 < bytes.count && isLetterOrDigit(bytes[index - 1]) && isLetterOrDigit(bytes[index + 1])
  }

  /// The end of a tag such as `<b>` or `</span>`.
  private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    var end = index + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "!") { end += 1 }
    guard end < bytes.count, isLetterOrDigit(bytes[end]) || bytes[end] == UInt8(ascii: "-") else { return nil }
    while end < min(bytes.count, index + 200), bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") {
      end += 1
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : nil
  }

  /// `&#48;`, `&#x30;`
  private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt8?, Int)? {
    guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "#") else { return nil }
    let isHex = bytes[index + 2] | 0x20 == UInt8(ascii: "x")
    let start = index + (isHex ? 3 : 2)
    let digits = bytes[min(start, bytes.count)...].prefix(8).prefix { $0 != UInt8(ascii: ";") }
    let end = start + digits.count
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), digits.allSatisfy(isLetterOrDigit),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10)
    else { return nil }
    return (value < 0x80 ? UInt8(value) : shown(value, otherwise: 0xFF), end + 1)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    WholeNumber.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isLetterOrDigit(byte)
  }
}
