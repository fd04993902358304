/// Words in running text that say something which the front matter must agree with.
enum TextClaim: Hashable {
  /// `Rp15.000`: a price in rupiah.
  case price(Int)
  /// "halal", unless "tidak", "non" or the like stands before it.
  case halal
  /// "BPOM"
  case bpom
}

/// Finds prices and claims in a text.
struct TextClaims {
  /// A claim and its byte offsets in the text.
  typealias Spot = (claim: TextClaim, range: Range<Int>)

  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private var found: [Spot] = []

  /// The claims in a part of a text, with their byte offsets.
  /// - Complexity: O(range)
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [Spot] {
    bytes.withUnsafeBufferPointer { bytes in
      var claims = TextClaims(bytes: bytes, range: range)
      claims.scan()
      return claims.found
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// Eight places at a time: only where two letters of a wanted word stand is it worth looking closely.
  private mutating func scan() {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = range.lowerBound
    while index + 10 <= range.upperBound {
      let first = Letters(raw, at: index)
      let isHalal = first.places(of: "h") & Letters(raw, at: index + 2).places(of: "l")
      var isRpOrBpom = Letters(raw, at: index + 1).places(of: "p")
      if isRpOrBpom != 0 { isRpOrBpom &= first.places(of: "r") | first.places(of: "b") }
      if isRpOrBpom | isHalal != 0 { look(at: index..<index + 8) }
      index += 8
    }
    look(at: index..<range.upperBound)
  }

  private mutating func look(at places: Range<Int>) {
    for index in places where index + 3 < range.upperBound {
      switch bytes[index] | 0x20 {
      case UInt8(ascii: "r") where bytes[index + 1] | 0x20 == UInt8(ascii: "p"): price(at: index)
      case UInt8(ascii: "h") where isWord("halal", at: index) && !isDenied(index):
        found.append((.halal, index..<index + 5))
      case UInt8(ascii: "b") where isWord("bpom", at: index): found.append((.bpom, index..<index + 4))
      default: break
      }
    }
  }

  private mutating func price(at start: Int) {
    guard start == range.lowerBound || !isLetter(bytes[start - 1]) else { return }
    var index = start + 2
    while index < range.upperBound, index < start + 4, bytes[index] == 0x20 || bytes[index] == 0x2E { index += 1 }
    let numberStart = index
    while index < range.upperBound, isNumeric(bytes[index]) { index += 1 }
    while index > numberStart, !WholeNumber.isDigit(bytes[index - 1]) { index -= 1 }
    guard index > numberStart, index - numberStart <= 20 else { return }
    let number = String(decoding: bytes[numberStart..<index], as: UTF8.self)
    let (unit, end) = unit(at: index)
    if let amount = WholeNumber.meant(number + unit) { found.append((.price(amount), start..<end)) }
  }

  /// `ribu`, `rb`, `juta` or `jt` after a number.
  private func unit(at start: Int) -> (word: String, end: Int) {
    let first = start < range.upperBound && bytes[start] == 0x20 ? start + 1 : start
    for word in ["ribu", "rb", "juta", "jt"] where isWord(word, at: first) || isWord(word, at: start) {
      return (word, (isWord(word, at: first) ? first : start) + word.utf8.count)
    }
    return ("", start)
  }

  private func isDenied(_ index: Int) -> Bool {
    ["tidak", "bukan", "belum", "non", "not", "isn't"].contains { word in
      isWord(word, at: index - word.utf8.count - 1)
    }
  }

  /// True when a word of ASCII letters stands at `index`, in any case, and neither goes on nor began before.
  private func isWord(_ word: String, at index: Int) -> Bool {
    let end = index + word.utf8.count
    guard index >= range.lowerBound, end <= range.upperBound else { return false }
    var place = index
    for letter in word.utf8 {
      if bytes[place] | 0x20 != letter | 0x20 { return false }
      place += 1
    }
    if index > range.lowerBound, isLetter(bytes[index - 1]) { return false }
    return end == range.upperBound || !isLetter(bytes[end])
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

  private func isNumeric(_ byte: UInt8) -> Bool {
    WholeNumber.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }
}

/// Eight bytes, with capital ASCII letters made small.
private struct Letters {
  private let word: UInt64

  init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
    word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) | 0x2020_2020_2020_2020
  }

  /// A set bit in each byte that is the letter, and perhaps in bytes after one that is.
  func places(of letter: Unicode.Scalar) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ (ones &* UInt64(letter.value))
    return (difference &- ones) & ~difference & (ones << 7)
  }
}
