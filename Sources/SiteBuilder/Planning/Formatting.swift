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
  func time(minutes: Int) -> String { Self.clock(minutes: minutes, separator: thousands == "." ? "." : ":") }

  /// `08:00`.
  static func clock(minutes: Int, separator: String = ":") -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour)" + separator + (minute < 10 ? "0" : "") + "\(minute)"
  }

  private static func grouped(_ value: Int, by separator: String) -> String {
    let (mark, sign) = (separator.utf8.first ?? 0, value < 0 ? 1 : 0)
    var (rest, count) = (value.magnitude / 10, 1)
    while rest > 0 { (rest, count) = (rest / 10, count + 1) }
    let length = sign + count + (count - 1) / 3
    return String(unsafeUninitializedCapacity: length) { buffer in
      var (rest, place, written) = (value.magnitude, length, 0)
      repeat {
        if written > 0, written % 3 == 0 {
          place -= 1
          buffer[place] = mark
        }
        place -= 1
        buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        (rest, written) = (rest / 10, written + 1)
      } while rest > 0
      if sign == 1 { buffer[0] = UInt8(ascii: "-") }
      return length
    }
  }
}
