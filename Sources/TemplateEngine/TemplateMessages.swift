internal import Diagnostics

/// What is wrong with a template, in both languages, without its place.
struct Problem: Error, Sendable {
  /// What the code begins with; also how Jinja2 would class the mistake.
  enum Kind: String, Sendable { case syntax, undefined, type, missing, html, limit }

  let kind: Kind
  let name: String
  let message: Message
  let help: Message?

  var code: String { "template.\(kind.rawValue).\(name)" }

  init(_ kind: Kind, _ name: String, en: String, id: String, help: Message? = nil) {
    self.kind = kind
    self.name = name
    message = Message(en: en, id: id)
    self.help = help
  }

  func diagnostic(at location: SourceLocation, related: [Diagnostic.Related] = []) -> Diagnostic {
    Diagnostic(.error, code, message, at: location, related: related, help: help)
  }

  /// What the parser looked for.
  enum Expected: Sendable {
    case expression, attributeName, filterName, testName, tagName, definedName, templateName
    case keyword(String)
    case symbol(Symbol)
    case closing(Symbol)
    case tagClose(String)
  }
}

extension Problem.Expected {
  var message: Message {
    switch self {
    case .expression: Message(en: "a value", id: "sebuah nilai")
    case .attributeName: Message(en: "a field's name", id: "nama bidang")
    case .filterName: Message(en: "a filter's name", id: "nama filter")
    case .testName: Message(en: "a test's name", id: "nama uji")
    case .tagName: Message(en: "a tag's name", id: "nama tag")
    case .definedName: Message(en: "a name", id: "sebuah nama")
    case .templateName: Message(en: "a template's name in quotes", id: "nama template dalam tanda kutip")
    case .keyword(let word): Message(en: "\"\(word)\"", id: "\"\(word)\"")
    case .symbol(let symbol): Message(en: "\"\(symbol.rawValue)\"", id: "\"\(symbol.rawValue)\"")
    case .closing(let symbol): Message(en: "\",\" or \"\(symbol.rawValue)\"", id: "\",\" atau \"\(symbol.rawValue)\"")
    case .tagClose(let close): Message(en: "\"\(close)\"", id: "\"\(close)\"")
    }
  }
}

// MARK: Characters and literals

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

// MARK: Expressions

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

// MARK: Tags

extension Problem {
  static func unknownTag(_ name: String) -> Problem {
    Problem(
      .syntax, "tag", en: "unknown tag \"\(name)\"", id: "tag \"\(name)\" tidak dikenal",
      help: tagAlternatives[name]
        ?? .didYouMean(
          nearestMatch(to: name, in: knownTags), orOneOf: knownTags))
  }

  private static let knownTags = ["if", "for", "set", "include", "extends", "block", "macro", "from", "raw"]

  private static let tagAlternatives: [String: Message] = [
    "with": Message(en: "use \"set\"", id: "pakai \"set\""),
    "filter": Message(en: "filter the value: {{ value|upper }}", id: "saring nilainya: {{ nilai|upper }}"),
    "autoescape": Message(
      en: "values are always escaped; mark trusted markup with |safe",
      id: "nilai selalu di-escape; tandai markup tepercaya dengan |safe"),
    "call": Message(
      en: "pass the text as a macro's argument, or use \"block\"",
      id: "berikan teksnya sebagai argumen makro, atau pakai \"block\""),
    "import": Message(
      en: "name the macros: {% from \"file.html\" import name %}",
      id: "sebut makronya: {% from \"berkas.html\" import nama %}"),
    "do": Message(en: "use \"set\", or {{ }} for output", id: "pakai \"set\", atau {{ }} untuk keluaran"),
    "trans": Message(
      en: "use the interface text's filter: {{ \"key\"|t }}", id: "pakai filter teks antarmuka: {{ \"kunci\"|t }}"),
    "break": Message(
      en: "choose the items in the loop's head: for x in xs if …",
      id: "pilih isinya di kepala perulangan: for x in xs if …"),
    "continue": Message(
      en: "choose the items in the loop's head: for x in xs if …",
      id: "pilih isinya di kepala perulangan: for x in xs if …"),
    "else": Message(en: "it belongs between if or for and its end", id: "tempatnya di antara if atau for dan akhirnya"),
    "raw": Message(en: "write {% raw %} and nothing else in the tag", id: "tulis {% raw %} tanpa tambahan lain"),
    "while": Message(en: "use \"for\"", id: "pakai \"for\""),
    "switch": Message(en: "use \"if\" and \"elif\"", id: "pakai \"if\" dan \"elif\""),
    "elseif": Message(en: "use \"elif\"", id: "pakai \"elif\""),
    "debug": Message(en: "use {{ value|tojson }}", id: "pakai {{ nilai|tojson }}"),
  ]

  static func strayTag(_ name: String) -> Problem {
    let help =
      name.hasPrefix("end")
      ? Message(
        en: "remove it, or open \"\(name.dropFirst(3))\" before it",
        id: "hapus, atau buka \"\(name.dropFirst(3))\" sebelumnya")
      : Message(
        en: "it belongs between \"if\" (or \"for\") and its end",
        id: "tempatnya di antara \"if\" (atau \"for\") dan akhirnya")
    return Problem(
      .syntax, "tag", en: "\"\(name)\" has nothing open before it", id: "\"\(name)\" tidak punya pembuka", help: help)
  }

  static func missingEnd(_ end: String) -> Problem {
    Problem(
      .syntax, "unclosed", en: "\"\(end.dropFirst(3))\" has no \"\(end)\"",
      id: "\"\(end.dropFirst(3))\" tidak punya \"\(end)\"",
      help: Message(en: "end it with {% \(end) %}", id: "akhiri dengan {% \(end) %}"))
  }

  static func wrongEnd(_ found: String, expected: String) -> Problem {
    Problem(
      .syntax, "tag", en: "\"\(found)\" stands where \"\(expected)\" must",
      id: "\"\(found)\" berada di tempat \"\(expected)\"",
      help: Message(
        en: "close \"\(expected.dropFirst(3))\" first, with {% \(expected) %}",
        id: "tutup \"\(expected.dropFirst(3))\" dulu, dengan {% \(expected) %}"))
  }

  static func endNameDiffers(_ found: String, _ expected: String) -> Problem {
    Problem(
      .syntax, "tag", en: "\"\(found)\" ends block \"\(expected)\"", id: "\"\(found)\" menutup blok \"\(expected)\"",
      help: Message(en: "write {% endblock \(expected) %}", id: "tulis {% endblock \(expected) %}"))
  }

  static func endWithName(_ end: String) -> Problem {
    Problem(
      .syntax, "tag", en: "\"\(end)\" takes no name", id: "\"\(end)\" tidak memakai nama",
      help: Message(en: "write {% \(end) %}", id: "tulis {% \(end) %}"))
  }

  static let nestingTooDeep = Problem(
    .limit, "nesting", en: "tags are nested deeper than \(Parser.deepestNesting)",
    id: "tag bersarang lebih dalam dari \(Parser.deepestNesting)",
    help: Message(en: "move the inner part to a template of its own", id: "pindahkan bagian dalam ke template sendiri"))

  static let contentInChild = Problem(
    .syntax, "extends", en: "what stands outside a block is never shown in a template that extends another",
    id: "yang berada di luar blok tidak pernah tampil pada template yang memakai extends",
    help: Message(
      en: "put it in a block; only block, macro, from and set can follow extends",
      id: "taruh di dalam blok; setelah extends hanya boleh block, macro, from, dan set"))

  static let extendsNotFirst = Problem(
    .syntax, "extends", en: "\"extends\" is not the template's first tag", id: "\"extends\" bukan tag pertama template",
    help: Message(en: "move it to the file's first line", id: "pindahkan ke baris pertama berkas"))

  static let extendsTwice = Problem(
    .syntax, "extends", en: "a template extends one other only", id: "template hanya memakai satu extends",
    help: Message(en: "remove this one", id: "hapus yang ini"))

  static let unpackingTarget = Problem(
    .syntax, "target", en: "only one name can be given a value at a time", id: "hanya satu nama yang bisa diberi nilai",
    help: Message(
      en: "loop over the keys (for key in m) and get the value with m[key]",
      id: "ulangi kuncinya (for key in m) dan ambil nilainya dengan m[key]"))

  static let assignmentToPart = Problem(
    .syntax, "target", en: "a part of a value cannot be set", id: "bagian dari nilai tidak bisa diubah",
    help: Message(en: "set a new name", id: "beri nama baru dengan set"))

  static let blockSet = Problem(
    .syntax, "target", en: "\"set\" needs \"= value\"", id: "\"set\" perlu \"= nilai\"",
    help: Message(
      en: "for a piece of markup use a macro: {% macro name() %}…{% endmacro %}",
      id: "untuk sepotong markup pakai makro: {% macro nama() %}…{% endmacro %}"))

  static func reservedName(_ name: String) -> Problem {
    Problem(
      .syntax, "target", en: "\"\(name)\" is a word of the language",
      id: "\"\(name)\" adalah kata milik bahasa template",
      help: Message(en: "choose another name", id: "pilih nama lain"))
  }

  static let recursiveLoop = Problem(
    .syntax, "loop", en: "there is no recursive \"for\"", id: "\"for\" rekursif tidak ada",
    help: Message(en: "write a macro that calls itself", id: "tulis makro yang memanggil dirinya sendiri"))

  static let ignoreMissing = Problem(
    .syntax, "include", en: "there is no \"ignore missing\"", id: "\"ignore missing\" tidak ada",
    help: Message(en: "include a template that exists", id: "sertakan template yang ada"))

  static let contextModifier = Problem(
    .syntax, "context", en: "there is no \"with context\" or \"without context\"",
    id: "\"with context\" dan \"without context\" tidak ada",
    help: Message(
      en: "leave it out; an include sees all names, a macro what it is passed",
      id: "hapus saja; include melihat semua nama, makro hanya yang diberikan"))

  static func dynamicTemplateName(_ tag: String) -> Problem {
    let (en, id) = tag == "from" ? (" import name", " import nama") : ("", "")
    return Problem(
      .syntax, "name", en: "\"\(tag)\" takes one template name in quotes",
      id: "\"\(tag)\" memerlukan satu nama template dalam kutip",
      help: Message(
        en: "write {% \(tag) \"file.html\"\(en) %}, inside an \"if\" when it depends on data",
        id: "tulis {% \(tag) \"berkas.html\"\(id) %}, di dalam \"if\" bila tergantung data"))
  }

  static func blockModifier(_ word: String) -> Problem {
    Problem(
      .syntax, "block", en: "a block cannot be \"\(word)\"", id: "blok tidak bisa \"\(word)\"",
      help: Message(
        en: "leave it out; use an include or a macro for what a loop repeats",
        id: "hapus saja; pakai include atau makro untuk isi perulangan"))
  }

  static func blockPlace(_ outer: String) -> Problem {
    Problem(
      .syntax, "block", en: "a block cannot stand inside \"\(outer)\"",
      id: "blok tidak bisa berada di dalam \"\(outer)\"",
      help: Message(en: "use an include or a macro there", id: "pakai include atau makro di sana"))
  }

  static func blockTwice(_ name: String) -> Problem {
    Problem(
      .syntax, "block", en: "block \"\(name)\" is defined twice", id: "blok \"\(name)\" dibuat dua kali",
      help: Message(en: "give one of them another name", id: "beri nama lain pada salah satunya"))
  }

  static func macroPlace(_ outer: String) -> Problem {
    Problem(
      .syntax, "macro", en: "a macro cannot be defined inside \"\(outer)\"",
      id: "makro tidak bisa dibuat di dalam \"\(outer)\"",
      help: Message(en: "define it at the file's top level", id: "buat di tingkat teratas berkas"))
  }

  static func importPlace(_ outer: String) -> Problem {
    Problem(
      .syntax, "import", en: "\"from … import\" cannot stand inside \"\(outer)\"",
      id: "\"from … import\" tidak bisa berada di dalam \"\(outer)\"",
      help: Message(en: "write it at the file's top", id: "tulis di bagian atas berkas"))
  }

  static let importStar = Problem(
    .syntax, "import", en: "macros are imported by name", id: "makro diimpor dengan menyebut namanya",
    help: Message(
      en: "write: {% from \"file.html\" import name %}", id: "tulis: {% from \"berkas.html\" import nama %}"))

  static func privateImport(_ name: String) -> Problem {
    Problem(
      .syntax, "import", en: "\"\(name)\" begins with \"_\" and so belongs to its file only",
      id: "\"\(name)\" diawali \"_\" sehingga hanya milik berkasnya",
      help: Message(en: "rename the macro", id: "ganti nama makro itu"))
  }

  static func parameterTwice(_ name: String) -> Problem {
    Problem(
      .syntax, "macro", en: "parameter \"\(name)\" stands twice", id: "parameter \"\(name)\" ada dua",
      help: Message(en: "rename one of them", id: "ganti nama salah satunya"))
  }

  static let defaultOrder = Problem(
    .syntax, "macro", en: "a parameter without a default stands after one with a default",
    id: "parameter tanpa nilai bawaan berada setelah yang punya nilai bawaan",
    help: Message(en: "put it first", id: "dahulukan"))

  static let defaultNotLiteral = Problem(
    .syntax, "macro", en: "a parameter's default is not a plain value", id: "nilai bawaan parameter harus nilai biasa",
    help: Message(
      en: "write a text, a number, true, false or none", id: "tulis teks, bilangan, true, false, atau none"))
}

// MARK: Names

extension Problem {
  static func missingTemplate(_ name: String, _ known: [String]) -> Problem {
    Problem(
      .missing, "template", en: "there is no template \"\(name)\"", id: "template \"\(name)\" tidak ada",
      help: .didYouMean(nearestMatch(to: name, in: known), orOneOf: known)
        ?? Message(en: "add the file to the templates folder", id: "tambahkan berkasnya ke folder templates"))
  }

  static func unknownName(_ name: String, _ known: [String]) -> Problem {
    Problem(
      .undefined, "name", en: "unknown name \"\(name)\"", id: "nama \"\(name)\" tidak dikenal",
      help: .didYouMean(nearestMatch(to: name, in: known), orOneOf: known)
        ?? Message(en: "define it with set", id: "buat dengan set"))
  }

  static func outerName(_ name: String) -> Problem {
    Problem(
      .undefined, "name", en: "a macro does not see \"\(name)\", which is outside it",
      id: "makro tidak melihat \"\(name)\" yang ada di luarnya",
      help: Message(
        en: "make it a parameter and pass it in the call", id: "jadikan parameter dan berikan saat memanggil"))
  }

  /// Names that Jinja2 defines everywhere and this language does not.
  static func pythonName(_ name: String) -> Problem? {
    let alternatives = [
      "range": Message(
        en: "loop over a list that the page has", id: "ulangi daftar yang dimiliki halaman"),
      "dict": Message(en: "use the fields that the page has", id: "pakai bidang yang dimiliki halaman"),
      "cycler": Message(
        en: "choose by place: \"a\" if loop.index is odd else \"b\"",
        id: "pilih menurut urutan: \"a\" if loop.index is odd else \"b\""),
      "joiner": Message(
        en: "use join, or {% if not loop.last %}, {% endif %}",
        id: "pakai join, atau {% if not loop.last %}, {% endif %}"),
      "namespace": Message(
        en: "let the page compute it; a loop cannot carry values out",
        id: "biarkan halaman menghitungnya; perulangan tidak membawa nilai keluar"),
      "lipsum": Message(en: "write the text", id: "tulis teksnya"),
      "self": Message(en: "use a macro for what is shown twice", id: "pakai makro untuk yang tampil dua kali"),
      "caller": Message(en: "pass the text as an argument", id: "berikan teksnya sebagai argumen"),
      "varargs": Message(
        en: "name each parameter, or pass a list", id: "beri nama tiap parameter, atau berikan daftar"),
      "kwargs": Message(en: "name each parameter", id: "beri nama tiap parameter"),
    ]
    return alternatives[name].map {
      Problem(.undefined, "name", en: "there is no \"\(name)\"", id: "\"\(name)\" tidak ada", help: $0)
    }
  }

  static func macroAsValue(_ name: String) -> Problem {
    Problem(
      .type, "macro", en: "\"\(name)\" is a macro, not a value", id: "\"\(name)\" adalah makro, bukan nilai",
      help: Message(en: "call it: \(name)(…)", id: "panggil: \(name)(…)"))
  }

  static let loopOutsideLoop = Problem(
    .undefined, "loop", en: "\"loop\" is known only between for and endfor of the same file",
    id: "\"loop\" hanya dikenal di antara for dan endfor pada berkas yang sama",
    help: Message(
      en: "name what is needed before an include: {% set n = loop.index %}",
      id: "beri nama sebelum include: {% set n = loop.index %}"))

  static let loopAsValue = Problem(
    .type, "loop", en: "\"loop\" itself is no value", id: "\"loop\" sendiri bukan nilai",
    help: .didYouMean(nil, orOneOf: LoopField.allCases.map { "loop.\($0.rawValue)" }))

  static func unknownLoopField(_ name: String) -> Problem {
    let known = LoopField.allCases.map(\.rawValue)
    return Problem(
      .undefined, "loop", en: "\"loop\" has no \"\(name)\"", id: "\"loop\" tidak punya \"\(name)\"",
      help: .didYouMean(nearestMatch(to: name, in: known), orOneOf: known))
  }

  static func unknownField(_ name: String, _ schema: RecordSchema) -> Problem {
    let known = schema.fields.map(\.name)
    return Problem(
      .undefined, "field", en: "\(schema.name) has no field \"\(name)\"",
      id: "\(schema.name) tidak punya bidang \"\(name)\"",
      help: .didYouMean(nearestMatch(to: name, in: known), orOneOf: known))
  }

  static func noFields(_ found: Message, _ name: String) -> Problem {
    Problem(
      .undefined, "field", en: "\(found.en) has no field \"\(name)\"", id: "\(found.id) tidak punya bidang \"\(name)\"",
      help: Message(
        en: "only records and maps have fields; use a filter for the rest",
        id: "hanya rekaman dan map yang punya bidang; untuk yang lain pakai filter"))
  }

  static func privateAttribute(_ name: String) -> Problem {
    Problem(
      .undefined, "field", en: "there is no field \"\(name)\"", id: "bidang \"\(name)\" tidak ada",
      help: Message(
        en: "use a field that the page has, or a filter", id: "pakai bidang yang dimiliki halaman, atau filter"))
  }

  static func mapMethodName(_ name: String, _ base: String) -> Problem {
    Problem(
      .type, "map", en: "\".\(name)\" is ambiguous on a map", id: "\".\(name)\" bermakna ganda pada map",
      help: Message(en: "write \(base)[\"\(name)\"]", id: "tulis \(base)[\"\(name)\"]"))
  }

  static func pythonAttribute(_ name: String, _ found: Message) -> Problem {
    Problem(
      .type, "field", en: "\(found.en) has no field \"\(name)\"", id: "\(found.id) tidak punya bidang \"\(name)\"",
      help: Message(en: "use a filter", id: "pakai filter"))
  }

  static func mayBeAbsent(_ text: String) -> Problem {
    Problem(
      .undefined, "absent", en: "\"\(text)\" may be absent", id: "\"\(text)\" bisa tidak ada",
      help: Message(
        en: "guard it: {% if \(text) is defined %}…{% endif %}, or give a default: \(text)|default(\"\")",
        id: "jaga dengan {% if \(text) is defined %}…{% endif %}, atau beri nilai bawaan: \(text)|default(\"\")"))
  }

  static func undefinedValue(_ text: String) -> Problem {
    Problem(
      .undefined, "value", en: "\"\(text)\" is not defined", id: "\"\(text)\" tidak terdefinisi",
      help: Message(
        en: "guard it: {% if \(text) is defined %}…{% endif %}, or give a default: \(text)|default(\"\")",
        id: "jaga dengan {% if \(text) is defined %}…{% endif %}, atau beri nilai bawaan: \(text)|default(\"\")"))
  }

  static func setInLoop(_ name: String) -> Problem {
    Problem(
      .syntax, "set", en: "a loop cannot change \"\(name)\", which exists outside it",
      id: "perulangan tidak bisa mengubah \"\(name)\" yang ada di luarnya",
      help: Message(
        en: "use another name; what is summed or counted over the list is the page's work",
        id: "pakai nama lain; jumlah atau hitungan atas daftar disiapkan halaman"))
  }
}

// MARK: Filters, tests and macros

extension Problem {
  static func unknownFilter(_ name: String, _ known: [String]) -> Problem {
    let near = nearestMatch(to: name, in: known)
    return Problem(
      .syntax, "filter", en: "unknown filter \"\(name)\"", id: "filter \"\(name)\" tidak dikenal",
      help: filterAlternatives[name] ?? .didYouMean(near, orOneOf: known.sorted()))
  }

  private static let plannersWork = Message(
    en: "sorting, grouping and choosing are the page's work; loop with for x in xs if …",
    id: "mengurutkan, mengelompokkan, dan memilih disiapkan halaman; ulangi dengan for x in xs if …")

  private static let filterAlternatives: [String: Message] = [
    "sort": plannersWork, "dictsort": plannersWork, "groupby": plannersWork, "batch": plannersWork,
    "slice": plannersWork, "unique": plannersWork, "select": plannersWork, "reject": plannersWork,
    "selectattr": plannersWork, "rejectattr": plannersWork, "reverse": plannersWork, "list": plannersWork,
    "sum": plannersWork, "min": plannersWork, "max": plannersWork, "random": plannersWork, "items": plannersWork,
    "map": Message(
      en: "name the field in join: xs|join(\", \", \"name\"), or loop",
      id: "sebut bidangnya di join: xs|join(\", \", \"nama\"), atau ulangi"),
    "format": Message(en: "join the parts with \"~\"", id: "sambung bagiannya dengan \"~\""),
    "attr": Message(en: "write value.name", id: "tulis nilai.nama"),
    "float": Message(en: "use int, or a number from the page", id: "pakai int, atau bilangan dari halaman"),
    "title": Message(en: "use capitalize", id: "pakai capitalize"),
    "striptags": Message(en: "use plaintext", id: "pakai plaintext"),
    "forceescape": Message(en: "use escape", id: "pakai escape"),
    "center": Message(en: "align with CSS", id: "ratakan dengan CSS"),
    "indent": Message(en: "indent with CSS", id: "beri inden dengan CSS"),
    "wordwrap": Message(en: "let CSS wrap the text", id: "biarkan CSS memotong barisnya"),
    "filesizeformat": Message(
      en: "divide and round: (n / 1024)|round", id: "bagi dan bulatkan: (n / 1024)|round"),
    "wordcount": Message(en: "let the page count", id: "biarkan halaman menghitung"),
    "pprint": Message(en: "use tojson", id: "pakai tojson"),
    "xmlattr": Message(en: "write the attributes", id: "tulis atributnya"),
    "urlize": Message(en: "write the link: <a href=…>", id: "tulis tautannya: <a href=…>"),
  ]

  static func unknownTest(_ name: String) -> Problem {
    let known = BuiltinTest.allCases.map(\.rawValue)
    let alternatives = [
      "equalto": "==", "eq": "==", "ne": "!=", "lt": "<", "gt": ">", "le": "<=", "ge": ">=", "in": "in",
      "sameas": "==", "true": "== true", "false": "== false", "greaterthan": ">", "lessthan": "<",
    ]
    let help = alternatives[name].map { Message(en: "write \($0)", id: "tulis \($0)") }
    return Problem(
      .syntax, "test", en: "unknown test \"\(name)\"", id: "uji \"\(name)\" tidak dikenal",
      help: help ?? .didYouMean(nearestMatch(to: name, in: known), orOneOf: known))
  }

  static func safeNotLast(_ name: String) -> Problem {
    Problem(
      .type, "safe", en: "\"\(name)\" does not stand last", id: "\"\(name)\" tidak berada paling akhir",
      help: Message(
        en: "put |\(name) at the end of what {{ }} or set holds",
        id: "taruh |\(name) di akhir isi {{ }} atau set"))
  }

  static let constantMarkup = Problem(
    .type, "safe", en: "\"~\" cannot join fixed texts of which one is markup",
    id: "\"~\" tidak bisa menyambung teks tetap yang salah satunya markup",
    help: Message(en: "write the markup as text, outside {{ }}", id: "tulis markupnya sebagai teks, di luar {{ }}"))

  static func tooManyArguments(_ callee: String, _ names: [String]) -> Problem {
    let list = names.isEmpty ? "" : names.joined(separator: ", ")
    return Problem(
      .type, "argument", en: "\"\(callee)\" gets too many arguments", id: "argumen untuk \"\(callee)\" terlalu banyak",
      help: names.isEmpty
        ? Message(en: "it takes none", id: "tanpa argumen")
        : Message(en: "it takes: \(list)", id: "argumennya: \(list)"))
  }

  static func unknownArgument(_ name: String, of callee: String, _ names: [String]) -> Problem {
    Problem(
      .type, "argument", en: "\"\(callee)\" has no argument \"\(name)\"",
      id: "\"\(callee)\" tidak punya argumen \"\(name)\"",
      help: .didYouMean(nearestMatch(to: name, in: names), orOneOf: names)
        ?? Message(en: "it takes none", id: "tanpa argumen"))
  }

  static func missingArgument(_ name: String, of callee: String) -> Problem {
    Problem(
      .type, "argument", en: "\"\(callee)\" needs \"\(name)\"", id: "\"\(callee)\" memerlukan \"\(name)\"",
      help: Message(en: "write \(callee)(…)", id: "tulis \(callee)(…)"))
  }

  static func roundMethod(_ method: String) -> Problem {
    Problem(
      .type, "argument", en: "\"\(method)\" is no way of rounding", id: "\"\(method)\" bukan cara membulatkan",
      help: .didYouMean(
        nearestMatch(to: method, in: ["common", "ceil", "floor"]), orOneOf: ["common", "ceil", "floor"]))
  }

  static func filterFailed(_ failure: FilterFailure) -> Problem {
    Problem(.type, "filter", en: failure.message.en, id: failure.message.id, help: failure.help)
  }

  static func unknownMacro(_ name: String, _ known: [String]) -> Problem {
    Problem(
      .undefined, "macro", en: "unknown macro \"\(name)\"", id: "makro \"\(name)\" tidak dikenal",
      help: .didYouMean(nearestMatch(to: name, in: known), orOneOf: known)
        ?? Message(
          en: "define it before this place, or import it: {% from \"file.html\" import \(name) %}",
          id: "buat sebelum tempat ini, atau impor: {% from \"berkas.html\" import \(name) %}"))
  }

  static func unknownMacroInFile(_ name: String, _ file: String, _ known: [String]) -> Problem {
    Problem(
      .undefined, "macro", en: "\"\(file)\" has no macro \"\(name)\"", id: "\"\(file)\" tidak punya makro \"\(name)\"",
      help: .didYouMean(nearestMatch(to: name, in: known), orOneOf: known)
        ?? Message(en: "define it there", id: "buat di sana"))
  }

  static func notCallable(_ name: String) -> Problem {
    Problem(
      .type, "call", en: "\"\(name)\" is not a macro and cannot be called",
      id: "\"\(name)\" bukan makro sehingga tidak bisa dipanggil",
      help: Message(en: "use a filter: \(name)|filter", id: "pakai filter: \(name)|filter"))
  }

  static let superOutsideBlock = Problem(
    .undefined, "super", en: "\"super()\" stands outside a block", id: "\"super()\" berada di luar blok",
    help: Message(
      en: "put it in the block whose former content it shows", id: "taruh di dalam blok yang isinya diambil"))

  static func noSuper(_ block: String) -> Problem {
    Problem(
      .undefined, "super", en: "no ancestor has a block \"\(block)\" for \"super()\" to show",
      id: "tidak ada induk dengan blok \"\(block)\" untuk \"super()\"",
      help: Message(
        en: "remove it, or name a block of the template that this one extends",
        id: "hapus, atau pakai nama blok milik template induk"))
  }

  static func unusedBlock(_ name: String, _ known: [String]) -> Problem {
    Problem(
      .undefined, "block", en: "block \"\(name)\" is never shown: no ancestor has it",
      id: "blok \"\(name)\" tidak pernah tampil: tidak ada pada induk",
      help: .didYouMean(nearestMatch(to: name, in: known), orOneOf: known))
  }

  func warning(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.warning, code, message, at: location, help: help)
  }
}

// MARK: Cycles and limits

extension Problem {
  static func extendsCycle(_ name: String) -> Problem {
    Problem(
      .syntax, "cycle", en: "extending \"\(name)\" leads back here", id: "extends \"\(name)\" kembali ke sini",
      help: Message(en: "let one of the templates extend nothing", id: "buat salah satunya tanpa extends"))
  }

  static func includeCycle(_ name: String) -> Problem {
    Problem(
      .syntax, "cycle", en: "including \"\(name)\" leads back here", id: "include \"\(name)\" kembali ke sini",
      help: Message(
        en: "use a macro for what repeats inside itself", id: "pakai makro untuk yang berulang di dalam dirinya"))
  }

  static func importCycle(_ name: String) -> Problem {
    Problem(
      .syntax, "cycle", en: "importing \"\(name)\" leads back here", id: "import \"\(name)\" kembali ke sini",
      help: Message(en: "move the shared macros to a third file", id: "pindahkan makro bersama ke berkas ketiga"))
  }

  static let extendsInModule = Problem(
    .syntax, "import", en: "a file of macros that are imported cannot extend another",
    id: "berkas makro yang diimpor tidak bisa memakai extends",
    help: Message(en: "move the macros to a file of their own", id: "pindahkan makronya ke berkas sendiri"))

  static let extendsTooDeep = Problem(
    .limit, "extends", en: "templates extend each other more than \(Resolver.deepestInclude) deep",
    id: "extends bertingkat lebih dari \(Resolver.deepestInclude)",
    help: Message(en: "extend fewer layouts", id: "kurangi tingkat layout"))

  static let includeTooDeep = Problem(
    .limit, "include", en: "templates include each other more than \(Resolver.deepestInclude) deep",
    id: "include bertingkat lebih dari \(Resolver.deepestInclude)",
    help: Message(en: "include fewer levels", id: "kurangi tingkat include"))

  static let macroCallsTooDeep = Problem(
    .limit, "macro", en: "macros call each other more than \(Resolver.deepestMacro) deep",
    id: "makro saling memanggil lebih dari \(Resolver.deepestMacro) tingkat",
    help: Message(en: "call fewer levels", id: "kurangi tingkat pemanggilan"))

  static let pageTooDeep = Problem(
    .limit, "nesting", en: "tags are nested deeper than \(Resolver.deepestNesting) with all that the page includes",
    id: "tag bersarang lebih dari \(Resolver.deepestNesting) tingkat beserta semua yang disertakan",
    help: Message(en: "include from a less deep place", id: "sertakan dari tempat yang tidak sedalam ini"))

  static let pageTooLarge = Problem(
    .limit, "page", en: "the page has more than \(Resolver.mostNodes) parts with all that it includes",
    id: "halaman punya lebih dari \(Resolver.mostNodes) bagian beserta semua yang disertakan",
    help: Message(en: "include less, or use macros and loops", id: "kurangi include, atau pakai makro dan perulangan"))
}

// MARK: Types

extension Problem {
  static func wrongType(
    _ found: StaticType.Kinds, _ accepted: StaticType.Kinds, _ context: UseContext, _ text: String
  ) -> Problem {
    let what = context.message
    let quote = text.contains("\"") ? "`" : "\""
    let isShort = !text.isEmpty && text.count <= 60 && !text.contains("\n")
    let subject = isShort ? Message(en: quote + text + quote, id: quote + text + quote) : .thisValue
    return Problem(
      .type, context.name, en: "\(subject.en) is \(found.message.en), which \(what.en)",
      id: "\(subject.id) adalah \(found.message.id), yang \(what.id)",
      help: help(found, accepted, context))
  }

  private static func help(
    _ found: StaticType.Kinds, _ accepted: StaticType.Kinds, _ context: UseContext
  ) -> Message? {
    switch context {
    case .output, .concatenation:
      if found.contains(.list) { return Message(en: "use join, or loop over it", id: "pakai join, atau ulangi isinya") }
      if found.contains(.none) { return Message(en: "use default(\"\", true)", id: "pakai default(\"\", true)") }
      return Message(
        en: "show one of its fields, or use tojson", id: "tampilkan salah satu bidangnya, atau pakai tojson")
    case .arithmetic(let sign) where !found.isDisjoint(with: .text) && (sign == "+" || sign == "%" || sign == "*"):
      return Message(en: "join texts with \"~\"", id: "sambung teks dengan \"~\"")
    case .loop where !found.isDisjoint(with: .text):
      return Message(en: "loop over a list or a map", id: "ulangi daftar atau map")
    case .index where !found.isDisjoint(with: .text):
      return Message(en: "use first, last or truncate", id: "pakai first, last, atau truncate")
    case .filter where found == .html && accepted.contains(.string):
      return Message(en: "use plaintext before it", id: "pakai plaintext sebelumnya")
    case .filter("urlencode"):
      return Message(en: "encode each part that goes into the link", id: "encode tiap bagian yang masuk ke tautan")
    default:
      let wanted = accepted.message
      return Message(en: "it takes \(wanted.en)", id: "yang diterima: \(wanted.id)")
    }
  }

  static func joinOfUnprintable(_ found: Message) -> Problem {
    Problem(
      .type, "join", en: "the list holds \(found.en), which join cannot show",
      id: "daftar ini berisi \(found.id), yang tidak bisa ditampilkan join",
      help: Message(
        en: "name a field, as in join(\", \", \"name\"), or loop over it",
        id: "sebut bidangnya, misalnya join(\", \", \"name\"), atau ulangi isinya"))
  }

  static func unlikeOrdering(_ left: Message, _ right: Message) -> Problem {
    Problem(
      .type, "ordering", en: "\(left.en) and \(right.en) have no order",
      id: "\(left.id) dan \(right.id) tidak bisa diurutkan",
      help: Message(en: "compare two numbers or two texts", id: "bandingkan dua bilangan atau dua teks"))
  }

  static func divisionByZero(_ text: String) -> Problem {
    Problem(
      .type, "division", en: "division by zero", id: "pembagian dengan nol",
      help: Message(en: "test the divisor first: {% if n != 0 %}", id: "uji pembaginya dulu: {% if n != 0 %}"))
  }

  static let overflow = Problem(
    .type, "overflow", en: "the result is larger than a whole number can be",
    id: "hasilnya melebihi batas bilangan bulat",
    help: Message(en: "calculate with decimal numbers: 1.0 * n", id: "hitung dengan bilangan desimal: 1.0 * n"))

  static let notFinite = Problem(
    .type, "overflow", en: "the result is not a finite number", id: "hasilnya bukan bilangan terhingga",
    help: Message(en: "calculate with smaller numbers", id: "hitung dengan bilangan yang lebih kecil"))

  static let roundingRange = Problem(
    .type, "argument", en: "round takes a precision from -300 to 300", id: "ketelitian round dari -300 sampai 300",
    help: Message(en: "write a smaller precision", id: "tulis ketelitian yang lebih kecil"))

  static func truncateLength(_ end: Int) -> Problem {
    Problem(
      .type, "argument", en: "truncate's length is less than its end, which has \(end) characters",
      id: "panjang truncate kurang dari panjang akhirannya, yaitu \(end) karakter",
      help: Message(en: "write a larger length, or end=\"\"", id: "tulis panjang yang lebih besar, atau end=\"\""))
  }

  static let negativeLeeway = Problem(
    .type, "argument", en: "truncate's leeway is negative", id: "leeway truncate bernilai negatif",
    help: Message(en: "write 0 or more", id: "tulis 0 atau lebih"))

  static let macroTooDeep = Problem(
    .limit, "macro", en: "the macro calls itself more than \(Resolver.deepestMacro) deep",
    id: "makro memanggil dirinya lebih dari \(Resolver.deepestMacro) tingkat",
    help: Message(en: "give it a condition that ends", id: "beri syarat yang berakhir"))

  static let valueTooDeep = Problem(
    .limit, "value", en: "the value is nested too deep", id: "nilai ini bersarang terlalu dalam",
    help: Message(en: "use one of its parts", id: "pakai salah satu bagiannya"))

  static let otherSchema = Problem(
    .type, "root", en: "the page's values are not of the kind that the template was compiled for",
    id: "nilai halaman bukan dari jenis yang dikompilasi untuk template ini",
    help: Message(en: "render it with a record of its page kind", id: "render dengan rekaman dari jenis halamannya"))
}

extension UseContext {
  fileprivate var name: String {
    switch self {
    case .output: "output"
    case .condition: "condition"
    case .loop: "loop"
    case .index, .indexValue: "index"
    case .concatenation: "concatenation"
    case .comparison: "comparison"
    case .ordering: "ordering"
    case .membership, .textMembership: "membership"
    case .attribute: "field"
    case .arithmetic: "arithmetic"
    case .filter: "filter"
    case .argument: "argument"
    case .test: "test"
    }
  }

  fileprivate var message: Message {
    switch self {
    case .output: Message(en: "cannot be shown", id: "tidak bisa ditampilkan")
    case .condition: Message(en: "is no condition", id: "bukan syarat")
    case .loop: Message(en: "cannot be looped over", id: "tidak bisa diulangi")
    case .index: Message(en: "has no elements", id: "tidak punya elemen")
    case .indexValue: Message(en: "cannot stand in [ ]", id: "tidak bisa berada di [ ]")
    case .concatenation: Message(en: "\"~\" cannot join", id: "tidak bisa disambung \"~\"")
    case .comparison: Message(en: "cannot be compared", id: "tidak bisa dibandingkan")
    case .ordering: Message(en: "has no order", id: "tidak punya urutan")
    case .membership: Message(en: "holds nothing that \"in\" could find", id: "tidak berisi apa pun untuk \"in\"")
    case .textMembership: Message(en: "cannot be in a text", id: "tidak bisa ada di dalam teks")
    case .attribute(let name): Message(en: "has no \"\(name)\"", id: "tidak punya \"\(name)\"")
    case .arithmetic(let sign):
      Message(en: "\"\(sign)\" cannot calculate with", id: "tidak bisa dihitung dengan \"\(sign)\"")
    case .filter(let name): Message(en: "\(name) cannot take", id: "tidak diterima \(name)")
    case .argument(let name, let callee):
      Message(en: "\(callee) cannot take as \(name)", id: "tidak diterima \(callee) sebagai \(name)")
    case .test(let name): Message(en: "\"is \(name)\" cannot test", id: "tidak bisa diuji \"is \(name)\"")
    }
  }
}

// MARK: How rendering came to a place

extension Message {
  static let extendedHere = Message(en: "extended here", id: "diperluas di sini")
  static let includedHere = Message(en: "included here", id: "disertakan di sini")
  static let importedHere = Message(en: "imported here", id: "diimpor di sini")

  static let calledHere = Message(en: "in a macro called here", id: "di makro yang dipanggil di sini")

  static func inBlock(_ name: String) -> Message { Message(en: "in block \"\(name)\"", id: "di blok \"\(name)\"") }

  static func inMacro(_ name: String) -> Message {
    Message(en: "in macro \"\(name)\", called here", id: "di makro \"\(name)\", dipanggil di sini")
  }
}

// MARK: Values in HTML

extension Problem {
  static func noValueHere(_ reason: ValueRule.NoValueReason, _ state: HTMLState) -> Problem {
    let place = state.message
    return Problem(
      .html, reason.name, en: "a value cannot stand \(place.en)", id: "nilai tidak bisa berada \(place.id)",
      help: reason.help(state.attributeName))
  }

  static func markupInAttribute(_ attribute: String) -> Problem {
    Problem(
      .html, "markup", en: "markup cannot stand in the attribute \"\(attribute)\"",
      id: "markup tidak bisa berada di atribut \"\(attribute)\"",
      help: Message(
        en: "use plain text: without |safe or |e, or with |plaintext",
        id: "pakai teks biasa: tanpa |safe atau |e, atau dengan |plaintext"))
  }

  static func linkExpected(_ attribute: String) -> Problem {
    Problem(
      .html, "link", en: "\"\(attribute)\" takes a link, and this value is none that was checked",
      id: "\"\(attribute)\" memerlukan tautan, dan nilai ini bukan tautan yang sudah diperiksa",
      help: Message(
        en:
          "use a field of type url, or begin with /x, #, ?, https://host/, mailto: or tel: and end with |urlencode",
        id:
          "pakai bidang bertipe url, atau awali /x, #, ?, https://host/, mailto: atau tel: dan akhiri |urlencode"
      ))
  }

  static func linkPrefix(_ attribute: String) -> Problem {
    Problem(
      .html, "link", en: "the beginning of \"\(attribute)\" does not fix where the link leads",
      id: "awal \"\(attribute)\" belum menentukan arah tautan",
      help: Message(
        en: "begin with /x, #, ?, https://host/, mailto: or tel:, or use one value of type url",
        id: "awali dengan /x, #, ?, https://host/, mailto: atau tel:, atau pakai satu nilai bertipe url"))
  }

  static func linkPartNotEncoded(_ attribute: String) -> Problem {
    Problem(
      .html, "link", en: "a part of the link \"\(attribute)\" is not encoded",
      id: "bagian dari tautan \"\(attribute)\" belum di-encode",
      help: Message(en: "add |urlencode", id: "tambahkan |urlencode"))
  }

  static let srcsetExpected = Problem(
    .html, "srcset", en: "this attribute takes a srcset", id: "atribut ini memerlukan srcset",
    help: Message(
      en: "use a field of type srcset or the filter srcset", id: "pakai bidang bertipe srcset atau filter srcset"))

  static let scriptNeedsJSON = Problem(
    .html, "script", en: "in a script a value stands as JSON", id: "di dalam script nilai ditulis sebagai JSON",
    help: Message(en: "end the value with |tojson", id: "akhiri nilainya dengan |tojson"))

  static let styleNeedsNumber = Problem(
    .html, "style", en: "in a style only numbers can be shown",
    id: "di dalam style hanya bilangan yang bisa ditampilkan",
    help: Message(
      en: "choose between classes: class=\"{{ \"on\" if a else \"off\" }}\"",
      id: "pilih kelas: class=\"{{ \"on\" if a else \"off\" }}\""))

  static func branchesDisagree(_ first: Message, _ second: Message) -> Problem {
    Problem(
      .html, "branches", en: "the branches end differently: one \(first.en), another \(second.en)",
      id: "cabang-cabang berakhir berbeda: satu \(first.id), lainnya \(second.id)",
      help: Message(
        en: "open and close each tag and quote in the same branch, or outside the if",
        id: "buka dan tutup tiap tag dan kutip di cabang yang sama, atau di luar if"))
  }

  static func loopChangesState(_ start: Message, _ end: Message) -> Problem {
    Problem(
      .html, "loop", en: "the loop begins \(start.en) and ends \(end.en)",
      id: "perulangan mulai \(start.id) dan berakhir \(end.id)",
      help: Message(
        en: "open and close each tag and quote inside the loop",
        id: "buka dan tutup tiap tag dan kutip di dalam perulangan"))
  }

  static func blockChangesState(_ name: String, _ start: Message, _ end: Message) -> Problem {
    Problem(
      .html, "block", en: "block \"\(name)\" begins \(start.en) and ends \(end.en)",
      id: "blok \"\(name)\" mulai \(start.id) dan berakhir \(end.id)",
      help: Message(
        en: "open and close each tag and quote inside it", id: "buka dan tutup tiap tag dan kutip di dalamnya"))
  }

  static func macroChangesState(_ name: String, _ start: Message, _ end: Message) -> Problem {
    Problem(
      .html, "macro", en: "macro \"\(name)\" begins \(start.en) and ends \(end.en)",
      id: "makro \"\(name)\" mulai \(start.id) dan berakhir \(end.id)",
      help: Message(
        en: "open and close each tag and quote inside it", id: "buka dan tutup tiap tag dan kutip di dalamnya"))
  }

  static func blockInTag(_ name: String) -> Problem {
    Problem(
      .html, "block", en: "block \"\(name)\" stands inside a tag", id: "blok \"\(name)\" berada di dalam tag",
      help: Message(
        en: "put it around the whole tag, or inside one attribute's quotes",
        id: "taruh mengelilingi seluruh tag, atau di dalam kutip satu atribut"))
  }

  static func macroInMarkup(_ name: String, _ state: HTMLState) -> Problem {
    let place = state.message
    return Problem(
      .html, "macro", en: "macro \"\(name)\" cannot stand \(place.en)",
      id: "makro \"\(name)\" tidak bisa berada \(place.id)",
      help: Message(
        en: "call it in text or inside a quoted attribute", id: "panggil di dalam teks atau di dalam atribut berkutip"))
  }

  static let namesRunTogether = Problem(
    .html, "branches", en: "names would run together after the branches", id: "nama akan tersambung setelah cabang",
    help: Message(en: "put a space before this", id: "beri spasi sebelum ini"))

  static func unclosedMarkup(_ state: Message) -> Problem {
    Problem(
      .html, "unclosed", en: "the page ends \(state.en)", id: "halaman berakhir \(state.id)",
      help: Message(en: "close what is opened here", id: "tutup yang dibuka di sini"))
  }
}

extension HTMLState {
  /// `in the attribute "title"`, for messages.
  var message: Message {
    switch mode {
    case .text: Message(en: "in text", id: "di dalam teks")
    case .tagOpen, .endTagOpen, .tagName: Message(en: "in a tag's name", id: "di dalam nama tag")
    case .betweenAttributes, .afterAttributeName, .endOfName:
      Message(en: "inside the tag <\(elementName)>", id: "di dalam tag <\(elementName)>")
    case .attributeName: Message(en: "in an attribute's name", id: "di dalam nama atribut")
    case .beforeValue, .unquotedValue:
      Message(
        en: "in the attribute \"\(attributeName)\" without quotes",
        id: "di atribut \"\(attributeName)\" tanpa kutip")
    case .value: Message(en: "in the attribute \"\(attributeName)\"", id: "di atribut \"\(attributeName)\"")
    case .declarationOpen, .commentOpen, .declaration:
      Message(en: "in a declaration <!…>", id: "di dalam deklarasi <!…>")
    case .comment: Message(en: "in an HTML comment", id: "di dalam komentar HTML")
    case .rawText:
      script.isBetweenValues
        ? Message(en: "in <\(elementName)>", id: "di dalam <\(elementName)>")
        : Message(en: "in a text or comment of a script", id: "di dalam teks atau komentar script")
    }
  }
}

extension ValueRule.NoValueReason {
  fileprivate var name: String {
    switch self {
    case .tagName, .attributeName: "name"
    case .betweenAttributes: "tag"
    case .unquotedValue: "unquoted"
    case .comment, .declaration: "comment"
    case .handler: "handler"
    case .document: "document"
    case .script: "script"
    }
  }

  fileprivate func help(_ attribute: String) -> Message {
    switch self {
    case .tagName:
      Message(
        en: "write the tag's name, in an \"if\" when it differs", id: "tulis nama tagnya, di dalam \"if\" bila berbeda")
    case .attributeName, .betweenAttributes:
      Message(
        en: "write the attribute inside an \"if\": {% if a %} checked{% endif %}",
        id: "tulis atributnya di dalam \"if\": {% if a %} checked{% endif %}")
    case .unquotedValue:
      Message(en: "put quotes around it: \(attribute)=\"{{ … }}\"", id: "beri kutip: \(attribute)=\"{{ … }}\"")
    case .comment: Message(en: "use a template comment: {# … #}", id: "pakai komentar template: {# … #}")
    case .declaration: Message(en: "write it out", id: "tulis langsung")
    case .handler:
      Message(
        en: "put the value in a data-… attribute and read it in a script file",
        id: "taruh nilainya di atribut data-… dan baca dari berkas script")
    case .document: Message(en: "put the content into the page itself", id: "taruh isinya di halaman itu sendiri")
    case .script:
      Message(
        en: "put the whole value outside the quotes, with |tojson",
        id: "taruh seluruh nilai di luar kutip, dengan |tojson")
    }
  }
}

extension Message {
  fileprivate static let thisValue = Message(en: "this", id: "ini")
  static let openedHere = Message(en: "opened here", id: "dibuka di sini")
}
