import Diagnostics

/// Everything that the site sells and says: valid, complete and immutable.
///
/// References are resolved to indices into the arrays here. A catalog exists only when its files had no errors.
///
///     let (catalog, diagnostics) = CatalogLoader.load(source, options: options)
///     for product in catalog?.products ?? [] { print(product.name, catalog!.businesses[product.business].name) }
public struct Catalog: Sendable {
  public let site: SiteSettings
  public let city: City
  public let districts: [District]
  /// District by district, in the order of `regions.yaml`.
  public let kelurahan: [Kelurahan]
  /// Each parent directly before its children, in the order of `categories.yaml`.
  public let categories: [Category]
  public let programmes: Programmes
  /// By slug.
  public let businesses: [Business]
  /// By slug.
  public internal(set) var products: [Product]
  /// By business: indices into `products`, ascending.
  public let productsByBusiness: [[Int]]
  /// By slug.
  public let pages: [InfoPage]

  @inlinable public subscript(id: CategoryID) -> Category {
    // Lent, not copied: a page asks for a name or a parent of several categories.
    _read { yield categories[id.index] }
  }

  /// - Complexity: O(log n)
  public func businessIndex(_ slug: String) -> Int? { Self.index(of: slug, in: businesses, \.slug) }

  /// - Complexity: O(log n)
  public func productIndex(_ slug: String) -> Int? { Self.index(of: slug, in: products, \.slug) }

  /// - Complexity: O(log n)
  public func pageIndex(_ slug: String) -> Int? { Self.index(of: slug, in: pages, \.slug) }

  /// The category at a path such as `makanan/jajanan-pasar`.
  /// - Complexity: O(categories)
  public func category(_ path: String) -> CategoryID? {
    categories.firstIndex { $0.path == path }.map(CategoryID.init(index:))
  }

  private static func index<Item>(of slug: String, in items: [Item], _ key: (Item) -> Slug) -> Int? {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(key(items[middle]).text, slug) { low = middle + 1 } else { high = middle }
    }
    return low < items.count && key(items[low]).text == slug ? low : nil
  }
}
