internal import Diagnostics
internal import ProductCatalog

/// Which files there are for programs, and where.
struct OutputPlan {
  let catalog: Catalog
  let editions: [Edition]
  /// Every page, in any order.
  let pages: [SiteFile]
  /// Files that are copied as they are: a `robots.txt` among them stands for ours.
  let staticFiles: [SiteFile]

  var files: [SiteFile] {
    let languages = editions.indices.flatMap { feeds($0) + catalogues($0) }
    return robots + sitemaps + languages + data
  }

  private func file(_ path: String, _ output: Output) -> SiteFile { SiteFile(path: path, source: .output(output)) }

  private var robots: [SiteFile] {
    staticFiles.contains { isSame($0.path, Robots.path) } ? [] : [file(Robots.path, .robots)]
  }

  private var sitemaps: [SiteFile] {
    let parts = SitemapParts(catalog: catalog, editions: editions, pages: pages).ranges
    if parts.count == 1 { return [file(Sitemap.path, .sitemap(parts[0]))] }
    let files = parts.enumerated().map { number, pages in file("sitemap-\(number + 1).xml", .sitemap(pages)) }
    return [file(Sitemap.path, .sitemapIndex(files.map(\.path)))] + files
  }

  /// The site's, and those of each category and kelurahan that has products.
  private func feeds(_ number: Int) -> [SiteFile] {
    let edition = editions[number]
    let lists =
      [PageContent.home] + catalog.categories.indices.map { .category(CategoryID(index: $0), page: 1) }
      + catalog.kelurahan.indices.map { .kelurahan($0, page: 1) }
    return lists.filter { edition.feed($0) != nil }.flatMap { list in
      FeedFormat.allCases.map { format in
        file(
          edition.routes.feedPath(of: list, format), .feed(format, PageAddress(edition: number, content: list)))
      }
    }
  }

  private func catalogues(_ number: Int) -> [SiteFile] {
    let (edition, goods) = (editions[number], ShopRules(catalog: catalog))
    let sellers = edition.businesses.filter { business in
      edition.byBusiness[business].contains { goods.obstacle(to: $0) == nil }
    }
    return [
      file(edition.routes.shopPath("google.xml"), .googleFeed(number)),
      file(edition.routes.shopPath("meta.csv"), .metaCatalogue(number, business: nil)),
    ]
      + sellers.map { business in
        let name = "meta/\(catalog.businesses[business].slug.text).csv"
        return file(edition.routes.shopPath(name), .metaCatalogue(number, business: business))
      }
  }

  private var data: [SiteFile] {
    OpenData.allCases.flatMap { [file($0.path, .data($0)), file($0.schemaPath, .dataSchema($0))] }
  }
}
