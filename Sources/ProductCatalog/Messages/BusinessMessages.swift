import Diagnostics

// What is said of businesses and licences.

extension Diagnostic {
  static func unknownKelurahan(_ text: String, known: [String], at place: SourceLocation) -> Diagnostic {
    let suggestion = nearestMatch(to: suggestedSlug(text), in: known)
    return Diagnostic(
      .error, "business.place.kelurahan.unknown",
      Message(en: "\(shown(text)) is not a kelurahan of the city", id: "\(shown(text)) bukan kelurahan di kota ini"),
      at: place, help: .didYouMean(suggestion, orOneOf: known), fix: suggestion)
  }

  static func ambiguousKelurahan(_ text: String, candidates: [String], at place: SourceLocation) -> Diagnostic {
    let list = candidates.joined(separator: ", ")
    return Diagnostic(
      .error, "business.place.kelurahan.ambiguous",
      Message(
        en: "\(shown(text)) can mean \(candidates.count) kelurahan",
        id: "\(shown(text)) bisa berarti \(candidates.count) kelurahan"),
      at: place, help: Message(en: "write one of: \(list)", id: "tulis salah satu: \(list)"))
  }

  /// - Parameters:
  ///   - kelurahan: `nil` when it isn't known which it is.
  ///   - isKnown: whether `highest` is the number of its RW.
  static func noSuchRW(
    _ number: Int, kelurahan: String?, isKnown: Bool, highest: Int, at place: SourceLocation
  ) -> Diagnostic {
    let help: Message
    switch kelurahan {
    case let name? where isKnown:
      help = Message(en: "\(name) has RW 1 to \(highest)", id: "\(name) punya RW 1 sampai \(highest)")
    case let name?:
      help = Message(
        en: "how many RW \(name) has is not known; up to \(highest) are accepted",
        id: "jumlah RW \(name) belum diketahui; diterima sampai \(highest)")
    case nil:
      help = Message(en: "the RW of a kelurahan are counted from 1", id: "RW di kelurahan dihitung dari 1")
    }
    return Diagnostic(
      .error, "business.place.rw.range",
      Message(en: "RW \(number) does not exist there", id: "RW \(number) tidak ada di sana"), at: place, help: help)
  }

  static func notAMobile(_ path: String, _ name: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject(name, text)) is not an Indonesian mobile number",
        id: "\(subject(name, text)) bukan nomor ponsel Indonesia"), at: place,
      help: Message(
        en: "08 and 8 to 11 more digits, such as 0812-3456-7890",
        id: "08 dan 8 sampai 11 angka lagi, misalnya 0812-3456-7890"))
  }

  static func notAPhone(_ path: String, _ name: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(subject(name, text)) is not a telephone number", id: "\(subject(name, text)) bukan nomor telepon"),
      at: place,
      help: Message(
        en: "write it with the area code, such as (0293) 362123",
        id: "tulis dengan kode wilayah, misalnya (0293) 362123"))
  }

  static func sampleNumberIsReal(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).sample",
      Message(
        en: "this number may be somebody's; a sample needs one that nobody has",
        id: "nomor ini mungkin milik orang; contoh memerlukan nomor yang tidak dimiliki siapa pun"), at: place,
      help: Message(en: "write a number that begins with +6284", id: "tulis nomor yang diawali +6284"))
  }

  static func numberIsUnassigned(_ path: String, _ number: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).unassigned",
      Message(
        en: "\(number) is a number that nobody has: +6284 is for samples",
        id: "\(number) nomor yang tidak dimiliki siapa pun: +6284 untuk contoh"), at: place,
      help: Message(en: "write the real number, or sample: true", id: "tulis nomor yang benar, atau sample: true"))
  }

  static func notAnEmail(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject("email", text)) is not an e-mail address", id: "\(subject("email", text)) bukan alamat surel"),
      at: place, help: Message(en: "write name@example.com", id: "tulis nama@contoh.com"))
  }

  static func consentMissing(_ field: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "business.consent.missing",
      Message(
        en: "\(field) is personal data and may be published only with the owner's consent",
        id: "\(field) adalah data pribadi dan hanya boleh dipublikasikan dengan izin pemiliknya"), at: place,
      help: Message(
        en: "ask, then add \(field) to consent: {date: …, fields: [\(field)]}; or remove it",
        id: "minta izin, lalu tambahkan \(field) ke consent: {date: …, fields: [\(field)]}; atau hapus"))
  }

  static func consentInFuture(_ today: CalendarDate, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "business.consent.date.future",
      Message(
        en: "consent can't be given after today, \(today.iso)",
        id: "izin tidak bisa diberikan sesudah hari ini, \(today.iso)"),
      at: place)
  }

  static func outsideTheCity(isSwapped: Bool, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "business.geo.outside",
      Message(en: "this point lies outside the city", id: "titik ini di luar kota"), at: place,
      help: isSwapped
        ? Message(
          en: "latitude comes first; swap the two numbers", id: "lintang lebih dulu; tukar kedua angka ini")
        : Message(en: "check the two numbers on a map", id: "periksa kedua angka di peta"))
  }

  static func notADay(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(subject("days", text)) is not a day of the week", id: "\(subject("days", text)) bukan nama hari"),
      at: place,
      help: Message(en: "write mon, [mon, wed] or mon-sat", id: "tulis senin, [senin, rabu], atau senin-sabtu"))
  }

  static func notATime(_ path: String, _ name: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(subject(name, text)) is not a time of day", id: "\(subject(name, text)) bukan jam"), at: place,
      help: Message(
        en: "write hours and minutes: \(name): \"08:00\"", id: "tulis jam dan menit: \(name): \"08:00\""))
  }

  static func hoursOverlap(
    _ path: String, _ day: OpeningHours.Weekday, at place: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    let name = dayName(day)
    return Diagnostic(
      .error, "\(path).overlap",
      Message(
        en: "the hours on \(name.en) overlap those of another entry",
        id: "jam buka hari \(name.id) bertumpuk dengan isian lain"), at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)],
      help: Message(
        en: "write each day in one entry only, or hours that do not overlap",
        id: "tulis setiap hari di satu isian saja, atau jam yang tidak bertumpuk"))
  }

  static func opensWhenItCloses(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "it closes at the minute when it opens", id: "jam tutupnya sama dengan jam buka"), at: place,
      help: Message(
        en: "for the whole day write open: \"00:00\", close: \"24:00\"",
        id: "untuk sehari penuh tulis open: \"00:00\", close: \"24:00\""))
  }
}

extension Diagnostic {
  static func licenceCharacters(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(shown(text)) has more than digits in it", id: "\(shown(text)) tidak hanya berisi angka"),
      at: place,
      help: Message(
        en: "write the digits; dots, dashes and spaces are ignored",
        id: "tulis angkanya; titik, strip, dan spasi diabaikan"))
  }

  static func licenceLength(
    _ path: String, _ name: String, found: Int, expected: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(path).length",
      Message(
        en: "\(counted(found, "digit")); a \(name) number has \(expected)",
        id: "\(found) angka; nomor \(name) berisi \(expected)"),
      at: place, help: Message(en: "compare it with the certificate", id: "cocokkan dengan sertifikatnya"))
  }

  static func halalWithoutNumber(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "licences.halal.number.missing",
      Message(
        en: "certified halal needs the certificate's number", id: "halal bersertifikat memerlukan nomor sertifikat"),
      at: place,
      help: Message(
        en: "add number: ID…, or write status: in-process", id: "tambahkan number: ID…, atau tulis status: in-process"))
  }

  static func halalNumberWithoutCertificate(_ status: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "licences.halal.number.unused",
      Message(
        en: "a halal number with status \(status)", id: "ada nomor halal, tetapi statusnya \(status)"), at: place,
      help: Message(
        en: "write status: certified, or remove the number", id: "tulis status: certified, atau hapus nomornya"))
  }

  static func halalUnusualLength(found: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "licences.halal.number.length",
      Message(
        en: "\(found) digits are unusual: halal numbers have ID and 17",
        id: "\(found) angka tidak lazim: nomor halal berisi ID dan 17 angka"),
      at: place, help: Message(en: "compare it with the certificate", id: "cocokkan dengan sertifikatnya"))
  }

  static func permitOfOtherRegion(_ path: String, _ region: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "\(path).region",
      Message(
        en: "region \(region) in this P-IRT number is not Kota Magelang (3371)",
        id: "wilayah \(region) pada nomor P-IRT ini bukan Kota Magelang (3371)"), at: place)
  }

  static func permitExpired(_ path: String, _ year: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "\(path).expired",
      Message(
        en: "expired at the end of \(year): the P-IRT badge is not shown",
        id: "habis masa berlaku akhir \(year): tanda P-IRT tidak ditampilkan"), at: place,
      help: Message(en: "renew it and write the new number", id: "perpanjang dan tulis nomor yang baru"))
  }

  static func notARegistration(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(shown(text)) is not a BPOM number", id: "\(shown(text)) bukan nomor BPOM"), at: place,
      help: Message(
        en: "write MD or ML and 12 or 15 digits", id: "tulis MD atau ML dan 12 atau 15 angka"))
  }
}
