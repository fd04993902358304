internal import TemplateEngine

/// The names that every page kind's template has at its top level.
struct Chrome: Sendable {
  let site: Shared<SiteView>
  let page: PageInfo
}

struct HomePage: TemplateRecord {
  let chrome: Chrome
  let featured, newest: [Shared<Card>]
  let categories: [Shared<CategoryCount>]
  let kelurahan: [Shared<PlaceCount>]
  let coverage: CoverageView
  let businesses: [Shared<BusinessCard>]

  static let fields = TemplateFields<HomePage>("home.html", "The home page") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("featured", "Designated flagships, the newest first, at most 8") { $0.featured }
    Field("newest", "The newest products, at most 8") { $0.newest }
    Field("categories", "The category tree") { $0.categories }
    Field("kelurahan", "All kelurahan, with products") { $0.kelurahan }
    Field("coverage", "How far the programmes have come") { $0.coverage }
    Field("businesses", "Businesses with products, at most 6") { $0.businesses }
  }
}

struct ProductsPage: TemplateRecord {
  let chrome: Chrome
  let cards: [Shared<Card>]
  let total: Int
  let pagination: Pagination
  let categories: [Shared<CategoryCount>]
  let kelurahan: [Shared<PlaceCount>]

  static let fields = TemplateFields<ProductsPage>("products.html", "All products, newest first") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("cards", "The products of this page") { $0.cards }
    Field("total", "Products on all pages") { $0.total }
    Field("pagination", "The pages of the list") { $0.pagination }
    Field("categories", "The category tree") { $0.categories }
    Field("kelurahan", "Kelurahan with products") { $0.kelurahan }
  }
}

struct CategoriesPage: TemplateRecord {
  let chrome: Chrome
  let categories: [Shared<CategoryCount>]

  static let fields = TemplateFields<CategoriesPage>("categories.html", "The category tree") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("categories", "The top level, each with its children") { $0.categories }
  }
}

struct CategoryPage: TemplateRecord {
  let chrome: Chrome
  let category: CategoryCount
  let parent: Shared<Link>?
  let siblings: [CategoryCount]
  let cards: [Shared<Card>]
  let total: Int
  let pagination: Pagination
  let kelurahan: [PlaceCount]

  static let fields = TemplateFields<CategoryPage>("category.html", "A category's products") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("category", "The category") { $0.category }
    Field("parent", "The category above it") { $0.parent }
    Field("siblings", "The categories beside it, and itself") { $0.siblings }
    Field("cards", "The products of this page") { $0.cards }
    Field("total", "Products on all pages") { $0.total }
    Field("pagination", "The pages of the list") { $0.pagination }
    Field("kelurahan", "Where its products are made") { $0.kelurahan }
  }
}

struct ProductPage: TemplateRecord {
  let chrome: Chrome
  let product: ProductView
  let sameMaker, sameRW, sameCategory: [Shared<Card>]

  static let fields = TemplateFields<ProductPage>("product.html", "A product") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("product", "The product") { $0.product }
    Field("same_maker", "Others of the same business, at most 4") { $0.sameMaker }
    Field("same_rw", "Other businesses' products from the same RW, at most 4") { $0.sameRW }
    Field("same_category", "Others of the same category, at most 4") { $0.sameCategory }
  }
}

struct BusinessPage: TemplateRecord {
  let chrome: Chrome
  let business: BusinessView
  let cards: [Shared<Card>]
  let related: [Shared<BusinessCard>]

  static let fields = TemplateFields<BusinessPage>("business.html", "A business") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("business", "The business") { $0.business }
    Field("cards", "Its products") { $0.cards }
    Field("related", "Other businesses of the kelurahan, at most 4") { $0.related }
  }
}

struct BusinessesPage: TemplateRecord {
  let chrome: Chrome
  let cards: [Shared<BusinessCard>]
  let total: Int
  let pagination: Pagination
  let kelurahan: [PlaceCount]

  static let fields = TemplateFields<BusinessesPage>("businesses.html", "All businesses, by name of their page") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("cards", "The businesses of this page") { $0.cards }
    Field("total", "Businesses on all pages") { $0.total }
    Field("pagination", "The pages of the list") { $0.pagination }
    Field("kelurahan", "Kelurahan with businesses") { $0.kelurahan }
  }
}

struct RWBoardPage: TemplateRecord {
  let chrome: Chrome
  let coverage: CoverageView
  let flagship, entrepreneur: ProgrammeView
  let districts: [BoardDistrict]
  let rest: BoardRest?
  let gaps: [BoardGap]

  static let fields = TemplateFields<RWBoardPage>("rw_board.html", "One RW, one product: the board of all RW") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("coverage", "The totals") { $0.coverage }
    Field("flagship", "A flagship for each RW") { $0.flagship }
    Field("entrepreneur", "An entrepreneur for each RT") { $0.entrepreneur }
    Field("districts", "The board, kecamatan by kecamatan") { $0.districts }
    Field("rest", "The RW that stand in no kelurahan's list") { $0.rest }
    Field("gaps", "What is missing, and what to do next") { $0.gaps }
  }
}

struct KelurahanPage: TemplateRecord {
  let chrome: Chrome
  let name, slug, district: String
  let rws: [RWCount]
  let cards: [Shared<Card>]
  let total: Int
  let businesses: [Shared<BusinessCard>]
  let pagination: Pagination

  static let fields = TemplateFields<KelurahanPage>("kelurahan.html", "A kelurahan's products and businesses") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("name", "The kelurahan") { $0.name }
    Field("slug", "Its word in addresses") { $0.slug }
    Field("district", "Its kecamatan") { $0.district }
    Field("rws", "Its RW with products") { $0.rws }
    Field("cards", "The products of this page") { $0.cards }
    Field("total", "Products on all pages") { $0.total }
    Field("businesses", "Its businesses, on the first page of the list") { $0.businesses }
    Field("pagination", "The pages of the list") { $0.pagination }
  }
}

struct RWPage: TemplateRecord {
  let chrome: Chrome
  let name: String
  let number: Int
  let kelurahan: Shared<Link>
  let flagship, candidate: Shared<Card>?
  let groups: [Group]
  let businesses: [Shared<BusinessCard>]
  let total: Int

  static let fields = TemplateFields<RWPage>("rw.html", "An RW's products by category, its flagship, its businesses") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("name", "Such as RW 3 Kemirirejo") { $0.name }
    Field("number", "The RW's number") { $0.number }
    Field("kelurahan", "Its kelurahan") { $0.kelurahan }
    Field("flagship", "Its designated flagship") { $0.flagship }
    Field("candidate", "Its candidate, when it has no flagship") { $0.candidate }
    Field("groups", "Its products, by top-level category") { $0.groups }
    Field("businesses", "Its businesses") { $0.businesses }
    Field("total", "Its products") { $0.total }
  }
}

struct RWCategoryPage: TemplateRecord {
  let chrome: Chrome
  let name: String
  let rw, kelurahan, category: Shared<Link>
  let cards: [Shared<Card>]
  let total: Int

  static let fields = TemplateFields<RWCategoryPage>("rw_category.html", "An RW's products in one category") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("name", "Such as Makanan dari RW 3 Kemirirejo") { $0.name }
    Field("rw", "The RW") { $0.rw }
    Field("kelurahan", "Its kelurahan") { $0.kelurahan }
    Field("category", "The category") { $0.category }
    Field("cards", "The products") { $0.cards }
    Field("total", "How many") { $0.total }
  }
}

struct InfoPageView: TemplateRecord {
  let chrome: Chrome
  let title, summary: String
  let body: HTML
  let draft: Bool

  static let fields = TemplateFields<InfoPageView>("info.html", "A free page") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("title", "Its title") { $0.title }
    Field("summary", "One sentence; may be empty") { $0.summary }
    Field("body", "Its text; headings begin at h2") { $0.body }
    Field("draft", "Whether it is a draft") { $0.draft }
  }
}

struct CentrePage: TemplateRecord {
  let chrome: Chrome
  let title, summary: String
  let body: HTML
  let draft: Bool
  let onShow: [Shared<Card>]
  let printCatalogURL, printLabelsURL: WebURL

  static let fields = TemplateFields<CentrePage>("centre.html", "Visiting the IKM Center") {
    Field("site", "The site; site.centre has the address") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("title", "Its title") { $0.title }
    Field("summary", "One sentence; may be empty") { $0.summary }
    Field("body", "Its text; headings begin at h2; may be empty") { $0.body }
    Field("draft", "Whether its text is a draft") { $0.draft }
    Field("on_show", "Products on a shelf there") { $0.onShow }
    Field("print_catalog_url", "The catalog for paper") { $0.printCatalogURL }
    Field("print_labels_url", "Labels for the shelves, for paper") { $0.printLabelsURL }
  }
}

struct NotFoundPage: TemplateRecord {
  let chrome: Chrome
  let categories: [Shared<CategoryCount>]
  let newest: [Shared<Card>]

  static let fields = TemplateFields<NotFoundPage>("not_found.html", "What a visitor sees at a wrong address") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("categories", "The category tree") { $0.categories }
    Field("newest", "The newest products, at most 4") { $0.newest }
  }
}

struct RedirectPage: TemplateRecord {
  let page: PageInfo

  static let fields = TemplateFields<RedirectPage>("redirect.html", "What stands at an old address and leads on") {
    Field("page", "The page that it leads to") { $0.page }
  }
}

/// The page kinds that a theme must have a template for.
let pageKinds: [PageKind] = [
  PageKind("home.html", HomePage.self), PageKind("products.html", ProductsPage.self),
  PageKind("categories.html", CategoriesPage.self), PageKind("category.html", CategoryPage.self),
  PageKind("product.html", ProductPage.self), PageKind("business.html", BusinessPage.self),
  PageKind("businesses.html", BusinessesPage.self), PageKind("rw_board.html", RWBoardPage.self),
  PageKind("kelurahan.html", KelurahanPage.self), PageKind("rw.html", RWPage.self),
  PageKind("rw_category.html", RWCategoryPage.self), PageKind("info.html", InfoPageView.self),
  PageKind("search.html", SearchPage.self), PageKind("basket.html", BasketPage.self),
  PageKind("redirect.html", RedirectPage.self),
  PageKind("print_catalog.html", PrintCatalogPage.self), PageKind("print_labels.html", PrintLabelsPage.self),
  PageKind("centre.html", CentrePage.self), PageKind("not_found.html", NotFoundPage.self),
]
