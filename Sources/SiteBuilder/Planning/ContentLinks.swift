internal import Diagnostics
internal import Markdown
internal import ProductCatalog
internal import TemplateEngine

/// Where the links in texts lead: from files of the content folder to addresses of the site.
struct ContentLinks: Sendable {
  var catalog: Catalog
  let editions: [Edition]
  let content: ContentFiles
  let photos: PhotoLibrary
  /// Where each file of the site goes, ascending by bytes.
  let sitePaths: [String]
  let headings = HeadingIndex()
  private let products: [String: Int]

  init(catalog: Catalog, editions: [Edition], content: ContentFiles, photos: PhotoLibrary, sitePaths: [String]) {
    (self.catalog, self.editions, self.content) = (catalog, editions, content)
    (self.photos, self.sitePaths) = (photos, sitePaths)
    products = Dictionary(uniqueKeysWithValues: zip(catalog.products.map(\.slug.text), catalog.products.indices))
  }

  /// - Parameter pictures: gets the path of each picture that the text shows.
  func resolve(
    _ link: LinkReference, from file: String, _ edition: Edition, _ pictures: inout [String]
  ) -> LinkResolution {
    let (path, query) = Self.split(link.destination)
    if path.utf8.first == UInt8(ascii: "/") { return siteAddress(path, query, edition) }
    switch content.target(of: path, from: file) {
    case .nothing(let message, let help): return .dead(message, help: help)
    case .text(let parts):
      guard !link.isImage, let page = page(parts) else { return .dead(.linkToUnpublished(path), help: nil) }
      return .text(editions.edition(of: page, preferring: edition).routes.url(of: page).text)
    case .other(let target, let parts):
      let isStatic = parts.first == "static"
      if isPicture(parts), link.isImage || !isStatic { return picture(target, isImage: link.isImage, &pictures) }
      guard !link.isImage, isStatic else { return .dead(.linkToUnpublished(path), help: nil) }
      return .url(edition.routes.url(ofPath: parts.dropFirst().joined(separator: "/")).text)
    }
  }

  /// `/produk/getuk/`: an address of the site itself.
  private func siteAddress(_ path: String, _ query: String, _ edition: Edition) -> LinkResolution {
    guard let found = sitePath(path) else {
      let addresses = sitePaths.lazy.filter { $0.hasSuffix("index.html") }.map { "/" + $0.dropLast(10) }
      return .dead(
        .deadAddress(path), help: nearestMatch(to: path, in: addresses).map(Message.didYouMean) ?? .linkForms)
    }
    guard found.hasSuffix("index.html") else { return .url(edition.routes.url(ofPath: found).text + query) }
    let address = edition.routes.url(ofPath: String(found.dropLast(10))).text + query
    return textPage(found) == nil ? .url(address) : .text(address)
  }

  /// The file at an address of the site.
  private func sitePath(_ address: String) -> String? {
    let relative = String(ContentFiles.percentDecoded(address).dropFirst())
    return [relative, relative + "index.html", relative + "/index.html"].first(where: sitePaths.containsSorted)
  }

  /// The page in a file of the site, if it shows one of the catalog's texts, whose headings links may name.
  private func textPage(_ sitePath: String) -> (page: PageContent, edition: Edition)? {
    for edition in editions {
      guard let named = edition.routes.named("/" + sitePath.dropLast("index.html".utf8.count)) else { continue }
      let page: PageContent? =
        switch named.kind {
        case .product: catalog.productIndex(named.slug).map(PageContent.product)
        case .business: catalog.businessIndex(named.slug).map(PageContent.business)
        case .page where edition.routes.outputPath(of: .centre) == sitePath: .centre
        case .page: catalog.pageIndex(named.slug).map(PageContent.info)
        }
      if let page, edition.has(page) { return (page, edition) }
    }
    return nil
  }

  /// The headings of the text that a link leads to, as `resolve` says; `nil` if that is refused or no text.
  func headings(ofTextAt destination: String, from file: String, _ edition: Edition) -> HeadingIndex.Headings? {
    let path = Self.split(destination).path
    if path.utf8.first == UInt8(ascii: "/") {
      guard let found = sitePath(path).flatMap(textPage) else { return nil }
      return headings(of: found.page, found.edition)
    }
    guard case .text(let parts) = content.target(of: path, from: file), let page = page(parts) else { return nil }
    return headings(of: page, editions.edition(of: page, preferring: edition))
  }

  private func headings(of page: PageContent, _ edition: Edition) -> HeadingIndex.Headings? {
    let language = edition.language.code
    switch page {
    case .product(let index): return headings.headings(of: catalog.products[index].body(in: language))
    case .business(let index): return headings.headings(of: catalog.businesses[index].story(in: language))
    case .info(let index): return headings.headings(of: catalog.pages[index].body(in: language))
    case .centre:
      // It is there without a text, too.
      guard let index = catalog.centrePage, edition.has(.info(index)) else { return [] }
      return headings(of: .info(index), edition)
    default: return nil
    }
  }

  /// The page that a content file becomes: `products/getuk/index.md`, `products/getuk`, `businesses/x.md`, `pages/x.md`.
  private func page(_ parts: [String]) -> PageContent? {
    guard parts.count >= 2 else { return nil }
    let slug = parts[1].utf8.firstIndex(of: UInt8(ascii: ".")).map { String(parts[1][..<$0]) } ?? parts[1]
    switch parts[0] {
    case "products": return products[slug].map(PageContent.product)
    case "businesses": return catalog.businessIndex(slug).map(PageContent.business)
    case "pages": return catalog.pageIndex(slug).map { $0 == catalog.centrePage ? .centre : .info($0) }
    default: return nil
    }
  }

  /// Whether a file may be shown in a text: one beside a published product, or among the static files.
  private func isPicture(_ parts: [String]) -> Bool {
    guard let name = parts.last, PhotoLibrary.isPictureName(name) else { return false }
    return parts.first == "static"
      || parts.first == "products" && parts.count == 3 && products[parts[1]] != nil
  }

  /// A picture in its sizes, or a link to the largest of them.
  private func picture(_ path: String, isImage: Bool, _ pictures: inout [String]) -> LinkResolution {
    pictures.append(path)
    switch photos.result(path) {
    case .success(let photo):
      guard isImage else { return .url(photo.files.url.text) }
      return .picture(
        MarkdownPicture(
          url: photo.files.url.text, webP: photo.files.webP.text, jpeg: photo.files.jpeg.text, sizes: Self.sizes,
          width: photo.files.width, height: photo.files.height, classes: photo.files.tone),
        notes: photos.notes(path, isCover: false).map(\.markdownNote))
    case .failure(let problem): return .refused(PictureNote(problem).markdownNote)
    // It will be developed, and the text rendered again.
    case nil: return .url("")
    }
  }

  /// How wide pictures stand in texts: `.prose` of `site.css` is at most 42rem wide.
  private static let sizes = "(min-width: 46rem) 42rem, 92vw"

  /// The path and the `?…` after it.
  private static func split(_ destination: String) -> (path: String, query: String) {
    guard let mark = destination.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (destination, "") }
    return (String(destination[..<mark]), String(destination[mark...]))
  }
}
