import Diagnostics
import ProductCatalog
import Testing

/// What `site.yaml`, `regions.yaml`, `categories.yaml` and `programmes.yaml` may say.
@Suite struct SiteTests {
  private func site(_ old: String, _ new: String) -> Loaded {
    Loaded(["content/site.yaml": Samples.site.replacing(old, with: new)])
  }

  @Test(arguments: [
    ("https://ikm.example", "http://ikm.example", "site.base_url.invalid@3:11"),
    ("https://ikm.example", "https://ikm.example/?a", "site.base_url.invalid@3:11"),
    ("https://ikm.example", "https://ikm.example/../a", "site.base_url.invalid@3:11"),
    ("#8A3B12", "#8A3B1", "site.accent.invalid@18:9"), ("code: en", "code: EN", "site.languages.code.invalid@8:11"),
    ("code: en", "code: id", "site.languages.repeated@8:5"),
    ("categories: kategori", "categories: produk", "site.languages.sections.categories.repeated@7:61"),
    ("categories: kategori", "categories: cari", "site.languages.sections.categories.reserved@7:61"),
    ("categories: kategori", "categories: en", "site.languages.sections.categories.reserved@7:61"),
    ("categories: kategori", "categories: Kategori", "site.languages.sections.categories.invalid@7:61"),
    ("{url}\"\n  en", "{link}\"\n  en", "site.order_message.placeholder@16:7"),
    ("  en: \"Hello", "  fr: \"Hello", "site.key.unknown@17:3"),
    ("list: 120", "list: 0", "site.budgets.list.range@19:17"),
    ("tagline:", "slogan:", "site.tagline.missing@1:1"),
  ])
  func refusesWhatASiteCannotHave(old: String, new: String, code: String) {
    let loaded = site(old, new)
    #expect(loaded.catalog == nil && loaded.codes.contains(code), "\(loaded.codes)")
  }

  @Test func saysNothingMoreOfTheLanguagesWhenOneIsBroken() {
    #expect(site("name: \"English\"", "nama: \"English\"").codes == ["site.key.unknown@9:5"])
    #expect(Loaded(["content/site.yaml": "name: [\n"]).codes == ["yaml.bracket.unclosed@1:7"])
  }

  @Test func cutsTheSlashesAtTheEndOfTheAddress() {
    #expect(site("https://ikm.example", "https://IKM.example/a//").catalog?.site.baseURL == "https://ikm.example/a")
  }

  @Test func keepsTheLinesOfAnOrder() {
    let loaded = site("id: \"Halo {seller}, saya melihat {product}: {url}\"", "id: |-\n    Halo {seller}\n    {url}")
    #expect(loaded.catalog?.site.orderMessages["id"] == "Halo {seller}\n{url}")
  }

  @Test func translatesTheSitesNameByItsLanguages() {
    let loaded = site("tagline:", "tagline_en: \"Made in our RW\"\ntagline:")
    #expect(loaded.catalog?.site.tagline["en"] == "Made in our RW")
    #expect(site("tagline:", "tagline_fr: \"x\"\ntagline:").codes == ["site.key.unknown@2:1"])
    #expect(site("tagline:", "tagline_id: \"x\"\ntagline:").codes == ["site.key.unknown@2:1"])
  }

  @Test func saysOnceForEachFileThatALanguageIsGone() {
    let english = Samples.site.split(separator: "\n", omittingEmptySubsequences: false)[7...9].joined(separator: "\n")
    let site = Samples.site.replacing(english + "\n", with: "").replacing(
      "accent:", with: "tagline_en: Made here\naccent:")
    let loaded = Loaded([
      "content/site.yaml": site,
      "content/categories.yaml": Samples.categories.replacing(
        "slug: camilan, name: \"Camilan\"", with: "slug: camilan, name: \"Camilan\", name_en: Snacks"),
      "content/products/kain-batik/index.en.md": "---\nname: Cloth\n---\n",
      "content/businesses/batik-watu-toren.en.md": "---\nname: Batik\n---\n",
    ])
    #expect(
      loaded.diagnostics.map(\.message.en) == [
        "\"en\" is not a language of this site (1 more file like this)",
        "\"name_en\" and 1 more key here are for \"en\", which this site is not translated into",
        "\"name_en\" is for \"en\", which this site is not translated into",
        "\"en\" and 1 more key here are for \"en\", which this site is not translated into",
      ])
    #expect(
      loaded.codes == [
        "translation.language.unknown@1:1", "category.key.unknown@3:3", "programmes.key.unknown@1:47",
        "site.key.unknown@14:3",
      ])
    #expect(loaded.diagnostics[0].help?.en == "add it to languages in site.yaml, or delete these files")
    #expect(
      loaded.diagnostics[1].message.id
        == "\"name_en\" dan 1 kunci lain di sini untuk \"en\", tetapi situs ini tidak diterjemahkan ke sana")
    #expect(loaded.diagnostics[1].help?.en == "add the language to site.yaml after the main one, or delete these keys")
  }

  @Test func readsNoLanguageWhereNoneAreNamed() {
    let lines = Samples.site.split(separator: "\n", omittingEmptySubsequences: false)
    let site = (lines[..<3] + lines[10...]).joined(separator: "\n")
    #expect(Loaded(["content/site.yaml": site]).codes == ["site.languages.missing@1:1"])
  }

  @Test(arguments: [
    ("https://ikm.example", "https://ikm.example"), ("HTTPS://IKM.example/Etalase//", "https://ikm.example/Etalase"),
    ("http://localhost", "http://localhost"), ("http://LOCALHOST:8000/", "http://localhost:8000"),
    ("http://127.0.0.1:8000/a/", "http://127.0.0.1:8000/a"),
  ])
  func normalisesTheAddressOfASite(text: String, address: String) {
    #expect(SiteSettings.baseURL(from: text) == address)
  }

  @Test(arguments: [
    "", "ikm.example", "http://ikm.example", "http://localhost.example", "http://localhost:", "http://localhost:0",
    "http://localhost:65536", "http://localhost:80:80", "http://localhost:+8", "http://localhost/?a",
    "http://localhost/ a",
    "http://127.0.0.2", "https://ikm.example?a", "https://ikm.example/#a", "https://ikm.example/a b",
    " https://ikm.example", "https://ikm.example\n", "https://ikm", "https://", "https:\u{F}\u{F}ikm.example",
    "https://a@ikm.example", "ftp://ikm.example", "https://ikm.example/é", "https://ikm.example/./a",
    "https://ikm.example/a/..",
  ])
  func knowsWhatIsNoAddressOfASite(text: String) { #expect(SiteSettings.baseURL(from: text) == nil) }

  @Test(arguments: [
    ("rw_total: 192", "rw_total: 11", "regions.city.rw_total.range@5:13"),
    ("slug: magelang", "slug: tidar-selatan", "regions.slug.repeated@19:34"),
    ("postcode: \"56125\"", "postcode: \"5612\"", "regions.districts.kelurahan.postcode.invalid@14:111"),
    ("south: -7.50603", "south: 7.5", "regions.city.box.invalid@4:8"),
    ("rw_count: 12", "rw_count: 0", "regions.districts.kelurahan.rw_count.range@14:163"),
    ("rw_count: 12", "rw: 12", "regions.key.unknown@14:153"),
  ])
  func refusesWhatRegionsCannotHave(old: String, new: String, code: String) {
    let loaded = Loaded(["content/regions.yaml": Samples.regions.replacing(old, with: new)])
    #expect(loaded.catalog == nil && loaded.codes.contains(code), "\(loaded.codes)")
  }

  @Test(arguments: [
    ("slug: batik", "slug: batik, children: []", "category.children.depth@10:31"),
    ("slug: fesyen", "slug: makanan", "category.slug.repeated@7:9"),
    ("food: true", "food: yes", "category.food.invalid@4:9"),
    ("name_en: \"Food\"", "name_fr: \"A\"", "category.key.unknown@3:3"),
  ])
  func refusesWhatCategoriesCannotHave(old: String, new: String, code: String) {
    let loaded = Loaded(["content/categories.yaml": Samples.categories.replacing(old, with: new)])
    #expect(loaded.catalog == nil && loaded.codes.contains(code), "\(loaded.codes)")
  }

  @Test func programmesNeedATargetAndASource() {
    let loaded = Loaded(["content/programmes.yaml": "flagship_per_rw: {target: 0, name: Satu, description: Satu}\n"])
    #expect(
      loaded.codes == [
        "programmes.entrepreneur_per_rt.missing@1:1", "programmes.flagship_per_rw.source.missing@1:19",
        "programmes.flagship_per_rw.target.range@1:27",
      ])
  }

  @Test func stillChecksTheOthersWhenOneIsBroken() {
    let loaded = Loaded(["content/regions.yaml": "city: [", Samples.productPath: Samples.product(["price": "x"])])
    #expect(loaded.codes == ["product.price.invalid@6:8", "yaml.bracket.unclosed@1:7"])
  }

  @Test func pagesHaveATitle() {
    let loaded = Loaded(["content/pages/a.md": "---\nmenu: ya\norder: -1\n---\n"])
    #expect(loaded.codes == ["page.title.missing@1:1", "page.menu.invalid@2:7", "page.order.range@3:8"])
  }
}
