import Diagnostics

// Every text that this module says to people, in the order in which a file is read: its bytes, its YAML, its keys, its
// values, then what belongs together. A headline begins with the word that is wrong; help says what to write.

// MARK: - Files

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

// MARK: - Characters

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

// MARK: - Front matter and YAML

extension Diagnostic {
  static func emptyFile(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "frontmatter.missing", Message(en: "this file is empty", id: "berkas ini kosong"), at: place,
      help: frontMatterShape)
  }

  static func frontMatterMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "frontmatter.missing",
      Message(en: "the first line must be ---", id: "baris pertama harus ---"), at: place, help: frontMatterShape)
  }

  static func frontMatterUnclosed(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "frontmatter.unclosed",
      Message(
        en: "the second --- is missing: the part that begins here never ends",
        id: "--- kedua tidak ada: bagian yang dimulai di sini tidak berakhir"), at: place,
      help: Message(
        en: "write a line with only --- after the last key, before the text",
        id: "tulis baris berisi --- saja sesudah kunci terakhir, sebelum isi"))
  }

  static func fenceTooEarly(_ below: KeysBelowFence, in file: SourceFile, at place: SourceLocation) -> Diagnostic {
    let key = shown(below.first.value)
    return Diagnostic(
      .error, "frontmatter.early",
      Message(
        en: "--- here ends the keys too early: \(key) follows",
        id: "--- di sini terlalu cepat mengakhiri kunci: masih ada \(key)"), at: place,
      related: [
        .init(
          Message(en: "this would be shown as text", id: "ini akan tampil sebagai isi"),
          at: SourceLocation(file, below.first.range))
      ],
      help: below.isClosed
        ? Message(
          en: "delete this line: the --- below the last key is enough",
          id: "hapus baris ini: --- di bawah kunci terakhir sudah cukup")
        : Message(
          en: "move it below the last key; only the text comes after it",
          id: "pindahkan ke bawah kunci terakhir; sesudahnya hanya isi"))
  }

  static func frontMatterTooLong(bytes: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "frontmatter.size",
      Message(
        en: "\(bytes) bytes between the --- lines are too many; the limit is \(Limits.frontMatterBytes)",
        id: "\(bytes) byte di antara baris --- terlalu banyak; batasnya \(Limits.frontMatterBytes)"), at: place,
      help: Message(
        en: "move long texts below the second ---, and delete what is not needed",
        id: "pindahkan teks panjang ke bawah --- kedua, dan hapus yang tidak perlu"))
  }

  static func emptyYAML(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.empty", Message(en: "no keys here", id: "tidak ada kunci di sini"), at: place,
      help: Message(en: "write lines such as name: Getuk", id: "tulis baris seperti name: Getuk"))
  }

  static func notKeysAndValues(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.root.invalid",
      Message(
        en: "a key is missing: every line needs key: value", id: "kunci tidak ada: setiap baris perlu kunci: nilai"),
      at: place, help: Message(en: "write lines such as name: Getuk", id: "tulis baris seperti name: Getuk"))
  }

  static func secondDocument(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.document.second",
      Message(
        en: "a second document begins here; a file holds one",
        id: "dokumen kedua mulai di sini; satu berkas satu dokumen"),
      at: place,
      help: Message(
        en: "delete the ---, and what follows unless it belongs here",
        id: "hapus ---, dan yang menyusul bila bukan bagian berkas ini"))
  }

  static func nestedTooDeep(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.nesting.limit",
      Message(
        en: "more than \(Limits.nesting) levels of lists and groups",
        id: "lebih dari \(Limits.nesting) tingkat daftar dan kelompok"),
      at: place,
      help: Message(
        en: "no key needs so many: close each bracket, and check the indentation",
        id: "tidak ada kunci yang perlu sedalam itu: tutup setiap kurung, dan periksa jorokan barisnya"))
  }

  static func scalarTooLong(bytes: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.value.size",
      Message(
        en: "\(bytes) bytes are too many for one value; the limit is \(Limits.scalarBytes)",
        id: "\(bytes) byte terlalu panjang untuk satu nilai; batasnya \(Limits.scalarBytes)"), at: place,
      help: Message(
        en: "shorten it; long texts belong below the second ---",
        id: "persingkat; teks panjang ditulis di bawah --- kedua"))
  }

  static func duplicateKey(_ key: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.key.duplicate",
      Message(en: "\(shown(key)) is written twice", id: "\(shown(key)) ditulis dua kali"), at: place,
      related: [.init(Message(en: "the first one is here", id: "yang pertama ada di sini"), at: first)],
      help: Message(en: "keep one of the two", id: "simpan salah satu saja"))
  }

  static func keyIsNotAWord(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.key.invalid",
      Message(en: "a list or group can't be a key", id: "daftar atau kelompok tidak bisa menjadi kunci"), at: place,
      help: quoteIt)
  }

  static func reservedStart(_ sign: String, at place: SourceLocation, fix: String?) -> Diagnostic {
    Diagnostic(
      .error, "yaml.value.reserved",
      Message(
        en: "\(sign) at the beginning of a value means something else in YAML",
        id: "\(sign) di awal nilai punya arti lain dalam YAML"), at: place,
      help: fix.map { Message(en: "put the text in quotes: \(brief($0))", id: "beri tanda kutip: \(brief($0))") }
        ?? quoteIt,
      fix: fix)
  }

  static func colonInValue(at place: SourceLocation, fix: String) -> Diagnostic {
    Diagnostic(
      .error, "yaml.value.colon",
      Message(
        en: "a colon and a space in a text look like another key",
        id: "titik dua dan spasi dalam teks tampak seperti kunci lain"),
      at: place, help: Message(en: "put the text in quotes: \(brief(fix))", id: "beri tanda kutip: \(brief(fix))"),
      fix: fix)
  }

  static func quoteUnclosed(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.quote.unclosed",
      Message(en: "this quote is opened and never closed", id: "tanda kutip ini dibuka dan tidak ditutup"), at: place,
      help: Message(
        en: "write the same sign at the end of the text", id: "tulis tanda yang sama di akhir teks"))
  }

  static func textAfterQuote(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.quote.trailing",
      Message(en: "text after the closing quote", id: "ada teks sesudah tanda kutip penutup"), at: place,
      help: Message(
        en: "put all of it inside the quotes; a quote within the text is written twice: ''",
        id: "masukkan semuanya ke dalam tanda kutip; tanda kutip di dalam teks ditulis dua kali: ''"))
  }

  static func badEscape(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.escape.invalid",
      Message(
        en: "\\ in double quotes begins a special character, and this is none",
        id: "\\ dalam kutip ganda mengawali karakter khusus, dan ini bukan"), at: place,
      help: Message(en: "use single quotes: '…'", id: "pakai kutip tunggal: '…'"))
  }

  static func tab(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.indentation.tab",
      Message(en: "a tab can't indent a line in YAML", id: "tab tidak boleh dipakai untuk menjorokkan baris"),
      at: place,
      help: Message(en: "replace it with two spaces", id: "ganti dengan dua spasi"), fix: "  ")
  }

  static func wrongIndentation(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.indentation.invalid",
      Message(
        en: "this line does not begin below the lines that it belongs to",
        id: "awal baris ini tidak sejajar dengan baris yang sekelompok dengannya"), at: place,
      help: Message(
        en: "give all keys of a group the same number of spaces in front",
        id: "beri semua kunci dalam satu kelompok jumlah spasi yang sama di depannya"))
  }

  static func lineWithoutColon(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.colon.missing",
      Message(en: "no colon after the key", id: "tidak ada titik dua sesudah kunci"), at: place,
      help: Message(
        en: "write key: value, with a space after the colon", id: "tulis kunci: nilai, dengan spasi sesudah titik dua"))
  }

  static func bracketUnclosed(_ sign: String, at place: SourceLocation) -> Diagnostic {
    let close = sign == "{" ? "}" : "]"
    return Diagnostic(
      .error, "yaml.bracket.unclosed",
      Message(
        en: "\(sign) is opened here, and what follows does not fit before its \(close)",
        id: "\(sign) dibuka di sini, dan yang menyusul tidak cocok sebelum \(close)"), at: place,
      help: Message(
        en: "separate the entries with commas, put texts in quotes, and end with \(close)",
        id: "pisahkan isinya dengan koma, beri tanda kutip pada teks, dan akhiri dengan \(close)"))
  }

  static func brokenYAML(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "yaml.invalid",
      Message(en: "this line can't be understood as YAML", id: "baris ini tidak dapat dipahami sebagai YAML"),
      at: place,
      help: quoteIt)
  }

  private static var frontMatterShape: Message {
    Message(
      en: "begin with a line ---, then lines such as name: Getuk, then a line ---, then the text",
      id: "awali dengan baris ---, lalu baris seperti name: Getuk, lalu baris ---, lalu isinya")
  }

  private static var quoteIt: Message {
    Message(en: "put the text in quotes: \"…\"", id: "beri tanda kutip pada teks: \"…\"")
  }
}

// MARK: - Keys

extension Diagnostic {
  static func unknownKey(
    _ key: String, scope: String, known: [String], suggestion: String?, at place: SourceLocation
  ) -> Diagnostic {
    let kind = scope.prefix { $0 != "." }
    return Diagnostic(
      .error, "\(kind).key.unknown",
      Message(en: "unknown key \(shown(key))", id: "kunci \(shown(key)) tidak dikenal"), at: place,
      help: .didYouMean(suggestion, orOneOf: known), fix: suggestion)
  }

  static func keyOfOtherLanguage(
    _ key: String, _ code: String, count: Int, scope: String, at place: SourceLocation
  ) -> Diagnostic {
    let (en, id) =
      count > 1
      ? (" and \(counted(count - 1, "more key")) here are", " dan \(count - 1) kunci lain di sini") : (" is", "")
    return Diagnostic(
      .error, "\(scope.prefix { $0 != "." }).key.unknown",
      Message(
        en: "\(shown(key))\(en) for \(shown(code)), which this site is not translated into",
        id: "\(shown(key))\(id) untuk \(shown(code)), tetapi situs ini tidak diterjemahkan ke sana"), at: place,
      help: Message(
        en: "add the language to site.yaml after the main one, or delete \(count > 1 ? "these keys" : "this key")",
        id: "tambahkan bahasanya di site.yaml sesudah bahasa utama, atau hapus kunci ini"))
  }

  static func forbiddenKey(_ key: String, _ reason: ForbiddenKey.Reason, at place: SourceLocation) -> Diagnostic {
    let why: Message
    switch reason {
    case .identity:
      why = Message(
        en: "it identifies a person for life (an individual's NPWP is the NIK)",
        id: "nomor ini mengenali seseorang seumur hidup (NPWP pribadi adalah NIK)")
    case .finance:
      why = Message(
        en: "a person's finances are specific personal data under UU 27/2022",
        id: "keuangan pribadi adalah data pribadi spesifik menurut UU 27/2022")
    case .sensitive:
      why = Message(
        en: "it is personal data under UU 27/2022 that buyers don't need",
        id: "ini data pribadi menurut UU 27/2022 yang tidak diperlukan pembeli")
    }
    return Diagnostic(
      .error, "privacy.key.forbidden",
      Message(en: "\(shown(key)) must not be published", id: "\(shown(key)) tidak boleh dipublikasikan"), at: place,
      help: Message(en: "remove it: \(why.en)", id: "hapus: \(why.id)"))
  }

  /// - Parameter isInBraces: whether the group is written as `{…}`.
  static func missing(_ path: String, _ name: String, isInBraces: Bool, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).missing",
      Message(en: "\(name) is missing", id: "\(name) belum ditulis"), at: place,
      help: isInBraces
        ? Message(
          en: "add \(name): … inside { }, with a comma between the keys",
          id: "tambahkan \(name): … di dalam { }, dengan koma di antara kunci")
        : Message(en: "add a line \(name): …", id: "tambahkan baris \(name): …"))
  }

  static func empty(_ path: String, _ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).empty", Message(en: "\(name) has no value", id: "\(name) belum diisi"), at: place,
      help: Message(en: "write a value or delete the key", id: "tulis nilainya atau hapus kuncinya"))
  }
}

// MARK: - Kinds of value

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

// MARK: - Site, regions, categories

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

  static func baseURLWithQuery(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "site.base_url.invalid",
      Message(en: "? and # can't stand in the site's address", id: "? dan # tidak boleh ada di alamat situs"), at: place
    )
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

// MARK: - Businesses

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

// MARK: - Licences

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

// MARK: - Products

extension Diagnostic {
  static func notAPrice(
    _ path: String, _ name: String, _ text: String, fix: Int?, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject(name, text)) is not a price in whole rupiah",
        id: "\(subject(name, text)) bukan harga dalam rupiah bulat"),
      at: place,
      help: Message(
        en: "write only digits: \(name): \(fix ?? 15000)", id: "tulis angka saja: \(name): \(fix ?? 15000)"),
      fix: fix.map(String.init))
  }

  static func priceOutOfRange(_ path: String, _ sum: Int, at place: SourceLocation) -> Diagnostic {
    let (lowest, highest) = (rupiah(Price.allowed.lowerBound), rupiah(Price.allowed.upperBound))
    return Diagnostic(
      .error, "\(path).range",
      Message(
        en: "\(rupiah(sum)) is not between \(lowest) and \(highest)",
        id: "\(rupiah(sum)) tidak di antara \(lowest) dan \(highest)"), at: place,
      help: Message(
        en: "a price is in rupiah, not in thousands; leave it out for \"ask the seller\"",
        id: "harga ditulis dalam rupiah, bukan ribuan; kosongkan untuk \"tanya penjual\""))
  }

  static func priceRangeReversed(_ path: String, from: Money, to: Money, at place: SourceLocation) -> Diagnostic {
    let (lower, upper) = (rupiah(from.rupiah), rupiah(to.rupiah))
    return Diagnostic(
      .error, "\(path).range",
      Message(en: "\(upper) is not more than \(lower)", id: "\(upper) tidak lebih dari \(lower)"), at: place,
      help: Message(en: "to must be the higher price", id: "to harus harga yang lebih tinggi"))
  }

  static func unitMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.unit.missing",
      Message(en: "unit is missing: what is this price for?", id: "unit belum ditulis: harga ini untuk apa?"),
      at: place,
      help: Message(en: "add a line such as unit: dus", id: "tambahkan baris seperti unit: dus"))
  }

  static func repeatedVariant(_ name: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.variants.name.repeated",
      Message(en: "\(shown(name)) is the name of two variants", id: "\(shown(name)) adalah nama dua pilihan"),
      at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)],
      help: Message(
        en: "give each variant a name of its own: the basket tells them apart by it",
        id: "beri setiap pilihan nama yang berbeda: keranjang membedakannya dari nama"))
  }

  /// - Parameter whole: a price that holds all variants.
  static func variantOutsideThePrice(
    _ own: Money, _ price: Price, whole: Price, at place: SourceLocation, writtenAt: SourceLocation
  ) -> Diagnostic {
    let (sum, known) = (rupiah(own.rupiah), rupiah(price))
    let range = whole.to.map { "{from: \(whole.from.rupiah), to: \($0.rupiah)}" } ?? "\(whole.from.rupiah)"
    return Diagnostic(
      .warning, "product.variants.price.outside",
      price.to == nil
        ? Message(en: "\(sum) is not the product's price, \(known)", id: "\(sum) bukan harga produk, \(known)")
        : Message(
          en: "\(sum) lies outside the product's price, \(known)", id: "\(sum) di luar harga produk, \(known)"),
      at: place,
      related: [
        .init(Message(en: "the product's price is here", id: "harga produk ada di sini"), at: writtenAt)
      ],
      help: Message(
        en: "lists show only the product's price: write price: \(range), or correct this one",
        id: "daftar hanya menampilkan harga produk: tulis price: \(range), atau perbaiki yang ini"))
  }

  static func unknownBusiness(_ text: String, known: [String], at place: SourceLocation) -> Diagnostic {
    let slug = slugForm(text)
    // A wrong first letter is rare, and comparing with all of thousands takes long.
    let suggestion = slug.flatMap { slug in
      known.contains(slug) ? slug : nearestMatch(to: slug, in: known.lazy.filter { $0.utf8.first == slug.utf8.first })
    }
    let file = "businesses/\(slug ?? "<slug>").md"
    return Diagnostic(
      .error, "product.business.unknown",
      Message(en: "\(shown(text)) is not a business here", id: "\(shown(text)) bukan usaha di sini"), at: place,
      help: suggestion.map { .didYouMean($0) }
        ?? Message(en: "add \(file)", id: "tambahkan \(file)"),
      fix: suggestion)
  }

  static func unknownCategory(_ text: String, known: [String], at place: SourceLocation) -> Diagnostic {
    let children = known.filter { $0.split(separator: "/").last.map(String.init) == text }
    let suggestion = children.count == 1 ? children[0] : nearestMatch(to: text, in: known)
    return Diagnostic(
      .error, "product.category.unknown",
      Message(en: "\(shown(text)) is not a category", id: "\(shown(text)) bukan kategori"), at: place,
      help: .didYouMean(suggestion, orOneOf: known), fix: suggestion)
  }

  static func nameInCapitals(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.name.capitals",
      Message(en: "the name is all capitals", id: "nama ditulis dengan huruf besar semua"), at: place,
      help: Message(en: "write it like Getuk Tiga Warna", id: "tulis seperti Getuk Tiga Warna"))
  }

  static func contactInSummary(_ kind: ContactInText.Kind, at place: SourceLocation) -> Diagnostic {
    let found =
      kind == .phone
      ? Message(en: "a telephone number", id: "nomor telepon") : Message(en: "a web address", id: "alamat web")
    return Diagnostic(
      .error, "product.summary.contact",
      Message(en: "\(found.en) in the summary", id: "ada \(found.id) di ringkasan"), at: place,
      help: Message(
        en: "the business's own file holds its contacts", id: "kontak ditulis di berkas usahanya"))
  }

  static func contactInBody(_ scope: String, _ kind: ContactInText.Kind, at place: SourceLocation) -> Diagnostic {
    let (found, what): (Message, Message)
    switch kind {
    case .phone:
      found = Message(en: "a telephone number", id: "nomor telepon")
      what = Message(en: "the number", id: "nomornya")
    case .chat:
      found = Message(en: "a WhatsApp link", id: "tautan WhatsApp")
      what = Message(en: "the number", id: "nomornya")
    case .email:
      found = Message(en: "an e-mail address", id: "alamat surel")
      what = Message(en: "the address", id: "alamatnya")
    case .address:
      found = Message(en: "a web address", id: "alamat web")
      what = Message(en: "the address", id: "alamatnya")
    case .account:
      found = Message(en: "a bank account", id: "nomor rekening")
      what = found
    }
    return Diagnostic(
      .warning, "\(scope).body.contact",
      Message(en: "\(found.en) in the text", id: "ada \(found.id) di dalam teks"), at: place,
      help: kind == .account
        ? Message(
          en: "remove it: buyers get it from the seller when they order",
          id: "hapus: pembeli menerimanya dari penjual saat memesan")
        : Message(
          en: "consent is recorded in the business's file; write \(what.en) there and remove it here",
          id: "izin pemiliknya dicatat di berkas usaha; tulis \(what.id) di sana dan hapus di sini"))
  }

  static func needsAvailability(_ key: String, _ word: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.\(key).unused",
      Message(en: "\(key) needs availability: \(word)", id: "\(key) memerlukan availability: \(word)"), at: place)
  }

  static func leadDaysMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.lead_days.missing",
      Message(
        en: "lead_days is missing: buyers ask how long it takes",
        id: "lead_days belum ditulis: pembeli menanyakan berapa lama pengerjaannya"), at: place,
      help: Message(
        en: "add a line such as lead_days: 7, the days from order to delivery",
        id: "tambahkan baris seperti lead_days: 7, jumlah hari dari pesanan sampai jadi"))
  }

  static func monthsMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.months.missing",
      Message(
        en: "months is missing: buyers ask when there is any",
        id: "months belum ditulis: pembeli menanyakan kapan tersedia"), at: place,
      help: Message(
        en: "add a line such as months: [11, 12, 1], the numbers of the months",
        id: "tambahkan baris seperti months: [11, 12, 1], nomor bulannya"))
  }

  static func updatedTooEarly(_ date: CalendarDate, today: CalendarDate, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.updated.range",
      Message(
        en: "\(date.iso) is too long ago: the year is 2000 or later",
        id: "\(date.iso) terlalu lama: tahunnya paling awal 2000"), at: place,
      help: Message(
        en: "write the day on which the price was last checked, such as updated: \(today.iso)",
        id: "tulis tanggal harga terakhir diperiksa, misalnya updated: \(today.iso)"))
  }

  static func notAShelf(_ path: String, _ text: String, fix: String?, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(shown(text)) is not a shelf: only A–Z, 0–9 and hyphens",
        id: "\(shown(text)) bukan nama rak: hanya A–Z, 0–9, dan tanda hubung"), at: place,
      help: Message(
        en: "write it as on the shelf's sign, such as shelf: \(fix ?? "A-03")",
        id: "tulis seperti pada papan raknya, misalnya shelf: \(fix ?? "A-03")"), fix: fix)
  }

  static func updatedInFuture(_ today: CalendarDate, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.updated.future",
      Message(en: "this day is after today, \(today.iso)", id: "tanggal ini sesudah hari ini, \(today.iso)"), at: place)
  }

  static func notASize(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.size_cm.invalid",
      Message(en: "size_cm needs length, width and height", id: "size_cm perlu panjang, lebar, dan tinggi"), at: place,
      help: Message(en: "write size_cm: [20, 15, 8]", id: "tulis size_cm: [20, 15, 8]"))
  }

  static func photoMissing(_ name: String, beside known: [String], at place: SourceLocation) -> Diagnostic {
    let suggestion = nearestMatch(to: name, in: known)
    return Diagnostic(
      .error, "product.photos.file.missing",
      Message(en: "\(shown(name)) is not beside this file", id: "\(shown(name)) tidak ada di samping berkas ini"),
      at: place,
      help: .didYouMean(suggestion, orOneOf: known)
        ?? Message(en: "copy the photo into this folder", id: "salin fotonya ke folder ini"),
      fix: suggestion)
  }

  /// For a name that looks like that of a photo: `é` can be one character, or `e` and an accent.
  static func accentStoredTwice(_ code: String, _ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, code,
      Message(
        en: "\(shown(name)) has an accent that is stored in two different ways, here and in the photo's name",
        id: "aksen pada \(shown(name)) disimpan dengan dua cara berbeda, di sini dan pada nama fotonya"), at: place,
      help: Message(
        en: "rename the photo with plain letters a–z, and write that name here",
        id: "ganti nama fotonya dengan huruf biasa a–z, lalu tulis nama itu di sini"))
  }

  static func photoUnused(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.photos.unused",
      Message(en: "nothing shows this photo", id: "foto ini tidak ditampilkan"), at: place,
      help: Message(
        en: "add {file: \(brief(name)), alt: …} to photos, or delete it",
        id: "tambahkan {file: \(brief(name)), alt: …} ke photos, atau hapus"))
  }

  static func noPhotos(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.photos.missing",
      Message(en: "no photo of this product", id: "produk ini belum punya foto"), at: place,
      help: Message(
        en: "put one beside this file and add photos: [{file: …, alt: …}]",
        id: "taruh satu di samping berkas ini dan tambahkan photos: [{file: …, alt: …}]"))
  }

  static func translatedPhotoUnknown(_ name: String, known: [String], at place: SourceLocation) -> Diagnostic {
    let suggestion = nearestMatch(to: name, in: known)
    return Diagnostic(
      .error, "translation.photos.unknown",
      Message(en: "\(shown(name)) is not a photo of this product", id: "\(shown(name)) bukan foto produk ini"),
      at: place,
      help: .didYouMean(suggestion, orOneOf: known), fix: suggestion)
  }

  static func foodWithoutFacts(_ missing: [String], at place: SourceLocation) -> Diagnostic {
    let list = missing.joined(separator: ", ")
    return Diagnostic(
      .warning, "product.food.facts",
      Message(
        en: "\(list) missing: buyers of food ask for it", id: "\(list) belum ditulis: pembeli makanan menanyakannya"),
      at: place)
  }

  static func foodWithoutLicence(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.food.licence",
      Message(
        en: "no halal, P-IRT or BPOM for this food", id: "belum ada halal, P-IRT, atau BPOM untuk makanan ini"),
      at: place,
      help: Message(
        en: "add licences here or to the business", id: "tambahkan licences di sini atau pada usahanya"))
  }

  static func spoilsOnTheWay(days: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.reach.spoils",
      Message(
        en: "\(counted(days, "day")) of shelf life \(days == 1 ? "is" : "are") short for a parcel beyond the province",
        id: "tahan \(days) hari terlalu singkat untuk kiriman ke luar provinsi"), at: place,
      help: Message(en: "write reach: city or province", id: "tulis reach: city atau province"))
  }

  static func claimWithoutNumber(_ scope: String, _ word: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "\(scope).claim.number",
      Message(
        en: "\(shown(word)) in the text, but no number under licences",
        id: "ada kata \(shown(word)), tetapi tidak ada nomornya di licences"), at: place,
      help: Message(
        en: "add the number, or leave the word out: it may only be used with a certificate",
        id: "tambahkan nomornya, atau hapus katanya: hanya boleh dipakai dengan sertifikat"))
  }

  /// - Parameter writtenAt: where the price is, when it isn't above the text.
  static func priceDiffers(
    _ amount: Int, price: Price, writtenAt: SourceLocation?, at place: SourceLocation
  ) -> Diagnostic {
    let whose =
      writtenAt == nil
      ? Message(en: "the price above", id: "harga di atas")
      : Message(en: "the price in index.md", id: "harga di index.md")
    let (sum, known) = (rupiah(amount), rupiah(price))
    return Diagnostic(
      .warning, "product.price.differs",
      Message(
        en: "\(sum) in the text is not \(whose.en), \(known)",
        id: "\(sum) di dalam teks bukan \(whose.id), \(known)"), at: place,
      related: writtenAt.map { [.init(Message(en: "the price is here", id: "harganya di sini"), at: $0)] } ?? [],
      help: Message(
        en: "leave prices out of the text: the page shows them",
        id: "jangan tulis harga di teks: halaman sudah menampilkannya"))
  }
}

// MARK: - Across files

extension Diagnostic {
  static func productOfDraftBusiness(_ slug: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.business.draft",
      Message(
        en: "\(shown(slug)) is a draft, so this product would have no maker",
        id: "\(shown(slug)) masih draf, jadi produk ini tidak punya pembuat"), at: place,
      help: Message(
        en: "write draft: true here too, or publish the business",
        id: "tulis draft: true di sini juga, atau terbitkan usahanya"))
  }

  static func businessWithoutProducts(_ slug: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "business.products.missing",
      Message(en: "this business has no products", id: "usaha ini belum punya produk"), at: place,
      help: Message(
        en: "add a product with business: \(slug)", id: "tambahkan produk dengan business: \(slug)"))
  }

  static func twoFlagships(_ number: Int, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.flagship.repeated",
      Message(
        en: "RW \(number) has a designated flagship already", id: "RW \(number) sudah punya produk unggulan"),
      at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)],
      help: Message(en: "write status: candidate on one of them", id: "tulis status: candidate pada salah satunya"))
  }

  static func sameWhatsApp(_ slug: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "business.whatsapp.repeated",
      Message(
        en: "\(shown(slug)) has the same number", id: "\(shown(slug)) memakai nomor yang sama"), at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)])
  }

  static func sameProductName(_ name: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.name.repeated",
      Message(
        en: "\(shown(name)) is also the name of another product of this business",
        id: "\(shown(name)) juga nama produk lain dari usaha ini"), at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)])
  }
}

// MARK: - Words in messages

/// A text's beginning, short enough for a headline.
private func brief(_ text: String) -> String {
  text.unicodeScalars.count > 50 ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(49))) + "…" : text
}

/// A text's beginning in quotes.
private func shown(_ text: String) -> String { "\"\(brief(text))\"" }

/// The wrong text, or the key's name where there is no single text to show.
private func subject(_ name: String, _ text: String) -> String { text.isEmpty ? name : shown(text) }

/// `U+202E`
private func scalarName(_ value: UInt32) -> String {
  let hex = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
}

/// A slug that is near a text: small letters and digits, hyphens between words; `nil` when there are none. Apostrophes
/// don't part words: `Mi'raj` is `miraj`.
private func slugForm(_ text: String) -> String? {
  let letters = text.lowercased().filter { !"'’‘`".contains($0) }
  let words = letters.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  let slug = words.joined(separator: "-").prefix(Slug.longest)
  return slug.isEmpty ? nil : slug.hasSuffix("-") ? String(slug.dropLast()) : String(slug)
}

/// A slug that is near a text, or an example of one.
private func suggestedSlug(_ text: String) -> String { slugForm(text) ?? "getuk-tiga-warna" }

private func dayName(_ day: OpeningHours.Weekday) -> Message {
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
private func rupiah(_ amount: Int) -> String {
  let digits = String(amount.magnitude)
  let grouped = digits.enumerated().reduce(into: "") { text, digit in
    if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "." }
    text.append(digit.element)
  }
  return (amount < 0 ? "-Rp" : "Rp") + grouped
}

/// `Rp10.000`, `Rp10.000–Rp20.000`
private func rupiah(_ price: Price) -> String {
  ([price.from] + (price.to.map { [$0] } ?? [])).map { rupiah($0.rupiah) }.joined(separator: "–")
}

/// `1 more file`, `2 more files`
private func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
