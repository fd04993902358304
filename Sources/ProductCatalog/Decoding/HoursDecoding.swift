import Diagnostics

enum HoursKey: Int, FieldKey {
  case days, open, close
  static let table = FieldTable(Self.self, "days open close")
}

extension DocumentReader {
  /// A list of `{days, open, close}`; days as `mon`, `[mon, wed]`, `mon-fri`, in English or Indonesian.
  mutating func hours(_ field: Field?) -> [OpeningHours] {
    var result: [OpeningHours] = []
    var places: [SourceLocation] = []
    for entry in entries(field) ?? [] {
      guard let fields = group(entry, HoursKey.self) else { continue }
      let days = weekdays(required(fields, .days))
      let open = time(required(fields, .open), 0...1439)
      let close = time(required(fields, .close), 1...1440)
      guard !days.isEmpty, let open, let close else { continue }
      if open == close {
        fields[.close].map { report(.opensWhenItCloses($0.path, at: place($0))) }
        continue
      }
      let hours = OpeningHours(days: days, open: open, close: close)
      overlappingHours(hours, entry, result, places)
      result.append(hours)
      places.append(place(entry))
    }
    return result
  }

  /// At one time a place is open once: of two entries for it, one is wrong. A day may have several, as with a break.
  private mutating func overlappingHours(
    _ hours: OpeningHours, _ entry: Field, _ earlier: [OpeningHours], _ places: [SourceLocation]
  ) {
    for (other, otherPlace) in zip(earlier, places) {
      guard let day = hours.firstDay(overlapping: other) else { continue }
      return report(.hoursOverlap(entry.path, day, at: place(entry), first: otherPlace))
    }
  }

  /// Each day once, from Monday on.
  private mutating func weekdays(_ field: Field?) -> [OpeningHours.Weekday] {
    var found: Set<OpeningHours.Weekday> = []
    for entry in oneOrMore(field) {
      guard let text = scalar(entry, { .notADay($0.path, "", at: $1) }) else { continue }
      if let days = DayNames.days(text) {
        found.formUnion(days)
      } else {
        report(.notADay(entry.path, text, at: place(entry)))
      }
    }
    return OpeningHours.Weekday.allCases.filter(found.contains)
  }

  /// `08:00` or `08.00`, as minutes after midnight.
  private mutating func time(_ field: Field?, _ allowed: ClosedRange<Int>) -> Int? {
    guard let field, let text = scalar(field, { .notATime($0.path, $0.name, "", at: $1) }) else {
      return nil
    }
    if let minutes = DayNames.minutes(text), allowed.contains(minutes) { return minutes }
    report(.notATime(field.path, field.name, text, at: place(field)))
    return nil
  }
}

extension OpeningHours {
  /// The first of its days on which it overlaps others, into the night as well.
  fileprivate func firstDay(overlapping other: OpeningHours) -> Weekday? {
    let week = 7 * 1440
    return days.first { day in
      other.days.contains { otherDay in
        let start = Weekday.number(day) * 1440 + open
        let gap = (Weekday.number(otherDay) * 1440 + other.open - start + week) % week
        return gap < length || (week - gap) % week < other.length
      }
    }
  }

  /// Minutes.
  private var length: Int { close > open ? close - open : close + 1440 - open }
}

extension OpeningHours.Weekday {
  /// 0 for Monday.
  fileprivate static func number(_ day: Self) -> Int { allCases.firstIndex(of: day) ?? 0 }
}

/// Days of the week and times of day as people write them.
enum DayNames {
  private static let names: [[String]] = [
    ["mon", "monday", "senin", "sen"], ["tue", "tuesday", "selasa", "sel"], ["wed", "wednesday", "rabu", "rab"],
    ["thu", "thursday", "kamis", "kam"], ["fri", "friday", "jumat", "jum"], ["sat", "saturday", "sabtu", "sab"],
    ["sun", "sunday", "minggu", "min", "ahad"],
  ]

  /// `mon`, `senin-jumat`, `daily`; `nil` when it is none of them. A range may pass the week's end.
  static func days(_ text: String) -> [OpeningHours.Weekday]? {
    let parts = text.lowercased().split(separator: "-").map { $0.filter { $0.isLetter } }
    let all = OpeningHours.Weekday.allCases
    if parts == ["daily"] || parts == ["setiaphari"] || parts == ["everyday"] { return all }
    let numbers = parts.compactMap { part in names.firstIndex { $0.contains(part) } }
    guard numbers.count == parts.count, let first = numbers.first, numbers.count <= 2 else { return nil }
    let last = numbers[numbers.count - 1]
    return (0...(last - first + 7) % 7).map { all[(first + $0) % 7] }
  }

  /// Minutes after midnight; `24:00` is the day's end.
  static func minutes(_ text: String) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(WholeNumber.isDigit) }), let hour = Int(parts[0]),
      let minute = Int(parts[1]),
      minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}
