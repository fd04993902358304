/// A day of the proleptic Gregorian calendar, years 1 to 9999, without a time or a time zone.
///
///     CalendarDate(iso: "2026-02-28")!.days(since: CalendarDate(iso: "2026-01-01")!)  // 58
///     CalendarDate(iso: "2024-02-30")  // nil
public struct CalendarDate: Sendable, Hashable, Comparable {
  private let packedYear: Int16
  private let packedMonth: UInt8
  private let packedDay: UInt8

  public var year: Int { Int(packedYear) }
  /// 1 for January.
  public var month: Int { Int(packedMonth) }
  public var day: Int { Int(packedDay) }

  /// `nil` when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.lengthOfMonth(month, in: year)).contains(day)
    else { return nil }
    packedYear = Int16(year)
    packedMonth = UInt8(month)
    packedDay = UInt8(day)
  }

  /// Reads exactly `YYYY-MM-DD` (ISO 8601, extended form).
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  public var iso: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      var digits = (year * 100 + month) * 100 + day
      for place in [9, 8, 6, 5, 3, 2, 1, 0] {
        bytes[place] = UInt8(ascii: "0") + UInt8(digits % 10)
        digits /= 10
      }
      (bytes[4], bytes[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
      return 10
    }
  }

  /// Days from `other` to this day; negative when `other` is later.
  public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Days since 1 March of year 0: a year that begins in March has its leap day last, so that months need no table.
  private var dayNumber: Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + (153 * marchMonth + 2) / 5 + day - 1
  }

  private static func lengthOfMonth(_ month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0 as Int?) { total, byte in
      guard let total, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      return total * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
}
