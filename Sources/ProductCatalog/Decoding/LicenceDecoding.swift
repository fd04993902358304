import Diagnostics

enum BusinessLicenceKey: Int, FieldKey {
  case nib, halal, pirt, bpom, trademark, sni
  static let table = FieldTable(Self.self, "nib halal pirt bpom trademark sni")
}

enum ProductLicenceKey: Int, FieldKey {
  case halal, pirt, bpom
  static let table = FieldTable(Self.self, "halal pirt bpom")
}

enum HalalKey: Int, FieldKey {
  case status, number
  static let table = FieldTable(Self.self, "status number")
}

extension DocumentReader {
  /// A business's licences.
  mutating func businessLicences(_ field: Field?, on date: CalendarDate) -> Licences {
    guard let fields = group(field, BusinessLicenceKey.self) else { return .none }
    return Licences(
      nib: nib(fields[.nib]), halal: halal(fields[.halal]), pirt: homeIndustryPermits(fields[.pirt], on: date),
      bpom: registrations(fields[.bpom]), trademark: text(fields[.trademark], 1...120), sni: text(fields[.sni], 1...120)
    )
  }

  /// A product's licences.
  mutating func productLicences(_ field: Field?, on date: CalendarDate) -> Licences {
    guard let fields = group(field, ProductLicenceKey.self) else { return .none }
    return Licences(
      nib: nil, halal: halal(fields[.halal]), pirt: homeIndustryPermits(fields[.pirt], on: date),
      bpom: registrations(fields[.bpom]), trademark: nil, sni: nil)
  }

  /// Nomor Induk Berusaha: 13 digits, without a check digit.
  private mutating func nib(_ field: Field?) -> String? {
    guard let field, let digits = digits(field, prefixes: ["nib"]) else { return nil }
    if digits.count == 13 { return digits }
    report(.licenceLength(field.path, "NIB", found: digits.count, expected: "13", at: place(field)))
    return nil
  }

  /// A certificate's number is `ID` and usually 17 digits; 13 to 20 have been seen.
  private mutating func halal(_ field: Field?) -> Halal? {
    guard let fields = group(field, HalalKey.self), let status: Halal.Status = choice(required(fields, .status)) else {
      return nil
    }
    guard let field = fields[.number] else {
      if status == .certified, fields.lacks(.number) {
        report(.halalWithoutNumber(at: location(document.nodes[fields.node].range)))
      }
      return status == .certified ? nil : Halal(status: status, number: nil)
    }
    if status != .certified { report(.halalNumberWithoutCertificate(status.rawValue, at: place(field))) }
    guard let digits = digits(field, prefixes: ["id"]) else { return nil }
    guard (13...20).contains(digits.count) else {
      report(.licenceLength(field.path, "halal", found: digits.count, expected: "17", at: place(field)))
      return nil
    }
    if digits.count != 17 { report(.halalUnusualLength(found: digits.count, at: place(field))) }
    return Halal(status: status, number: "ID" + digits)
  }

  /// P-IRT: `k pp wwww nn uuuu yy`, 15 digits.
  private mutating func homeIndustryPermits(_ field: Field?, on date: CalendarDate) -> [HomeIndustryPermit] {
    var result: [HomeIndustryPermit] = []
    for entry in oneOrMore(field) {
      guard let digits = digits(entry, prefixes: ["p-irt", "pirt"]) else { continue }
      guard digits.count == 15, let year = Int(digits.suffix(2)) else {
        report(.licenceLength(entry.path, "P-IRT", found: digits.count, expected: "15", at: place(entry)))
        continue
      }
      let permit = HomeIndustryPermit(number: digits, validThrough: 2000 + year, isExpired: 2000 + year < date.year)
      warn(about: permit, entry)
      result.append(permit)
    }
    return result
  }

  private mutating func warn(about permit: HomeIndustryPermit, _ entry: Field) {
    let region = permit.number.dropFirst(3).prefix(4)
    if region != "3371" { report(.permitOfOtherRegion(entry.path, String(region), at: place(entry))) }
    if permit.isExpired { report(.permitExpired(entry.path, permit.validThrough, at: place(entry))) }
  }

  /// `MD` or `ML` and 12 or 15 digits.
  private mutating func registrations(_ field: Field?) -> [BPOMRegistration] {
    var result: [BPOMRegistration] = []
    for entry in oneOrMore(field) {
      guard var text = scalar(entry, { .notAText($0.path, $0.name, isList: true, at: $1) }) else { continue }
      text = text.uppercased()
      if text.hasPrefix("BPOM") { text = String(text.dropFirst(4).drop { $0 == " " || $0 == "." }) }
      guard let kind = BPOMRegistration.Kind(rawValue: String(text.prefix(2))),
        let number = licenceDigits(String(text.dropFirst(2)))
      else {
        report(.notARegistration(entry.path, text, at: place(entry)))
        continue
      }
      if number.count == 12 || number.count == 15 {
        result.append(BPOMRegistration(kind: kind, number: number))
      } else {
        report(.licenceLength(entry.path, "BPOM", found: number.count, expected: "12/15", at: place(entry)))
      }
    }
    return result
  }

  /// A number's digits; reports anything but digits, separators and the number's usual prefix.
  private mutating func digits(_ field: Field, prefixes: [String]) -> String? {
    guard var text = scalar(field, { .notAText($0.path, $0.name, isList: true, at: $1) }) else { return nil }
    let written = text
    for prefix in prefixes where text.lowercased().hasPrefix(prefix) { text = String(text.dropFirst(prefix.count)) }
    if let digits = licenceDigits(text) { return digits }
    report(.licenceCharacters(field.path, written, at: place(field)))
    return nil
  }

  private func licenceDigits(_ text: String) -> String? {
    let digits = text.utf8.filter { byte in !" .-/:".utf8.contains(byte) }
    guard !digits.isEmpty, digits.allSatisfy(WholeNumber.isDigit) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}
