internal import ProductCatalog
internal import TemplateEngine

/// What many pages show alike, made once for each language.
struct Cards: Sendable {
  struct Edition: Sendable {
    /// By product; `nil` for those that the language doesn't show.
    fileprivate(set) var products: [Shared<Card>?] = []
    fileprivate(set) var businesses: [Shared<BusinessCard>] = []
    fileprivate(set) var categoryCounts: [CategoryCount] = []
    fileprivate(set) var categories: [Shared<CategoryCount>] = []
    fileprivate(set) var kelurahan: [Shared<PlaceCount>] = []
    fileprivate(set) var kelurahanWithProducts: [Shared<PlaceCount>] = []
    fileprivate(set) var kelurahanWithBusinesses: [PlaceCount] = []
    /// By `CategoryID.index`.
    fileprivate(set) var kelurahanOfCategory: [[PlaceCount]] = []
    /// By product: where it stands in its category's list.
    fileprivate(set) var positionInCategory: [Int] = []
    fileprivate(set) var centre: Shared<CentreView>
    fileprivate(set) var footer: [Link] = []
    fileprivate(set) var social: [Link] = []

    func categoryCount(_ id: CategoryID, current: Bool) -> CategoryCount {
      let count = categoryCounts[id.index]
      guard current else { return count }
      return CategoryCount(
        name: count.name, description: count.description, icon: count.icon, url: count.url, count: count.count,
        current: true, children: count.children, photo: count.photo)
    }

    /// The RW's page, or the kelurahan's where the RW has no products in the language.
    func rwURL(_ rw: RW, _ edition: SiteBuilder.Edition) -> WebURL {
      edition.routes.url(of: edition.has(.rw(rw)) ? .rw(rw) : .kelurahan(rw.kelurahan, page: 1))
    }
  }

  let editions: [Edition]
  let coverageFigures: Coverage
  let coverage: Shared<Coverage>
  let hasSamples: Bool

  init(catalog: Catalog, editions: [SiteBuilder.Edition], bodies: Bodies) {
    coverageFigures = Coverage(catalog, products: editions[0].byRW)
    coverage = Shared(coverageFigures)
    hasSamples = catalog.businesses.contains(where: \.isSample)
    self.editions = editions.indices.map { number in
      CardMaker(catalog: catalog, editions: editions, number: number, bodies: bodies).make()
    }
  }
}

/// Fills one language's cards.
private struct CardMaker {
  let catalog: Catalog
  let editions: [Edition]
  let number: Int
  let bodies: Bodies

  private var edition: Edition { editions[number] }
  private var texts: InterfaceTexts { edition.texts }
  private var language: String { edition.language.code }

  func make() -> Cards.Edition {
    var cards = Cards.Edition(centre: Shared(centre))
    cards.footer = footer
    cards.social = catalog.site.social.compactMap { channel in
      WebURL(channel.url).map { Link(label: texts("channel.\(channel.kind.rawValue)"), url: $0) }
    }
    cards.products = [Shared<Card>?](repeating: nil, count: catalog.products.count)
    for product in edition.products { cards.products[product] = Shared(card(product, cards)) }
    cards.businesses = catalog.businesses.indices.map { Shared(businessCard($0, cards)) }
    cards.positionInCategory = positions
    addCategories(to: &cards)
    addPlaces(to: &cards)
    return cards
  }

  private func card(_ index: Int, _ cards: Cards.Edition) -> Card {
    let product = catalog.products[index]
    let business = catalog.businesses[product.business]
    return Card(
      name: product.name(in: language), summary: product.summary(in: language), maker: business.name(in: language),
      rw: texts("title.rw", String(product.rw.number), catalog.kelurahan[product.rw.kelurahan].name),
      category: catalog[product.category].name[language], availability: product.availability.word,
      availabilityLabel: texts("availability.\(product.availability.word)"), url: url(.product(index)),
      makerURL: url(.business(product.business)), rwURL: cards.rwURL(product.rw, edition),
      categoryURL: url(.category(product.category, page: 1)), price: product.price?.from.rupiah,
      priceTo: product.price?.to?.rupiah, unit: product.unit, photo: cover(of: index),
      flagship: product.isDesignated, candidate: product.isCandidate,
      halal: product.licences.halal?.status == .certified, onShow: product.shelf != nil, sample: business.isSample,
      draft: product.isDraft)
  }

  private func businessCard(_ index: Int, _ cards: Cards.Edition) -> BusinessCard {
    let business = catalog.businesses[index]
    return BusinessCard(
      name: business.name(in: language), kindLabel: texts("kind.\(business.kind.rawValue)"),
      rw: texts("title.rw", String(business.rw.number), catalog.kelurahan[business.rw.kelurahan].name),
      summary: bodies.businessSummary(index, number), url: url(.business(index)),
      rwURL: cards.rwURL(business.rw, edition), productCount: edition.byBusiness[index].count,
      photo: edition.byBusiness[index].first.flatMap(cover), halal: business.licences.halal?.status == .certified,
      sample: business.isSample, draft: business.isDraft)
  }

  private func cover(of index: Int) -> PhotoView? {
    let product = catalog.products[index]
    return product.photos.first.map { photo in
      let path = editions[0].routes.photoPath(product: index, file: photo.file)
      return PhotoView(
        url: edition.routes.url(ofPath: path), alt: product.alt(of: photo, in: language), credit: photo.credit)
    }
  }

  private func url(_ content: PageContent) -> WebURL { editions.url(content, preferring: edition) }

  private var positions: [Int] {
    var positions = [Int](repeating: 0, count: catalog.products.count)
    for (category, list) in edition.byCategory.enumerated() {
      for (position, product) in list.enumerated() where catalog.products[product].category.index == category {
        positions[product] = position
      }
    }
    return positions
  }

  private func addCategories(to cards: inout Cards.Edition) {
    cards.categoryCounts = catalog.categories.indices.map { categoryCount(CategoryID(index: $0)) }
    cards.categories = catalog.categories.topLevel.map { Shared(cards.categoryCounts[$0.index]) }
  }

  private func categoryCount(_ id: CategoryID) -> CategoryCount {
    let category = catalog[id]
    let products = edition.byCategory[id.index]
    let icon = category.icon ?? category.parent.flatMap { catalog[$0].icon } ?? ""
    return CategoryCount(
      name: category.name[language], description: category.description?[language] ?? "", icon: icon,
      url: url(.category(id, page: 1)), count: products.count, current: false,
      children: category.children.map(categoryCount), photo: products.first { !catalog.products[$0].photos.isEmpty }.flatMap(cover))
  }

  private func addPlaces(to cards: inout Cards.Edition) {
    let all = places(edition.byKelurahan.map(\.count))
    cards.kelurahan = all.map(Shared.init)
    cards.kelurahanWithProducts = all.filter { $0.count > 0 }.map(Shared.init)
    cards.kelurahanWithBusinesses = places(edition.businessesByKelurahan.map(\.count)).filter { $0.count > 0 }
    cards.kelurahanOfCategory = edition.byCategory.map { products in
      var counts = [Int](repeating: 0, count: catalog.kelurahan.count)
      for product in products { counts[catalog.products[product].rw.kelurahan] += 1 }
      return places(counts).filter { $0.count > 0 }
    }
  }

  private func places(_ counts: [Int]) -> [PlaceCount] {
    catalog.kelurahan.indices.map { index in
      PlaceCount(name: catalog.kelurahan[index].name, url: url(.kelurahan(index, page: 1)), count: counts[index])
    }
  }

  private var centre: CentreView {
    let centre = catalog.site.centre
    return CentreView(
      name: centre.name, address: centre.address, mapURL: WebURL(centre.mapURL) ?? url(.centre), pageURL: url(.centre),
      phone: centre.phone?.e164, hours: centre.hours.map { $0.view(texts, edition.formatting) })
  }

  private var footer: [Link] {
    let pages = catalog.pages.indices.filter { index in
      catalog.pages[index].isInMenu && index != catalog.centrePage && edition.has(.info(index))
    }
    return pages.sorted { a, b in
      let (first, second) = (catalog.pages[a].order ?? .max, catalog.pages[b].order ?? .max)
      return first == second ? a < b : first < second
    }.map { Link(label: catalog.pages[$0].title(in: language), url: url(.info($0))) }
  }
}

extension Coverage {
  /// - Parameter products: those of each RW.
  init(_ catalog: Catalog, products: [RW: [Int]]) {
    var (designated, candidates) = (0, 0)
    for list in products.values {
      if list.contains(where: { catalog.products[$0].isDesignated }) {
        designated += 1
      } else if list.contains(where: { catalog.products[$0].isCandidate }) {
        candidates += 1
      }
    }
    let entrepreneurs = Set(catalog.businesses.compactMap { business in business.rt.map { [business.rw.kelurahan, business.rw.number, $0] } })
    self.init(
      rwTotal: catalog.city.rwTotal, flagship: designated, candidate: candidates,
      withProducts: products.count - designated - candidates, without: max(0, catalog.city.rwTotal - products.count),
      rtTotal: catalog.city.rtTotal, rtWithEntrepreneur: entrepreneurs.count)
  }
}
