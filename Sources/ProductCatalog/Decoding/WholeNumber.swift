/// Whole numbers as our files write them: digits, without dots, signs of thousands or leading zeros.
enum WholeNumber {
  /// `15000` → 15000, `-3` → -3; `nil` for `010`, `1_000`, `15.000`, `1e3`, `0x10`, `+5` and anything else.
  static func parse(_ text: String) -> Int? {
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    guard (1...18).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    guard digits.first != UInt8(ascii: "0") || text.utf8.count == 1 else { return nil }
    return Int(text)
  }

  /// The whole number that somebody probably meant, in rupiah or otherwise.
  ///
  /// `Rp 15.000`, `15,000`, `15 000`, `1_5000`, `15000.0`, `15.000,00`, `Rp15.000,-` → 15000; `15 ribu`, `15rb`,
  /// `15k` → 15000; `1,5 juta` → 1500000; `Rp 15.000/dus` → 15000. `nil` when there is no telling.
  static func meant(_ text: String) -> Int? {
    var rest = text.lowercased().filter { $0 != " " && $0 != "\u{A0}" && $0 != "_" }[...]
    for prefix in ["rp.", "rp", "idr"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    rest = rest.dropFirst(number.count)
    if rest.hasPrefix("-") || rest.hasPrefix(",-") { rest = rest.drop { $0 == "," || $0 == "-" } }
    let unit = rest.prefix { $0.isLetter }
    guard let scale = scale(String(unit)), rest.dropFirst(unit.count).first.map({ "/.".contains($0) }) ?? true else {
      return nil
    }
    return value(number, scale)
  }

  private static func scale(_ word: String) -> Int? {
    switch word {
    case "", "rupiah", "idr", "per": 1
    case "ribu", "rb", "k": 1_000
    case "juta", "jt": 1_000_000
    default: nil
    }
  }

  /// Groups of three digits are thousands; anything shorter after the last sign is a fraction.
  private static func value(_ written: Substring, _ scale: Int) -> Int? {
    var number = written
    while let last = number.last, last == "." || last == "," { number.removeLast() }
    let groups = number.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard let first = groups.first, (1...12).contains(first.count) else { return nil }
    let hasFraction = groups.count > 1 && groups[groups.count - 1].count < 3
    let whole = hasFraction ? groups.dropLast() : groups[...]
    guard whole.dropFirst().allSatisfy({ $0.count == 3 }), whole.joined().count <= 12, let value = Int(whole.joined())
    else { return nil }
    guard hasFraction, let fraction = groups.last, let tenths = Int(fraction) else { return value * scale }
    let power = fraction.count == 1 ? 10 : 100
    return tenths * scale % power == 0 ? value * scale + tenths * scale / power : nil
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
