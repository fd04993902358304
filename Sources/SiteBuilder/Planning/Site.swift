internal import Diagnostics
internal import Imaging
internal import ProductCatalog
internal import TemplateEngine

/// Every file of the website: where it goes, and what is in it.
///
/// Rendering is pure: the same site gives the same bytes, on any thread and in any order.
///
/// A class, as are its editions, so that handing it to every page costs one reference.
final class Site: Sendable {
  let catalog: Catalog
  let editions: [Edition]
  let theme: Theme
  let bodies: Bodies
  let photos: PhotoLibrary
  /// By edition.
  let shared: [SharedValues]
  let coverage: Coverage
  let date: CalendarDate
  /// All but those of the search indexes. Sorted by path, no two at one path.
  let files: [SiteFile]
  private let search: SearchIndexes

  init(
    catalog: Catalog, editions: [Edition], theme: Theme, bodies: Bodies, photos: PhotoLibrary,
    search: SearchIndexes, shared: [SharedValues], coverage: Coverage, date: CalendarDate, files: [SiteFile]
  ) {
    (self.catalog, self.editions, self.theme, self.bodies) = (catalog, editions, theme, bodies)
    (self.photos, self.shared, self.date, self.files) = (photos, shared, date, files)
    (self.search, self.coverage) = (search, coverage)
  }

  /// The same site but for what one product says of itself. Which pages there are, and which of them lists the product,
  /// must be as before.
  init(_ site: Site, catalog: Catalog, product index: Int, bodies: Bodies) {
    (self.catalog, self.bodies) = (catalog, bodies)
    (editions, theme, date, files, coverage) = (site.editions, site.theme, site.date, site.files, site.coverage)
    photos = site.photos
    search = SearchIndexes(site.search, catalog: catalog)
    shared = site.shared.indices.map { number in
      SharedValues(
        site.shared[number], catalog: catalog, editions: site.editions, number: number, bodies: bodies,
        photos: site.photos, product: index)
    }
  }

  /// The same site with another look that speaks the same words.
  init(_ site: Site, theme: Theme) {
    self.theme = theme
    (catalog, editions, bodies, photos) = (site.catalog, site.editions, site.bodies, site.photos)
    (shared, coverage, date, search) = (site.shared, site.coverage, site.date, site.search)
    let old = Set(site.theme.assets.files.map(\.path))
    files = (site.files.filter { !old.contains($0.path) } + theme.assets.files).sortedByPath()
  }

  /// What the search page of each edition looks things up in.
  ///
  /// Made when first asked for, because most pages can be shown without: once, then kept.
  var searchIndexes: [SearchIndex] { search.made }

  /// `files` and those of the search indexes, sorted by path.
  var allFiles: [SiteFile] { (files + searchIndexes.flatMap(\.files)).sortedByPath() }

  /// Appends the page to `buffer`.
  func render(_ page: PageAddress, into buffer: inout OutputBuffer) throws(RenderFailure) {
    let edition = editions[page.edition]
    let values = PageValues(site: self, edition: edition, number: page.edition, content: page.content)
    guard let template = theme.libraries[page.edition].template(page.content.kind + ".html") else {
      preconditionFailure("the theme was checked to have all page kinds")
    }
    try template.render(values.record, into: &buffer)
  }

  /// Appends the page that leads on to `buffer`.
  func render(_ redirect: Redirect, into buffer: inout OutputBuffer) throws(RenderFailure) {
    let values = PageValues(
      site: self, edition: editions[redirect.edition], number: redirect.edition, content: redirect.target)
    guard let template = theme.libraries[redirect.edition].template("redirect.html") else {
      preconditionFailure("the theme was checked to have all page kinds")
    }
    try template.render(RedirectPage(page: values.chrome.page).templateRecord, into: &buffer)
  }
}

/// A page, in one of the site's languages.
struct PageAddress: Sendable {
  /// Index into `Site.editions`.
  let edition: Int
  let content: PageContent
}

/// A file of the website.
struct SiteFile: Sendable {
  enum Source: Sendable {
    case page(PageAddress)
    case output(Output)
    /// A file of the project, copied as it is: its path from the project's folder.
    case copy(String)
    case bytes([UInt8])
    /// A page at an old address that leads on to the new one.
    case redirect(Redirect)
    /// One of the files made of a photo, by its number.
    case picture(SitePhoto, Int)
  }

  /// From the output folder, with `/` between its parts.
  let path: String
  let source: Source

  /// The file that a person can change: the one that is copied, or else where it goes.
  var sourcePath: String {
    if case .copy(let path) = source { return path }
    return path
  }

  /// Pictures are made of photos, copied, or part of the theme; all else is text.
  var isPicture: Bool {
    switch source {
    case .picture: true
    case .copy, .bytes: [".jpg", ".jpeg", ".png", ".webp", ".avif"].contains { path.hasSuffix($0) }
    case .page, .output, .redirect: false
    }
  }

  var isPage: Bool { page != nil }

  var page: PageAddress? {
    switch source {
    case .page(let page): return page
    case .output, .copy, .bytes, .redirect, .picture: return nil
    }
  }
}

extension [SiteFile] {
  func sortedByPath() -> [SiteFile] { byteOrder(map(\.path)).map { self[$0] } }
}
