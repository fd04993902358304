internal import ProductCatalog
internal import TemplateEngine

/// The page of a product.
extension PageValues {
  func product(_ index: Int) -> ProductPage {
    let product = catalog.products[index]
    let sameRW = (edition.byRW[product.rw] ?? []).lazy.filter { shared.makers[$0] != product.business }
    return ProductPage(
      chrome: chrome, product: productView(index, product),
      sameMaker: cards(edition.byBusiness[product.business].lazy.filter { $0 != index }.prefix(Self.relatedCount)),
      sameRW: cards(sameRW.prefix(Self.relatedCount)), sameCategory: cards(neighbours(of: index, product)))
  }

  private static let relatedCount = 4

  /// The products that follow in the category's list, from its start again after its end: each is then linked to by
  /// its predecessors, and none by all. Those of the same maker stand in their own list already.
  private func neighbours(of index: Int, _ product: Product) -> [Int] {
    let list = edition.byCategory[product.category.index]
    let start = shared.positionInCategory[index]
    let limit = min(list.count - 1, 50)
    return Array(
      (0..<max(0, limit)).lazy.map { list[(start + 1 + $0) % list.count] }
        .filter { shared.makers[$0] != product.business }.prefix(Self.relatedCount))
  }

  private func productView(_ index: Int, _ product: Product) -> ProductView {
    let business = catalog.businesses[product.business]
    let order = OrderMessage(values: self, product: index, product, business)
    let (formatting, parent) = (edition.formatting, catalog[product.category].parent)
    return ProductView(
      name: product.name(in: language), summary: product.summary(in: language),
      summaryLang: edition.summaryLanguage(of: product),
      body: HTML(site.bodies.product(index, number)), price: product.price?.from.rupiah,
      priceTo: product.price?.to?.rupiah, unit: product.unit, variants: product.variants.map { variant($0, product) },
      availability: product.availability.word, availabilityLabel: texts("availability.\(product.availability.word)"),
      leadDays: product.availability.leadDays, months: months(product.availability), minOrder: product.minOrder,
      weight: product.weight.map(formatting.weight), size: product.size.map(formatting.size),
      shelfLifeDays: product.shelfLifeDays, storage: product.storage, reach: product.reach?.rawValue,
      reachLabel: product.reach.map { texts("reach.\($0.rawValue)") }, ingredients: product.ingredients,
      allergens: product.allergens, materials: product.materials, technique: product.technique, motif: product.motif,
      care: product.care, licences: licences(product.licences), flagship: product.isDesignated,
      candidate: product.isCandidate, flagshipYear: product.flagship?.year, photos: photos(product),
      shelf: product.shelf, tags: product.tags, updated: product.updated.iso,
      priceStale: product.price != nil && site.date.days(since: product.updated) > Self.priceIsFreshForDays,
      sample: business.isSample, draft: product.isDraft, category: categoryLink(product.category),
      rw: rwLink(product.rw), kelurahan: kelurahanLink(product.rw.kelurahan), parentCategory: parent.map(categoryLink),
      maker: shared.businesses[product.business], whatsappURL: order.url, orderMessage: order.text,
      orderPattern: order.pattern,
      shareURL: order.shareURL, marketplaces: channels(business.channels.filter(\.kind.isMarketplace)),
      delivery: business.delivery.map { texts("delivery.\($0.rawValue)") },
      payments: business.payments.map { texts("payment.\($0.rawValue)") })
  }

  /// After this many days a page asks to confirm the price with the seller.
  private static let priceIsFreshForDays = 180

  private func variant(_ variant: Variant, _ product: Product) -> VariantView {
    let availability = variant.availability ?? product.availability
    return VariantView(
      name: variant.name, price: (variant.price ?? product.price?.from)?.rupiah,
      availabilityLabel: texts("availability.\(availability.word)"), soldOut: availability == .soldOut)
  }

  private func months(_ availability: Availability) -> String? {
    guard case .seasonal(let months) = availability, !months.isEmpty else { return nil }
    return months.map(edition.formatting.month).joined(separator: ", ")
  }

  private func photos(_ product: Product) -> [PhotoView] {
    product.photos.compactMap { photo in
      site.photos[photo.path].map {
        PhotoView(
          alt: product.alt(of: photo, in: language), altLang: edition.altLanguage(of: photo, product),
          credit: photo.credit, photo: $0)
      }
    }
  }

  func channels(_ channels: [Channel]) -> [Link] {
    channels.compactMap { channel in
      WebURL(channel.url).map { Link(label: texts("channel.\(channel.kind.rawValue)"), url: $0) }
    }
  }

  func licences(_ licences: Licences) -> LicenceViews {
    LicenceViews(
      halal: licences.halal.map { halal in
        LicenceView(label: texts("halal.\(halal.status.rawValue)"), number: halal.number, note: nil)
      },
      pirt: licences.pirt.map { permit in
        LicenceView(
          label: texts("licence.pirt"), number: permit.number,
          note: permit.isExpired ? texts("licence.expired", String(permit.validThrough)) : nil)
      },
      bpom: licences.bpom.first.map { LicenceView(label: "BPOM \($0.kind.rawValue)", number: $0.number, note: nil) })
  }
}

extension Availability {
  var leadDays: Int? {
    if case .madeToOrder(let days) = self { return days }
    return nil
  }
}

extension Channel.Kind {
  /// A place to buy at, as opposed to one to look at.
  var isMarketplace: Bool {
    switch self {
    case .tokopedia, .shopee, .tiktokShop, .lazada, .blibli, .padiUMKM, .eKatalog: true
    case .instagram, .facebook, .youtube, .tiktok, .website: false
    }
  }
}
