internal import ProductCatalog
internal import TemplateEngine

/// The product feed of Google Merchant Center: RSS 2.0 with elements of its own
/// (support.google.com/merchants/answer/7052112).
struct GoogleFeed {
  let goods: ShopGoods

  func write(to buffer: inout OutputBuffer) {
    let (site, edition) = (goods.site, goods.edition)
    buffer.append(OutputBuffer.xmlDeclaration)
    buffer.append("<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\">\n<channel>\n")
    buffer.element("title", site.catalog.site.name[edition.language.code])
    buffer.element("link", edition.routes.canonicalURL(of: .home).text)
    buffer.element("description", site.catalog.site.tagline[edition.language.code])
    for item in goods.items(edition.products) { write(item, to: &buffer) }
    buffer.append("</channel>\n</rss>\n")
    writeLeftOut(to: &buffer)
  }

  private func write(_ item: ShopItem, to buffer: inout OutputBuffer) {
    buffer.append("<item>\n")
    buffer.element("g:id", item.id)
    buffer.element("g:title", item.title)
    buffer.element("g:description", item.description)
    buffer.element("g:link", item.url)
    buffer.element("g:image_link", item.picture)
    // A thing made when it is ordered can be ordered now; "backorder" would need the day on which it is back.
    buffer.element("g:availability", item.stock == .outOfStock ? "out_of_stock" : "in_stock")
    buffer.element("g:price", "\(item.price) IDR")
    buffer.element("g:condition", "new")
    buffer.element("g:brand", item.brand)
    // Nothing here has a number of the global trade.
    buffer.element("g:identifier_exists", "no")
    buffer.element("g:google_product_category", item.googleCategory)
    buffer.element("g:product_type", item.productType)
    buffer.element("g:shipping_weight", item.weight.map { "\($0) g" })
    buffer.append("</item>\n")
  }

  /// How many products are not in the feed, and why.
  private func writeLeftOut(to buffer: inout OutputBuffer) {
    var counts: [ShopRules.Obstacle: Int] = [:]
    for product in goods.edition.products { goods.rules.obstacle(to: product).map { counts[$0, default: 0] += 1 } }
    let reasons = ShopRules.Obstacle.allCases.filter { counts[$0] != nil }.map { "\(counts[$0]!) \($0.rawValue)" }
    guard !reasons.isEmpty else { return }
    buffer.append(text: "<!-- Left out: \(reasons.joined(separator: ", ")) -->\n")
  }
}
