internal import ProductCatalog
internal import TemplateEngine

/// Makes the values that one page shows.
struct PageValues {
  let site: Site
  let edition: Edition
  /// The edition's index.
  let number: Int
  let content: PageContent

  var catalog: Catalog { _read { yield site.catalog } }
  var texts: InterfaceTexts { _read { yield edition.texts } }
  var language: String { edition.language.code }

  var record: Record {
    switch content {
    case .home: home.templateRecord
    case .products(let page): products(page).templateRecord
    case .categories: CategoriesPage(chrome: chrome, categories: shared.categories).templateRecord
    case .category(let id, let page): category(id, page).templateRecord
    case .product(let index): product(index).templateRecord
    case .businesses(let page): businesses(page).templateRecord
    case .business(let index): business(index).templateRecord
    case .rwBoard: board.templateRecord
    case .kelurahan(let index, let page): kelurahan(index, page).templateRecord
    case .rw(let rw): self.rw(rw).templateRecord
    case .rwCategory(let rw, let id): rwCategory(rw, id).templateRecord
    case .centre: centre.templateRecord
    case .search: search.templateRecord
    case .basket: BasketPage(chrome: chrome).templateRecord
    case .info(let index): info(index).templateRecord
    case .printCatalog(let kelurahan): printCatalog(kelurahan).templateRecord
    case .printLabels(let page): printLabels(page).templateRecord
    case .notFound:
      NotFoundPage(chrome: chrome, categories: shared.categories, newest: cards(edition.products.prefix(4)))
        .templateRecord
    }
  }

  var shared: SharedValues { site.shared[number] }

  func cards(_ products: some Sequence<Int>) -> [Shared<Card>] { products.compactMap { shared.products[$0] } }

  func businessCards(_ businesses: some Sequence<Int>) -> [Shared<BusinessCard>] {
    businesses.map { shared.businesses[$0] }
  }

  /// The page in this language, or else in the default one.
  func url(_ content: PageContent) -> WebURL { site.editions.url(content, preferring: edition) }

  func placeName(_ rw: RW) -> String { edition.name(of: rw) }

  func kelurahanLink(_ index: Int) -> Shared<Link> { shared.links.kelurahan[index] }

  func rwLink(_ rw: RW) -> Shared<Link> { shared.links.rw(rw) }

  func categoryLink(_ id: CategoryID) -> Shared<Link> { shared.links.categories[id.index] }
}

extension [Edition] {
  /// The page in an edition, or else in the default one, where every page exists.
  func url(_ content: PageContent, preferring edition: Edition) -> WebURL {
    self.edition(of: content, preferring: edition).routes.url(of: content)
  }

  /// The edition that `url` leads to.
  func edition(of content: PageContent, preferring edition: Edition) -> Edition {
    edition.has(content) ? edition : self[0]
  }
}
