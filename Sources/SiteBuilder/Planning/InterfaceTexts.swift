internal import Diagnostics
internal import ProductCatalog
internal import TemplateEngine

/// The words of the website itself in one language, from `templates/strings/<language>.yaml`: dotted keys and texts.
///
/// `{0}` and `{1}` stand for values; `one|many` chooses by whether the first value is 1.
struct InterfaceTexts: Sendable {
  let language: String
  private let texts: [String: Entry]
  /// Whether there is no file: that is one mistake, not one at each place that a text is named.
  private var isMissing = false

  /// A text, and the same taken apart: for one, and for any other number.
  ///
  /// A class, so that a look-up costs one reference.
  private final class Entry: Sendable {
    let text: String
    let one: TextPattern
    let other: TextPattern

    init(_ text: String) {
      self.text = text
      let bar = text.utf8.firstIndex(of: UInt8(ascii: "|"))
      one = TextPattern(bar.map { text[..<$0] } ?? text[...])
      other = bar.map { TextPattern(text[text.utf8.index(after: $0)...]) } ?? one
    }
  }

  /// - Returns: the texts, and an error for each key that the planner needs and the file lacks.
  static func read(_ file: SourceFile, language: String) -> (texts: InterfaceTexts, diagnostics: [Diagnostic]) {
    let table = TextTable.read(file)
    let texts = Dictionary(table.entries.map { ($0.key, Entry($0.text)) }) { first, _ in first }
    let missing = table.diagnostics.hasErrors ? [] : required.filter { texts[$0] == nil }
    return (
      InterfaceTexts(language: language, texts: texts),
      table.diagnostics + missing.map { .textMissing($0, in: file) }
    )
  }

  /// No texts, to go on checking a theme whose file is missing.
  static func none(_ language: String) -> InterfaceTexts {
    InterfaceTexts(language: language, texts: [:], isMissing: true)
  }

  /// The text at a key that is in `required`.
  func callAsFunction(_ key: String, _ first: String? = nil, _ second: String? = nil, count: Int? = nil) -> String {
    assert(Self.required.contains(key), "\(key) must be in InterfaceTexts.required")
    guard let entry = texts[key] else { return key }
    guard let first else { return entry.text }
    return (count == 1 ? entry.one : entry.other).filled(first, second)
  }

  /// The text at a key that a template names; absent values are `.undefined`.
  func text(_ key: String, _ first: Value = .undefined, _ second: Value = .undefined) throws(FilterFailure) -> String {
    guard let entry = texts[key] else {
      if isMissing { return key }
      let near = nearestMatch(to: key, in: texts.keys.sorted(by: precedes))
      throw FilterFailure(.noText(key, language: language), help: near.map(Message.didYouMean))
    }
    guard let filling = try Self.plain(first) else { return entry.text }
    return (Self.isOne(first) ? entry.one : entry.other).filled(filling, try Self.plain(second))
  }

  private static func plain(_ value: Value) throws(FilterFailure) -> String? {
    switch value {
    case .undefined: nil
    case .string(let text), .url(let text): text
    case .int(let number): String(number)
    default: throw FilterFailure(.needs("t", "string, int"))
    }
  }

  private static func isOne(_ value: Value) -> Bool {
    if case .int(1) = value { return true }
    return false
  }
}

extension InterfaceTexts {
  /// The keys that the planner itself uses; templates name theirs, and those are checked when they are compiled.
  static let required: [String] =
    [
      "menu.home", "menu.products", "menu.categories", "menu.rw", "menu.businesses", "menu.centre",
      "title.products", "title.categories", "title.businesses", "title.rw_board", "title.not_found", "title.numbered",
      "title.rw", "title.rw_short", "title.rw_category", "title.category_path",
      "description.home", "description.products", "description.categories", "description.category",
      "description.businesses", "description.business", "description.rw_board", "description.kelurahan",
      "description.rw", "description.rw_category", "description.centre", "description.not_found",
      "board.cell.flagship", "board.cell.candidate", "board.cell.products", "board.cell.none",
      "title.search", "title.basket", "description.search", "description.basket", "search.ignored",
      "locale", "feed.title", "badge.sample", "price.ask", "days.range", "hours.range", "licence.pirt",
      "licence.expired", "footnote.back", "task.done", "task.to_do", "text.table", "text.code", "share.message",
    ]
    + ["decide", "nominate", "kelurahan", "unlisted", "rt"].flatMap { ["board.gap.\($0)", "board.gap.\($0).text"] }
    + keys("title", ["print_catalog", "print_volume", "print_labels"])
    + keys("description", ["print_catalog", "print_labels"])
    + keys("availability", ["ready", "made-to-order", "seasonal", "sold-out"])
    + keys("reach", Product.Reach.allCases) + keys("kind", Business.Kind.allCases)
    + keys("scale", Business.Scale.allCases) + keys("payment", Business.Payment.allCases)
    + keys("delivery", Business.Delivery.allCases) + keys("channel", Channel.Kind.allCases)
    + keys("halal", Halal.Status.allCases) + keys("day", OpeningHours.Weekday.allCases)
    + (1...12).map { "month.\($0)" }

  private static func keys(_ group: String, _ words: [String]) -> [String] { words.map { "\(group).\($0)" } }

  private static func keys<Word: RawRepresentable<String>>(_ group: String, _ cases: [Word]) -> [String] {
    keys(group, cases.map(\.rawValue))
  }
}
