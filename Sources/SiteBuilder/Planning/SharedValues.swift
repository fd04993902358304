internal import ProductCatalog
internal import TemplateEngine

/// What many pages of a language show alike, made once.
///
/// A class, so that handing it to every page costs one reference.
final class SharedValues: Sendable {
  /// By product; `nil` for those that the language doesn't show.
  let products: [Shared<Card>?]
  let businesses: [Shared<BusinessCard>]
  let categoryCounts: [CategoryCount]
  let categories: [Shared<CategoryCount>]
  let kelurahan: [Shared<PlaceCount>]
  let kelurahanWithProducts: [Shared<PlaceCount>]
  let kelurahanWithBusinesses: [PlaceCount]
  /// By `CategoryID.index`.
  let kelurahanOfCategory: [[PlaceCount]]
  /// By product: where it stands in its category's list.
  let positionInCategory: [Int]
  /// By product: its business. Each page looks through the neighbours of a product for those of other makers.
  let makers: [Int]
  let links: SharedLinks
  /// By the section of the menu that a page lies in.
  private let sites: [PageContent?: Shared<SiteView>]

  init(
    catalog: Catalog, editions: [Edition], number: Int, bodies: Bodies, photos: PhotoLibrary, jobs: Int
  ) {
    let edition = editions[number]
    links = SharedLinks(catalog: catalog, editions: editions, edition: edition)
    let maker = SharedValuesMaker(
      catalog: catalog, editions: editions, number: number, bodies: bodies, photos: photos, links: links)
    var cards = [Shared<Card>?](repeating: nil, count: catalog.products.count)
    let made = edition.products.compactMapInParallel(jobs: jobs) { (product, _: inout [Never]) in
      Shared(maker.card(product))
    }
    for (product, card) in zip(edition.products, made.results) { cards[product] = card }
    products = cards
    businesses =
      Array(catalog.businesses.indices).compactMapInParallel(jobs: jobs) { (business, _: inout [Never]) in
        Shared(maker.businessCard(business))
      }.results
    positionInCategory = maker.positions
    makers = catalog.products.map(\.business)

    categoryCounts = catalog.categories.indices.map { maker.categoryCount(CategoryID(index: $0)) }
    let counts = categoryCounts
    categories = catalog.categories.topLevel.map { Shared(counts[$0.index]) }
    let places = maker.places(edition.byKelurahan.map(\.count))
    kelurahan = places.map(Shared.init)
    kelurahanWithProducts = places.filter { $0.count > 0 }.map(Shared.init)
    kelurahanWithBusinesses = maker.places(edition.businessesByKelurahan.map(\.count)).filter { $0.count > 0 }
    kelurahanOfCategory = edition.byCategory.map(maker.placesWith)
    sites = maker.sites
  }

  /// The same values but for the card of one product.
  init(
    _ other: SharedValues, catalog: Catalog, editions: [Edition], number: Int, bodies: Bodies, photos: PhotoLibrary,
    product index: Int
  ) {
    let maker = SharedValuesMaker(
      catalog: catalog, editions: editions, number: number, bodies: bodies, photos: photos, links: other.links)
    var cards = other.products
    if cards[index] != nil { cards[index] = Shared(maker.card(index)) }
    products = cards
    (businesses, categoryCounts, categories) = (other.businesses, other.categoryCounts, other.categories)
    (kelurahan, kelurahanWithProducts) = (other.kelurahan, other.kelurahanWithProducts)
    kelurahanWithBusinesses = other.kelurahanWithBusinesses
    (kelurahanOfCategory, positionInCategory) = (other.kelurahanOfCategory, other.positionInCategory)
    makers = other.makers
    (links, sites) = (other.links, other.sites)
  }

  /// The site as a page of the section shows it.
  func site(in section: PageContent?) -> Shared<SiteView> { sites[section] ?? sites[nil]! }

  func categoryCount(_ id: CategoryID, current: Bool) -> CategoryCount {
    let count = categoryCounts[id.index]
    guard current else { return count }
    return CategoryCount(
      name: count.name, path: count.path, description: count.description, icon: count.icon, url: count.url,
      count: count.count,
      current: true, children: count.children, photo: count.photo)
  }
}

/// Links to places, categories and sections, in one language.
struct SharedLinks: Sendable {
  let home: Shared<Link>
  /// By `CategoryID.index`.
  let categories: [Shared<Link>]
  let kelurahan: [Shared<Link>]
  private let rws: [RW: (url: WebURL, link: Shared<Link>)]
  /// By the page that the menu's entry leads to.
  let sections: [PageContent: Shared<Link>]
  let menu: [(target: PageContent, link: Link)]

  init(catalog: Catalog, editions: [Edition], edition: Edition) {
    let texts = edition.texts
    func url(_ content: PageContent) -> WebURL { editions.url(content, preferring: edition) }
    home = Shared(Link(label: texts("menu.home"), url: url(.home)))
    categories = catalog.categories.indices.map { index in
      let name = catalog.categories[index].name[edition.language.code]
      return Shared(Link(label: name, url: url(.category(CategoryID(index: index), page: 1))))
    }
    kelurahan = catalog.kelurahan.indices.map { index in
      Shared(Link(label: catalog.kelurahan[index].name, url: url(.kelurahan(index, page: 1))))
    }
    let places = Set(catalog.businesses.map(\.rw))
    rws = Dictionary(
      uniqueKeysWithValues: places.map { rw in
        // Where the RW has no page in this language, its kelurahan has one.
        let target = edition.has(.rw(rw)) ? PageContent.rw(rw) : .kelurahan(rw.kelurahan, page: 1)
        let url = edition.routes.url(of: target)
        return (rw, (url, Shared(Link(label: edition.name(of: rw), url: url))))
      })
    let entries: [(text: String, target: PageContent)] = [
      ("menu.products", .products(page: 1)), ("menu.categories", .categories), ("menu.rw", .rwBoard),
      ("menu.businesses", .businesses(page: 1)), ("menu.centre", .centre),
    ]
    menu = entries.map { ($0.target, Link(label: texts($0.text), url: url($0.target))) }
    sections = Dictionary(uniqueKeysWithValues: menu.map { ($0.target, Shared($0.link)) })
  }

  /// The RW's page, or the kelurahan's where the RW has no products in the language.
  func rw(_ rw: RW) -> Shared<Link> { rws[rw]?.link ?? kelurahan[rw.kelurahan] }

  /// Where `rw` leads.
  func rwURL(_ rw: RW) -> WebURL? { rws[rw]?.url }
}

/// Makes one language's shared values.
private struct SharedValuesMaker {
  let catalog: Catalog
  let editions: [Edition]
  let number: Int
  let bodies: Bodies
  let photos: PhotoLibrary
  let links: SharedLinks

  private var edition: Edition { editions[number] }
  private var texts: InterfaceTexts { edition.texts }
  private var language: String { edition.language.code }

  func card(_ index: Int) -> Card {
    let product = catalog.products[index]
    let business = catalog.businesses[product.business]
    return Card(
      name: product.name(in: language), summary: product.summary(in: language), maker: business.name(in: language),
      rw: edition.name(of: product.rw),
      category: catalog[product.category].name[language], availability: product.availability.word,
      availabilityLabel: texts("availability.\(product.availability.word)"), url: url(.product(index)),
      makerURL: url(.business(product.business)), rwURL: links.rwURL(product.rw) ?? url(.rwBoard),
      categoryURL: url(.category(product.category, page: 1)), summaryLang: edition.summaryLanguage(of: product),
      price: product.price?.from.rupiah,
      priceTo: product.price?.to?.rupiah, unit: product.unit, photo: cover(of: index),
      flagship: product.isDesignated, candidate: product.isCandidate,
      halal: product.licences.halal?.status == .certified, onShow: product.shelf != nil, sample: business.isSample,
      draft: product.isDraft)
  }

  func businessCard(_ index: Int) -> BusinessCard {
    let business = catalog.businesses[index]
    return BusinessCard(
      name: business.name(in: language), kindLabel: texts("kind.\(business.kind.rawValue)"),
      rw: edition.name(of: business.rw),
      summary: bodies.businessSummary(index, number),
      summaryLang: bodies.hasSummary(index, number) ? nil : edition.originalLanguage, url: url(.business(index)),
      rwURL: links.rwURL(business.rw) ?? url(.rwBoard), productCount: edition.byBusiness[index].count,
      photo: edition.byBusiness[index].first.flatMap(cover), halal: business.licences.halal?.status == .certified,
      sample: business.isSample, draft: business.isDraft)
  }

  private func cover(of index: Int) -> PhotoView? {
    catalog.products[index].photos.first.flatMap { photo in
      photos[photo.path].map {
        PhotoView(
          alt: catalog.products[index].alt(of: photo, in: language),
          altLang: edition.altLanguage(of: photo, catalog.products[index]), credit: photo.credit, photo: $0)
      }
    }
  }

  private func url(_ content: PageContent) -> WebURL { editions.url(content, preferring: edition) }

  var positions: [Int] {
    var positions = [Int](repeating: 0, count: catalog.products.count)
    for (category, list) in edition.byCategory.enumerated() {
      for (position, product) in list.enumerated() where catalog.products[product].category.index == category {
        positions[product] = position
      }
    }
    return positions
  }

  func categoryCount(_ id: CategoryID) -> CategoryCount {
    let category = catalog[id]
    let products = edition.byCategory[id.index]
    let icon = category.icon ?? category.parent.flatMap { catalog[$0].icon } ?? ""
    return CategoryCount(
      name: category.name[language], path: category.path, description: category.description?[language] ?? "",
      icon: icon,
      url: url(.category(id, page: 1)), count: products.count, current: false,
      children: category.children.map(categoryCount),
      photo: products.first { !catalog.products[$0].photos.isEmpty }.flatMap(cover))
  }

  /// The kelurahan that the products come from.
  func placesWith(_ products: [Int]) -> [PlaceCount] {
    var counts = [Int](repeating: 0, count: catalog.kelurahan.count)
    for product in products { counts[catalog.products[product].rw.kelurahan] += 1 }
    return places(counts).filter { $0.count > 0 }
  }

  func places(_ counts: [Int]) -> [PlaceCount] {
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

  /// One for each section of the menu, and one for pages outside all of them.
  var sites: [PageContent?: Shared<SiteView>] {
    let (centre, footer, social) = (Shared(centre), footer, social)
    let sections: [PageContent?] = [nil] + links.menu.map(\.target)
    return Dictionary(
      uniqueKeysWithValues: sections.map { ($0, Shared(site(in: $0, centre, footer, social))) })
  }

  private func site(
    in section: PageContent?, _ centre: Shared<CentreView>, _ footer: [Link], _ social: [Link]
  ) -> SiteView {
    SiteView(
      name: catalog.site.name[language], tagline: catalog.site.tagline[language],
      accent: catalog.site.accent ?? SiteView.defaultAccent, origin: edition.routes.origin, homeURL: url(.home),
      productsURL: url(.products(page: 1)), categoriesURL: url(.categories), rwBoardURL: url(.rwBoard),
      businessesURL: url(.businesses(page: 1)), searchURL: url(.search), basketURL: url(.basket), centre: centre,
      menu: links.menu.map { Link(label: $0.link.label, url: $0.link.url, current: $0.target == section) },
      footer: footer, social: social, sample: catalog.businesses.contains(where: \.isSample),
      canOrder: zip(catalog.businesses, catalog.productsByBusiness).contains { business, products in
        !business.isSample && business.whatsapp != nil && !products.isEmpty
      },
      productCount: edition.products.count, businessCount: edition.businesses.count)
  }

  private var social: [Link] {
    catalog.site.social.compactMap { channel in
      WebURL(channel.url).map { Link(label: texts("channel.\(channel.kind.rawValue)"), url: $0) }
    }
  }

}

extension SiteView {
  /// Sogan, the brown of Central Java's batik; readable on white at 8:1.
  static let defaultAccent = "#7a3b12"
}
