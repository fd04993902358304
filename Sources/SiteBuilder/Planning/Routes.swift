internal import ProductCatalog
internal import TemplateEngine

/// The addresses of one language's pages.
///
/// The default language stands at the site's root, the others under their code: `/produk/getuk/`, `/en/products/getuk/`.
///
/// A class, so that handing it to every page costs one reference.
final class Routes: Sendable {
  private let catalog: Catalog
  /// The words for the sections, each with a slash after it.
  private let products, page, categories, rw, businesses, centre: String
  /// The same of the pages whose words `site.yaml` doesn't choose.
  private let search, basket: String
  /// The words for pages for paper, the same on every site in a language.
  private let printCatalog, printLabels: String
  /// `` or `en/`.
  private let prefix: String
  /// The path of the base URL: `` for a site of its own, `/etalase` for one in a folder.
  private let basePath: String
  /// The base URL, without a slash at its end.
  private let baseURL: String
  /// The folders of what has a page of its own, by index: every page asks for several of them.
  private let productFolders, businessFolders, categoryFolders, kelurahanFolders: [String]

  init(catalog: Catalog, language: Language, baseURL: String) {
    self.catalog = catalog
    let sections = language.sections
    (products, page, categories) = ("\(sections.products)/", "\(sections.page)/", "\(sections.categories)/")
    (rw, businesses, centre) = ("\(sections.rw)/", "\(sections.businesses)/", "\(sections.centre)/")
    (search, basket) = language.code == "id" ? ("cari/", "keranjang/") : ("search/", "basket/")
    (printCatalog, printLabels) =
      language.code == "id" ? ("cetak/katalog/", "cetak/label/") : ("print/catalog/", "print/labels/")
    prefix = language.code == catalog.site.defaultLanguage.code ? "" : language.code + "/"
    self.baseURL = baseURL
    basePath = pathOfURL(baseURL)
    let (products, businesses) = (prefix + products, prefix + businesses)
    let (categories, rw) = (prefix + categories, prefix + rw)
    productFolders = catalog.products.map { products + $0.slug.text + "/" }
    businessFolders = catalog.businesses.map { businesses + $0.slug.text + "/" }
    categoryFolders = catalog.categories.map { categories + $0.path + "/" }
    kelurahanFolders = catalog.kelurahan.map { rw + $0.slug.text + "/" }
  }

  /// Where the page's file lies in the output folder: `produk/getuk/index.html`.
  func outputPath(of content: PageContent) -> String {
    content == .notFound ? prefix + "404.html" : folder(of: content) + "index.html"
  }

  /// The page's address below the host: `/produk/getuk/`. Its words are slugs, which stand in addresses as they are.
  func url(of content: PageContent) -> WebURL {
    WebURL(trusted: basePath + "/" + (content == .notFound ? prefix + "404.html" : folder(of: content)))
  }

  /// The page's address with scheme and host.
  func canonicalURL(of content: PageContent) -> WebURL {
    WebURL(trusted: baseURL + "/" + (content == .notFound ? prefix + "404.html" : folder(of: content)))
  }

  /// The address of any output file.
  func url(ofPath path: String) -> WebURL { WebURL(trusted: basePath + "/" + percentEncoded(path)) }

  /// The address of any output file with scheme and host.
  func absoluteURL(ofPath path: String) -> WebURL { WebURL(trusted: baseURL + "/" + percentEncoded(path)) }

  /// Where the feed of a list lies in the output folder: beside the list's first page.
  func feedPath(of content: PageContent, _ format: FeedFormat) -> String { folder(of: content) + format.fileName }

  /// Where a feed for shops elsewhere lies in the output folder: `feeds/google.xml`.
  func shopPath(_ name: String) -> String { prefix + "feeds/" + name }

  /// Scheme and host: `https://example.org`.
  var origin: String { String(baseURL.dropLast(basePath.count)) }

  /// Something that has a slug, as an address names it.
  struct Named {
    enum Kind { case product, business, page }
    let kind: Kind
    let slug: String
    /// `nil` for the default language.
    let language: String?
  }

  /// What an address such as `/produk/getuk/` names, whether or not it is there; `nil` for other languages' addresses.
  func named(_ address: String) -> Named? {
    guard address.hasPrefix("/" + prefix) else { return nil }
    let parts = address.dropFirst(1 + prefix.utf8.count).split(separator: "/").map(String.init)
    let language = prefix.isEmpty ? nil : String(prefix.dropLast())
    switch parts.count {
    case 1: return Named(kind: .page, slug: parts[0], language: language)
    case 2 where parts[0] + "/" == products: return Named(kind: .product, slug: parts[1], language: language)
    case 2 where parts[0] + "/" == businesses: return Named(kind: .business, slug: parts[1], language: language)
    default: return nil
    }
  }

  /// The folder of something with this slug.
  func folder(of kind: Named.Kind, named slug: String) -> String {
    switch kind {
    case .product: prefix + products + slug + "/"
    case .business: prefix + businesses + slug + "/"
    case .page: prefix + slug + "/"
    }
  }

  /// Where the page of something lay when it had another slug: `produk/getuk-lama/index.html`.
  func outputPath(of content: PageContent, named slug: Slug) -> String {
    let kind: Named.Kind =
      switch content {
      case .product: .product
      case .business: .business
      default: .page
      }
    return folder(of: kind, named: slug.text) + "index.html"
  }

  private func folder(of content: PageContent) -> String {
    switch content {
    case .home, .notFound: prefix
    case .products(let page): prefix + products + numbered(page)
    case .categories: prefix + categories
    case .category(let id, let page): categoryFolders[id.index] + numbered(page)
    case .product(let index): productFolders[index]
    case .businesses(let page): prefix + businesses + numbered(page)
    case .business(let index): businessFolders[index]
    case .rwBoard: prefix + rw
    case .kelurahan(let index, let page): kelurahanFolders[index] + numbered(page)
    case .rw(let place): kelurahanFolders[place.kelurahan] + rwWord(place)
    case .rwCategory(let place, let id): kelurahanFolders[place.kelurahan] + rwWord(place) + catalog[id].slug.text + "/"
    case .centre: prefix + centre
    case .search: prefix + search
    case .basket: prefix + basket
    case .info(let index): prefix + catalog.pages[index].slug.text + "/"
    case .printCatalog(let kelurahan):
      prefix + printCatalog + (kelurahan.map { catalog.kelurahan[$0].slug.text + "/" } ?? "")
    case .printLabels(let page): prefix + printLabels + numbered(page)
    }
  }

  private func numbered(_ number: Int) -> String { number == 1 ? "" : page + String(number) + "/" }

  /// Two digits, so that a folder listing is in order: `rw-05/`.
  private func rwWord(_ rw: RW) -> String { (rw.number < 10 ? "rw-0" : "rw-") + String(rw.number) + "/" }
}

/// The path of an address with a scheme: `/etalase` for `https://example.org/etalase`, `` for `https://example.org`.
func pathOfURL(_ url: String) -> String {
  let parts = url.split(separator: "/", omittingEmptySubsequences: false)
  return parts.count > 3 ? "/" + parts[3...].joined(separator: "/") : ""
}

/// A path as it stands in an address: every byte outside RFC 3986's unreserved set percent-encoded.
/// - Parameter slashes: whether `/` is encoded too, as in the value of a query.
func percentEncoded(_ path: String, slashes: Bool = false) -> String {
  func stays(_ byte: UInt8) -> Bool { isUnreserved(byte) || byte == UInt8(ascii: "/") && !slashes }
  func digit(_ value: UInt8) -> UInt8 { value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10) }
  var text = path
  return text.withUTF8 { bytes in
    let encoded = bytes.reduce(0) { $0 + (stays($1) ? 0 : 1) }
    guard encoded > 0 else { return path }
    return String(unsafeUninitializedCapacity: bytes.count + 2 * encoded) { buffer in
      var count = 0
      for byte in bytes {
        if stays(byte) {
          buffer[count] = byte
          count += 1
        } else {
          (buffer[count], buffer[count + 1], buffer[count + 2]) = (
            UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)
          )
          count += 3
        }
      }
      return count
    }
  }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
    UInt8(ascii: "~"):
    true
  default: false
  }
}
