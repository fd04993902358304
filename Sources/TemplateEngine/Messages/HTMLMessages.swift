internal import Diagnostics

// What can be wrong with values in HTML.

extension Problem {
  static func noValueHere(_ reason: ValueRule.NoValueReason, _ state: HTMLState, _ letters: LetterTree) -> Problem {
    let place = state.message(letters)
    return Problem(
      .html, reason.name, en: "a value cannot stand \(place.en)", id: "nilai tidak bisa berada \(place.id)",
      help: reason.help(letters.string(state.attribute)))
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

  static func macroInMarkup(_ name: String, _ state: HTMLState, _ letters: LetterTree) -> Problem {
    let place = state.message(letters)
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
  func message(_ letters: LetterTree) -> Message {
    switch mode {
    case .text: Message(en: "in text", id: "di dalam teks")
    case .tagOpen, .endTagOpen, .tagName: Message(en: "in a tag's name", id: "di dalam nama tag")
    case .betweenAttributes, .afterAttributeName, .endOfName:
      Message(en: "inside the tag <\(letters.string(element))>", id: "di dalam tag <\(letters.string(element))>")
    case .attributeName: Message(en: "in an attribute's name", id: "di dalam nama atribut")
    case .beforeValue, .unquotedValue:
      Message(
        en: "in the attribute \"\(letters.string(attribute))\" without quotes",
        id: "di atribut \"\(letters.string(attribute))\" tanpa kutip")
    case .value:
      Message(
        en: "in the attribute \"\(letters.string(attribute))\"", id: "di atribut \"\(letters.string(attribute))\"")
    case .declarationOpen, .commentOpen, .declaration:
      Message(en: "in a declaration <!…>", id: "di dalam deklarasi <!…>")
    case .comment: Message(en: "in an HTML comment", id: "di dalam komentar HTML")
    case .rawText:
      script.isBetweenValues
        ? Message(en: "in <\(letters.string(element))>", id: "di dalam <\(letters.string(element))>")
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
