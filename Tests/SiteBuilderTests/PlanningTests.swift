import Diagnostics
import ProductCatalog
import TemplateEngine
import Testing

@testable import SiteBuilder

@Suite struct Addresses {
  @Test func theDefaultLanguageStandsAtTheRootAndOthersUnderTheirCode() throws {
    let site = try SampleProject().site()
    #expect(
      site.files.filter(\.isPage).map(\.path)
        == [
          "404.html", "cetak/katalog/index.html", "cetak/label/index.html", "en/404.html", "en/businesses/index.html",
          "en/categories/index.html",
          "en/categories/makanan/index.html", "en/categories/makanan/camilan/index.html", "en/ikm-center/index.html",
          "en/index.html", "en/print/catalog/index.html", "en/print/labels/index.html", "en/products/getuk/index.html",
          "en/products/index.html", "en/rw/index.html",
          "en/rw/kemirirejo/index.html", "en/rw/kemirirejo/rw-03/index.html", "en/rw/wates/index.html",
          "ikm-center/index.html", "index.html", "kategori/index.html", "kategori/makanan/camilan/index.html",
          "kategori/makanan/index.html", "produk/getuk/index.html", "produk/index.html", "produk/wajik/index.html",
          "rw/index.html", "rw/kemirirejo/index.html", "rw/kemirirejo/rw-03/index.html",
          "rw/kemirirejo/rw-03/makanan/index.html", "rw/wates/index.html", "tentang/index.html",
          "usaha/dapur-sari/index.html", "usaha/index.html", "cari/index.html", "en/search/index.html",
          "keranjang/index.html", "en/basket/index.html",
        ].sortedByBytes())
  }

  /// `produk-lama.html` and `produk.txt` are sorted between `produk` and what is in the folder of that name.
  @Test func aFileWhereAFolderOfTheSiteHasToBeIsRefused() {
    let names = ["produk", "produk-lama.html", "produk.txt", "produ"]
    let project = SampleProject(otherPaths: names.map { "content/static/\($0)" })
    let (site, diagnostics) = project.plan()
    #expect(site == nil)
    #expect(
      diagnostics.map { "\($0.location.file.path): \($0.message.en)" } == [
        "content/static/produk: this would be published at produk, where a folder of the site has to be"
      ])
  }

  @Test func aBaseURLWithAFolderPrecedesEveryAddress() throws {
    let site = try SampleProject().site(baseURL: "https://example.org/etalase")
    let routes = site.editions[1].routes
    #expect(routes.url(of: .product(0)).text == "/etalase/en/products/getuk/")
    #expect(routes.canonicalURL(of: .home).text == "https://example.org/etalase/en/")
  }

  @Test func numbersListPagesFromTheSecondOn() throws {
    let site = try SampleProject().site()
    #expect(site.editions[0].routes.outputPath(of: .products(page: 1)) == "produk/index.html")
    #expect(site.editions[0].routes.outputPath(of: .products(page: 2)) == "produk/halaman/2/index.html")
    #expect(
      site.editions[1].routes.outputPath(of: .category(CategoryID(index: 1), page: 3))
        == "en/categories/makanan/camilan/page/3/index.html")
  }

  @Test func splitsLongListsEvenly() {
    #expect([0, 1, 24, 25, 48, 49].map(Edition.pageCount) == [1, 1, 1, 2, 2, 3])
    #expect(Array(Edition.slice(Array(0..<50), page: 3)) == [48, 49])
    #expect(Array(Edition.slice([], page: 1)) == [])
  }

  @Test func encodesWhatMayNotStandInAnAddress() {
    #expect(percentEncoded("foto getuk & é.jpg") == "foto%20getuk%20%26%20%C3%A9.jpg")
  }
}

@Suite struct Lists {
  @Test func theNewestComesFirstAndEqualDaysGoBySlug() throws {
    let site = try SampleProject(edits: [
      "content/products/bakpia/index.md": SampleProject.product("Bakpia", updated: "2026-11-01"),
      "content/products/apem/index.md": SampleProject.product("Apem", updated: "2026-11-01"),
    ]).site()
    #expect(
      site.editions[0].products.map { site.catalog.products[$0].slug.text } == ["apem", "bakpia", "wajik", "getuk"])
  }

  @Test func aLanguageListsOnlyWhatIsTranslated() throws {
    let site = try SampleProject().site()
    #expect(site.editions[1].products.map { site.catalog.products[$0].slug.text } == ["getuk"])
  }

  @Test func anRWWithTwoProductsOfACategoryHasAPageForBoth() throws {
    let site = try SampleProject().site()
    let rw = RW(kelurahan: 0, number: 3)
    #expect(site.editions[0].has(.rwCategory(rw, CategoryID(index: 0))))
    #expect(!site.editions[1].has(.rwCategory(rw, CategoryID(index: 0))))
  }

  @Test func coverageCountsEachRWOnce() throws {
    let site = try SampleProject().site()
    let coverage = site.coverage
    #expect(coverage.rwTotal == 192)
    #expect(Coverage.State.allCases.map(coverage.count) == [1, 0, 0, 191])
  }
}

@Suite struct Forms {
  let indonesian = Formatting(language: "id", months: (1...12).map { "Bulan \($0)" })
  let english = Formatting(language: "en", months: (1...12).map { "Month \($0)" })

  @Test(arguments: [(0, "Rp0"), (100, "Rp100"), (15_000, "Rp15.000"), (1_000_000_000, "Rp1.000.000.000")])
  func rupiah(_ amount: Int, _ text: String) { #expect(Formatting.rupiah(amount) == text) }

  @Test func numbersAndDaysFollowTheLanguage() {
    #expect(indonesian.number(1_030) == "1.030")
    #expect(english.number(1_030) == "1,030")
    #expect(indonesian.date(CalendarDate(iso: "2025-04-03")!) == "3 Bulan 4 2025")
    #expect(indonesian.time(minutes: 8 * 60 + 5) == "08.05")
    #expect(english.time(minutes: 16 * 60 + 30) == "16:30")
  }

  @Test(arguments: [(250, "250 g"), (1_000, "1 kg"), (1_500, "1,5 kg"), (1_050, "1,05 kg"), (12_345, "12,345 kg")])
  func weightsInGramsAndKilograms(_ grams: Int, _ text: String) { #expect(indonesian.weight(grams: grams) == text) }
}

@Suite struct Words {
  private func texts(_ yaml: String) -> InterfaceTexts {
    InterfaceTexts.read(SourceFile(path: "strings/en.yaml", text: yaml), language: "en").texts
  }

  @Test(arguments: [
    (1, "1", "1 product"), (2, "2", "2 products"), (1030, "1,030", "1,030 products"),
  ])
  func choosesTheFormByTheFirstNumber(_ number: Int, _ shown: String, _ expected: String) throws {
    let texts = texts("count: \"{1} product|{1} products\"")
    #expect(try texts.text("count", .int(number), .string(shown)) == expected)
  }

  @Test func leavesOtherBracesAlone() throws {
    #expect(try texts("a: \"{0} {x} {7} {\"").text("a", .string("{1}")) == "{1} {x} {7} {")
  }

  @Test func suggestsTheNearestKey() {
    #expect {
      try texts("order.whatsapp: x").text("order.whatsap")
    } throws: { error in
      (error as? FilterFailure)?.help == .didYouMean("order.whatsapp")
    }
  }

  @Test func missesEveryKeyThatThePlannerNeeds() {
    let result = InterfaceTexts.read(SourceFile(path: "strings/en.yaml", text: "menu.home: Home\n"), language: "en")
    #expect(result.diagnostics.count == InterfaceTexts.required.count - 1)
    #expect(result.diagnostics[0].message.en == "the text \"menu.products\" is missing")
  }
}

@Suite struct StyleSheetAssets {
  private func make(_ sources: [(String, String)]) -> (Assets, [Diagnostic]) {
    Assets.make(
      sources.map { ($0.0, SourceFile(path: "templates/assets/" + $0.0, text: $0.1)) }, basePath: "/base")
  }

  @Test func namesChangeWithTheContentOnly() {
    let (first, _) = make([("css/site.css", "a{}")])
    let (same, _) = make([("css/site.css", "a{}")])
    let (other, _) = make([("css/site.css", "b{}")])
    #expect(first.files.map(\.path) == ["assets/css/site.e73eac19055c18d8.css"])
    #expect(same.files.map(\.path) == first.files.map(\.path))
    #expect(other.files.map(\.path) != first.files.map(\.path))
    #expect((try? first.url("css/site.css")) == "/base/assets/css/site.e73eac19055c18d8.css")
  }

  @Test func addressesInStyleSheetsBecomeThePublishedNames() throws {
    let (assets, problems) = make([("css/site.css", "a{background:url( \"../svg/x.svg\" )}"), ("svg/x.svg", "<svg/>")])
    #expect(problems.isEmpty)
    guard case .bytes(let css) = assets.files[1].source else { return #expect(Bool(false)) }
    let svg = assets.files[0].path.dropFirst("assets/".count)
    #expect(String(decoding: css, as: UTF8.self) == "a{background:url( \"../\(svg)\" )}")
  }

  @Test func importsAreRefusedAndCommentsPassedOver() {
    let (assets, problems) = make([("css/site.css", "/* url(x.svg) @import */\n@import \"b.css\";")])
    #expect(problems.map(\.code) == ["asset.import"])
    #expect(problems.first?.location.start.line == 2)
    #expect(assets.files.count == 1)
  }

  @Test func fragmentsStayBehindThePublishedName() {
    let (assets, problems) = make([("css/site.css", "a{background:url(a.svg#b)}"), ("css/a.svg", "<svg/>")])
    #expect(problems.isEmpty)
    guard case .bytes(let css) = assets.files[1].source else { return #expect(Bool(false)) }
    #expect(String(decoding: css, as: UTF8.self).hasSuffix(".svg#b)}"))
  }

  @Test func aMissingAssetIsAnErrorAtItsPlace() {
    let (_, problems) = make([("css/site.css", "a{}\nb{background:url(../svg/y.svg)}"), ("svg/x.svg", "<svg/>")])
    #expect(
      problems.map(TextFormatter(language: .en).format) == [
        """
        templates/assets/css/site.css:2:18: error: no file "svg/y.svg" in templates/assets [asset.missing]
          2 | b{background:url(../svg/y.svg)}
            |                  ^^^^^^^^^^^^
          help: did you mean "svg/x.svg"?

        """
      ])
  }
}
