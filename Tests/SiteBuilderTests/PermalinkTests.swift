import Diagnostics
import ProductCatalog
import Testing

@testable import SiteBuilder

@Suite struct PermalinkTests {
  private func permalinks(_ text: String) -> Permalinks {
    Permalinks(SourceFile(path: "content/permalinks.lock", text: text))
  }

  private func check(
    _ lock: String, _ project: SampleProject = SampleProject(), acceptsRemovals: Bool = false, texts: [String] = []
  ) throws -> PermalinkCheck {
    let site = try project.site()
    return PermalinkCheck(
      permalinks: permalinks(lock), acceptsRemovals: acceptsRemovals, site: site,
      content: ContentFiles(root: "content", texts: texts, others: []))
  }

  private func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { TextFormatter(language: .en).format($0) }.joined()
  }

  @Test func readsAddressesAndPassesOverCommentsAndEmptyLines() {
    let list = permalinks("\u{FEFF}# Catatan\r\n/produk/wajik/\r\n\n  /produk/getuk/  \n/")
    #expect(list.addresses == ["/", "/produk/getuk/", "/produk/wajik/"])
    #expect(list.diagnostics.isEmpty)
  }

  @Test func refusesLinesThatAreNoAddress() {
    let list = permalinks("<<<<<<< HEAD\n/produk/getuk/\nproduk/wajik/\n/produk/a b/\n/produk/é/\n/x.html\n")
    #expect(list.diagnostics.map(\.location.start.line) == [1, 3, 4, 5, 6])
    #expect(
      text(Array(list.diagnostics.prefix(1))) == """
        content/permalinks.lock:1:1: error: this line is no address such as /produk/getuk/ [permalink.invalid]
          1 | <<<<<<< HEAD
            | ^^^^^^^^^^^^
          help: delete the line; the marks of an unfinished merge are such lines

        """)
    #expect(permalinks(String(repeating: "x\n", count: 1000)).diagnostics.count == 10)
  }

  @Test func writesThePagesThatStay() throws {
    #expect(
      String(decoding: try check("").record, as: UTF8.self) == """
        # Alamat yang sudah terbit. Ditulis oleh: etalase check --accept-removals
        # Published addresses. Written by: etalase check --accept-removals
        /
        /cari/
        /en/
        /en/basket/
        /en/businesses/
        /en/categories/
        /en/categories/makanan/
        /en/categories/makanan/camilan/
        /en/ikm-center/
        /en/products/
        /en/products/getuk/
        /en/rw/
        /en/rw/kemirirejo/
        /en/rw/kemirirejo/rw-03/
        /en/rw/wates/
        /en/search/
        /ikm-center/
        /kategori/
        /kategori/makanan/
        /kategori/makanan/camilan/
        /keranjang/
        /produk/
        /produk/getuk/
        /produk/wajik/
        /rw/
        /rw/kemirirejo/
        /rw/kemirirejo/rw-03/
        /rw/wates/
        /tentang/
        /usaha/
        /usaha/dapur-sari/

        """)
  }

  @Test func whatItWroteItReadsWithoutAWord() throws {
    let first = try check("").record
    let second = try check(String(decoding: first, as: UTF8.self))
    #expect(second.diagnostics.isEmpty)
    #expect(second.record == first)
    #expect((second.report.new, second.report.gone) == (0, 0))
  }

  @Test func keepsWhatIsStillServedAndDropsWhatIsNot() throws {
    let check = try check("/produk/lama/\n/rw/kemirirejo/rw-03/makanan/\n/tentang/\n/tentang/\n", acceptsRemovals: true)
    let lines = String(decoding: check.record, as: UTF8.self).split(separator: "\n")
    #expect(check.diagnostics.isEmpty)
    #expect(lines.contains("/rw/kemirirejo/rw-03/makanan/") && !lines.contains("/produk/lama/"))
    #expect(lines.count { $0 == "/tentang/" } == 1)
    #expect(check.report.gone == 1)
  }

  @Test func anOldSlugKeepsItsAddress() throws {
    let renamed = SampleProject(edits: [
      "content/products/wajik/index.md": SampleProject.product("Wajik", updated: "2026-10-02", more: "aliases: [jadah]")
    ])
    let check = try check("/produk/jadah/\n", renamed)
    #expect(check.diagnostics.isEmpty)
    #expect(String(decoding: check.record, as: UTF8.self).contains("\n/produk/jadah/\n"))
  }

  @Test func namesTheNearestNewFile() throws {
    #expect(
      text(try check("# x\n/produk/getuk/\n/produk/wajiik/\n").diagnostics) == """
        content/permalinks.lock:3:1: warning: /produk/wajiik/ has been published and would be gone [permalink.dropped]
          3 | /produk/wajiik/
            | ^^^^^^^^^^^^^^^
          help: if content/products/wajik/index.md is what it became, add there: aliases: [wajiik]; if it is gone for \
        good: etalase check --accept-removals

        """)
  }

  @Test(arguments: [
    // The only new product, however it is called.
    (
      "/produk/getuk/\n/produk/lapis/",
      "if content/products/wajik/index.md is what it became, add there: aliases: [lapis]"
    ),
    // A name that was made shorter.
    (
      "/produk/wajik-ketan-hitam/",
      "if content/products/wajik/index.md is what it became, add there: aliases: [wajik-ketan-hitam]"
    ),
    // Nothing is new.
    ("/produk/getuk/\n/produk/wajik/\n/produk/wajiik/", "add to the file of what took its place: aliases: [wajiik]"),
    ("/usaha/dapur/", "if content/businesses/dapur-sari.md is what it became, add there: aliases: [dapur]"),
    ("/tentag/", "if content/pages/tentang.md is what it became, add there: aliases: [tentag]"),
    (
      "/en/products/getuk-lama/",
      "if content/products/getuk/index.md is what it became, add there: aliases: [getuk-lama]"
    ),
    ("/en/products/wajik/", "put content/products/wajik/index.en.md back"),
    ("/produk/jadah/", "content/products/jadah/index.md is a draft now"),
  ])
  func saysWhatCanBeDone(lock: String, help: String) throws {
    let diagnostics = try check(lock, texts: ["content/products/jadah/index.md"]).diagnostics
    #expect(diagnostics.map(\.help?.en) == ["\(help); if it is gone for good: etalase check --accept-removals"])
  }

  @Test(arguments: ["/kategori/kain/", "/rw/kemirirejo/rw-09/", "/jv/produk/getuk/"])
  func whereNoAliasHelpsItSaysSo(address: String) throws {
    #expect(
      try check(address).diagnostics.map(\.help?.en) == ["if it is gone for good: etalase check --accept-removals"])
  }

  @Test func aWholeSectionThatMovedIsNotLookedAtAddressByAddress() throws {
    let lock = (0...PermalinkCheck.mostAdvised).map { "/produk/wajik-\($0)/\n" }.joined()
    let helps = Set(try check(lock).diagnostics.map(\.help?.en))
    #expect(helps == ["if it is gone for good: etalase check --accept-removals"])
  }
}
