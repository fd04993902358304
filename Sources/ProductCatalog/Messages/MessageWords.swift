import Diagnostics

// Words in messages. A headline begins with the word that is wrong; help says what to write.

/// A text's beginning, short enough for a headline.
func brief(_ text: String) -> String {
  text.unicodeScalars.count > 50 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(49))) + "…" : text
}

/// A text's beginning in quotes.
func shown(_ text: String) -> String { "\"\(brief(text))\"" }

/// The wrong text, or the key's name where there is no single text to show.
func subject(_ name: String, _ text: String) -> String { text.isEmpty ? name : shown(text) }

/// `U+202E`
func scalarName(_ value: UInt32) -> String {
  let hex = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
}

/// A slug that is near a text: small letters and digits, hyphens between words; `nil` when there are none. Apostrophes
/// don't part words: `Mi'raj` is `miraj`.
func slugForm(_ text: String) -> String? {
  let letters = text.lowercased().filter { !"'’‘`".contains($0) }
  let words = letters.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  let slug = words.joined(separator: "-").prefix(Slug.longest)
  return slug.isEmpty ? nil : slug.hasSuffix("-") ? String(slug.dropLast()) : String(slug)
}

/// A slug that is near a text, or an example of one.
func suggestedSlug(_ text: String) -> String { slugForm(text) ?? "getuk-tiga-warna" }

func dayName(_ day: OpeningHours.Weekday) -> Message {
  switch day {
  case .mon: Message(en: "Monday", id: "Senin")
  case .tue: Message(en: "Tuesday", id: "Selasa")
  case .wed: Message(en: "Wednesday", id: "Rabu")
  case .thu: Message(en: "Thursday", id: "Kamis")
  case .fri: Message(en: "Friday", id: "Jumat")
  case .sat: Message(en: "Saturday", id: "Sabtu")
  case .sun: Message(en: "Sunday", id: "Minggu")
  }
}

/// `Rp10.000`, as the website writes it in every language
func rupiah(_ amount: Int) -> String {
  let digits = String(amount.magnitude)
  let grouped = digits.enumerated().reduce(into: "") { text, digit in
    if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "." }
    text.append(digit.element)
  }
  return (amount < 0 ? "-Rp" : "Rp") + grouped
}

/// `Rp10.000`, `Rp10.000–Rp20.000`
func rupiah(_ price: Price) -> String {
  ([price.from] + (price.to.map { [$0] } ?? [])).map { rupiah($0.rupiah) }.joined(separator: "–")
}

/// `1 more file`, `2 more files`
func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
