internal import Diagnostics

// What can be wrong with tags.

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
