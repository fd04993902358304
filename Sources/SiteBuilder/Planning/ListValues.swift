internal import ProductCatalog
internal import TemplateEngine

/// Pages that list products, businesses and categories.
extension PageValues {
  var home: HomePage {
    let flagships = edition.products.filter { catalog.products[$0].isDesignated }
    let makers = edition.businesses.filter { !edition.byBusiness[$0].isEmpty }
    return HomePage(
      chrome: chrome, featured: cards(flagships.prefix(8)), newest: cards(edition.products.prefix(8)),
      categories: shared.categories, kelurahan: shared.kelurahan, coverage: CoverageView(site.coverage),
      businesses: businessCards(makers.prefix(6)))
  }

  func products(_ page: Int) -> ProductsPage {
    ProductsPage(
      chrome: chrome, cards: cards(Edition.slice(edition.products, page: page)), total: edition.products.count,
      pagination: pagination(page, of: edition.products.count) { .products(page: $0) },
      categories: shared.categories, kelurahan: shared.kelurahanWithProducts)
  }

  func category(_ id: CategoryID, _ page: Int) -> CategoryPage {
    let products = edition.byCategory[id.index]
    let category = catalog[id]
    let siblings = category.parent.map { catalog[$0].children } ?? catalog.categories.topLevel
    return CategoryPage(
      chrome: chrome, category: shared.categoryCount(id, current: true), parent: category.parent.map(categoryLink),
      siblings: siblings.map { shared.categoryCount($0, current: $0 == id) },
      cards: cards(Edition.slice(products, page: page)), total: products.count,
      pagination: pagination(page, of: products.count) { .category(id, page: $0) },
      kelurahan: shared.kelurahanOfCategory[id.index])
  }

  func businesses(_ page: Int) -> BusinessesPage {
    BusinessesPage(
      chrome: chrome, cards: businessCards(Edition.slice(edition.businesses, page: page)),
      total: edition.businesses.count,
      pagination: pagination(page, of: edition.businesses.count) { .businesses(page: $0) },
      kelurahan: shared.kelurahanWithBusinesses)
  }

  var centre: CentrePage {
    let page = centrePage
    return CentrePage(
      chrome: chrome, title: chrome.page.title, summary: page.flatMap { catalog.pages[$0].summary(in: language) } ?? "",
      body: HTML(page.map { site.bodies.page($0, number) } ?? ""),
      draft: page.map { catalog.pages[$0].isDraft } ?? false, onShow: cards(onShow(in: edition)),
      printCatalogURL: url(.printCatalog(nil)), printLabelsURL: url(.printLabels(page: 1)))
  }

  func onShow(in edition: Edition) -> [Int] { edition.products.filter { catalog.products[$0].shelf != nil } }

  func info(_ index: Int) -> InfoPageView {
    InfoPageView(
      chrome: chrome, title: catalog.pages[index].title(in: language),
      summary: catalog.pages[index].summary(in: language) ?? "", body: HTML(site.bodies.page(index, number)),
      draft: catalog.pages[index].isDraft)
  }

  /// The free page that tells how to visit the centre: the one whose slug is the centre's section word.
  var centrePage: Int? { catalog.centrePage.flatMap { edition.has(.info($0)) ? $0 : nil } }

  func pagination(_ page: Int, of count: Int, _ content: (Int) -> PageContent) -> Pagination {
    pagination(page, ofPages: Edition.pageCount(count), content)
  }

  func pagination(_ page: Int, ofPages total: Int, _ content: (Int) -> PageContent) -> Pagination {
    let shown = (1...total).filter { $0 == 1 || $0 == total || abs($0 - page) <= 2 }
    let links = zip(shown, [0] + shown).map { number, before in
      PageLink(
        number: number, url: edition.routes.url(of: content(number)), current: number == page,
        gap: number > before + 1)
    }
    return Pagination(
      current: page, total: total, previous: page > 1 ? edition.routes.url(of: content(page - 1)) : nil,
      next: page < total ? edition.routes.url(of: content(page + 1)) : nil, pages: links)
  }
}

extension Catalog {
  /// The page about visiting the centre has the centre's address, and no other.
  var centrePage: Int? { pageIndex(site.defaultLanguage.sections.centre.text) }
}

extension [Category] {
  var topLevel: [CategoryID] { indices.filter { self[$0].parent == nil }.map(CategoryID.init(index:)) }
}

extension Product {
  var isDesignated: Bool { flagship?.status == .designated }
  var isCandidate: Bool { flagship?.status == .candidate }
}
