import Diagnostics

// What is said of the site, its regions and categories.

extension Diagnostic {
  static func notAnAddress(
    _ path: String, _ text: String, _ problem: WebAddress.Problem, fix: String?, at place: SourceLocation
  ) -> Diagnostic {
    let why: Message
    switch problem {
    case .notHTTPS: why = Message(en: "it must begin with https://", id: "harus diawali https://")
    case .badHost:
      why = Message(en: "what follows https:// is not a website's name", id: "sesudah https:// bukan nama situs")
    case .badCharacter:
      why = Message(
        en: "it has a space or a sign that addresses don't have", id: "ada spasi atau tanda yang tidak dipakai alamat")
    }
    return Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject("url", text)) is not a web address: \(why.en)",
        id: "\(subject("url", text)) bukan alamat web: \(why.id)"),
      at: place,
      help: Message(
        en: "write \(fix ?? "the address as the browser shows it")",
        id: "tulis \(fix ?? "alamat seperti yang tampak di peramban")"), fix: fix)
  }

  static func wrongHost(_ path: String, _ host: String, kind: Channel.Kind, at place: SourceLocation) -> Diagnostic {
    let domains = kind.domains.joined(separator: ", ")
    return Diagnostic(
      .error, "\(path).host",
      Message(
        en: "\(shown(host)) does not belong to \(kind.rawValue)", id: "\(shown(host)) bukan milik \(kind.rawValue)"),
      at: place,
      help: Message(
        en: "the address must be at \(domains); for any other site write kind: website",
        id: "alamatnya harus di \(domains); untuk situs lain tulis kind: website"))
  }

  static func notABaseURL(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "site.base_url.invalid",
      Message(
        en: "the site's address must not have ?, # or folders named . and ..",
        id: "alamat situs tidak boleh berisi ?, #, atau folder bernama . dan .."), at: place,
      help: Message(
        en: "write it as visitors see it: https://ikm.example.id or https://example.id/katalog",
        id: "tulis seperti yang dilihat pengunjung: https://ikm.example.id atau https://example.id/katalog"))
  }

  static func notAColour(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(subject("accent", text)) is not a colour", id: "\(subject("accent", text)) bukan warna"),
      at: place,
      help: Message(
        en: "write # and six digits 0–9, a–f in quotes: \"#8a3b12\"",
        id: "tulis # dan enam angka 0–9, a–f dalam tanda kutip: \"#8a3b12\""))
  }

  static func notALanguageCode(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject("code", text)) is not a language's code", id: "\(subject("code", text)) bukan kode bahasa"),
      at: place, help: Message(en: "two small letters, such as id", id: "dua huruf kecil, misalnya id"))
  }

  static func unknownPlaceholder(_ name: String, at place: SourceLocation) -> Diagnostic {
    let known = OrderPlaceholder.allCases.map(\.rawValue)
    return Diagnostic(
      .error, "site.order_message.placeholder",
      Message(en: "unknown placeholder {\(brief(name))}", id: "isian {\(brief(name))} tidak dikenal"), at: place,
      help: .didYouMean(nearestMatch(to: name, in: known), orOneOf: known))
  }

  static func boxReversed(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "regions.city.box.invalid",
      Message(
        en: "south must be less than north, and west less than east",
        id: "south harus lebih kecil dari north, dan west dari east"), at: place)
  }

  static func notAPostcode(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(shown(text)) is not a postcode: five digits", id: "\(shown(text)) bukan kode pos: lima angka"),
      at: place)
  }

  static func rwTotalTooSmall(_ total: Int, known: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "regions.city.rw_total.range",
      Message(
        en: "\(total) RW in the city are fewer than the \(known) of its kelurahan",
        id: "\(total) RW di kota lebih sedikit daripada \(known) di kelurahannya"), at: place)
  }

  static func categoryTooDeep(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "category.children.depth",
      Message(en: "a third level of categories", id: "kategori tingkat ketiga"), at: place,
      help: Message(en: "the tree has two levels", id: "kategori hanya dua tingkat"))
  }
}
