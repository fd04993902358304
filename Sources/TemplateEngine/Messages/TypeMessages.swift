internal import Diagnostics

// What can be wrong with the types of values, and how rendering came to a place.

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
