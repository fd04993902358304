import Diagnostics
import ProductCatalog
import TemplateEngine
import Testing

@testable import SiteBuilder

@Suite struct RedirectTests {
  private static let edits = [
    "content/products/getuk/index.md": SampleProject.product(
      "Getuk", updated: "2026-10-01", more: "aliases: [getuk-lama, apem]"),
    "content/products/wajik/index.md": SampleProject.product(
      "Wajik", updated: "2026-10-02", more: "aliases: [wajik-lama]"),
    "content/businesses/dapur-sari.md":
      "---\nname: Dapur Sari\nplace: {kelurahan: kemirirejo, rw: 3}\nsample: true\naliases: [dapur]\n---\nDapur.\n",
    "content/pages/tentang.md": "---\ntitle: Tentang\naliases: [profil]\n---\nIsi.\n",
    "content/pages/ikm-center.md": "---\ntitle: Berkunjung\naliases: [berkunjung]\n---\nIsi.\n",
  ]

  private func redirects(_ site: Site) -> [Redirect] {
    site.files.compactMap { file in if case .redirect(let redirect) = file.source { redirect } else { nil } }
  }

  @Test func everyLanguageThatShowsAThingLeadsOnFromItsOldSlugs() throws {
    let site = try SampleProject(edits: Self.edits).site()
    #expect(
      redirects(site).map(\.path) == [
        "berkunjung/index.html", "en/products/apem/index.html", "en/products/getuk-lama/index.html",
        "produk/apem/index.html", "produk/getuk-lama/index.html", "produk/wajik-lama/index.html", "profil/index.html",
        "usaha/dapur/index.html",
      ])
    #expect(redirects(site).first?.target == .centre)
  }

  @Test func listsThemForWebServers() throws {
    let site = try SampleProject(edits: Self.edits).site(baseURL: "https://example.org/etalase")
    #expect(
      try text(site, "_redirects") == """
        /etalase/berkunjung/ /etalase/ikm-center/ 301
        /etalase/en/products/apem/ /etalase/en/products/getuk/ 301
        /etalase/en/products/getuk-lama/ /etalase/en/products/getuk/ 301
        /etalase/produk/apem/ /etalase/produk/getuk/ 301
        /etalase/produk/getuk-lama/ /etalase/produk/getuk/ 301
        /etalase/produk/wajik-lama/ /etalase/produk/wajik/ 301
        /etalase/profil/ /etalase/tentang/ 301
        /etalase/usaha/dapur/ /etalase/usaha/dapur-sari/ 301

        """)
    #expect(try text(site, "_redirects.map").hasPrefix("\"/etalase/berkunjung/\" \"/etalase/ikm-center/\";\n"))
  }

  @Test func writesNoListsWithoutRedirects() throws {
    #expect(try SampleProject().site().files.filter { $0.path.hasPrefix("_") }.isEmpty)
  }

  @Test func aPersonsOwnRulesComeFirst() {
    let own = SourceFile(path: "content/static/_redirects", text: "/toko/* /produk/ 302")
    let site = SampleProject(edits: Self.edits.filter { $0.key.contains("pages") }).plan(ownRedirects: own).site
    #expect(
      site.flatMap { try? text($0, "_redirects") } == """
        /toko/* /produk/ 302
        /berkunjung/ /ikm-center/ 301
        /profil/ /tentang/ 301

        """)
    let alone = SampleProject().plan(ownRedirects: own).site
    #expect(alone.flatMap { try? text($0, "_redirects") } == "/toko/* /produk/ 302\n")
    #expect(alone?.files.contains { $0.path == "_redirects.map" } == false)
  }

  private func text(_ site: Site, _ path: String) throws -> String {
    let file = try #require(site.files.first { $0.path == path })
    guard case .bytes(let bytes) = file.source else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func aRedirectShowsThePageThatItLeadsTo() throws {
    let template = "{{ page.lang }} {{ page.title }} {{ page.url }} {{ page.canonical }}\n"
    let site = try SampleProject(edits: Self.edits.merging(["templates/redirect.html": template]) { $1 }).site()
    let redirect = try #require(redirects(site).first { $0.path == "en/products/apem/index.html" })
    var buffer = OutputBuffer()
    try site.render(redirect, into: &buffer)
    #expect(buffer.string == "en Cassava cake /en/products/getuk/ https://example.org/en/products/getuk/\n")
  }

  @Test func anAliasAtAnAddressThatIsTakenIsRefused() {
    let project = SampleProject(edits: Self.edits, otherPaths: ["content/static/profil/index.html"])
    #expect(project.plan().diagnostics.map(\.code) == ["site.collision"])
  }
}
