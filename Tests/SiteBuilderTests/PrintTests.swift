import ProductCatalog
import Testing

@testable import SiteBuilder

@Suite struct QRCodes {
  @Test func hasTheFinderPatternsAndAQuietZoneOfFour() throws {
    let code = try #require(QRCode("https://example.org/produk/getuk/"))
    // Version 3: 29 modules on a side.
    #expect(code.size == 29 + 8)
    // The upper edges of the two finder patterns, and the start of the third's.
    #expect(code.path.hasPrefix("M4 4.5h7"))
    #expect(code.path.contains("M4 26.5h7"))
    #expect(!code.path.contains("M3 "))
  }

  @Test func growsWithTheText() throws {
    #expect(QRCode(String(repeating: "a", count: 2331))?.size == 177 + 8)
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
    #expect(QRCode("") == nil)
  }

  @Test func theSameTextGivesTheSameCode() {
    #expect(QRCode("https://example.org/")?.path == QRCode("https://example.org/")?.path)
  }
}

@Suite struct CatalogForPaper {
  private func page(_ site: Site, _ kelurahan: Int? = nil, edition: Int = 0) -> PrintCatalogPage {
    PageValues(site: site, edition: site.editions[edition], number: edition, content: .printCatalog(kelurahan))
      .printCatalog(kelurahan)
  }

  private func products(_ count: Int) -> [String: String?] {
    Dictionary(
      uniqueKeysWithValues: (0..<count).map { number in
        let text = SampleProject.product("Kue \(number)", updated: "2026-10-01")
        return ("content/products/kue-\(number)/index.md", text)
      })
  }

  @Test func productsAreNumberedThroughAllChaptersWithTheFlagshipFirst() throws {
    // Getuk is older than wajik, but the flagship.
    let list = """
      {% for c in chapters %}{{ c.name }} {{ c.first }}-{{ c.last }}: \
      {% for r in c.rws %}{% for card in r.cards %}{{ card.name }} {% endfor %}{% endfor %}{% endfor %}
      """
    let project = SampleProject(edits: [
      "templates/print_catalog.html": list,
      "content/businesses/lain.md": "---\nname: Lain\nplace: {kelurahan: wates, rw: 2}\n---\nCerita.\n",
      "content/products/apem/index.md": SampleProject.product("Apem", updated: "2026-11-01")
        .replacing("dapur-sari", with: "lain"),
    ])
    #expect(try project.html(.printCatalog(nil)) == "Kemirirejo 1-2: Getuk Wajik Wates 3-3: Apem ")
  }

  @Test func aLargeCatalogHasAVolumeForEachKelurahan() throws {
    let whole = try SampleProject(edits: products(498)).site()
    #expect(page(whole).volumes.isEmpty)
    #expect(page(whole).chapters.count == 1)
    let split = try SampleProject(edits: products(499)).site()
    #expect(page(split).chapters.isEmpty)
    #expect(page(split).volumes.map(\.url.text) == ["/cetak/katalog/kemirirejo/"])
    #expect(page(split, 0).chapters[0].count == 501)
    #expect(!split.editions[0].has(.printCatalog(1)))
  }

  @Test func aSamplesNumberIsNotPrinted() throws {
    let business = """
      ---
      name: Dapur Sari
      place: {kelurahan: kemirirejo, rw: 3}
      sample: SAMPLE
      whatsapp: "NUMBER"
      consent: {date: 2026-01-02, fields: [whatsapp]}
      ---
      Cerita.
      """
    func contact(sample: String, _ number: String) throws -> String? {
      let text = business.replacing("SAMPLE", with: sample).replacing("NUMBER", with: number)
      let site = try SampleProject(edits: ["content/businesses/dapur-sari.md": text]).site()
      return page(site).chapters[0].rws[0].makers[0].contact
    }
    #expect(try contact(sample: "false", "0812-3456-7890") == "+6281234567890")
    #expect(try contact(sample: "true", "+62 841-0000-1234") == nil)
  }

  @Test func searchEnginesLeavePagesForPaperOut() throws {
    let site = try SampleProject().site()
    #expect(page(site).chrome.page.noindex)
  }
}

@Suite struct LabelsForShelves {
  private func shelved(_ count: Int) -> [String: String?] {
    Dictionary(
      uniqueKeysWithValues: (0..<count).map { number in
        let shelf = "ikm_center: {shelf: B-\(number % 90 + 10)}"
        let text = SampleProject.product("Kue \(number)", updated: "2026-10-01", more: shelf)
        return ("content/products/kue-\(number)/index.md", text)
      })
  }

  private func page(_ site: Site, _ number: Int = 1) -> PrintLabelsPage {
    PageValues(site: site, edition: site.editions[0], number: 0, content: .printLabels(page: number))
      .printLabels(number)
  }

  @Test func areOfProductsOnAShelfOnlyInTheOrderOfShelves() throws {
    let site = try SampleProject(edits: [
      "content/products/getuk/index.md": SampleProject.product(
        "Getuk", updated: "2026-10-01", more: "ikm_center: {shelf: B-02}"),
      "content/products/apem/index.md": SampleProject.product(
        "Apem", updated: "2026-10-01", more: "ikm_center: {shelf: B-10}"),
      "content/products/bakpia/index.md": SampleProject.product(
        "Bakpia", updated: "2026-10-01", more: "ikm_center: {shelf: A-07}"),
    ]).site()
    #expect(page(site).sheets.map { $0.labels.map(\.shelf) } == [["A-07", "B-02", "B-10"]])
    #expect(page(site).sheets[0].labels[1].qr?.path == QRCode("https://example.org/produk/getuk/")?.path)
  }

  @Test func standTwelveOnASheetAndTwentySheetsOnAPage() throws {
    let site = try SampleProject(edits: shelved(253)).site()
    #expect(page(site).sheets.count == 20)
    #expect(page(site, 2).sheets.map(\.labels.count) == [12, 1])
    #expect(site.editions[0].has(.printLabels(page: 2)))
    #expect(!site.editions[0].has(.printLabels(page: 3)))
    #expect(site.files.map(\.path).contains("cetak/label/halaman/2/index.html"))
  }

  @Test func thereIsAPageWithoutAny() throws {
    let site = try SampleProject().site()
    #expect(page(site).sheets.isEmpty)
    #expect(site.files.map(\.path).contains("en/print/labels/index.html"))
  }
}
