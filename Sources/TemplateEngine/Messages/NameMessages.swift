internal import Diagnostics

// What can be wrong with names.

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
