/// Telephone numbers and addresses of web pages in running text.
enum ContactInText {
  enum Kind { case phone, address }

  static func find(_ text: String) -> Kind? {
    text.utf8.withContiguousStorageIfAvailable(find) ?? nil
  }

  private static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Kind? {
    guard isWorthALook(bytes) else { return nil }
    var digits = Digits()
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: ":"):
        if isAddress(bytes, around: index) { return .address }
      default:
        if digits.isPhone { return .phone }
        digits = Digits()
      }
    }
    return digits.isPhone ? .phone : nil
  }

  /// True when there are as many digits as a number has, or a sign with no space behind it.
  private static func isWorthALook(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (digits, isSign) = (0, false)
    for byte in bytes {
      if isSign, byte != 0x20 { return true }
      isSign = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
      if WholeNumber.isDigit(byte) { digits += 1 }
    }
    return digits >= 9
  }

  /// The beginning of a run of digits.
  private struct Digits {
    private var count = 0
    private var first: UInt8 = 0
    private var second: UInt8 = 0

    mutating func append(_ digit: UInt8) {
      if count == 0 { first = digit }
      if count == 1 { second = digit }
      count += 1
    }

    /// `08…`, `02…` and `62…` are how numbers begin here.
    var isPhone: Bool {
      (9...14).contains(count) && ([2, 8].contains(second) && first == 0 || first == 6 && second == 2)
    }
  }

  /// True for `://`, for `www.` and for a full stop between a name and one of the usual endings.
  private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, around index: Int) -> Bool {
    let after = bytes[(index + 1)...]
    if bytes[index] == UInt8(ascii: ":") { return after.starts(with: "//".utf8) }
    guard index > 0, isLetterOrDigit(bytes[index - 1]) else { return false }
    let word = after.prefix(8).prefix { isLetterOrDigit($0) }.map { $0 | 0x20 }
    let before = bytes[..<index].suffix(3).map { $0 | 0x20 }
    if before == Array("www".utf8), !word.isEmpty { return true }
    return ["com", "co", "id", "net", "org", "shop", "store", "link", "ly", "me"].contains {
      $0.utf8.elementsEqual(word)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    WholeNumber.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
