internal import ProductCatalog
internal import TemplateEngine

/// What stands around a page's content: title, menu, languages, breadcrumbs.
extension PageValues {
  var chrome: Chrome { Chrome(site: shared.site(in: content.section), page: pageInfo) }

  var title: String { PageWording(values: self).title }

  private var languageLinks: [LanguageLink] {
    site.editions.map { other in
      let target = other.has(content) ? content : .home
      return LanguageLink(
        code: other.language.code, name: other.language.name, url: other.routes.url(of: target),
        current: other.language.code == language)
    }
  }

  private var pageInfo: PageInfo {
    let wording = PageWording(values: self)
    return PageInfo(
      kind: content.kind, title: wording.title, description: wording.description, lang: language,
      originalLang: edition.originalLanguage,
      url: url(content), canonical: edition.routes.canonicalURL(of: content), languages: languageLinks,
      breadcrumbs: breadcrumbs,
      alternates: site.editions.alternates(of: content), feeds: feeds, untranslated: untranslated, image: image,
      noindex: catalog.isHidden(content))
  }

  private var untranslated: Untranslated? {
    guard let original = edition.originalLanguage, content != .home, let list = list(in: edition) else { return nil }
    let (first, page) = (site.editions[0], content.firstPage)
    let count = (self.list(in: first)?.count ?? 0) - list.count
    guard count > 0 else { return nil }
    let values = PageValues(site: site, edition: first, number: 0, content: page)
    return Untranslated(
      count: count, url: first.routes.url(of: page), lang: original, label: PageWording(values: values).plainTitle)
  }

  private var feeds: [FeedLink] {
    guard let list = Edition.feedList(of: content), edition.feed(list) != nil else { return [] }
    let title = Feed(site: site, page: PageAddress(edition: number, content: list)).title
    return FeedFormat.allCases.map { format in
      FeedLink(
        title: title, type: format.mediaType,
        url: edition.routes.url(ofPath: edition.routes.feedPath(of: list, format)))
    }
  }

  /// That of the first product with a photo, of the list that the page is about.
  private var image: SharePicture? {
    if case .product(let index) = content { return site.sharePicture(of: index, in: language) }
    return list(in: edition)?.prefix(Edition.pageLength).lazy.compactMap { site.sharePicture(of: $0, in: language) }
      .first
  }

  /// The products that the page is about, on all pages of its list.
  private func list(in edition: Edition) -> [Int]? {
    content == .centre ? onShow(in: edition) : edition.list(content)
  }

  private var breadcrumbs: [Shared<Link>] {
    let links = shared.links
    let section = content.section.flatMap { links.sections[$0] }
    let above = [links.home] + (section.map { [$0] } ?? [])
    switch content {
    case .home, .notFound: return []
    case .categories, .rwBoard, .centre, .search, .basket, .info: return [links.home]
    case .products(let page), .businesses(let page): return page == 1 ? [links.home] : above
    case .printCatalog(nil), .printLabels(page: 1): return [links.home]
    case .printCatalog: return [links.home, link(.printCatalog(nil), texts("title.print_catalog"))]
    case .printLabels: return [links.home, link(.printLabels(page: 1), texts("title.print_labels"))]
    case .business: return above
    case .product(let index):
      let category = catalog.products[index].category
      return [links.home] + [catalog[category].parent, category].compactMap { $0 }.map(categoryLink)
    case .category(let id, let page):
      return above + [catalog[id].parent, page > 1 ? id : nil].compactMap { $0 }.map(categoryLink)
    case .kelurahan(let index, let page): return above + (page > 1 ? [kelurahanLink(index)] : [])
    case .rw(let rw): return above + [kelurahanLink(rw.kelurahan)]
    case .rwCategory(let rw, _): return above + [kelurahanLink(rw.kelurahan), rwLink(rw)]
    }
  }
}

extension PageValues {
  private func link(_ content: PageContent, _ label: String) -> Shared<Link> {
    Shared(Link(label: label, url: url(content)))
  }
}

extension PageContent {
  /// The first page of the same list.
  var firstPage: PageContent {
    switch self {
    case .products: .products(page: 1)
    case .category(let id, _): .category(id, page: 1)
    case .kelurahan(let index, _): .kelurahan(index, page: 1)
    case .businesses: .businesses(page: 1)
    default: self
    }
  }

  /// The entry of the menu that the page belongs to.
  var section: PageContent? {
    switch self {
    case .products, .product: .products(page: 1)
    case .categories, .category: .categories
    case .businesses, .business: .businesses(page: 1)
    case .rwBoard, .kelurahan, .rw, .rwCategory: .rwBoard
    case .centre: .centre
    case .home, .search, .basket, .info, .printCatalog, .printLabels, .notFound: nil
    }
  }
}

extension [Edition] {
  /// The page in every language that has it, and `x-default`: the default language. Empty when it has only one.
  func alternates(of content: PageContent) -> [Alternate] {
    guard count > 1, content != .notFound else { return [] }
    let all = filter { $0.has(content) }.map { edition in
      Alternate(
        lang: edition.language.code, url: edition.routes.canonicalURL(of: content), locale: edition.texts("locale"))
    }
    return all.count < 2 ? [] : all + [Alternate(lang: "x-default", url: all[0].url, locale: nil)]
  }
}

/// A page's title and its sentence for search engines.
struct PageWording {
  let values: PageValues

  var title: String {
    let number = pageNumber
    return number == 1 ? plainTitle : values.texts("title.numbered", plainTitle, String(number))
  }

  private var pageNumber: Int {
    switch values.content {
    case .products(let page), .businesses(let page), .category(_, let page), .kelurahan(_, let page),
      .printLabels(let page):
      page
    default: 1
    }
  }

  var plainTitle: String {
    let (catalog, texts, language) = (values.catalog, values.texts, values.language)
    switch values.content {
    case .home: return catalog.site.name[language]
    case .products: return texts("title.products")
    case .categories: return texts("title.categories")
    case .category(let id, _):
      let name = catalog[id].name[language]
      return catalog[id].parent.map { texts("title.category_path", name, catalog[$0].name[language]) } ?? name
    case .product(let index): return catalog.products[index].name(in: language)
    case .businesses: return texts("title.businesses")
    case .business(let index): return catalog.businesses[index].name(in: language)
    case .rwBoard: return texts("title.rw_board")
    case .kelurahan(let index, _): return catalog.kelurahan[index].name
    case .rw(let rw): return values.placeName(rw)
    case .rwCategory(let rw, let id):
      return texts("title.rw_category", catalog[id].name[language], values.placeName(rw))
    case .centre: return values.centrePage.map { catalog.pages[$0].title(in: language) } ?? catalog.site.centre.name
    case .search: return texts("title.search")
    case .basket: return texts("title.basket")
    case .info(let index): return catalog.pages[index].title(in: language)
    case .printCatalog(let kelurahan):
      return kelurahan.map { texts("title.print_volume", catalog.kelurahan[$0].name) } ?? texts("title.print_catalog")
    case .printLabels: return texts("title.print_labels")
    case .notFound: return texts("title.not_found")
    }
  }

  var description: String {
    let (catalog, texts, language, edition) = (values.catalog, values.texts, values.language, values.edition)
    func counted(_ key: String, _ name: String, _ count: Int) -> String {
      texts(key, values.edition.formatting.number(count), name, count: count)
    }
    switch values.content {
    case .home: return texts("description.home")
    case .products: return texts("description.products")
    case .categories: return texts("description.categories")
    case .category(let id, _):
      return catalog[id].description?[language]
        ?? counted("description.category", catalog[id].name[language], edition.byCategory[id.index].count)
    case .product(let index): return catalog.products[index].summary(in: language)
    case .businesses: return texts("description.businesses")
    case .business(let index):
      let summary = values.site.bodies.businessSummary(index, values.number)
      return summary.isEmpty ? texts("description.business", plainTitle) : summary
    case .rwBoard: return texts("description.rw_board")
    case .kelurahan(let index, _):
      return counted("description.kelurahan", plainTitle, edition.byKelurahan[index].count)
    case .rw(let rw): return counted("description.rw", plainTitle, edition.byRW[rw]?.count ?? 0)
    case .rwCategory(let rw, let id):
      return counted("description.rw_category", plainTitle, edition.products(in: rw, id).count)
    case .centre:
      return values.centrePage.flatMap { catalog.pages[$0].summary(in: language) } ?? texts("description.centre")
    case .search: return texts("description.search")
    case .basket: return texts("description.basket")
    case .info(let index): return catalog.pages[index].summary(in: language) ?? plainTitle
    case .printCatalog: return texts("description.print_catalog")
    case .printLabels: return texts("description.print_labels")
    case .notFound: return texts("description.not_found")
    }
  }
}
