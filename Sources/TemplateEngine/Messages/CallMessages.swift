internal import Diagnostics

// What can be wrong with filters, tests and macros, and with what goes in circles or too deep.

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
