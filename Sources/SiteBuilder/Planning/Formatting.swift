internal import ProductCatalog

/// Numbers, sums and days in words of a language, by our own rules: those of the C library and of ICU differ from
/// version to version, and a page must be the same everywhere.
struct Formatting: Sendable {
  /// `.` in Indonesian, `,` elsewhere.
  private let thousands: String
  private let decimal: String
  /// January first.
  private let months: [String]

  init(language: String, months: [String]) {
    (thousands, decimal) = language == "id" ? (".", ",") : (",", ".")
    self.months = months
  }

  /// `1.030` in Indonesian.
  func number(_ value: Int) -> String { Self.grouped(value, by: thousands) }

  /// `Rp18.000` in every language: the currency's own usual form (EYD edition V: no space, dots).
  static func rupiah(_ value: Int) -> String { (value < 0 ? "-Rp" : "Rp") + grouped(Int(value.magnitude), by: ".") }

  /// `3 April 2025`.
  func date(_ day: CalendarDate) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

  func month(_ number: Int) -> String { months[number - 1] }

  /// `250 g`, `1,5 kg`.
  func weight(grams: Int) -> String {
    guard grams >= 1000 else { return "\(grams) g" }
    var fraction = String(grams % 1000 + 1000).dropFirst()
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    return number(grams / 1000) + (fraction.isEmpty ? "" : decimal + fraction) + " kg"
  }

  /// `20 × 15 × 8 cm`.
  func size(_ size: Size) -> String { "\(size.length) × \(size.width) × \(size.height) cm" }

  /// `08.00` in Indonesian, `08:00` elsewhere.
  func time(minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour)" + (thousands == "." ? "." : ":") + (minute < 10 ? "0" : "") + "\(minute)"
  }

  private static func grouped(_ value: Int, by separator: String) -> String {
    let (digits, mark) = (String(value.magnitude), separator.utf8.first ?? 0)
    let count = digits.utf8.count
    let number = String(unsafeUninitializedCapacity: count + count / 3) { buffer in
      var length = 0
      for (index, digit) in digits.utf8.enumerated() {
        if index > 0, (count - index) % 3 == 0 {
          buffer[length] = mark
          length += 1
        }
        buffer[length] = digit
        length += 1
      }
      return length
    }
    return value < 0 ? "-" + number : number
  }
}
