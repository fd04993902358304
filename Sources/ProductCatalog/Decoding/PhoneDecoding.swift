import Diagnostics

/// What a telephone number in any usual spelling says.
enum PhoneSpelling {
  /// `0812-3456-7890`, `+62 812 3456 7890`, `62812…`, `(0293) 362123`, `0062…`, `+62 (0)812…` → digits with the
  /// country's code; `nil` when there is anything but digits and the signs that people put between them.
  static func digits(_ text: String) -> String? {
    var digits = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case " ", "-", ".", "(", ")", "/", "\u{A0}", "\u{2011}", "\u{2013}": continue
      case "+" where index == 0: continue
      default: return nil
      }
    }
    if text.utf8.first == UInt8(ascii: "+") { return withoutTrunkZero(digits) }
    if digits.hasPrefix("00") { return withoutTrunkZero(String(digits.dropFirst(2))) }
    if digits.hasPrefix("0") { return "62" + digits.dropFirst() }
    if digits.hasPrefix("62") { return withoutTrunkZero(digits) }
    return digits.hasPrefix("8") ? "62" + digits : nil
  }

  /// An Indonesian mobile number: `62 8`, 1 to 9, and 7 to 10 more digits. 4 after the 8 has no operator; whether it is
  /// allowed depends on the number's being a sample.
  static func isShapedAsMobile(_ digits: String) -> Bool {
    let rest = digits.dropFirst(4)
    return digits.hasPrefix("628") && digits.dropFirst(3).first != "0" && (7...10).contains(rest.count)
  }

  private static func withoutTrunkZero(_ digits: String) -> String {
    digits.hasPrefix("620") ? "62" + digits.dropFirst(3) : digits
  }
}

extension DocumentReader {
  /// A number that WhatsApp can reach: a mobile one, or for samples one that nobody has.
  mutating func whatsapp(_ field: Field?, isSample: Bool) -> PhoneNumber? {
    guard let field, let text = scalar(field, { .notAPhone($0.path, $0.name, "", at: $1) }) else {
      return nil
    }
    guard let digits = PhoneSpelling.digits(text), PhoneSpelling.isShapedAsMobile(digits) else {
      report(.notAMobile(field.path, field.name, text, at: place(field)))
      return nil
    }
    return sampleChecked(digits, field, isSample)
  }

  /// A telephone number, mobile or not.
  mutating func phone(_ field: Field?, isSample: Bool = false) -> PhoneNumber? {
    guard let field, let text = scalar(field, { .notAPhone($0.path, $0.name, "", at: $1) }) else {
      return nil
    }
    guard let digits = PhoneSpelling.digits(text), (8...15).contains(digits.count) else {
      report(.notAPhone(field.path, field.name, text, at: place(field)))
      return nil
    }
    return sampleChecked(digits, field, isSample)
  }

  /// Forbids a number that may be somebody's in a sample, and one that nobody can have elsewhere.
  private mutating func sampleChecked(_ digits: String, _ field: Field, _ isSample: Bool) -> PhoneNumber? {
    let number = PhoneNumber(e164: "+" + digits)
    if isSample == number.isUnassigned { return number }
    report(
      isSample
        ? .sampleNumberIsReal(field.path, at: place(field))
        : .numberIsUnassigned(field.path, number.e164, at: place(field)))
    return nil
  }
}
