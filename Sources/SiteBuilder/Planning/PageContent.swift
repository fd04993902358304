internal import ProductCatalog

/// What a page is about, whatever its language: the key of the page table in the README.
///
/// Numbers of list pages start at 1. Indices point into `Catalog`.
enum PageContent: Hashable, Sendable {
  case home
  case products(page: Int)
  case categories
  case category(CategoryID, page: Int)
  case product(Int)
  case businesses(page: Int)
  case business(Int)
  case rwBoard
  case kelurahan(Int, page: Int)
  case rw(RW)
  case rwCategory(RW, CategoryID)
  case centre
  case search
  case basket
  case info(Int)
  /// The catalog for paper: the whole of it, or the volume of a kelurahan.
  case printCatalog(Int?)
  case printLabels(page: Int)
  case notFound

  /// The word for `page.kind` and the template's name.
  var kind: String {
    switch self {
    case .home: "home"
    case .products: "products"
    case .categories: "categories"
    case .category: "category"
    case .product: "product"
    case .businesses: "businesses"
    case .business: "business"
    case .rwBoard: "rw_board"
    case .kelurahan: "kelurahan"
    case .rw: "rw"
    case .rwCategory: "rw_category"
    case .centre: "centre"
    case .search: "search"
    case .basket: "basket"
    case .info: "info"
    case .printCatalog: "print_catalog"
    case .printLabels: "print_labels"
    case .notFound: "not_found"
    }
  }

  /// Pages for paper say what others say already: search engines and lists of pages leave them out.
  var isForPrint: Bool {
    switch self {
    case .printCatalog, .printLabels: true
    default: false
    }
  }
}
