import Diagnostics
import Testing

@testable import SiteBuilder

@Suite struct TextsOfTheCatalog {
  private let body = "<p>{{ page.title }}</p>{{ product.body }}"

  private func html(_ text: String, edits: [String: String?] = [:], edition: Int = 0) throws -> String {
    var edits = edits
    edits["content/products/wajik/index.md"] = SampleProject.product("Wajik", updated: "2026-10-02", body: text)
    edits["templates/product.html"] = "{{ product.body }}"
    return try SampleProject(edits: edits, otherPaths: ["content/static/peta.png"]).html(.product(1), edition: edition)
  }

  private func problems(_ text: String) -> [String] {
    let edits = [
      "content/products/wajik/index.md": SampleProject.product("Wajik", updated: "2026-10-02", body: text)
    ]
    let formatter = TextFormatter(language: .en)
    return SampleProject(edits: edits).plan().diagnostics.filter { $0.severity == .error }.map(formatter.format)
  }

  @Test(arguments: [
    ("../getuk/index.md", "/produk/getuk/"), ("../getuk/", "/produk/getuk/"),
    ("../getuk/index.md#isi", "/produk/getuk/#h-isi"), ("../../businesses/dapur-sari.md", "/usaha/dapur-sari/"),
    ("../../pages/tentang.md", "/tentang/"), ("/produk/", "/produk/"), ("/produk/getuk", "/produk/getuk/"),
    ("/en/products/getuk/?x=1", "/en/products/getuk/?x=1"), ("/", "/"), ("../../static/peta.png", "/peta.png"),
    ("/peta.png", "/peta.png"), ("/rw/#papan", "/rw/#papan"), ("/produk/#daftar", "/produk/#daftar"),
    ("/produk/getuk/#isi", "/produk/getuk/#h-isi"),
    ("/tentang/#isi", "/tentang/#h-isi"), ("/pe%74a.png#a", "/peta.png#a"),
  ])
  func linksLeadToTheAddressesOfPages(_ destination: String, _ address: String) throws {
    let edits = [
      "content/products/getuk/index.md": SampleProject.product("Getuk", updated: "2026-10-01", body: "## Isi"),
      "content/pages/tentang.md": "---\ntitle: Tentang\n---\n## Isi\n",
    ]
    #expect(try html("[x](\(destination))", edits: edits) == "<p><a href=\"\(address)\">x</a></p>\n")
  }

  @Test func deadLinksSuggestTheNearestFileAsSeenFromTheText() {
    #expect(
      problems("Lihat [getuk](../getukk/index.md).") == [
        """
        content/products/wajik/index.md:11:15: error: link "../getukk/index.md" leads nowhere: there is no content/products/getukk/index.md [markdown.link.dead]
          11 | Lihat [getuk](../getukk/index.md).
             |               ^^^^^^^^^^^^^^^^^^
          help: did you mean "../getuk/index.md"?

        """
      ])
    #expect(
      problems("[x](../../businesses/dapur-sarii.md)")[0].contains("did you mean \"../../businesses/dapur-sari.md\"?"))
    #expect(problems("[x](/produk/getukk/)")[0].contains("did you mean \"/produk/getuk/\"?"))
    #expect(problems("[x](../../../../etc/passwd)")[0].contains("leads out of the catalog"))
  }

  @Test(arguments: [
    ("../getuk/index.md#isi", nil), ("../getuk/#h-isi", nil), ("/produk/getuk/#isi", nil), ("/tentang/#kami", nil),
    ("/en/products/getuk/#contents", nil), ("index.md#sendiri", nil), ("../../pages/tentang.md#kami", nil),
    ("/rw/#tidak", nil), ("../../businesses/dapur-sari.md#cerita", nil),
    ("../getuk/index.md#isii", "isi"), ("/produk/getuk#contents", "isi"), ("/tentang/?x=1#kam", "kami"),
    ("/en/products/getuk/#isi", "contents"), ("../wajik/index.md#sndiri", "sendiri"), ("/ikm-center/#x", ""),
    ("../../businesses/dapur-sari.md#tidak", "cerita"), ("/usaha/dapur-sari/#tidak", "cerita"),
  ])
  func aLinkToAHeadingThatIsNotThereIsDead(_ destination: String, _ known: String?) {
    let edits = [
      "content/products/getuk/index.md": SampleProject.product("Getuk", updated: "2026-10-01", body: "## Isi"),
      "content/products/getuk/index.en.md": "---\nname: Cassava cake\n---\n## Contents\n",
      "content/products/wajik/index.md": SampleProject.product(
        "Wajik", updated: "2026-10-02", body: "## Sendiri\n\n[x](\(destination))"),
      "content/pages/tentang.md": "---\ntitle: Tentang\n---\n## Kami\n",
      "content/businesses/dapur-sari.md": SampleProject.files["content/businesses/dapur-sari.md"]! + "\n## Cerita\n",
    ]
    let errors = SampleProject(edits: edits).plan().diagnostics.filter { $0.severity == .error }
    #expect(errors.count == (known == nil ? 0 : 1))
    guard let known, let error = errors.first else { return }
    let fragment = destination.split(separator: "#")[1]
    #expect(error.message.en == "no heading \"#\(fragment)\" in the text that the link leads to")
    #expect(error.location.file.text(Int(error.location.range.lower)..<Int(error.location.range.upper)) == destination)
    #expect(known.isEmpty == (error.help == nil))
    #expect(error.help?.en.contains(known) ?? true)
  }

  @Test func anEnglishTextNamesHeadingsOfEnglishTexts() {
    let edits = [
      "content/products/getuk/index.md": SampleProject.product("Getuk", updated: "2026-10-01", body: "## Isi"),
      "content/products/getuk/index.en.md":
        "---\nname: Cassava cake\n---\n## Contents\n\n[a](index.md#contents) [b](index.md#isi) [c](../wajik/index.md#isi)\n",
      "content/products/wajik/index.md": SampleProject.product("Wajik", updated: "2026-10-02", body: "## Isi"),
    ]
    let errors = SampleProject(edits: edits).plan().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message.en) == ["no heading \"#isi\" in the text that the link leads to"])
  }

  @Test func aLinkToADraftIsDead() {
    let edits = [
      "content/products/wajik/index.md": SampleProject.product(
        "Wajik", updated: "2026-10-02", body: "[x](../getuk/index.md)"),
      "content/products/getuk/index.md": SampleProject.product("Getuk", updated: "2026-10-01", more: "draft: true"),
    ]
    let errors = SampleProject(edits: edits).plan().diagnostics.filter { $0.severity == .error }
    #expect(
      errors.map(\.message.en) == ["link \"../getuk/index.md\" leads to something that is not published (a draft?)"])
  }

  @Test func anUntranslatedTargetIsReachedInTheDefaultLanguage() throws {
    let edits = [
      "content/products/getuk/index.en.md": "---\nname: Cassava cake\n---\n[wajik](../wajik/index.md)\n",
      "templates/product.html": "{{ product.body }}",
    ]
    #expect(
      try SampleProject(edits: edits).html(.product(0), edition: 1)
        == "<p><a href=\"/produk/wajik/\">wajik</a></p>\n")
  }

  @Test func twoFilesAtOneAddressAreRefused() {
    let plan = SampleProject(otherPaths: ["content/static/tentang/index.html"]).plan()
    #expect(plan.site == nil)
    #expect(
      plan.diagnostics.filter { $0.severity == .error }.map(\.location.file.path) == [
        "content/static/tentang/index.html"
      ])
  }
}

@Suite struct Orders {
  private func order(_ edits: [String: String?], edition: Int = 0) throws -> String {
    var edits = edits
    edits["templates/product.html"] = "{{ product.order_message }}|{{ product.whatsapp_url|default('none') }}"
    return try SampleProject(edits: edits).html(.product(0), edition: edition)
  }

  private let seller = """
    ---
    name: Dapur Sari
    place: {kelurahan: kemirirejo, rw: 3}
    whatsapp: 0812-3456-7890
    consent: {date: 2026-01-01, fields: [whatsapp]}
    ---
    """

  @Test func theMessageNamesProductAndPageAndFitsIntoALink() throws {
    #expect(
      try order(["content/businesses/dapur-sari.md": seller])
        == "Halo Dapur Sari, 1 Getuk\nhttps://example.org/produk/getuk/|https://wa.me/6281234567890?text=Halo%20Dapur%20Sari%2C%201%20Getuk%0Ahttps%3A%2F%2Fexample.org%2Fproduk%2Fgetuk%2F"
    )
  }

  @Test func nothingCanBeOrderedFromASample() throws {
    #expect(try order([:]).hasSuffix("|none"))
  }
}
