import Diagnostics
import ProductCatalog
import Testing

/// Old slugs, under which a product, business or page was published before.
@Suite struct AliasTests {
  @Test func productsBusinessesAndPagesRememberTheirOldSlugs() throws {
    let loaded = Loaded([
      Samples.productPath: Samples.product(["aliases": "[kain-lama, kain-kuno]"]),
      Samples.businessPath: Samples.business.replacing("sample: true", with: "sample: true\naliases: [batik-toren]"),
      "content/pages/tentang.md": "---\ntitle: Tentang\naliases:\n  - profil\n---\nIsi.\n",
    ])
    let catalog = try #require(loaded.catalog, "\(loaded.text)")
    #expect(catalog.products[0].aliases.map(\.text) == ["kain-lama", "kain-kuno"])
    #expect(catalog.businesses[0].aliases.map(\.text) == ["batik-toren"])
    #expect(catalog.pages[0].aliases.map(\.text) == ["profil"])
  }

  @Test func suggestsTheKeyForANearMiss() {
    #expect(Loaded.product(["alias": "[kain-lama]"]).diagnostics.map(\.help?.en) == ["did you mean \"aliases\"?"])
  }

  @Test func refusesWhatIsNoSlug() {
    let loaded = Loaded.product(["aliases": "[Kain Lama, -kain]"])
    #expect(loaded.codes == ["product.aliases.invalid@10:11", "product.aliases.invalid@10:22"])
    #expect(loaded.fix == "kain-lama")
    #expect(Loaded.product(["aliases": "kain-lama"]).codes == ["product.aliases.invalid@10:10"])
  }

  @Test func refusesAWholeAddress() {
    #expect(
      Loaded.product(["aliases": "[/produk/kain-lama/]"]).text == """
        content/products/kain-batik/index.md:10:11: error: "/produk/kain-lama/" is a whole address; aliases has only \
        the last part of each [product.aliases.invalid]
          10 | aliases: [/produk/kain-lama/]
             |           ^^^^^^^^^^^^^^^^^^
          help: write kain-lama

        """)
  }

  @Test func refusesTheSameTwiceInAList() {
    #expect(Loaded.product(["aliases": "[kain-lama, kain-lama]"]).codes == ["product.aliases.repeated@10:22"])
  }

  @Test func aliasOfSomethingThere() {
    let other = Samples.product(["name": "Tas", "photos": nil, "draft": "true", "aliases": "[kain-batik]"])
    let loaded = Loaded(["content/products/tas/index.md": other])
    #expect(loaded.codes == ["product.photos.missing@1:1", "product.aliases.taken@10:11"])
    #expect(loaded.diagnostics[1].related.map(\.location.file.path) == [Samples.productPath])
  }

  @Test func aliasOfADraft() {
    let draft = Samples.product(["name": "Tas", "photos": nil, "draft": "true"])
    let loaded = Loaded([
      "content/products/tas/index.md": draft, Samples.productPath: Samples.product(["aliases": "[tas]"]),
    ])
    #expect(loaded.codes == ["product.aliases.taken@10:11", "product.photos.missing@1:1"])
  }

  @Test func aliasOfItself() {
    let loaded = Loaded.product(["aliases": "[kain-batik]"])
    #expect(loaded.codes == ["product.aliases.taken@10:11"])
    #expect(loaded.diagnostics[0].message.en == "\"kain-batik\" is the name that this has now")
    #expect(loaded.diagnostics[0].related.isEmpty)
  }

  @Test func aliasClaimedTwice() {
    let other = Samples.product(["name": "Tas", "photos": nil, "aliases": "[kain-lama]"])
    let loaded = Loaded([
      "content/products/tas/index.md": other, Samples.productPath: Samples.product(["aliases": "[kain-lama]"]),
    ])
    #expect(loaded.codes == ["product.photos.missing@1:1", "product.aliases.repeated@9:11"])
    #expect(loaded.diagnostics[1].related.map(\.location.file.path) == [Samples.productPath])
  }

  @Test func aProductAndABusinessMayHaveHadTheSameName() {
    let business = Samples.business.replacing("sample: true", with: "sample: true\naliases: [lama]")
    #expect(
      Loaded([Samples.businessPath: business, Samples.productPath: Samples.product(["aliases": "[lama]"])]).text == "")
  }

  @Test(arguments: ["produk", "en", "assets", "ikm-center"])
  func aPageWasNeverAtAnAddressOfTheSite(alias: String) {
    let page = "---\ntitle: Tentang\naliases: [\(alias)]\n---\nIsi.\n"
    #expect(Loaded(["content/pages/tentang.md": page]).codes == ["page.aliases.reserved@3:11"])
  }

  @Test func translationsHaveNoAliases() {
    let loaded = Loaded(["content/products/kain-batik/index.en.md": "---\nname: Cloth\naliases: [cloth]\n---\nCloth.\n"]
    )
    #expect(loaded.codes == ["translation.key.unknown@3:1"])
  }

  @Test func theBuildersListIsNoConcernOfTheCatalogs() {
    #expect(Loaded(["content/permalinks.lock": "/produk/kain-batik/\n"]).text == "")
  }
}
