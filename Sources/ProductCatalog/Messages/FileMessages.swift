import Diagnostics

// What is said of files and their characters.

extension Diagnostic {
  static func fileMissing(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "content.file.missing",
      Message(en: "\(name) is missing from the content folder", id: "\(name) tidak ada di folder isi"), at: place,
      help: Message(en: "every site needs this file; add it", id: "setiap situs memerlukan berkas ini; tambahkan"))
  }

  static func unexpectedFile(expected: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "content.file.unexpected",
      Message(en: "this file is not used: nothing reads it here", id: "berkas ini tidak dipakai di tempat ini"),
      at: place,
      help: Message(
        en: "expected \(expected); a name that begins with _ is ignored",
        id: "yang diharapkan \(expected); nama yang diawali _ diabaikan"))
  }

  static func fileTooLarge(bytes: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "content.file.size",
      Message(
        en: "\(bytes) bytes are too many for a text file; the limit is \(Limits.fileBytes)",
        id: "\(bytes) byte terlalu besar untuk berkas teks; batasnya \(Limits.fileBytes)"), at: place,
      help: Message(
        en: "shorten it, or divide it into several files", id: "persingkat, atau bagi menjadi beberapa berkas"))
  }

  static func fileIsNoSlug(_ name: String, kind: String, at place: SourceLocation) -> Diagnostic {
    let why =
      Slug.isTooLong(name)
      ? Message(
        en: "it has \(name.utf8.count) characters, a slug at most \(Slug.longest)",
        id: "ada \(name.utf8.count) karakter, slug paling banyak \(Slug.longest)")
      : Message(
        en: "a slug has only a–z, 0–9 and single hyphens",
        id: "slug hanya berisi a–z, 0–9, dan tanda hubung tunggal")
    return Diagnostic(
      .error, "\(kind).slug.invalid",
      Message(
        en: "\(shown(name)) can't be an address: \(why.en)", id: "\(shown(name)) tidak bisa menjadi alamat: \(why.id)"),
      at: place,
      help: Message(
        en: "rename it, for example to \(shown(suggestedSlug(name)))",
        id: "ganti namanya, misalnya menjadi \(shown(suggestedSlug(name)))"))
  }

  static func slugCollision(
    _ name: String, kind: String, at place: SourceLocation, other: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(kind).slug.collision",
      Message(
        en: "\(shown(name)) is the same name as another on many computers",
        id: "\(shown(name)) sama dengan nama lain di banyak komputer"), at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: other)])
  }

  static func reservedSlug(_ word: String, _ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).reserved",
      Message(
        en: "\(shown(word)) is an address that the site needs for itself",
        id: "\(shown(word)) adalah alamat yang dipakai situs sendiri"), at: place,
      help: Message(en: "choose another name", id: "pilih nama lain"))
  }

  static func translationWithoutOriginal(_ original: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "translation.original.missing",
      Message(
        en: "\(original) is missing: a translation needs the file that it translates",
        id: "\(original) tidak ada: terjemahan memerlukan berkas yang diterjemahkan"), at: place)
  }

  static func photosWithoutProduct(_ folder: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "content.file.unexpected",
      Message(en: "no product here: the photos are not used", id: "tidak ada produk di sini: fotonya tidak dipakai"),
      at: place, help: Message(en: "expected \(folder)index.md", id: "yang diharapkan \(folder)index.md"))
  }

  static func unknownLanguage(
    _ code: String, isDefault: Bool, count: Int, known: [String], at place: SourceLocation
  ) -> Diagnostic {
    let others =
      count > 1
      ? Message(
        en: " (\(counted(count - 1, "more file")) like this)", id: " (\(count - 1) berkas lain juga begitu)")
      : Message(en: "", id: "")
    let headline =
      isDefault
      ? Message(
        en: "\(shown(code)) is the site's main language; its files have no code in their name",
        id: "\(shown(code)) adalah bahasa utama situs; nama berkasnya tanpa kode bahasa")
      : Message(
        en: "\(shown(code)) is not a language of this site", id: "\(shown(code)) bukan bahasa situs ini")
    return Diagnostic(
      .error, "translation.language.unknown",
      Message(en: headline.en + others.en, id: headline.id + others.id), at: place,
      help: .didYouMean(isDefault ? nil : nearestMatch(to: code, in: known), orOneOf: known)
        ?? Message(
          en: "add it to languages in site.yaml, or delete \(count > 1 ? "these files" : "this file")",
          id: "tambahkan ke languages di site.yaml, atau hapus berkas ini"))
  }
}

extension Diagnostic {
  static func encoding(_ encoding: TextEncoding, at place: SourceLocation) -> Diagnostic {
    let headline: Message
    switch encoding {
    case .utf16:
      headline = Message(
        en: "this file looks like UTF-16; texts must be UTF-8", id: "berkas ini tampaknya UTF-16; teks harus UTF-8")
    case .windows1252:
      headline = Message(
        en: "this letter looks like Windows-1252 (Latin-1); texts must be UTF-8",
        id: "huruf ini tampaknya Windows-1252 (Latin-1); teks harus UTF-8")
    case .damaged:
      headline = Message(
        en: "these bytes are damaged UTF-8; texts must be UTF-8", id: "byte ini UTF-8 yang rusak; teks harus UTF-8")
    }
    return Diagnostic(
      .error, "text.encoding.invalid", headline, at: place,
      help: Message(
        en: "open the file in an editor and save it as UTF-8",
        id: "buka berkas ini di penyunting teks dan simpan sebagai UTF-8"))
  }

  static func control(_ value: UInt32, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "text.character.control",
      Message(
        en: "\(scalarName(value)) is a control character and may not stand in a text",
        id: "\(scalarName(value)) adalah karakter kendali dan tidak boleh ada dalam teks"), at: place,
      help: Message(en: "delete it", id: "hapus"))
  }

  static func invisible(_ value: UInt32, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "text.character.invisible",
      Message(
        en: "\(scalarName(value)) is invisible and can hide or reorder text",
        id: "\(scalarName(value)) tidak terlihat dan dapat menyembunyikan atau membalik teks"), at: place,
      help: Message(en: "delete it", id: "hapus"), fix: "")
  }

  static func lostLetter(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "text.character.lost",
      Message(
        en: "a letter got lost here: another program could not read it, and visitors see a question mark in a box",
        id: "ada huruf yang hilang di sini: program lain tidak dapat membacanya, dan pengunjung melihat tanda tanya"),
      at: place, help: Message(en: "type the letter again", id: "ketik lagi huruf itu"))
  }

  static func personNumber(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "privacy.number.forbidden",
      Message(
        en: "16 digits: this may be a NIK, which must never be published",
        id: "16 angka: ini mungkin NIK, yang tidak boleh dipublikasikan"), at: place,
      help: Message(
        en: "remove it, also from the file's history if it was ever committed",
        id: "hapus, juga dari riwayat berkas bila pernah tersimpan di sana"))
  }
}
