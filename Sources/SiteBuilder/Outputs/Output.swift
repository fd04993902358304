internal import TemplateEngine

/// A file that programs read, made from the catalog when it is written: for search engines, feed readers, shops.
enum Output: Sendable {
  /// What crawlers may read: everything.
  case robots
  /// Pages for search engines; numbers count `Site.indexable`.
  case sitemap(Range<Int>)
  /// The parts of a sitemap that is too large for one file: their paths.
  case sitemapIndex([String])
  /// The newest products of a list, in one of the site's languages.
  case feed(FeedFormat, PageAddress)
  /// Google's product feed, by edition.
  case googleFeed(Int)
  /// The catalogue for Meta's shops and WhatsApp, by edition: of a business, or of all.
  case metaCatalogue(Int, business: Int?)
  case data(OpenData)
  case dataSchema(OpenData)
}

extension Site {
  /// Appends the file's bytes to `buffer`.
  func render(_ output: Output, into buffer: inout OutputBuffer) {
    switch output {
    case .robots: Robots(site: self).write(to: &buffer)
    case .sitemap(let pages): Sitemap(site: self).write(pages, to: &buffer)
    case .sitemapIndex(let parts): Sitemap(site: self).writeIndex(parts, to: &buffer)
    case .feed(.atom, let page): AtomFeed(feed: Feed(site: self, page: page)).write(to: &buffer)
    case .feed(.json, let page): JSONFeed(feed: Feed(site: self, page: page)).write(to: &buffer)
    case .googleFeed(let edition): GoogleFeed(goods: ShopGoods(site: self, number: edition)).write(to: &buffer)
    case .metaCatalogue(let edition, let business):
      MetaCatalogue(goods: ShopGoods(site: self, number: edition), business: business).write(to: &buffer)
    case .data(.products): ProductData(site: self).write(to: &buffer)
    case .data(.businesses): BusinessData(site: self).write(to: &buffer)
    case .data(.coverage): CoverageData(site: self).write(to: &buffer)
    case .dataSchema(let data): buffer.append(text: data.schema(id: url(of: data.schemaPath)))
    }
  }

  /// The address of an output file with scheme and host.
  func url(of path: String) -> String { editions[0].routes.absoluteURL(ofPath: path).text }
}
