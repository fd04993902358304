import Diagnostics
import Synchronization
import TemplateEngine
import Testing

/// Includes of records that many pages show: rendered once, and never shown where they would be wrong.
@Suite("Fragments")
struct FragmentTests {
  private static let card = RecordSchema(
    "Card", "", fields: [.init("name", "", .string), .init("price", "", .optional(.int))])
  private static let page = RecordSchema(
    "Page", "",
    fields: [
      .init("cards", "", .list(.record(card))), .init("lang", "", .optional(.string)),
      .init("words", "", .list(.string)), .init("site", "", .record(card)),
    ])
  private static let other = RecordSchema(
    "Other", "", fields: [.init("best", "", .record(card)), .init("lang", "", .list(.string))])

  /// Pages that show the same records, and how often `|counted` was applied.
  private final class Shop {
    let kopi = Record(card, [.string("Kopi & teh"), .int(18_000)], isShared: true)
    let getuk = Record(card, [.string("Getuk"), .undefined], isShared: true)
    private let library: TemplateLibrary
    let calls: Calls

    final class Calls: Sendable { let count = Atomic(0) }

    init(_ templates: [String: String]) throws {
      let calls = Calls()
      self.calls = calls
      let counted = HostFilter("counted", input: [.string], result: .string, about: "") {
        value, _ throws(FilterFailure) in
        calls.count.add(1, ordering: .relaxed)
        return value
      }
      let sources = templates.keys.sorted().map { name in
        TemplateSource(name: name, file: SourceFile(path: name, text: templates[name] ?? ""))
      }
      let kinds = [("main.html", page), ("list.html", page), ("other.html", FragmentTests.other)]
        .filter { templates[$0.0] != nil }.map { PageKind(template: $0.0, schema: $0.1) }
      let (library, diagnostics) = TemplateLibrary.compile(sources, pages: kinds, filters: [counted])
      self.library = try #require(library, "\(diagnostics)")
    }

    func main(
      _ cards: [Record], lang: Value = .undefined, words: [String] = [], site: Record? = nil,
      _ template: String = "main.html"
    ) throws -> String {
      let values: [Value] = [
        .list(cards.map { .record($0) }), lang, .list(words.map { .string($0) }), .record(site ?? getuk),
      ]
      return try render(template, Record(page, values))
    }

    func best(_ best: Record) throws -> String {
      try render("other.html", Record(FragmentTests.other, [.record(best), .list([])]))
    }

    private func render(_ name: String, _ root: Record) throws -> String {
      var buffer = OutputBuffer()
      try #require(library.template(name)).render(root, into: &buffer)
      return buffer.string
    }
  }

  private static let loop = "{% for card in cards %}{% include \"card.html\" %}{% endfor %}"

  @Test func aSharedRecordsIncludeIsRenderedOnceForAllPages() throws {
    let shop = try Shop([
      "main.html": Self.loop, "list.html": "<ul>\(Self.loop)</ul>", "card.html": "<li>{{ card.name|counted }}</li>",
    ])
    #expect(try shop.main([shop.kopi, shop.getuk]) == "<li>Kopi &amp; teh</li><li>Getuk</li>")
    #expect(try shop.main([shop.getuk, shop.kopi]) == "<li>Getuk</li><li>Kopi &amp; teh</li>")
    #expect(try shop.main([shop.kopi], "list.html") == "<ul><li>Kopi &amp; teh</li></ul>")
    #expect(shop.calls.count.load(ordering: .relaxed) == 2)
  }

  @Test func aRecordOfOnePageIsRenderedEachTime() throws {
    let shop = try Shop(["main.html": Self.loop, "card.html": "<li>{{ card.name|counted }}</li>"])
    for name in ["Kopi", "Teh"] {
      let card = Record(Self.card, [.string(name), .undefined])
      #expect(try shop.main([card]) == "<li>\(name)</li>")
      #expect(try shop.main([card]) == "<li>\(name)</li>")
    }
    #expect(shop.calls.count.load(ordering: .relaxed) == 4)
  }

  @Test func whatThePageAddsMakesADifference() throws {
    let shop = try Shop([
      "main.html": "{% for card in cards %}{% set first = loop.first %}{% include \"card.html\" %}{% endfor %}",
      "card.html": "<li{% if lang is defined %} lang=\"{{ lang }}\"{% endif %}>"
        + "{% if first %}1 {% endif %}{{ card.name|counted }}</li>",
    ])
    #expect(try shop.main([shop.kopi, shop.getuk]) == "<li>1 Kopi &amp; teh</li><li>Getuk</li>")
    #expect(try shop.main([shop.getuk, shop.kopi]) == "<li>1 Getuk</li><li>Kopi &amp; teh</li>")
    #expect(try shop.main([shop.kopi], lang: .string("id")) == "<li lang=\"id\">1 Kopi &amp; teh</li>")
    #expect(try shop.main([shop.kopi], lang: .string("jv")) == "<li lang=\"jv\">1 Kopi &amp; teh</li>")
    #expect(try shop.main([shop.kopi], lang: .string("id")) == "<li lang=\"id\">1 Kopi &amp; teh</li>")
    #expect(try shop.main([shop.getuk, shop.kopi]) == "<li>1 Getuk</li><li>Kopi &amp; teh</li>")
    #expect(shop.calls.count.load(ordering: .relaxed) == 6)
  }

  @Test func anIncludeThatReadsAListIsRenderedEachTime() throws {
    let shop = try Shop([
      "main.html": Self.loop, "card.html": "{{ card.name|counted }}:{% for word in words %} {{ word }}{% endfor %};",
    ])
    #expect(try shop.main([shop.getuk], words: ["manis"]) == "Getuk: manis;")
    #expect(try shop.main([shop.getuk], words: ["gurih", "legit"]) == "Getuk: gurih legit;")
    #expect(shop.calls.count.load(ordering: .relaxed) == 2)
  }

  @Test func theSameNameOfAnotherTypeIsAnotherFragment() throws {
    let shop = try Shop([
      "main.html": "{% for card in cards %}{% include \"card.html\" %}{% endfor %}",
      "other.html": "{% set card = best %}{% include \"card.html\" %}",
      "card.html": "{{ card.name|counted }}{% if lang is defined %}{{ lang|length }}{% endif %}",
    ])
    #expect(try shop.main([shop.getuk], lang: .string("id")) == "Getuk2")
    #expect(try shop.best(shop.getuk) == "Getuk0")
    #expect(try shop.main([shop.getuk], lang: .string("id")) == "Getuk2")
  }

  @Test func aMacroOfTheIncluderMakesADifference() throws {
    let shop = try Shop([
      "main.html": "{% macro mark(text) %}<b>{{ text }}</b>{% endmacro %}" + Self.loop,
      "list.html": "{% macro mark(text) %}<i>{{ text }}</i>{% endmacro %}" + Self.loop,
      "card.html": "{{ mark(card.name) }}",
    ])
    #expect(try shop.main([shop.getuk]) == "<b>Getuk</b>")
    #expect(try shop.main([shop.getuk], "list.html") == "<i>Getuk</i>")
  }

  @Test func importedMacrosTakePart() throws {
    let shop = try Shop([
      "main.html": Self.loop,
      "macros.html": "{% macro mark(text) %}<b>{{ text|counted }}</b>{% endmacro %}",
      "card.html": "{% from \"macros.html\" import mark %}{{ mark(card.name) }}",
    ])
    #expect(try shop.main([shop.getuk, shop.getuk, shop.kopi]) == "<b>Getuk</b><b>Getuk</b><b>Kopi &amp; teh</b>")
    #expect(shop.calls.count.load(ordering: .relaxed) == 2)
  }

  @Test func includesInsideIncludesAreRemembered() throws {
    let shop = try Shop([
      "main.html": Self.loop, "list.html": "{% for card in cards %}{% include \"name.html\" %};{% endfor %}",
      "card.html": "<li>{% include \"name.html\" %}{% if card.price is defined %} {{ card.price }}{% endif %}</li>",
      "name.html": "{{ card.name|counted }}",
    ])
    #expect(try shop.main([shop.kopi, shop.getuk]) == "<li>Kopi &amp; teh 18000</li><li>Getuk</li>")
    #expect(try shop.main([shop.kopi, shop.getuk]) == "<li>Kopi &amp; teh 18000</li><li>Getuk</li>")
    #expect(try shop.main([shop.kopi, shop.getuk], "list.html") == "Kopi &amp; teh;Getuk;")
    #expect(shop.calls.count.load(ordering: .relaxed) == 2)
  }

  @Test func aRecordOfThePageItselfRemembersWhatMostlyReadsIt() throws {
    let shop = try Shop([
      "main.html": "{% include \"footer.html\" %}",
      "footer.html": "{{ site.name|counted }}{% if site.price is defined %} {{ site.price }}{% endif %}"
        + " {{ lang|default(1) }};",
    ])
    for _ in 0..<2 {
      #expect(try shop.main([]) == "Getuk 1;")
      #expect(try shop.main([], site: shop.kopi) == "Kopi &amp; teh 18000 1;")
      #expect(try shop.main([], lang: .string("id"), site: shop.kopi) == "Kopi &amp; teh 18000 id;")
    }
    #expect(shop.calls.count.load(ordering: .relaxed) == 3)
  }

  @Test func whatFailsIsNotRemembered() throws {
    let shop = try Shop([
      "main.html": "{% for card in cards %}{% set n = words|length %}{% include \"card.html\" %}{% endfor %}",
      "card.html": "{{ card.name }} {{ 10 // n }};",
    ])
    #expect(throws: RenderFailure.self) { try shop.main([shop.getuk]) }
    #expect(try shop.main([shop.getuk], words: ["manis", "legit"]) == "Getuk 5;")
    #expect(throws: RenderFailure.self) { try shop.main([shop.getuk]) }
  }

  @Test func moreVariantsThanARecordRemembersAreStillRight() throws {
    let shop = try Shop(["main.html": Self.loop, "card.html": "{{ card.name }}{{ lang|default(\"\") }};"])
    for _ in 0..<2 {
      for lang in ["id", "jv", "en", "nl", "su", "min", "ban", "mad", "bug", "ace"] {
        #expect(try shop.main([shop.getuk, shop.getuk], lang: .string(lang)) == "Getuk\(lang);Getuk\(lang);")
      }
    }
  }
}
