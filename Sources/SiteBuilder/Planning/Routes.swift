internal import ProductCatalog
internal import TemplateEngine

/// The addresses of one language's pages.
///
/// The default language stands at the site's root, the others under their code: `/produk/getuk/`, `/en/products/getuk/`.
struct Routes: Sendable {
  private let catalog: Catalog
  private let sections: Sections
  /// `` or `en/`.
  private let prefix: String
  /// The path of the base URL: `` for a site of its own, `/etalase` for one in a folder.
  private let basePath: String
  /// The base URL, without a slash at its end.
  private let baseURL: String

  init(catalog: Catalog, language: Language, baseURL: String) {
    self.catalog = catalog
    sections = language.sections
    prefix = language.code == catalog.site.defaultLanguage.code ? "" : language.code + "/"
    self.baseURL = baseURL
    basePath = pathOfURL(baseURL)
  }

  /// Where the page's file lies in the output folder: `produk/getuk/index.html`.
  func outputPath(of content: PageContent) -> String {
    content == .notFound ? prefix + "404.html" : folder(of: content) + "index.html"
  }

  /// The page's address below the host: `/produk/getuk/`.
  func url(of content: PageContent) -> WebURL {
    url(ofPath: content == .notFound ? prefix + "404.html" : folder(of: content))
  }

  /// The page's address with scheme and host.
  func canonicalURL(of content: PageContent) -> WebURL {
    WebURL(trusted: baseURL + "/" + (content == .notFound ? prefix + "404.html" : folder(of: content)))
  }

  /// The address of any output file.
  func url(ofPath path: String) -> WebURL { WebURL(trusted: basePath + "/" + percentEncoded(path)) }

  /// The address of any output file with scheme and host.
  func absoluteURL(ofPath path: String) -> WebURL { WebURL(trusted: baseURL + "/" + percentEncoded(path)) }

  /// Where a product's photo lies in the output folder: beside its page in the default language.
  func photoPath(product: Int, file: String) -> String { "\(sections.products)/\(catalog.products[product].slug)/\(file)" }

  private func folder(of content: PageContent) -> String { prefix + relativeFolder(of: content) }

  private func relativeFolder(of content: PageContent) -> String {
    switch content {
    case .home, .notFound: ""
    case .products(let page): numbered("\(sections.products)/", page)
    case .categories: "\(sections.categories)/"
    case .category(let id, let page): numbered("\(sections.categories)/\(catalog[id].path)/", page)
    case .product(let index): "\(sections.products)/\(catalog.products[index].slug)/"
    case .businesses(let page): numbered("\(sections.businesses)/", page)
    case .business(let index): "\(sections.businesses)/\(catalog.businesses[index].slug)/"
    case .rwBoard: "\(sections.rw)/"
    case .kelurahan(let index, let page): numbered("\(sections.rw)/\(catalog.kelurahan[index].slug)/", page)
    case .rw(let rw): "\(sections.rw)/\(catalog.kelurahan[rw.kelurahan].slug)/\(rwWord(rw))/"
    case .rwCategory(let rw, let id):
      "\(sections.rw)/\(catalog.kelurahan[rw.kelurahan].slug)/\(rwWord(rw))/\(catalog[id].slug)/"
    case .centre: "\(sections.centre)/"
    case .info(let index): "\(catalog.pages[index].slug)/"
    }
  }

  private func numbered(_ folder: String, _ page: Int) -> String {
    page == 1 ? folder : "\(folder)\(sections.page)/\(page)/"
  }

  /// Two digits, so that a folder listing is in order: `rw-05`.
  private func rwWord(_ rw: RW) -> String { rw.number < 10 ? "rw-0\(rw.number)" : "rw-\(rw.number)" }
}

/// The path of an address with a scheme: `/etalase` for `https://example.org/etalase`, `` for `https://example.org`.
func pathOfURL(_ url: String) -> String {
  let parts = url.split(separator: "/", omittingEmptySubsequences: false)
  return parts.count > 3 ? "/" + parts[3...].joined(separator: "/") : ""
}

/// A path as it stands in an address: every byte outside RFC 3986's unreserved set and `/` percent-encoded.
func percentEncoded(_ path: String) -> String {
  guard !path.utf8.allSatisfy(isUnreserved) else { return path }
  return path.utf8.reduce(into: "") { result, byte in
    if isUnreserved(byte) {
      result.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let hex = String(byte, radix: 16, uppercase: true)
      result += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
    }
  }
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
    UInt8(ascii: "~"), UInt8(ascii: "/"):
    true
  default: false
  }
}
