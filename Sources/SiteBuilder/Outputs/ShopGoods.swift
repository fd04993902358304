internal import ProductCatalog

/// The products that the feeds of shops elsewhere show, in one language.
struct ShopGoods {
  let site: Site
  /// The edition's index.
  let number: Int

  var edition: Edition { site.editions[number] }
  var rules: ShopRules { ShopRules(catalog: site.catalog) }

  /// - Parameter products: indices into `Catalog.products`.
  func items(_ products: [Int]) -> some Sequence<ShopItem> {
    let rules = rules
    return products.lazy.filter { rules.obstacle(to: $0) == nil }.map { ShopItem(goods: self, index: $0) }
  }
}

/// What such a feed says of a product, in the words that Google and Meta have in common.
struct ShopItem {
  private let goods: ShopGoods
  private let index: Int

  init(goods: ShopGoods, index: Int) { (self.goods, self.index) = (goods, index) }

  private var product: Product { goods.site.catalog.products[index] }
  private var business: Business { goods.site.catalog.businesses[product.business] }
  private var language: String { goods.edition.language.code }

  /// Characters of an `id` (Google: at most 50; Meta: 100).
  private static let longestID = 50

  /// The slug; of a long one the beginning and a number that follows from the whole, as ids must never change.
  var id: String {
    let slug = product.slug.text
    guard slug.utf8.count > Self.longestID else { return slug }
    let hash = String(stableHash(slug.utf8), radix: 16)
    return "\(slug.prefix(Self.longestID - 1 - hash.utf8.count))-\(hash)"
  }

  /// At most 80 letters (Google: 150; Meta: 200).
  var title: String { product.name(in: language) }
  /// At most 160 letters (Google: 5,000; Meta: 9,999).
  var description: String { product.summary(in: language) }
  var url: String { goods.edition.routes.canonicalURL(of: .product(index)).text }
  var picture: String? { goods.site.feedPicture(of: index)?.text }
  /// Whole rupiah: the lowest price, which is that of the first thing one can buy.
  var price: Int { product.price?.from.rupiah ?? 0 }
  /// Letters of a `brand` (Google: at most 70; Meta: 100).
  var brand: String { String(String.UnicodeScalarView(business.name(in: language).unicodeScalars.prefix(70))) }
  var googleCategory: String? { goods.rules.googleCategory(product.category) }
  /// Grams.
  var weight: Int? { product.weight }

  /// `Makanan > Jajanan pasar`.
  var productType: String {
    let catalog = goods.site.catalog
    let path = [catalog[product.category].parent, product.category].compactMap { $0 }
    return path.map { catalog[$0].name[language] }.joined(separator: " > ")
  }

  enum Stock { case inStock, madeToOrder, outOfStock }

  /// A seasonal product is in stock in its months.
  var stock: Stock {
    switch product.availability {
    case .ready: .inStock
    case .madeToOrder: .madeToOrder
    case .soldOut: .outOfStock
    case .seasonal(let months): months.isEmpty || months.contains(goods.site.date.month) ? .inStock : .outOfStock
    }
  }
}
