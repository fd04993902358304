/// Puts a catalog together from parts that had no errors, and leaves out the drafts.
struct CatalogAssembly {
  let catalog: Catalog

  /// A part that is missing without an error having been reported is a mistake in the decoders, so it traps.
  init(_ frame: CatalogFrame, _ content: CatalogContent, _ options: LoadOptions) {
    func isShown(_ isDraft: Bool) -> Bool { options.includeDrafts || !isDraft }
    // By index, because entries are large.
    let businesses = content.businesses.indices.filter { isShown(content.businesses[$0].isDraft) }
      .map { content.businesses[$0].business! }
    let products = content.products.indices.filter { isShown(content.products[$0].isDraft) }
      .map { content.products[$0].product! }
    var productsByBusiness = businesses.map { _ in [Int]() }
    for index in products.indices { productsByBusiness[products[index].business].append(index) }
    catalog = Catalog(
      site: frame.site.settings!, city: frame.regions!.city, districts: frame.regions!.districts,
      kelurahan: frame.regions!.kelurahan, categories: frame.categories!, programmes: frame.programmes!,
      businesses: businesses, products: products, productsByBusiness: productsByBusiness,
      pages: content.pages.map { $0.page! }.filter { isShown($0.isDraft) })
  }
}
