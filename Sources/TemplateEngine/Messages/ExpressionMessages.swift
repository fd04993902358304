internal import Diagnostics

// What can be wrong with expressions.

extension Problem {
  static func missing(_ expected: Expected) -> Problem {
    Problem(
      .syntax, "missing", en: "\(expected.message.en) is missing here",
      id: "\(expected.message.id) belum ditulis di sini",
      help: Message(en: "write \(expected.message.en)", id: "tulis \(expected.message.id)"))
  }

  static func unexpected(_ text: String, _ expected: Expected) -> Problem {
    Problem(
      .syntax, "unexpected", en: "\"\(text)\" cannot stand here", id: "\"\(text)\" tidak bisa ada di sini",
      help: text == "="
        ? Message(en: "compare with \"==\"", id: "bandingkan dengan \"==\"")
        : Message(en: "write \(expected.message.en)", id: "tulis \(expected.message.id)"))
  }

  static func unclosedBracket(_ open: String, close: Symbol) -> Problem {
    Problem(
      .syntax, "unclosed", en: "\"\(open)\" is never closed", id: "\"\(open)\" tidak pernah ditutup",
      help: Message(en: "close it with \"\(close.rawValue)\"", id: "tutup dengan \"\(close.rawValue)\""))
  }

  static let conditionalWithoutElse = Problem(
    .syntax, "conditional", en: "an \"if\" inside a value needs an \"else\"",
    id: "\"if\" di dalam nilai perlu \"else\"",
    help: Message(en: "write: a if b else \"\"", id: "tulis: a if b else \"\""))

  static let conditionalInCondition = Problem(
    .syntax, "conditional", en: "a condition has no \"if\" of its own", id: "syarat tidak memuat \"if\" lagi",
    help: Message(en: "put the inner one in parentheses", id: "taruh yang di dalam dalam tanda kurung"))

  static let chainedComparison = Problem(
    .syntax, "comparison", en: "comparisons cannot be chained", id: "perbandingan tidak bisa dirangkai",
    help: Message(en: "write: a < b and b < c", id: "tulis: a < b and b < c"))

  static let powerOperator = Problem(
    .syntax, "operator", en: "there is no \"**\"", id: "\"**\" tidak ada",
    help: Message(en: "write the product: a * a", id: "tulis hasil kalinya: a * a"))

  static let unaryPlus = Problem(
    .syntax, "operator", en: "\"+\" stands between two values", id: "\"+\" harus berada di antara dua nilai",
    help: Message(en: "leave it out", id: "hapus saja"))

  static func numberAsAttribute(_ digits: String) -> Problem {
    Problem(
      .syntax, "attribute", en: "a number is no field name", id: "bilangan bukan nama bidang",
      help: Message(en: "write [\(digits)]", id: "tulis [\(digits)]"))
  }

  static let slice = Problem(
    .syntax, "slice", en: "a template cannot cut lists or texts with \":\"",
    id: "template tidak bisa memotong daftar atau teks dengan \":\"",
    help: Message(
      en: "use truncate for texts, first or last for lists; longer parts are the page's work",
      id: "pakai truncate untuk teks, first atau last untuk daftar; bagian lain disiapkan halaman"))

  static func methodCall(_ name: String, of base: String) -> Problem {
    let filter = BuiltinFilter.forMethod(name)
    let help =
      filter.map { Message(en: "use the filter: \(base)|\($0)", id: "pakai filter: \(base)|\($0)") }
      ?? (["items", "keys", "values"].contains(name)
        ? Message(
          en: "loop over the keys: for key in \(base); \(base)[key] is the value",
          id: "ulangi kuncinya: for key in \(base); nilainya \(base)[key]")
        : Message(
          en: "use a filter (value|filter) or a test (value is test)",
          id: "pakai filter (nilai|filter) atau uji (nilai is uji)"))
    return Problem(
      .syntax, "method", en: "values have no methods, so \"\(name)(…)\" cannot be called",
      id: "nilai tidak punya metode, jadi \"\(name)(…)\" tidak bisa dipanggil", help: help)
  }

  static let callOfValue = Problem(
    .syntax, "call", en: "only macros can be called", id: "yang bisa dipanggil hanya makro",
    help: Message(
      en: "define it with \"macro\" or get it with \"from … import\"",
      id: "buat dengan \"macro\" atau ambil dengan \"from … import\""))

  static let chainedTest = Problem(
    .syntax, "test", en: "tests cannot be chained", id: "uji tidak bisa dirangkai",
    help: Message(en: "join them: a is odd and a is defined", id: "gabungkan: a is odd and a is defined"))

  static func testNeedsParentheses(_ test: String) -> Problem {
    Problem(
      .syntax, "test", en: "what follows \"is \(test)\" would be read as its argument",
      id: "yang menyusul \"is \(test)\" akan terbaca sebagai argumennya",
      help: Message(en: "put the test in parentheses", id: "taruh uji itu dalam tanda kurung"))
  }

  static func testArgument(_ test: String, _ argument: String) -> Problem {
    Problem(
      .syntax, "test", en: "a test's argument stands in parentheses", id: "argumen uji ditulis dalam tanda kurung",
      help: Message(en: "write \(test)(\(argument))", id: "tulis \(test)(\(argument))"))
  }

  static let argumentUnpacking = Problem(
    .syntax, "argument", en: "arguments cannot be unpacked with \"*\"", id: "argumen tidak bisa diurai dengan \"*\"",
    help: Message(en: "write each argument", id: "tulis argumennya satu per satu"))

  static let positionalAfterNamed = Problem(
    .syntax, "argument", en: "an argument without a name stands after one with a name",
    id: "argumen tanpa nama berada setelah argumen bernama",
    help: Message(en: "put it first, or name it", id: "dahulukan, atau beri nama"))

  static func argumentTwice(_ name: String) -> Problem {
    Problem(
      .syntax, "argument", en: "argument \"\(name)\" is given twice", id: "argumen \"\(name)\" diberikan dua kali",
      help: Message(en: "leave one out", id: "hapus salah satu"))
  }

  static let superArguments = Problem(
    .syntax, "super", en: "\"super\" takes no arguments", id: "\"super\" tidak menerima argumen",
    help: Message(en: "write super()", id: "tulis super()"))

  static let expressionTooDeep = Problem(
    .limit, "nesting", en: "the value is nested too deep", id: "nilai ini bersarang terlalu dalam",
    help: Message(en: "name a part of it with \"set\"", id: "beri nama sebagiannya dengan \"set\""))
}
