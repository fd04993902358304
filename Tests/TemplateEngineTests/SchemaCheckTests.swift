import Diagnostics
import TemplateEngine
import Testing

@Suite("Check against the schema")
struct SchemaCheckTests {
  /// Templates that guard what may be absent.
  static let accepted: [(String, String)] = [
    ("{{ card.name }} {{ card.url }}", "Getuk &lt;Trio&gt; /produk/getuk/"),
    ("{% if card.price is defined %}{{ card.price + 1 }}{% endif %}", "18001"),
    ("{% if card.price is not defined %}-{% else %}{{ card.price }}{% endif %}", "18000"),
    ("{% if card.price is undefined %}-{% else %}{{ card.price }}{% endif %}", "18000"),
    ("{% if not card.price is defined %}-{% else %}{{ card.price }}{% endif %}", "18000"),
    ("{{ card.price|default(0) + 1 }}", "18001"),
    ("{{ card.badge|default('none') }}", "none"),
    ("{{ card.price if card.price is defined else 'ask' }}", "18000"),
    ("{% if open and card.price is defined and card.price > 5 %}{{ card.price }}{% endif %}", "18000"),
    ("{% if card.price is undefined or card.price > 5 %}x{% endif %}", "x"),
    ("{% if card.maker is defined %}{{ card.maker.name }}{% endif %}", "Dapur Contoh"),
    ("{% if card.maker is defined and card.maker.phone is defined %}{{ card.maker.phone }}{% endif %}", ""),
    ("{% for c in cards if c.price is defined %}{{ c.price }}{% endfor %}", "18000"),
    (
      "{% for c in cards %}{% if c.maker is defined %}{{ c.maker.name }}{% else %}-{% endif %}{% endfor %}",
      "Dapur Contoh-"
    ),
    ("{% set p = card.price|default(0) %}{{ p // 1000 }}", "18"),
    ("{% set p = card.price %}{% if p is defined %}{{ p }}{% endif %}", "18000"),
    ("{% if card.badge is not defined %}{% set b = 'x' %}{% else %}{% set b = card.badge %}{% endif %}{{ b }}", "x"),
    ("{% if open %}{% set title = 'T' %}{% endif %}{{ title }}", "T"),
    ("{{ (cards|first).name|upper }} {{ cards[1].name }} {{ card['name']|length }}", "GETUK &lt;TRIO&gt; Teh 12"),
    ("{{ card.tags|join(', ') }} {{ cards|join('/', 'name') }}", "manis, khas Getuk &lt;Trio&gt;/Teh"),
    (
      "{{ 18000|rupiah }} {{ card.price|default(1)|rupiah }} {{ 'order.whatsapp'|t }}",
      "Rp18.000 Rp18.000 Pesan &lt;lewat&gt; WhatsApp"
    ),
    ("{{ body }}{% set b = body %}{{ b }}", "<p>Isi</p><p>Isi</p>"),
    ("{% macro m(c) %}{{ c.name }}{% endmacro %}{{ m(cards[1]) }}{{ m(category) }}", "TehMakanan"),
    (
      "{% macro f(c) %}{{ c.name }}{% for k in c.children %}({{ f(k) }}){% endfor %}{% endmacro %}{{ f(category) }}",
      "Makanan(Kue(Basah))"
    ),
    (
      "{% macro m(a, b=none) %}{{ a }}{% if b is not none %}{{ b }}{% endif %}{% endmacro %}{{ m(1) }}{{ m(2, 'x') }}",
      "12x"
    ),
    ("{% macro m(a) %}{% if a is defined %}{{ a }}{% endif %}{% endmacro %}{{ m(card.price) }}{{ m(note) }}", "18000"),
    ("{{ [1, 'a', card.name]|join('-') }}", "1-a-Getuk &lt;Trio&gt;"),
    ("{% if card.maker is defined %}{{ card.maker|tojson }}{% endif %}", "{\"name\": \"Dapur Contoh\"}"),
  ]

  @Test(arguments: accepted)
  func accepts(_ template: String, _ expected: String) throws {
    switch SamplePage.render(template) {
    case .success(let text): #expect(text == expected)
    case .failure(let failure): Issue.record("\(failure.messages)")
    }
  }

  /// Templates, the code of the one error, and what it is about.
  static let refused: [(String, String, String)] = [
    ("{{ card.price }}", "template.undefined.absent", "card.price"),
    ("{{ note|upper }}", "template.undefined.absent", "note"),
    ("{% if note %}{{ note }}{% endif %}", "template.undefined.absent", "note"),
    ("{% if card.price is defined %}{% endif %}{{ card.price }}", "template.undefined.absent", "card.price"),
    ("{% if card.price is defined or open %}{{ card.price }}{% endif %}", "template.undefined.absent", "card.price"),
    ("{% if open %}{% set x = 1 %}{% endif %}{{ x }}", "template.undefined.absent", "x"),
    ("{{ card.maker.name }}", "template.undefined.absent", "card.maker"),
    ("{{ card.maker.name|default('x') }}", "template.undefined.absent", "card.maker"),
    ("{{ card.nmae|default('x') }}", "template.undefined.field", "nmae"),
    ("{% if false %}{{ carrd }}{% endif %}", "template.undefined.name", "carrd"),
    ("{% for c in cards %}{{ c.pirce is defined }}{% endfor %}", "template.undefined.field", "pirce"),
    ("{% macro m(c) %}{{ c.nmae }}{% endmacro %}{{ m(card) }}", "template.undefined.field", "nmae"),
    ("{% macro m(c) %}{{ c + 1 }}{% endmacro %}{{ m(2) }}{{ m(card.name) }}", "template.type.arithmetic", "c"),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(note) }}", "template.undefined.absent", "a"),
    ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "template.undefined.absent", "a"),
    ("{% macro unused() %}{{ title }}{% endmacro %}", "template.undefined.name", "title"),
    ("{{ card }}", "template.type.output", "card"),
    (
      "{{ cards|join(', ', 'name') if open else cards }}", "template.type.output",
      "cards|join(', ', 'name') if open else cards"
    ),
    ("{{ cards|join }}", "template.type.join", "cards"),
    ("{{ cards < cards }}", "template.type.ordering", "cards"),
    ("{{ title if open else none }}", "template.type.output", "title if open else none"),
    ("{{ title + 1 }}", "template.type.arithmetic", "title"),
    ("{{ title|rupiah }}", "template.type.filter", "title"),
    ("{{ 'order.watsapp'|t }}", "template.type.filter", "'order.watsapp'"),
    ("{{ title < 1 }}", "template.type.ordering", "title < 1"),
    ("{{ body|truncate(3) }}", "template.type.filter", "body"),
    ("{{ card[title] }}", "template.type.index", "card"),
    ("{{ cards.name }}", "template.undefined.field", "name"),
  ]

  @Test(arguments: refused)
  func refuses(_ template: String, _ code: String, _ marked: String) throws {
    switch SamplePage.render(template) {
    case .success(let text): Issue.record("printed \(text)")
    case .failure(let failure):
      let error = try #require(failure.errors.first)
      #expect(failure.errors.count == 1)
      #expect(error.code == code)
      #expect(error.location.file[error.location.range] == marked)
    }
  }

  @Test func reportsAllErrorsOfAllTemplatesAtOnce() {
    let result = SamplePage.render(
      "{% extends 't1.html' %}{% block a %}{{ card.nmae }}{% include 't2.html' %}{% endblock %}",
      "{{ titel }}{% block a %}{% endblock %}{{ 1|nosuch }}", "{{ card.price }}\n{{ cards }}")
    guard case .failure(let failure) = result else { return #expect(Bool(false)) }
    #expect(failure.errors.count == 5)
  }

  @Test func findsUnknownFiltersWhereNoPageShowsThem() {
    let result = SamplePage.render(
      "{% extends 't1.html' %}{% block a %}{% endblock %}", "{% block a %}{{ 1|nosuch }}{% endblock %}",
      "{{ 1 is nosuch }}")
    guard case .failure(let failure) = result else { return #expect(Bool(false)) }
    #expect(failure.errors.map(\.code) == ["template.syntax.filter", "template.syntax.test"])
  }

  @Test func sharesVariablesBetweenChildAndLayout() {
    let result = SamplePage.render(
      "{% extends 't1.html' %}{% set kind = 'x' %}{% block a %}{{ kind }}{{ side }}{% endblock %}",
      "{% set side = 'y' %}<{{ kind }}>{% block a %}{% endblock %}".replacing("<", with: "[").replacing(">", with: "]"))
    guard case .success("[x]xy") = result else { return #expect(Bool(false), "\(result)") }
  }

  @Test func listsEveryDeclarationInTheReference() {
    let reference = templateReference(
      pages: [PageKind("main.html", SamplePage.self)], filters: [SamplePage.rupiah, SamplePage.words])
    for line in [
      "### `main.html`", "| `card` | [Card](#card) | One product |",
      "| `cards` | list of [Card](#card) | Products |",
      "| `price` | int, *may be absent* | Rupiah; absent when the seller must be asked |",
      "| `children` | list of [Category](#category) | The categories in it |",
      "| `rupiah` | int | string | Rp18.000 for 18000 |",
      "| `t(value=none)` | string | string | A text of the interface |",
      "| `truncate(length=255, killwords=false, end=\"...\", leeway=none)` |",
    ] { #expect(reference.contains(line), "\(line)") }
  }
}
