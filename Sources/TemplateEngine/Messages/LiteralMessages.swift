internal import Diagnostics

// What can be wrong with characters and literals.

extension Problem {
  static func unclosed(_ open: String, close: String) -> Problem {
    Problem(
      .syntax, "unclosed", en: "\"\(open)\" is never closed", id: "\"\(open)\" tidak pernah ditutup",
      help: Message(en: "close it with \"\(close)\"", id: "tutup dengan \"\(close)\""))
  }

  static func wrongClose(_ open: String, close: String) -> Problem {
    Problem(
      .syntax, "close", en: "what \"\(open)\" opens ends with \"\(close)\"",
      id: "yang dibuka \"\(open)\" ditutup \"\(close)\"",
      help: Message(en: "write \"\(close)\"", id: "tulis \"\(close)\""))
  }

  static let plusMarker = Problem(
    .syntax, "plus", en: "\"+\" beside \"{{\" or \"}}\" means nothing",
    id: "\"+\" pada \"{{\" atau \"}}\" tidak berarti apa-apa",
    help: Message(
      en: "leave it out: white space around \"{{ }}\" is kept anyway; only \"{%+\" and \"+%}\" exist",
      id: "hapus saja: spasi di sekitar \"{{ }}\" memang dibiarkan; yang ada hanya \"{%+\" dan \"+%}\""))

  static func numberSpelling(_ text: String) -> Problem {
    Problem(
      .syntax, "number", en: "\"\(text)\" is not a number",
      id: "\"\(text)\" bukan bilangan",
      help: Message(
        en: "write digits only, such as 1000 or 1.5: no \"_\", no exponent, no hexadecimal",
        id: "tulis angka saja, misalnya 1000 atau 1.5: tanpa \"_\", tanpa eksponen, tanpa heksadesimal"))
  }

  static func leadingZero(_ text: String) -> Problem {
    let plain = String(text.drop { $0 == "0" })
    return Problem(
      .syntax, "number", en: "a whole number does not begin with 0", id: "bilangan bulat tidak diawali 0",
      help: Message(en: "write \(plain.isEmpty ? "0" : plain)", id: "tulis \(plain.isEmpty ? "0" : plain)"))
  }

  static let intTooLarge = Problem(
    .syntax, "number", en: "the number is larger than 9223372036854775807",
    id: "bilangan ini lebih besar dari 9223372036854775807",
    help: Message(en: "write it with a decimal point, such as 1.0", id: "tulis dengan titik desimal, misalnya 1.0"))

  static let floatTooLarge = Problem(
    .syntax, "number", en: "the number is too large", id: "bilangan ini terlalu besar",
    help: Message(en: "numbers reach about 1.8 with 308 zeros", id: "bilangan terbesar kira-kira 1,8 dengan 308 nol"))

  static let lineBreakInString = Problem(
    .syntax, "string", en: "a text in quotes does not go over a line's end",
    id: "teks dalam kutip tidak melewati akhir baris",
    help: Message(en: "write \\n for a line break", id: "tulis \\n untuk ganti baris"))

  static let stringEscape = Problem(
    .syntax, "string", en: "unknown escape in a text", id: "urutan \"\\\" tidak dikenal dalam teks",
    help: Message(
      en: "after \"\\\" stands one of \\ ' \" n t; write any other character as itself",
      id: "setelah \"\\\" hanya boleh \\ ' \" n t; karakter lain ditulis apa adanya"))

  static let unclosedString = Problem(
    .syntax, "string", en: "the text's quote is never closed", id: "tanda kutip teks ini tidak pernah ditutup",
    help: Message(en: "end it with the quote that it begins with", id: "akhiri dengan tanda kutip yang sama"))

  static let adjacentStrings = Problem(
    .syntax, "string", en: "two texts stand side by side", id: "dua teks berdampingan",
    help: Message(en: "join them with \"~\"", id: "sambung dengan \"~\""))

  static func unknownCharacter(_ text: String) -> Problem {
    Problem(
      .syntax, "character", en: "\"\(text)\" means nothing in a tag", id: "\"\(text)\" tidak berarti di dalam tag",
      help: Message(
        en: "names have a–z, A–Z, 0–9 and \"_\"; text stands in quotes",
        id: "nama terdiri dari a–z, A–Z, 0–9 dan \"_\"; teks ditulis dalam tanda kutip"))
  }

  static func capitalLiteral(_ text: String) -> Problem {
    Problem(
      .syntax, "literal", en: "\"\(text)\" is written in small letters", id: "\"\(text)\" ditulis dengan huruf kecil",
      help: Message(en: "write \(text.lowercased())", id: "tulis \(text.lowercased())"))
  }

  static let mapLiteral = Problem(
    .syntax, "literal", en: "a template cannot write a map", id: "template tidak bisa menulis map",
    help: Message(
      en: "use the fields that the page has, or a list \"[…]\"",
      id: "pakai bidang yang dimiliki halaman, atau daftar \"[…]\""))

  static let tupleLiteral = Problem(
    .syntax, "literal", en: "a template has no tuples", id: "template tidak mengenal tuple",
    help: Message(
      en: "write a list in brackets, such as [1, 2]", id: "tulis daftar dalam kurung siku, misalnya [1, 2]"))

  static let notUTF8 = Problem(
    .syntax, "encoding", en: "the file is not UTF-8", id: "berkas ini bukan UTF-8",
    help: Message(en: "save it as UTF-8", id: "simpan sebagai UTF-8"))
}
