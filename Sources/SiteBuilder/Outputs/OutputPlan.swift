internal import ProductCatalog

/// Which files there are for programs, and where.
struct OutputPlan {
  let catalog: Catalog
  let editions: [Edition]
  /// Every page, in any order.
  let pages: [SiteFile]

  var files: [SiteFile] { [SiteFile(path: "robots.txt", source: .output(.robots))] + sitemaps }

  private var sitemaps: [SiteFile] {
    let parts = SitemapParts(catalog: catalog, editions: editions, pages: pages).ranges
    if parts.count == 1 { return [SiteFile(path: Sitemap.path, source: .output(.sitemap(parts[0])))] }
    let files = parts.enumerated().map { number, pages in
      SiteFile(path: "sitemap-\(number + 1).xml", source: .output(.sitemap(pages)))
    }
    return [SiteFile(path: Sitemap.path, source: .output(.sitemapIndex(files.map(\.path))))] + files
  }
}
