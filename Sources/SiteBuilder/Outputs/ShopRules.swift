internal import ProductCatalog

/// Which products may go into the feeds of shops elsewhere (Google, Meta).
///
/// Those feeds are advertisements: what stands in them has to exist, to have a price and a picture, and to be a thing.
struct ShopRules {
  let catalog: Catalog

  /// Why a product is left out.
  enum Obstacle: String, CaseIterable {
    /// Nobody can buy what is invented.
    case sample = "of sample businesses"
    case draft = "drafts"
    /// Neither Google's nor Meta's product feed takes services.
    case service = "services"
    /// Both demand a price; "ask the seller" is none.
    case price = "without a price"
    /// Both demand a picture.
    case photo = "without a photo"
  }

  func obstacle(to index: Int) -> Obstacle? {
    let product = catalog.products[index]
    let business = catalog.businesses[product.business]
    if business.isSample { return .sample }
    if product.isDraft || business.isDraft { return .draft }
    if isService(product, business) { return .service }
    if product.price == nil { return .price }
    return product.photos.isEmpty ? .photo : nil
  }

  /// A business that sells both says what is a thing by the category: those of things have a Google category.
  private func isService(_ product: Product, _ business: Business) -> Bool {
    switch business.kind {
    case .goods: false
    case .services: true
    case .both: googleCategory(product.category) == nil
    }
  }

  /// The category's own, or else its parent's.
  func googleCategory(_ id: CategoryID) -> String? {
    catalog[id].googleProductCategory ?? catalog[id].parent.flatMap { catalog[$0].googleProductCategory }
  }
}
