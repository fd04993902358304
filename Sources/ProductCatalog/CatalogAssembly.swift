/// Puts a catalog together from parts that had no errors, and leaves out the drafts.
struct CatalogAssembly {
  let catalog: Catalog

  /// A part that is missing without an error having been reported is a mistake in the decoders, so it traps.
  init(_ frame: CatalogFrame, _ content: CatalogContent, _ options: LoadOptions) {
    let keepsDrafts = options.includeDrafts
    var newIndex = [Int?](repeating: nil, count: content.businesses.count)
    var businesses: [Business] = []
    for (index, entry) in content.businesses.enumerated() where keepsDrafts || !entry.isDraft {
      newIndex[index] = businesses.count
      businesses.append(entry.business!)
    }
    var products: [Product] = []
    products.reserveCapacity(content.products.count)
    for entry in content.products where keepsDrafts || !entry.isDraft {
      var product = entry.product!
      product.business = newIndex[product.business]!
      businesses[product.business].products.append(products.count)
      products.append(product)
    }
    catalog = Catalog(
      site: frame.site.settings!, city: frame.regions!.city, districts: frame.regions!.districts,
      kelurahan: frame.regions!.kelurahan, categories: frame.categories!, programmes: frame.programmes!,
      businesses: businesses, products: products,
      pages: content.pages.map { $0.page! }.filter { keepsDrafts || !$0.isDraft })
  }
}
