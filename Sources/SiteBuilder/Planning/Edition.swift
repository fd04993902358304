internal import Diagnostics
internal import ProductCatalog

/// The site in one language: which products it shows, in which lists, under which addresses.
///
/// Lists hold indices into `Catalog.products` or `Catalog.businesses`, newest product first.
///
/// A class, so that handing it to every page costs one reference.
final class Edition: Sendable {
  private let catalog: Catalog
  let language: Language
  let texts: InterfaceTexts
  let formatting: Formatting
  let routes: Routes
  private let orderText: TextPattern
  private let orderTextWithoutVariants: TextPattern

  /// The code of the site's first language, which texts without translation are in; `nil` in that language itself.
  let originalLanguage: String?

  let products: [Int]
  let businesses: [Int]
  /// By `CategoryID.index`; a parent's list holds its children's products too.
  let byCategory: [[Int]]
  /// By kelurahan.
  let byKelurahan: [[Int]]
  let byRW: [RW: [Int]]
  /// The keys of `byRW` in order.
  let rws: [RW]
  /// By business.
  let byBusiness: [[Int]]
  let businessesByKelurahan: [[Int]]
  /// Products on a shelf at the IKM Center, by shelf.
  let shelved: [Int]
  private let shown: [Bool]
  private let shownBusinesses: [Bool]
  private let shownPages: [Bool]

  init(catalog: Catalog, language: Language, texts: InterfaceTexts, baseURL: String, jobs: Int) {
    self.catalog = catalog
    self.language = language
    self.texts = texts
    formatting = Formatting(language: language.code, months: (1...12).map { texts("month.\($0)") })
    let order = catalog.site.orderMessages[language.code] ?? "{product}\n{url}"
    let lines = order.split(separator: "\n", omittingEmptySubsequences: false)
    let plain = lines.filter { !TextPattern($0).names.contains(OrderPlaceholder.variant.rawValue) }
    orderText = TextPattern(order)
    orderTextWithoutVariants = TextPattern(plain.joined(separator: "\n"))

    let isDefault = language.code == catalog.site.defaultLanguage.code
    originalLanguage = isDefault ? nil : catalog.site.defaultLanguage.code
    shown = catalog.products.map { isDefault || $0.translations[language.code] != nil }
    shownBusinesses = catalog.businesses.map { isDefault || $0.translations[language.code] != nil }
    shownPages = catalog.pages.map { isDefault || $0.translations[language.code] != nil }

    let (shown, shownBusinesses) = (shown, shownBusinesses)
    let lists: Lists
    (lists, routes) = inParallel(jobs: jobs) {
      Lists(catalog, catalog.newestFirst(catalog.products.indices.filter { shown[$0] }))
    } _: {
      Routes(catalog: catalog, language: language, baseURL: baseURL)
    }
    shelved = catalog.products.indices.filter { shown[$0] && catalog.products[$0].shelf != nil }.sorted { a, b in
      let (first, second) = (catalog.products[a].shelf ?? "", catalog.products[b].shelf ?? "")
      return isSame(first, second) ? a < b : precedes(first, second)
    }
    businesses = catalog.businesses.indices.filter { shownBusinesses[$0] }

    (products, byCategory, byKelurahan) = (lists.all, lists.category, lists.kelurahan)
    (byRW, byBusiness) = (lists.rw, lists.business)
    rws = byRW.keys.sorted()
    businessesByKelurahan = businesses.reduce(into: catalog.kelurahan.map { _ in [] }) { lists, business in
      lists[catalog.businesses[business].rw.kelurahan].append(business)
    }
  }

  /// The text of an order. Lines about variants are left out for a product without any; the buyer fills in the others.
  func orderText(hasVariants: Bool) -> TextPattern { hasVariants ? orderText : orderTextWithoutVariants }

  /// `RW 3 Kemirirejo`.
  func name(of rw: RW) -> String { texts("title.rw", String(rw.number), catalog.kelurahan[rw.kelurahan].name) }

  /// Whether the page exists in this language.
  func has(_ content: PageContent) -> Bool {
    switch content {
    case .product(let index): shown[index]
    case .business(let index): shownBusinesses[index]
    case .info(let index): shownPages[index]
    case .rw(let rw): byRW[rw] != nil
    case .products(let page): page <= Self.pageCount(products.count)
    case .businesses(let page): page <= Self.pageCount(businesses.count)
    case .category(let id, let page): page <= Self.pageCount(byCategory[id.index].count)
    case .kelurahan(let index, let page): page <= Self.pageCount(byKelurahan[index].count)
    case .rwCategory(let rw, let id): products(in: rw, id).count >= 2
    case .printCatalog(let kelurahan): kelurahan.map { isCatalogSplit && !byKelurahan[$0].isEmpty } ?? true
    case .printLabels(let page): page <= labelPageCount
    case .home, .categories, .rwBoard, .centre, .search, .basket, .notFound: true
    }
  }

  /// The products that a page is about, on all pages of its list; `nil` for a product's own and for free pages.
  func list(_ content: PageContent) -> [Int]? {
    switch content {
    case .home, .products, .categories, .businesses, .rwBoard: products
    case .category(let id, _): byCategory[id.index]
    case .business(let index): byBusiness[index]
    case .kelurahan(let index, _): byKelurahan[index]
    case .rw(let rw): byRW[rw] ?? []
    case .rwCategory(let rw, let id): products(in: rw, id)
    case .product, .centre, .info, .search, .basket, .printCatalog, .printLabels, .notFound: nil
    }
  }

  /// The day on which what the page shows was last looked at; `nil` when no text says so.
  func updated(_ content: PageContent) -> CalendarDate? {
    if case .product(let index) = content { return catalog.products[index].updated }
    return list(content)?.first.map { catalog.products[$0].updated }
  }

  /// The language of a photo's description, when it is not this one.
  func altLanguage(of photo: Photo, _ product: Product) -> String? {
    product.translations[language.code]?.photoAlts[photo.file] == nil ? originalLanguage : nil
  }

  /// The language of a product's summary, when it is not this one.
  func summaryLanguage(of product: Product) -> String? {
    product.translations[language.code]?.summary == nil ? originalLanguage : nil
  }

  func isDraft(_ product: Int) -> Bool { catalog.products[product].isDraft }

  /// The products of an RW in a top-level category.
  func products(in rw: RW, _ category: CategoryID) -> [Int] {
    (byRW[rw] ?? []).filter { catalog.topLevel(of: catalog.products[$0].category) == category }
  }

  /// The slice of a list that a list page shows.
  static func slice(_ list: [Int], page: Int) -> ArraySlice<Int> {
    list.dropFirst((page - 1) * pageLength).prefix(pageLength)
  }

  /// How many list pages a list of `count` entries takes; an empty one still has a page that says so.
  static func pageCount(_ count: Int) -> Int { max(1, (count + pageLength - 1) / pageLength) }

  /// Whether the catalog for paper is in volumes, one for each kelurahan: a browser prints some hundred products with
  /// their pictures well, but not thousands.
  var isCatalogSplit: Bool { products.count > Self.longestPrint }

  /// Pages of labels; without any there is one that says so.
  var labelPageCount: Int { max(1, (shelved.count + Self.labelsOnPage - 1) / Self.labelsOnPage) }

  /// Products in a catalog for paper that is one file.
  private static let longestPrint = 500
  /// Labels on a sheet of A4, as the style sheet lays them out.
  static let labelsOnSheet = 12
  /// Labels on a page of the site: twenty sheets.
  static let labelsOnPage = labelsOnSheet * 20

  /// Entries on a list page.
  static let pageLength = 24
}

extension Catalog {
  /// The order of every list of products; those of one day go by slug.
  func newestFirst(_ indices: [Int]) -> [Int] {
    indices.map { (day: products[$0].updated, index: $0) }
      .sorted { $0.day == $1.day ? $0.index < $1.index : $0.day > $1.day }.map(\.index)
  }

  /// The category's parent, or itself at the top level.
  func topLevel(of category: CategoryID) -> CategoryID { self[category].parent ?? category }
}

/// Products sorted into the lists that they appear in.
private struct Lists {
  let all: [Int]
  var category: [[Int]]
  var kelurahan: [[Int]]
  var business: [[Int]]
  var rw: [RW: [Int]] = [:]

  init(_ catalog: Catalog, _ products: [Int]) {
    all = products
    category = catalog.categories.map { _ in [] }
    kelurahan = catalog.kelurahan.map { _ in [] }
    business = catalog.businesses.map { _ in [] }
    for product in products { add(product, catalog) }
  }

  private mutating func add(_ index: Int, _ catalog: Catalog) {
    let product = catalog.products[index]
    category[product.category.index].append(index)
    if let parent = catalog[product.category].parent { category[parent.index].append(index) }
    kelurahan[product.rw.kelurahan].append(index)
    business[product.business].append(index)
    rw[product.rw, default: []].append(index)
  }
}
