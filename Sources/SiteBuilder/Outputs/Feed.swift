internal import ProductCatalog
internal import TemplateEngine

/// How a feed is written.
enum FeedFormat: Hashable, Sendable, CaseIterable {
  /// RFC 4287.
  case atom
  /// JSON Feed 1.1 (jsonfeed.org).
  case json

  var fileName: String { self == .atom ? "feed.xml" : "feed.json" }
  var mediaType: String { self == .atom ? "application/atom+xml" : "application/feed+json" }
}

/// The newest products of a list: of the site, a category or a kelurahan.
struct Feed {
  /// Most entries.
  static let length = 30

  let site: Site
  let page: PageAddress

  private var edition: Edition { site.editions[page.edition] }
  private var wording: PageWording {
    PageWording(values: PageValues(site: site, edition: edition, number: page.edition, content: page.content))
  }

  var language: String { edition.language.code }
  var title: String { edition.texts("feed.title", wording.plainTitle) }
  var description: String { wording.description }
  var author: String { site.catalog.site.name[language] }
  var pageURL: String { edition.routes.canonicalURL(of: page.content).text }

  func url(_ format: FeedFormat) -> String {
    edition.routes.absoluteURL(ofPath: edition.routes.feedPath(of: page.content, format)).text
  }

  /// Newest first; at least one, or there is no feed.
  var entries: [FeedEntry] {
    (edition.feed(page.content) ?? []).map { FeedEntry(site: site, edition: edition, index: $0) }
  }
}

/// A product in a feed.
struct FeedEntry {
  private let site: Site
  private let edition: Edition
  private let index: Int

  init(site: Site, edition: Edition, index: Int) { (self.site, self.edition, self.index) = (site, edition, index) }

  private var product: Product { site.catalog.products[index] }
  private var business: Business { site.catalog.businesses[product.business] }
  private var language: String { edition.language.code }

  var url: String { edition.routes.canonicalURL(of: .product(index)).text }
  var title: String { product.name(in: language) }
  var maker: String { business.name(in: language) }
  var makerURL: String {
    let edition = edition.has(.business(product.business)) ? edition : site.editions[0]
    return edition.routes.canonicalURL(of: .business(product.business)).text
  }
  var categoryPath: String { site.catalog[product.category].path }
  var categoryName: String { site.catalog[product.category].name[language] }
  var tags: [String] { [categoryName] + product.tags }
  var picture: String? { site.sharePicture(of: index, in: language)?.url.text }

  /// The start of the day, in Magelang's time (UTC+7), as RFC 3339 writes it.
  var updated: String { product.updated.iso + "T00:00:00+07:00" }

  var summary: String { product.summary(in: language) }
  /// When it is not the feed's.
  var summaryLanguage: String? { edition.summaryLanguage(of: product) }

  /// The summary, and below it the price, the maker and the place.
  var text: String {
    let sample = business.isSample ? [edition.texts("badge.sample")] : []
    let place = "\(maker), \(edition.name(of: product.rw))"
    return ([summary, price, place] + sample).joined(separator: "\n")
  }

  private var price: String {
    guard let price = product.price else { return edition.texts("price.ask") }
    let most = price.to.map { "–" + Formatting.rupiah($0.rupiah) } ?? ""
    return Formatting.rupiah(price.from.rupiah) + most + (product.unit.map { " / " + $0 } ?? "")
  }
}

extension Edition {
  /// The products in the feed that a page points to; `nil` when it has none.
  func feed(_ content: PageContent) -> [Int]? {
    guard let list = list(content) else { return nil }
    let newest = list.lazy.filter { !self.isDraft($0) }.prefix(Feed.length)
    return newest.isEmpty ? nil : Array(newest)
  }

  /// The list whose feed a page points to.
  static func feedList(of content: PageContent) -> PageContent? {
    switch content {
    case .home, .products: .home
    case .category(let id, _): .category(id, page: 1)
    case .kelurahan(let index, _): .kelurahan(index, page: 1)
    case .rw(let rw), .rwCategory(let rw, _): .kelurahan(rw.kelurahan, page: 1)
    default: nil
    }
  }
}
