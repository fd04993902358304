/// Puts a catalog together from parts that had no errors, and leaves out the drafts.
struct CatalogAssembly {
  let catalog: Catalog

  /// A part that is missing without an error having been reported is a mistake in the decoders, so it traps.
  init(_ frame: CatalogFrame, _ content: CatalogContent, _ options: LoadOptions) {
    let keepsDrafts = options.includeDrafts
    let businesses = content.businesses.filter { keepsDrafts || !$0.isDraft }.map { $0.business! }
    let products = content.products.filter { keepsDrafts || !$0.isDraft }.map { $0.product! }
    var productsByBusiness = businesses.map { _ in [Int]() }
    for index in products.indices { productsByBusiness[products[index].business].append(index) }
    catalog = Catalog(
      site: frame.site.settings!, city: frame.regions!.city, districts: frame.regions!.districts,
      kelurahan: frame.regions!.kelurahan, categories: frame.categories!, programmes: frame.programmes!,
      businesses: businesses, products: products, productsByBusiness: productsByBusiness,
      pages: content.pages.map { $0.page! }.filter { keepsDrafts || !$0.isDraft })
  }
}
