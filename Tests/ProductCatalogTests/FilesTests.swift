import Diagnostics
import ProductCatalog
import Testing

/// Which files are read, ignored, missed and refused by their names.
@Suite struct FilesTests {
  @Test func namesTheFileThatIsMissing() {
    #expect(
      Loaded(["content/programmes.yaml": nil]).text == """
        content/programmes.yaml:1:1: error: programmes.yaml is missing from the content folder [content.file.missing]
          help: every site needs this file; add it

        """)
  }

  @Test func ignoresNamesThatBeginWithAnUnderscoreOrADot() {
    let loaded = Loaded(
      ["content/_art/notes.md": "x", "content/products/_baru/index.md": "x", "content/businesses/.swp.md": "x"],
      others: [Samples.photo, "content/_art/svg/a.svg", "content/products/kain-batik/.DS_Store"])
    #expect(loaded.text == "" && loaded.catalog != nil)
  }

  @Test func leavesStaticFilesAlone() {
    let loaded = Loaded(
      ["content/static/robots.txt": "\u{1}"], others: [Samples.photo, "content/static/fonts/a.woff2"])
    #expect(loaded.text == "")
  }

  @Test(arguments: [
    ("content/site.yml", "site.yaml"), ("content/catatan.txt", "static/catatan.txt"),
    ("content/tentang.md", "pages/tentang.md"), ("content/products/getuk.md", "products/getuk/index.md"),
    ("content/product/getuk/index.md", "products/getuk/index.md"), ("content/bussinesses/a.md", "businesses/<slug>.md"),
    ("content/products/kain-batik/catatan.txt", "products/kain-batik/index.md"),
    ("content/pages/sub/a.md", "pages/<slug>.md"),
  ])
  func warnsAboutAFileThatNothingReads(path: String, expected: String) {
    let loaded = Loaded([path: "x"])
    #expect(loaded.catalog != nil)
    #expect(
      loaded.text == """
        \(path):1:1: warning: this file is not used: nothing reads it here [content.file.unexpected]
          1 | x
            | ^
          help: expected \(expected); a name that begins with _ is ignored

        """)
  }

  @Test func refusesAFileNameThatIsNoSlug() {
    let loaded = Loaded(["content/pages/Cara Pesan.md": "---\ntitle: Cara\n---\n"])
    #expect(
      loaded.text == """
        content/pages/Cara Pesan.md:1:1: error: "Cara Pesan" can't be an address: a slug has only a–z, 0–9 and single \
        hyphens [page.slug.invalid]
          1 | ---
            | ^
          help: rename it, for example to "cara-pesan"

        """)
  }

  @Test(arguments: ["Batik-Watu-Toren", "BATIK-watu-toren"])
  func slugCollisionsByCapitals(name: String) {
    let loaded = Loaded(["content/businesses/\(name).md": Samples.business])
    #expect(loaded.codes.contains("business.slug.collision@1:1"))
  }

  @Test func slugCollisionsByNormalForm() {
    let names = ["caf\u{E9}", "cafe\u{301}"]
    let pages = names.map { SourceFile(path: "content/pages/\($0).md", text: "---\ntitle: Kafe\n---\n") }
    let loaded = Loaded(files: Samples.files.map { SourceFile(path: $0.key, text: $0.value) } + pages)
    #expect(loaded.codes.filter { $0 == "page.slug.collision@1:1" }.count == 2)
  }

  @Test(arguments: ["produk", "usaha", "products", "en", "cari", "404", "assets", "rw", "centre", "cetak", "data"])
  func reservedSlugs(name: String) {
    #expect(Loaded(["content/pages/\(name).md": "---\ntitle: Judul\n---\n"]).codes == ["page.slug.reserved@1:1"])
  }

  @Test func leavesTheCentresWordToThePageAboutIt() {
    #expect(Loaded(["content/pages/ikm-center.md": "---\ntitle: Judul\n---\n"]).text == "")
  }

  @Test func translationWithoutOriginal() {
    let loaded = Loaded(["content/pages/tentang.en.md": "---\ntitle: About\n---\n"])
    #expect(
      loaded.text == """
        content/pages/tentang.en.md:1:1: error: tentang.md is missing: a translation needs the file that it translates \
        [translation.original.missing]
          1 | ---
            | ^

        """)
  }

  @Test func unknownLanguage() {
    let page = "---\ntitle: Judul\n---\n"
    let loaded = Loaded(["content/pages/a.md": page, "content/pages/a.fr.md": page, "content/pages/a.id.md": page])
    #expect(
      loaded.diagnostics.map(\.message.en) == [
        "\"fr\" is not a language of this site",
        "\"id\" is the site's main language; its files have no code in their name",
      ])
  }

  @Test func countsTheFilesInALanguageThatTheSiteDoesNotHave() {
    let loaded = Loaded([
      "content/businesses/batik-watu-toren.fr.md": "---\nname: Batik\n---\n",
      "content/products/kain-batik/index.fr.md": "---\nname: Tissu\n---\n",
      "content/pages/a.md": "---\ntitle: Judul\n---\n", "content/pages/a.fr.md": "---\ntitle: Titre\n---\n",
    ])
    #expect(
      loaded.text == """
        content/businesses/batik-watu-toren.fr.md:1:1: error: "fr" is not a language of this site (2 more files like \
        this) [translation.language.unknown]
          1 | ---
            | ^
          help: one of: en

        """)
    #expect(loaded.diagnostics[0].message.id == "\"fr\" bukan bahasa situs ini (2 berkas lain juga begitu)")
  }

  @Test(arguments: ["price: 15000", "business: batik-watu-toren", "updated: 2026-01-01"])
  func translationsHoldOnlyWhatCanBeTranslated(line: String) {
    let loaded = Loaded(["content/products/kain-batik/index.en.md": "---\nname: Cloth\n\(line)\n---\n"])
    #expect(loaded.codes == ["translation.key.unknown@3:1"])
  }

  @Test func refusesTextsForPhotosThatTheProductDoesNotHave() {
    let loaded = Loaded(["content/products/kain-batik/index.en.md": "---\nphotos: {kaim.jpg: A cloth}\n---\n"])
    #expect(
      loaded.text == """
        content/products/kain-batik/index.en.md:2:10: error: "kaim.jpg" is not a photo of this product \
        [translation.photos.unknown]
          2 | photos: {kaim.jpg: A cloth}
            |          ^^^^^^^^
          help: did you mean "kain.jpg"?

        """)
  }

  @Test func warnsAboutPhotosWithoutAProduct() {
    let loaded = Loaded(others: [Samples.photo, "content/products/getuk/getuk.jpg"])
    #expect(loaded.codes == ["content.file.unexpected@1:1"])
    #expect(loaded.diagnostics[0].help?.en == "expected content/products/getuk/index.md")
  }
}
