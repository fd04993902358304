/// Finds what may be a NIK, the number of an identity card: 16 digits.
///
/// A NIK is a region's code (6 digits), the birthday (`DDMMYY`, the day plus 40 for women) and 4 digits
/// (PP 37/2007 on population administration). It identifies a person for life, so it must never be published.
enum PersonNumber {
  static let digits = 16

  /// The most bytes that people write such a number in: 16 digits and 4 signs between them.
  private static let longest = 20

  /// Calls `found` with the bytes of each run of exactly 16 digits, and of 16 digits in the groups that people write
  /// when they could be a NIK.
  /// - Complexity: O(bytes); looks at every eighth byte, which no such run can avoid.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ found: (Range<Int>) -> Void) {
    var (index, end) = (7, 0)
    while index < bytes.count {
      if index >= end, isDigit(bytes[index]), let range = number(bytes, around: index, after: end) {
        found(range)
        end = range.upperBound
      }
      index += 8
    }
  }

  /// The bytes of the number that the digit at a place belongs to.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, around index: Int, after limit: Int
  ) -> Range<Int>? {
    let run = extent(bytes, around: index, after: limit) { _ in false }
    if run.count == digits { return followsCertificatePrefix(bytes, run.lowerBound) ? nil : run }
    let groups = extent(bytes, around: index, after: limit, isSeparator)
    return groups.count > digits && groups.count <= longest && isGrouped(bytes, groups) ? groups : nil
  }

  /// The digits around a place, with single separators between them; not looked for farther than it matters.
  private static func extent(
    _ bytes: UnsafeBufferPointer<UInt8>, around index: Int, after limit: Int, _ isSeparator: (UInt8) -> Bool
  ) -> Range<Int> {
    var (lower, upper) = (index, index + 1)
    while lower > max(limit, index - longest) {
      let isGap = isSeparator(bytes[lower - 1]) && lower - 1 > limit && isDigit(bytes[lower - 2])
      guard isDigit(bytes[lower - 1]) || isGap else { break }
      lower -= 1
    }
    while upper < min(bytes.count, index + longest) {
      let isGap = isSeparator(bytes[upper]) && upper + 1 < bytes.count && isDigit(bytes[upper + 1])
      guard isDigit(bytes[upper]) || isGap else { break }
      upper += 1
    }
    return lower..<upper
  }

  private static func isGrouped(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var groups: [Int] = [0]
    var number: [UInt8] = []
    for byte in bytes[range] {
      if isDigit(byte) {
        groups[groups.count - 1] += 1
        number.append(byte - UInt8(ascii: "0"))
      } else {
        groups.append(0)
      }
    }
    let usual = [[4, 4, 4, 4], [6, 6, 4], [2, 2, 2, 6, 4], [6, 2, 2, 2, 4], [6, 10], [12, 4]]
    return usual.contains(groups) && isPlausible(number)
  }

  private static func isPlausible(_ number: [UInt8]) -> Bool {
    let day = number[6] * 10 + number[7]
    let month = number[8] * 10 + number[9]
    return number[0] > 0 && ((1...31).contains(day) || (41...71).contains(day)) && (1...12).contains(month)
  }

  /// `ID` and digits is how a halal certificate's number is written.
  private static func followsCertificatePrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= 2 && bytes[index - 2] == UInt8(ascii: "I") && bytes[index - 1] == UInt8(ascii: "D")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
