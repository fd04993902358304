internal import Diagnostics
internal import ProductCatalog

/// Decides which pages there are, and makes everything that they share. Pure.
struct SitePlanner {
  let catalog: Catalog
  let theme: Theme
  let date: CalendarDate
  let content: ContentFiles
  /// The content folder's files that aren't text.
  let otherFiles: [String]
  /// A person's own rules of redirection, `static/_redirects`.
  var ownRedirects: SourceFile?
  /// With scheme and host, without a slash at its end.
  let baseURL: String
  let jobs: Int

  /// - Returns: the site, unless a text has errors or two files would go to one path; where its texts' links lead; and
  ///   every problem found.
  func plan() -> (site: Site?, links: ContentLinks, diagnostics: [Diagnostic]) {
    let editions = zip(catalog.site.languages, theme.texts).map { language, texts in
      Edition(catalog: catalog, language: language, texts: texts, baseURL: baseURL)
    }
    let pages = editions.indices.flatMap { self.pages(editions[$0], $0) }
    let statics = staticFiles
    let outputs = OutputPlan(catalog: catalog, editions: editions, pages: pages, staticFiles: statics).files
    let redirects = Redirects(catalog, editions).files(own: ownRedirects)
    let planned = pages + outputs + redirects + theme.assets.files + statics + photos(editions)
    let links = ContentLinks(
      catalog: catalog, editions: editions, content: content, sitePaths: planned.map(\.path).sortedByBytes())
    let (bodies, notes) = Bodies.render(catalog, editions, links, jobs: jobs)
    var diagnostics = notes.compactMap { note in if case .diagnostic(let problem) = note { problem } else { nil } }
    let (files, collisions) = Self.unique(planned + pictures(notes, editions))
    diagnostics += collisions
    guard !diagnostics.hasErrors else { return (nil, links, diagnostics) }
    let site = Site(catalog: catalog, editions: editions, theme: theme, bodies: bodies, date: date, files: files)
    return (site, links, diagnostics)
  }

  private func pages(_ edition: Edition, _ number: Int) -> [SiteFile] {
    contents(edition).map { content in
      SiteFile(
        path: edition.routes.outputPath(of: content), source: .page(PageAddress(edition: number, content: content)))
    }
  }

  /// The page table: every page of a language.
  private func contents(_ edition: Edition) -> [PageContent] {
    var contents: [PageContent] = [.home, .categories, .rwBoard, .centre, .search, .basket, .notFound]
    contents += numbered(edition.products.count) { .products(page: $0) }
    contents += numbered(edition.businesses.count) { .businesses(page: $0) }
    contents += edition.products.map(PageContent.product) + edition.businesses.map(PageContent.business)
    for index in catalog.categories.indices {
      contents += numbered(edition.byCategory[index].count) { .category(CategoryID(index: index), page: $0) }
    }
    for index in catalog.kelurahan.indices {
      contents += numbered(edition.byKelurahan[index].count) { .kelurahan(index, page: $0) }
    }
    for rw in edition.rws {
      contents.append(.rw(rw))
      contents += catalog.categories.topLevel.map { .rwCategory(rw, $0) }.filter(edition.has)
    }
    contents.append(.printCatalog(nil))
    contents += catalog.kelurahan.indices.map(PageContent.printCatalog).filter(edition.has)
    contents += (1...edition.labelPageCount).map(PageContent.printLabels)
    contents += catalog.pages.indices.filter { $0 != catalog.centrePage }.map(PageContent.info).filter(edition.has)
    return contents
  }

  private func numbered(_ count: Int, _ content: (Int) -> PageContent) -> [PageContent] {
    (1...Edition.pageCount(count)).map(content)
  }

  private var staticFiles: [SiteFile] {
    let folder = content.root + "/static/"
    return otherFiles.filter { $0.hasPrefix(folder) }
      .map { SiteFile(path: String($0.dropFirst(folder.count)), source: .copy($0)) }
  }

  private func photos(_ editions: [Edition]) -> [SiteFile] {
    catalog.products.indices.flatMap { index in
      catalog.products[index].photos.map { photo in
        SiteFile(
          path: editions[0].routes.photoPath(product: index, file: photo.file), source: .copy(photo.path))
      }
    }
  }

  /// Pictures that only a text shows.
  private func pictures(_ notes: [Bodies.Note], _ editions: [Edition]) -> [SiteFile] {
    let listed = Set(catalog.products.flatMap { $0.photos.map(\.path) })
    let shown = Set(notes.compactMap { note in if case .picture(let path) = note { path } else { nil } })
    return shown.subtracting(listed).compactMap { path in
      let parts = path.dropFirst(content.root.count + 1).split(separator: "/").map(String.init)
      guard parts.first == "products", parts.count == 3, let product = catalog.productIndex(parts[1]) else {
        return nil
      }
      return SiteFile(path: editions[0].routes.photoPath(product: product, file: parts[2]), source: .copy(path))
    }
  }

  /// Sorted by path; a second file at a path, or a file where a folder has to be, is an error.
  private static func unique(_ files: [SiteFile]) -> (files: [SiteFile], diagnostics: [Diagnostic]) {
    let sorted = files.sorted { precedes($0.path, $1.path) }
    let paths = sorted.map(\.path)
    let collisions = zip(sorted, sorted.dropFirst()).filter { isSame($0.path, $1.path) }
    let blocking = sorted.filter { !$0.isPage && paths.hasSortedFolder($0.path) }
    return (
      sorted,
      collisions.map { .twoFilesAtOnePath($0, $1) } + blocking.map { Diagnostic.fileForFolder($0) }
    )
  }
}
