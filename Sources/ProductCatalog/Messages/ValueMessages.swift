import Diagnostics

// What is said of kinds of value.

extension Diagnostic {
  static func notAGroup(_ field: Field, keys: [String], at place: SourceLocation) -> Diagnostic {
    let shape = keys.prefix(4).map { "\($0): …" }.joined(separator: ", ") + (keys.count > 4 ? ", …" : "")
    let needed: Message
    switch keys.count {
    case 0: needed = Message(en: "keys", id: "kunci")
    case 1: needed = Message(en: "the key \(keys[0])", id: "kunci \(keys[0])")
    default:
      needed = Message(en: "keys such as \(keys[0]) and \(keys[1])", id: "kunci seperti \(keys[0]) dan \(keys[1])")
    }
    let name = field.name
    let subject =
      field.isEntry ? Message(en: "each entry of \(name)", id: "tiap isian \(name)") : Message(en: name, id: name)
    return Diagnostic(
      .error, "\(field.path).invalid",
      Message(en: "\(subject.en) needs \(needed.en)", id: "\(subject.id) perlu \(needed.id)"), at: place,
      help: keys.isEmpty ? nil : Message(en: "write {\(shape)}", id: "tulis {\(shape)}"))
  }

  static func notAList(_ path: String, _ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid", Message(en: "\(name) must be a list", id: "\(name) harus berupa daftar"), at: place,
      help: Message(en: "write \(name): [first, second]", id: "tulis \(name): [pertama, kedua]"))
  }

  static func notAText(_ path: String, _ name: String, isList: Bool, at place: SourceLocation) -> Diagnostic {
    let found = isList ? Message(en: "a list", id: "daftar") : Message(en: "a group of keys", id: "kelompok kunci")
    return Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(name) must be a text, not \(found.en)", id: "\(name) harus teks, bukan \(found.id)"), at: place,
      help: quoteIt)
  }

  static func wrongLength(
    _ path: String, _ name: String, found: Int, allowed: ClosedRange<Int>, at place: SourceLocation
  ) -> Diagnostic {
    let isLong = found > allowed.upperBound
    let limit = isLong ? allowed.upperBound : allowed.lowerBound
    return Diagnostic(
      .error, "\(path).length",
      Message(
        en: "\(name) has \(counted(found, "character")); it needs at \(isLong ? "most" : "least") \(limit)",
        id: "\(name) berisi \(found) karakter; paling \(isLong ? "banyak" : "sedikit") \(limit)"), at: place,
      help: isLong
        ? Message(en: "shorten it by \(counted(found - limit, "character"))", id: "kurangi \(found - limit) karakter")
        : Message(en: "write it in full", id: "tulis selengkapnya"))
  }

  static func notANumber(
    _ path: String, _ name: String, _ text: String, fix: String?, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject(name, text)) is not a whole number", id: "\(subject(name, text)) bukan bilangan bulat"),
      at: place,
      help: fix.map { Message(en: "write \(name): \($0)", id: "tulis \(name): \($0)") }
        ?? Message(
          en: "write digits only, without dots, signs or zeros in front",
          id: "tulis angka saja, tanpa titik, tanda, atau nol di depan"),
      fix: fix)
  }

  static func outOfRange(
    _ path: String, _ name: String, _ text: String, _ allowed: ClosedRange<Int>, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(path).range",
      Message(
        en: "\(brief(text)) is not between \(allowed.lowerBound) and \(allowed.upperBound)",
        id: "\(brief(text)) tidak di antara \(allowed.lowerBound) dan \(allowed.upperBound)"), at: place,
      help: Message(en: "\(name) must lie in that range", id: "\(name) harus di antara keduanya"))
  }

  static func notABool(
    _ path: String, _ name: String, _ text: String, fix: String?, at place: SourceLocation
  ) -> Diagnostic {
    let words = fix ?? "true / false"
    return Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject(name, text)) is neither true nor false", id: "\(subject(name, text)) bukan true atau false"),
      at: place, help: Message(en: "write \(name): \(words)", id: "tulis \(name): \(words)"), fix: fix)
  }

  static func notAChoice(
    _ path: String, _ name: String, _ text: String, _ known: [String], at place: SourceLocation
  ) -> Diagnostic {
    let suggestion = nearestMatch(to: text, in: known)
    return Diagnostic(
      .error, "\(path).unknown",
      Message(
        en: "\(subject(name, text)) is not one of the words for \(name)",
        id: "\(subject(name, text)) bukan salah satu kata untuk \(name)"), at: place,
      help: .didYouMean(suggestion, orOneOf: known), fix: suggestion)
  }

  static func notADate(_ path: String, _ name: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject(name, text)) is not a day of the calendar", id: "\(subject(name, text)) bukan tanggal yang ada"),
      at: place,
      help: Message(
        en: "write year-month-day: \(name): 2026-11-24", id: "tulis tahun-bulan-tanggal: \(name): 2026-11-24"))
  }

  static func notASlug(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    let suggestion = suggestedSlug(text)
    return Diagnostic(
      .error, "\(path).invalid",
      Slug.isTooLong(text)
        ? Message(
          en: "\(shown(text)) has \(text.utf8.count) characters; a slug has at most \(Slug.longest)",
          id: "\(shown(text)) berisi \(text.utf8.count) karakter; slug paling banyak \(Slug.longest)")
        : Message(
          en: "\(subject("slug", text)) is not a slug: only a–z, 0–9 and single hyphens",
          id: "\(subject("slug", text)) bukan slug: hanya a–z, 0–9, dan tanda hubung tunggal"), at: place,
      help: Message(en: "write \(suggestion)", id: "tulis \(suggestion)"), fix: suggestion)
  }

  static func notADecimal(_ path: String, _ name: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject(name, text)) is not a number of degrees", id: "\(subject(name, text)) bukan angka derajat"),
      at: place, help: Message(en: "write for example -7.4766", id: "tulis misalnya -7.4766"))
  }

  static func notAPoint(_ path: String, _ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(en: "\(name) must be latitude and longitude", id: "\(name) harus lintang dan bujur"), at: place,
      help: Message(en: "write \(name): [-7.4766, 110.2201]", id: "tulis \(name): [-7.4766, 110.2201]"))
  }

  static func tooManyEntries(
    _ path: String, _ name: String, found: Int, allowed: Int, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(path).count",
      Message(
        en: "\(found) entries are too many for \(name); the limit is \(allowed)",
        id: "\(found) isian terlalu banyak untuk \(name); batasnya \(allowed)"), at: place,
      help: Message(
        en: "keep the \(allowed) that matter most, and delete \(found - allowed)",
        id: "simpan \(allowed) yang terpenting, dan hapus \(found - allowed)"))
  }

  static func repeatedEntry(_ path: String, _ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).repeated",
      Message(en: "\(shown(text)) is there already", id: "\(shown(text)) sudah ada"), at: place,
      help: Message(en: "delete one of the two", id: "hapus salah satu"))
  }

  static func aliasIsAnAddress(_ path: String, _ text: String, lastPart: String, at place: SourceLocation) -> Diagnostic
  {
    let slug = suggestedSlug(lastPart)
    return Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(shown(text)) is a whole address; aliases has only the last part of each",
        id: "\(shown(text)) adalah alamat lengkap; aliases hanya berisi bagian terakhirnya"), at: place,
      help: Message(en: "write \(slug)", id: "tulis \(slug)"), fix: slug)
  }

  /// - Parameter owner: the file of the thing that is there; `nil` when it is the one that the alias stands in.
  static func aliasIsTaken(
    _ slug: String, kind: String, at place: SourceLocation, by owner: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(kind).aliases.taken",
      owner == nil
        ? Message(en: "\(shown(slug)) is the name that this has now", id: "\(shown(slug)) adalah namanya yang sekarang")
        : Message(
          en: "\(shown(slug)) can't lead here: something else has that name now",
          id: "\(shown(slug)) tidak bisa menuju ke sini: nama itu sekarang dipakai yang lain"),
      at: place,
      related: owner.map { [.init(Message(en: "it is this", id: "yang ini"), at: $0)] } ?? [],
      help: Message(
        en: "aliases has the names that this had before; delete this one",
        id: "aliases berisi nama-nama lamanya; hapus yang ini"))
  }

  static func aliasClaimedTwice(
    _ slug: String, kind: String, at place: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(kind).aliases.repeated",
      Message(
        en: "\(shown(slug)) can't lead to two places", id: "\(shown(slug)) tidak bisa menuju ke dua tempat"), at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)],
      help: Message(en: "delete one of the two", id: "hapus salah satu"))
  }

  static func repeatedSlug(_ slug: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "regions.slug.repeated",
      Message(en: "\(shown(slug)) is there already", id: "\(shown(slug)) sudah ada"), at: place,
      related: [.init(Message(en: "the first one is here", id: "yang pertama ada di sini"), at: first)])
  }
}
