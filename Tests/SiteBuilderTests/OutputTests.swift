import Diagnostics
import ProductCatalog
import TemplateEngine
import Testing

@testable import SiteBuilder

@Suite struct Sitemaps {
  private func parts(most: Int = Sitemap.most, largest: Int = Sitemap.largest) throws -> SitemapParts {
    let site = try SampleProject().site()
    return SitemapParts(
      catalog: site.catalog, editions: site.editions, pages: site.files.filter(\.isPage), most: most, largest: largest)
  }

  @Test func aSmallSiteHasOneSitemap() throws {
    #expect(try parts().ranges == [0..<30])
  }

  @Test func noSitemapHasMorePagesThanAllowed() throws {
    #expect(try parts(most: 10).ranges == [0..<10, 10..<20, 20..<30])
    #expect(try parts(most: 30).ranges == [0..<30])
  }

  @Test func noSitemapHasMoreBytesThanAllowed() throws {
    let site = try SampleProject().site()
    let parts = try parts(largest: 10_000).ranges
    #expect(parts.count > 1)
    #expect(parts.flatMap(Array.init) == Array(0..<30))
    for part in parts {
      var buffer = OutputBuffer()
      site.render(.sitemap(part), into: &buffer)
      #expect(buffer.count < 10_000)
    }
  }

  @Test func partsShareTheirPagesOutAmongThem() throws {
    let site = try SampleProject().site()
    var whole = OutputBuffer()
    var parts = OutputBuffer()
    site.render(.sitemap(0..<30), into: &whole)
    for part in [0..<10, 10..<20, 20..<30] { site.render(.sitemap(part), into: &parts) }
    let urls = { (text: String) in text.split(separator: "\n").filter { $0.hasPrefix("<loc>") } }
    #expect(urls(whole.string).count == 30)
    #expect(urls(parts.string) == urls(whole.string))
  }

  @Test func anIndexNamesItsParts() throws {
    var buffer = OutputBuffer()
    try SampleProject().site().render(.sitemapIndex(["sitemap-1.xml", "sitemap-2.xml"]), into: &buffer)
    #expect(
      buffer.string == """
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap>
        <loc>https://example.org/sitemap-1.xml</loc>
        </sitemap>
        <sitemap>
        <loc>https://example.org/sitemap-2.xml</loc>
        </sitemap>
        </sitemapindex>

        """)
  }
}

@Suite struct XMLText {
  @Test func escapesWhatXMLWouldReadAsMarkupAndLeavesOutWhatItCannotWrite() {
    var buffer = OutputBuffer()
    buffer.append(xml: "Kopi & \"teh\" <b>\u{1B}\u{0}é\n")
    #expect(buffer.string == "Kopi &amp; &#34;teh&#34; &lt;b&gt;é\n")
  }
}
