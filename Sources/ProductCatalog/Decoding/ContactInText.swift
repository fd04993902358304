/// Telephone numbers, addresses and accounts in running text.
enum ContactInText {
  enum Kind {
    /// Of a web page.
    case address
    case phone, email
    /// A link that opens a chat on WhatsApp.
    case chat
    /// At a bank.
    case account
  }

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

extension ContactInText {
  /// A way to reach a person, and its byte offsets in the text.
  typealias Spot = (kind: Kind, range: Range<Int>)

  /// All that a part of a text names, with their byte offsets. Addresses of other web pages are left alone.
  /// - Complexity: O(range)
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [Spot] {
    bytes.withUnsafeBufferPointer { bytes in
      var search = ContactSearch(bytes, range)
      return search.isWorthALook ? search.spots() : []
    }
  }
}

/// Goes through a text and stops where a telephone number, an e-mail address, a link to a chat or a bank account may be.
private struct ContactSearch {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private var found: [ContactInText.Spot] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) { (self.bytes, self.range) = (bytes, range) }

  /// True when there are as many digits near each other as a number has, or an address. Most of a text has neither digits nor
  /// slashes, and is passed over eight bytes at a time.
  var isWorthALook: Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var (index, digits, lastDigit) = (range.lowerBound, 0, Int.min / 2)
    while index < range.upperBound {
      let end = min(index + 8, range.upperBound)
      if end - index < 8 || Self.hasSign(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        for place in index..<end {
          if bytes[place] == UInt8(ascii: "@") || bytes[place] == UInt8(ascii: "/") && endsChatHost(place) {
            return true
          }
          guard WholeNumber.isDigit(bytes[place]) else { continue }
          (digits, lastDigit) = (place - lastDigit > Self.widestGap + 1 ? 1 : digits + 1, place)
          if digits >= Self.fewestDigits { return true }
        }
      }
      index = end
    }
    return false
  }

  /// Of a telephone number, or an account's.
  private static let fewestDigits = 9
  /// Signs between two groups of digits.
  private static let widestGap = 2

  /// True when one of eight bytes is a digit, `/` (which comes before them in ASCII) or `@`.
  private static func hasSign(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    // Without their highest bits, none of these sums carries into the next byte.
    let low = word & ~high
    let numeric = (low &+ ones &* 0x51) & ~(low &+ ones &* 0x46) & ~word
    let difference = word ^ (ones &* 0x40)
    return (numeric | ((difference &- ones) & ~difference)) & high != 0
  }

  private func endsChatHost(_ slash: Int) -> Bool {
    ["me".utf8.count, "com".utf8.count].contains { count in
      let dot = slash - count - 1
      return dot >= range.lowerBound && bytes[dot] == UInt8(ascii: ".") && chatHost(at: dot) != nil
    }
  }

  mutating func spots() -> [ContactInText.Spot] {
    var index = range.lowerBound
    while index < range.upperBound { index = max(index + 1, look(at: index)) }
    return found
  }

  /// - Returns: where to go on.
  private mutating func look(at index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "@"): email(around: index)
    case UInt8(ascii: "."): chat(around: index)
    case UInt8(ascii: ":") where isWord("//", at: index + 1): endOfOtherAddress(from: index)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number(at: index)
    default: index
    }
  }

  private mutating func add(_ kind: ContactInText.Kind, _ range: Range<Int>) -> Int {
    found.append((kind, range))
    return range.upperBound
  }
}

/// Addresses.
extension ContactSearch {
  private mutating func email(around at: Int) -> Int {
    var (lower, upper) = (at, at + 1)
    while lower > max(range.lowerBound, at - 64), isNameSign(bytes[lower - 1]) { lower -= 1 }
    while upper < min(range.upperBound, at + 255), isHostSign(bytes[upper]) { upper += 1 }
    while upper > at + 1, !isLetter(bytes[upper - 1]) { upper -= 1 }
    let host = bytes[(at + 1)..<upper]
    guard lower < at, host.first != UInt8(ascii: "."), host.dropLast(2).contains(UInt8(ascii: ".")) else { return at }
    return add(.email, lower..<upper)
  }

  /// `wa.me/…`, `whatsapp.com/…` with anything in front.
  private mutating func chat(around dot: Int) -> Int {
    guard let start = chatHost(at: dot) else { return dot }
    var end = endOfAddress(from: dot)
    while ".,;:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
    return add(.chat, start..<end)
  }

  /// Where the name before a full stop begins that is one of a chat's addresses.
  private func chatHost(at dot: Int) -> Int? {
    for (name, ending) in [("wa", "me/"), ("whatsapp", "com/")] where isWord(ending, at: dot + 1) {
      let start = dot - name.utf8.count
      guard isWord(name, at: start), start == range.lowerBound || !isLetter(bytes[start - 1]) else { continue }
      return endOfAddress(from: dot) > dot + 1 + ending.utf8.count ? start : nil
    }
    return nil
  }

  /// Passes over an address, in which digits are no telephone number, unless it is that of a chat.
  private func endOfOtherAddress(from colon: Int) -> Int {
    let end = endOfAddress(from: colon)
    return (colon..<end).first { bytes[$0] == UInt8(ascii: ".") && chatHost(at: $0) != nil } ?? end
  }

  private func endOfAddress(from start: Int) -> Int {
    var end = start
    while end < range.upperBound, bytes[end] > 0x20, !"()<>[]\"".utf8.contains(bytes[end]) { end += 1 }
    return end
  }

  private func isWord(_ word: String, at index: Int) -> Bool {
    guard index >= range.lowerBound, index + word.utf8.count <= range.upperBound else { return false }
    return zip(word.utf8, bytes[index...]).allSatisfy { $0 == ($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isHostSign(_ byte: UInt8) -> Bool {
    isLetter(byte) || WholeNumber.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private func isNameSign(_ byte: UInt8) -> Bool { isHostSign(byte) || "_+%".utf8.contains(byte) }
}

/// Numbers, in the groups that people write.
extension ContactSearch {
  /// - Returns: the end of what was found, or of the group of digits that begins at `start`.
  private mutating func number(at start: Int) -> Int {
    let groups = groups(from: start)
    guard !isPartOfAName(start) else { return groups[0].upperBound }
    if let end = phoneEnd(groups) { return add(.phone, withSigns(before: start)..<end) }
    if let end = accountEnd(groups) { return add(.account, start..<end) }
    return groups[0].upperBound
  }

  /// Some groups of digits from `start` on, with one or two of the usual signs between them.
  private func groups(from start: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var index = start
    while groups.count < 10 {
      let first = index
      while index < range.upperBound, WholeNumber.isDigit(bytes[index]) { index += 1 }
      guard index > first else { break }
      groups.append(first..<index)
      while index < min(range.upperBound, groups[groups.count - 1].upperBound + Self.widestGap),
        isGap(bytes[index])
      { index += 1 }
    }
    return groups
  }

  private func isGap(_ byte: UInt8) -> Bool { " -./()".utf8.contains(byte) }

  /// True in names of files (`kain_0812….jpg`), of places and of things.
  private func isPartOfAName(_ start: Int) -> Bool {
    start > range.lowerBound && "_/=#".utf8.contains(bytes[start - 1])
  }

  private func withSigns(before start: Int) -> Int {
    var start = start
    for sign in [UInt8(ascii: "("), UInt8(ascii: "+")] where start > range.lowerBound && bytes[start - 1] == sign {
      start -= 1
    }
    return start
  }

  /// The end of the telephone number that the groups begin with: `08…` and `+62 8…` for a mobile, `02…` for one of the
  /// island's lines. An area code or a beginning stands in a group of at least three, so that dates aren't taken for one.
  private func phoneEnd(_ groups: [Range<Int>]) -> Int? {
    var digits: [UInt8] = []
    var end: Int?
    for (index, group) in groups.enumerated() {
      digits += bytes[group].map { $0 - UInt8(ascii: "0") }
      if index == 0, group.count < 3, digits != [6, 2] { return nil }
      if isPhone(digits) { end = group.upperBound }
    }
    return end
  }

  private func isPhone(_ digits: [UInt8]) -> Bool {
    guard digits.starts(with: [6, 2]) else { return isNationalPhone(digits[...]) }
    let rest = digits.dropFirst(2)
    return rest.first == 0 ? isNationalPhone(rest) : isNationalPhone([0] + rest)
  }

  private func isNationalPhone(_ digits: ArraySlice<UInt8>) -> Bool {
    guard (9...13).contains(digits.count), digits.dropFirst(2).first != 0 else { return false }
    return digits.starts(with: [0, 8]) && digits.count >= 10 || digits.starts(with: [0, 2]) && digits.count <= 12
  }

  /// The end of the account's number that the groups begin with, when a word before it says that it is one.
  private func accountEnd(_ groups: [Range<Int>]) -> Int? {
    var (digits, end) = (0, nil as Int?)
    for group in groups {
      digits += group.count
      if (10...16).contains(digits) { end = group.upperBound }
    }
    return end != nil && !isYear(groups[0]) && isAfterBank(groups[0].lowerBound) ? end : nil
  }

  private func isYear(_ group: Range<Int>) -> Bool {
    group.count == 4 && ["19", "20"].contains { isWord($0, at: group.lowerBound) }
  }

  private func isAfterBank(_ start: Int) -> Bool {
    let before = bytes[max(range.lowerBound, start - 30)..<start]
    let line = String(decoding: before, as: UTF8.self).lowercased().split(whereSeparator: \.isNewline).last ?? ""
    let words = line.split { !$0.isLetter }
    let names: Set<Substring> = ["rek", "norek", "rekening", "bank", "bca", "bri", "bni", "bsi", "btn", "mandiri"]
    return words.last != "rp" && words.contains(where: names.contains)
  }
}
