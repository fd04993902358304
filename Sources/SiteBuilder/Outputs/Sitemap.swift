internal import ProductCatalog
internal import TemplateEngine

/// The list of the site's pages for search engines: sitemaps.org protocol 0.9, with Google's elements for pictures and
/// for the languages of a page.
///
/// `lastmod` is the day on which what the page shows was last looked at, never that of the build: search engines stop
/// believing dates that change without the page.
struct Sitemap {
  static let path = "sitemap.xml"
  /// Most pages in a file (sitemaps.org protocol).
  static let most = 50_000
  /// Most bytes of a file, uncompressed (same).
  static let largest = 50 << 20

  let site: Site

  /// - Parameter pages: numbers of pages, counted as `Site.indexable` gives them.
  func write(_ pages: Range<Int>, to buffer: inout OutputBuffer) {
    buffer.append(OutputBuffer.xmlDeclaration)
    buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    buffer.append(" xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\"")
    buffer.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")
    for page in site.indexable.dropFirst(pages.lowerBound).prefix(pages.count) { write(page, to: &buffer) }
    buffer.append("</urlset>\n")
  }

  private func write(_ page: PageAddress, to buffer: inout OutputBuffer) {
    let edition = site.editions[page.edition]
    buffer.append("<url>\n")
    buffer.element("loc", edition.routes.canonicalURL(of: page.content).text)
    buffer.element("lastmod", edition.updated(page.content)?.iso)
    for alternate in site.editions.alternates(of: page.content) {
      buffer.append("<xhtml:link rel=\"alternate\"")
      buffer.attribute("hreflang", alternate.lang)
      buffer.attribute("href", alternate.url.text)
      buffer.append("/>\n")
    }
    if case .product(let index) = page.content {
      for picture in site.photoURLs(of: index) {
        buffer.append("<image:image>")
        buffer.element("image:loc", picture.text)
        buffer.append("</image:image>\n")
      }
    }
    buffer.append("</url>\n")
  }

  func writeIndex(_ parts: [String], to buffer: inout OutputBuffer) {
    buffer.append(OutputBuffer.xmlDeclaration)
    buffer.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for part in parts {
      buffer.append("<sitemap>\n")
      buffer.element("loc", site.editions[0].routes.absoluteURL(ofPath: part).text)
      buffer.append("</sitemap>\n")
    }
    buffer.append("</sitemapindex>\n")
  }
}

extension Site {
  /// The pages that search engines may list, in the order of their paths.
  var indexable: some Sequence<PageAddress> {
    files.lazy.compactMap { file in
      guard case .page(let page) = file.source, !self.catalog.isHidden(page.content) else { return nil }
      return page
    }
  }
}

extension Catalog {
  /// Whether search engines should leave a page out.
  func isHidden(_ content: PageContent) -> Bool {
    content == .notFound || content == .basket || content.isForPrint || isDraft(content)
  }

  /// Whether the text that a page is about is a draft.
  func isDraft(_ content: PageContent) -> Bool {
    switch content {
    case .product(let index): products[index].isDraft
    case .business(let index): businesses[index].isDraft
    case .info(let index): pages[index].isDraft
    default: false
    }
  }
}
