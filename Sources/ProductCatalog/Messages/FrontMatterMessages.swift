import Diagnostics

// What is said of front matter and YAML.

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

  static var quoteIt: Message {
    Message(en: "put the text in quotes: \"…\"", id: "beri tanda kutip pada teks: \"…\"")
  }
}
