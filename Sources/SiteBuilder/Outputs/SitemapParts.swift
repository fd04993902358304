internal import Diagnostics
internal import ProductCatalog

/// How a site's pages are shared out among sitemaps so that none is too long or too large.
struct SitemapParts {
  let catalog: Catalog
  let editions: [Edition]
  /// Every page, in any order.
  let pages: [SiteFile]
  var most = Sitemap.most
  var largest = Sitemap.largest

  /// Numbers of indexable pages, one range for each file; one that may be empty if the whole fits.
  var ranges: [Range<Int>] {
    let baseLength = editions[0].routes.absoluteURL(ofPath: "").text.utf8.count
    let sizes = pages.lazy.compactMap { mostBytes($0, baseLength) }
    let (count, bytes) = sizes.reduce((0, 0)) { ($0.0 + 1, $0.1 + $1) }
    if count <= most, bytes <= largest { return [0..<count] }
    return shared(pages.sortedByPath().compactMap { mostBytes($0, baseLength) })
  }

  private func shared(_ sizes: [Int]) -> [Range<Int>] {
    var (ranges, start, bytes) = ([Range<Int>](), 0, 0)
    for (count, size) in sizes.enumerated() {
      if count - start == most || bytes + size > largest, count > start {
        ranges.append(start..<count)
        (start, bytes) = (count, 0)
      }
      bytes += size
    }
    return ranges + [start..<sizes.count]
  }

  /// More than a page's entry takes, whatever its addresses need escaped; `nil` for a page without one.
  private func mostBytes(_ file: SiteFile, _ baseLength: Int) -> Int? {
    guard case .page(let page) = file.source, !catalog.isHidden(page.content) else { return nil }
    let address = 3 * file.path.utf8.count + baseLength + 256
    guard case .product(let index) = page.content else { return address * (editions.count + 2) }
    let photos = catalog.products[index].photos
    return address * (editions.count + 2 + photos.count) + photos.reduce(0) { $0 + 3 * $1.file.utf8.count }
  }
}
