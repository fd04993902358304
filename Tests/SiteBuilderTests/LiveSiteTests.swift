import Diagnostics
import FoundationEssentials
import Glibc
import Testing

@testable import SiteBuilder

/// The sample project on the disk, gone when the test is over.
private final class ProjectFolder {
  let path: String

  init() {
    var template = Array("\(FileManager.default.temporaryDirectory.path)/etalase-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
    for (name, text) in SampleProject.files { write(text, to: name) }
    write("a { color: red }", to: "templates/assets/css/site.css")
    write("User-agent: *", to: "content/static/robots.txt")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var settings: BuildSettings {
    var settings = BuildSettings(day: "2026-11-24", jobs: 1)!
    (settings.content, settings.templates) = ("\(path)/content", "\(path)/templates")
    settings.includeDrafts = true
    return settings
  }

  func write(_ text: String, to name: String) {
    let place = "\(path)/\(name)"
    try? FileManager.default.createDirectory(
      atPath: String(place[..<place.lastIndex(of: "/")!]), withIntermediateDirectories: true)
    let file = open(place, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = text.withCString { Glibc.write(file, $0, strlen($0)) }
    close(file)
  }

  func delete(_ name: String) { try? FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  func move(_ name: String, to new: String) { rename("\(path)/\(name)", "\(path)/\(new)") }

  func changes(_ names: String...) -> LiveSite.Changes { .paths(names.map { "\(path)/\($0)" }) }
}

extension LiveSite {
  fileprivate func text(_ path: String) -> String? {
    switch answer(path) {
    case .page(let bytes), .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .file(let file): "\(file.size) bytes"
    case .redirect(let address): "to \(address)"
    case .failed(let problem): problem.code
    case nil: nil
    }
  }

  /// Everything that can be seen of it.
  fileprivate var everything: [String] {
    let formatter = TextFormatter(language: .en)
    return (site?.files ?? []).map { "\($0.path): \(text("/" + $0.path) ?? "nothing")" }
      + diagnostics.map(formatter.format)
  }
}

@Suite struct LiveSites {
  private let folder = ProjectFolder()

  private func live() -> LiveSite {
    let live = LiveSite(folder.settings)
    live.refresh(.everything)
    return live
  }

  @Test func anOldSlugLeadsOnAsSoonAsItIsWritten() {
    let (live, file) = (live(), "content/products/wajik/index.md")
    #expect(live.text("/produk/jadah/") == nil)
    folder.write(SampleProject.product("Wajik", updated: "2026-10-02", more: "aliases: [jadah]"), to: file)
    live.refresh(folder.changes(file))
    #expect(live.text("/produk/jadah/") == "<title>Wajik</title>\n")
    folder.write(SampleProject.product("Wajik", updated: "2026-10-02"), to: file)
    live.refresh(folder.changes(file))
    #expect(live.text("/produk/jadah/") == nil)
  }

  @Test func answersWithTheFilesOfTheSite() {
    folder.write(SampleProject.files["templates/product.html"]! + "{{ product.body }}", to: "templates/product.html")
    let live = live()
    #expect(!live.diagnostics.hasErrors)
    #expect(live.text("/produk/getuk/")?.contains("<p>Enak.</p>") == true)
    #expect(live.text("/produk/getuk/index.html") == live.text("/produk/getuk/"))
    #expect(live.text("/produk/getuk") == "to /produk/getuk/")
    #expect(live.text("/robots.txt") == "13 bytes")
    #expect(live.text("/sitemap.xml")?.contains("<loc>https://example.org/produk/getuk/</loc>") == true)
    #expect(live.text("/produk/nothing/") == nil)
    #expect(live.text("/content/site.yaml") == nil)
    #expect(live.text("produk/getuk/") == nil)
  }

  @Test func tellsWhatHasChangedAndNothingElse() {
    let live = live()
    #expect(live.version == 1)
    #expect(!live.refresh(folder.changes("content/products/getuk/index.md", "content/nothing.md")))
    folder.write(SampleProject.product("Getuk Baru", updated: "2026-10-01"), to: "content/products/getuk/index.md")
    #expect(live.refresh(folder.changes("content/products/getuk/index.md")))
    #expect(live.text("/produk/getuk/")?.contains("Getuk Baru") == true)
  }

  @Test func followsAProductIntoAndOutOfTheFeedsOfShops() {
    let seller = SampleProject.files["content/businesses/dapur-sari.md"]!.replacing("sample: true\n", with: "")
    let priced = SampleProject.product(
      "Getuk", updated: "2026-10-01", more: "photos: [{file: a.jpg, alt: Getuk di piring}]")
    folder.write(seller, to: "content/businesses/dapur-sari.md")
    folder.write("x", to: "content/products/getuk/a.jpg")
    folder.write(priced, to: "content/products/getuk/index.md")
    let live = live()
    #expect(live.text("/feeds/meta/dapur-sari.csv")?.contains("getuk,Getuk,") == true)
    folder.write(
      priced.replacing("price: 15000\nunit: dus\n", with: ""), to: "content/products/getuk/index.md")
    live.refresh(folder.changes("content/products/getuk/index.md"))
    #expect(live.text("/feeds/meta/dapur-sari.csv") == nil)
    #expect(live.text("/feeds/google.xml")?.contains("1 without a price") == true)
  }

  @Test func aProductThatIsPutOnAShelfGetsALabel() {
    let labels = "{% for s in sheets %}{% for l in s.labels %}{{ l.shelf }} {% endfor %}{% endfor %}."
    folder.write(labels, to: "templates/print_labels.html")
    let live = live()
    #expect(live.text("/cetak/label/") == ".")
    let more = "ikm_center: {shelf: A-01}"
    folder.write(
      SampleProject.product("Wajik", updated: "2026-10-02", more: more), to: "content/products/wajik/index.md")
    live.refresh(folder.changes("content/products/wajik/index.md"))
    #expect(live.text("/cetak/label/") == "A-01 .")
  }

  @Test func tellsThatALinkedHeadingIsGone() {
    let (getuk, wajik) = ("content/products/getuk/index.md", "content/products/wajik/index.md")
    func write(_ body: String, to path: String) {
      let name = path == getuk ? "Getuk" : "Wajik"
      folder.write(SampleProject.product(name, updated: "2026-10-01", more: "tags: [a]", body: body), to: path)
    }
    write("## Satu", to: getuk)
    write("[x](../getuk/index.md#satu)", to: wajik)
    let live = live()
    #expect(!live.hasErrors)
    write("## Satu\n\n## Dua", to: getuk)
    live.refresh(folder.changes(getuk))
    write("[x](../getuk/index.md#satu) [y](../getuk/index.md#dua)", to: wajik)
    live.refresh(folder.changes(wajik))
    #expect(!live.hasErrors)
    write("## Dua", to: getuk)
    live.refresh(folder.changes(getuk))
    #expect(live.errors.map(\.message.en) == ["no heading \"#satu\" in the text that the link leads to"])
  }

  @Test func keepsTheLastGoodSite() {
    let live = live()
    let before = live.text("/produk/getuk/")
    folder.write("---\nname: [\n---\n", to: "content/products/getuk/index.md")
    #expect(live.refresh(folder.changes("content/products/getuk/index.md")))
    #expect(live.diagnostics.hasErrors)
    #expect(live.version == 1)
    #expect(live.text("/produk/getuk/") == before)
    folder.write(SampleProject.files["content/products/getuk/index.md"]!, to: "content/products/getuk/index.md")
    #expect(live.refresh(folder.changes("content/products/getuk/index.md")))
    #expect(!live.diagnostics.hasErrors)
  }

  @Test func keepsThePageThatCannotBeRenderedAsItWasThroughOtherMistakes() {
    let (product, template) = ("content/products/getuk/index.md", "templates/product.html")
    let live = live()
    let before = live.text("/produk/getuk/")
    folder.write(SampleProject.files[template]! + "{{ 1 // (product.name|length - 5) }}", to: template)
    live.refresh(folder.changes(template))
    #expect(live.text("/produk/getuk/") == before)
    #expect(live.errors.map(\.code) == ["template.type.division"])
    folder.write("---\nname: [\n---\n", to: product)
    live.refresh(folder.changes(product))
    folder.write(SampleProject.files[product]!, to: product)
    live.refresh(folder.changes(product))
    #expect(live.text("/produk/getuk/") == before)
    folder.write(SampleProject.files[template]! + "baru", to: template)
    live.refresh(folder.changes(template))
    #expect(live.text("/produk/getuk/")?.hasSuffix("baru") == true)
    #expect(live.errors.isEmpty)
  }

  @Test func survivesTheLossOfAWholeFolder() {
    let live = live()
    folder.move("content", to: "elsewhere")
    #expect(live.refresh(.everything))
    #expect(live.diagnostics.map(\.code) == ["folder.unreadable"])
    #expect(!live.refresh(.everything))
    #expect(live.text("/produk/getuk/") != nil)
    folder.move("elsewhere", to: "content")
    #expect(live.refresh(.everything))
    #expect(!live.diagnostics.hasErrors)
  }

  @Test func knowsWhereAPageComesFrom() throws {
    folder.write("{% include \"partials/a.html\" %}", to: "templates/product.html")
    folder.write("<p>x</p>", to: "templates/partials/a.html")
    let page = try #require(live().page(at: "/en/products/getuk/"))
    let below = { (path: String) in String(path.dropFirst(folder.path.count + 1)) }
    #expect(page.title == "Cassava cake")
    #expect(page.content.map(below) == ["content/products/getuk/index.en.md", "content/products/getuk/index.md"])
    #expect(page.templates.map(below) == ["templates/partials/a.html", "templates/product.html"])
  }

  @Test func showsDraftsMarked() {
    folder.write(
      SampleProject.product("Getuk", updated: "2026-10-01", more: "draft: true"), to: "content/products/getuk/index.md")
    #expect(live().pages.filter(\.isDraft).map(\.address).contains("/produk/getuk/"))
  }

  /// What is known after many changes read one by one is what is read at once.
  @Test(arguments: 0..<4) func isAfterAnyChangesWhatAFreshReadingGives(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let live = live()
    for _ in 0..<75 {
      let paths = (0..<Int.random(in: 1...3, using: &random)).flatMap { _ in change(&random) }
      live.refresh(.paths(paths.map { "\(folder.path)/\($0)" }))
      let fresh = self.live()
      let formatter = TextFormatter(language: .en)
      let isSame = live.diagnostics.map(formatter.format) == fresh.diagnostics.map(formatter.format)
      #expect(isSame, "\(paths)")
      let showsTheSame = fresh.diagnostics.hasErrors || live.everything == fresh.everything
      #expect(showsTheSame, "\(paths)")
    }
  }

  /// Edits a product in a way that often leaves the other pages as they are, and sometimes doesn't.
  private func editProduct(_ random: inout SeededGenerator) -> String {
    let slug = Bool.random(using: &random) ? "getuk" : "wajik"
    let name = ["Getuk", "Getuk", "Wajik", "Lain"].randomElement(using: &random)!
    let more = [
      "min_order: 3", "min_order: banyak", "tags: [manis]", "draft: true",
      "flagship: {status: designated, year: 2026}", "ingredients: [gula]",
    ].randomElement(using: &random)!
    let body = [
      "", "\nManis.\n", "\n[Itu](../wajik/index.md)\n", "\n[Itu](../tiada/index.md)\n",
      "\n## Satu\n\n[^1]\n\n[^1]: Dua\n", "\n## Satu\n", "\n## Satu\n\n## Dua\n",
      "\n## Satu\n\n[Itu](../wajik/index.md#satu)\n", "\n[Itu](/produk/getuk/#satu)\n",
    ]
    .randomElement(using: &random)!
    let day = ["2026-10-01", "2026-10-01", "2026-10-02"].randomElement(using: &random)!
    let path = "content/products/\(slug)/index.md"
    folder.write(SampleProject.product(name, updated: day, more: more) + body, to: path)
    return path
  }

  /// Changes something at random.
  /// - Returns: the paths that a watcher would name.
  private func change(_ random: inout SeededGenerator) -> [String] {
    let files = SampleProject.files.keys.sorted()
    let path = files.randomElement(using: &random)!
    let product = "content/products/\(["getuk", "wajik", "baru", "a-b", "a"].randomElement(using: &random)!)"
    switch Int.random(in: 0..<18, using: &random) {
    case 0..<4:
      folder.write(SampleProject.files[path]!, to: path)
    case 4:
      folder.write(SampleProject.files[path]! + "\nlagi: ya\n", to: path)
    case 12..<18:
      return [editProduct(&random)]
    case 5:
      folder.write(SampleProject.product("Baru", updated: "2026-10-03"), to: product + "/index.md")
      return [product]
    case 6:
      folder.delete(product)
      return [product]
    case 7:
      folder.move("content/products/wajik", to: "content/products/wajik-baru")
      return ["content/products/wajik", "content/products/wajik-baru"]
    case 8:
      folder.move("content/products/wajik-baru", to: "content/products/wajik")
      return ["content/products/wajik", "content/products/wajik-baru", "content/products/wajik/index.md"]
    case 9:
      folder.delete("content/static/x")
      if Bool.random(using: &random) { folder.write("x", to: "content/static/x") }
      return ["content/static/x"]
    case 10:
      unlink("\(folder.path)/content/products/link")
      if Bool.random(using: &random) { symlink("getuk", "\(folder.path)/content/products/link") }
      return ["content/products/link"]
    default:
      folder.delete(path)
    }
    return [path]
  }
}
