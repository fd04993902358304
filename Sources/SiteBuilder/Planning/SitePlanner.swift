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
  var photos: PhotoLibrary
  /// Whether the search indexes are made now, rather than when they are first asked for.
  let makesSearchIndexes: Bool
  let jobs: Int

  /// What came of planning.
  struct Outcome {
    /// `nil` when a text has errors, two files would go to one path, or pictures are missing.
    var site: Site?
    /// Where the texts' links lead.
    var links: ContentLinks
    /// Pictures that texts show.
    var pictures: Set<String>
    var diagnostics: [Diagnostic] = []
    /// Pictures that texts show and `photos` lacks: with them in it, planning has to be done again.
    var missingPictures: [String] = []
  }

  func plan() -> Outcome {
    let editions = zip(catalog.site.languages, theme.texts).map { language, texts in
      Edition(catalog: catalog, language: language, texts: texts, baseURL: baseURL, jobs: jobs)
    }
    let planned = files(editions).sortedByPath()
    let links = ContentLinks(
      catalog: catalog, editions: editions, content: content, photos: photos,
      sitePaths: planned.map(\.path))
    let search = SearchIndexes(catalog: catalog, editions: editions, photos: photos)
    let ((bodies, notes), _) = inParallel(jobs: jobs) {
      Bodies.render(catalog, editions, links, jobs: jobs)
    } _: {
      if makesSearchIndexes { _ = search.made }
    }
    let pictures = Set(notes.compactMap { note in if case .picture(let path) = note { path } else { nil } })
    var outcome = Outcome(links: links, pictures: pictures)
    outcome.missingPictures = pictures.filter { photos.result($0) == nil }.sorted(by: precedes)
    guard outcome.missingPictures.isEmpty else { return outcome }
    outcome.diagnostics = notes.compactMap { note in if case .diagnostic(let problem) = note { problem } else { nil } }
    let (shared, (unique, coverage)) = inParallel(jobs: jobs) {
      editions.indices.map { number in
        SharedValues(
          catalog: catalog, editions: editions, number: number, bodies: bodies, photos: photos, jobs: jobs)
      }
    } _: {
      (
        Self.unique(planned + photos.files(of: catalog.products.flatMap { $0.photos.map(\.path) } + pictures)),
        Coverage(catalog)
      )
    }
    outcome.diagnostics += unique.diagnostics + photos.diagnostics(catalog.products)
    guard !outcome.diagnostics.hasErrors else { return outcome }
    outcome.site = Site(
      catalog: catalog, editions: editions, theme: theme, bodies: bodies, photos: photos, search: search,
      shared: shared, coverage: coverage, date: date, files: unique.files)
    return outcome
  }

  /// All files but those made of photos.
  private func files(_ editions: [Edition]) -> [SiteFile] {
    var files = editions.indices.flatMap { pages(editions[$0], $0) }
    let statics = staticFiles
    files += OutputPlan(catalog: catalog, editions: editions, pages: files, staticFiles: statics).files
    files += Redirects(catalog, editions).files(own: ownRedirects)
    files += theme.assets.files
    files += statics
    return files
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
    // By slug, which leaves little to sort.
    contents += catalog.products.indices.map(PageContent.product).filter(edition.has)
    contents += edition.businesses.map(PageContent.business)
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

  /// Sorted by path; a second file at a path, or a file where a folder has to be, is an error.
  private static func unique(_ files: [SiteFile]) -> (files: [SiteFile], diagnostics: [Diagnostic]) {
    let sorted = files.sortedByPath()
    let paths = sorted.map(\.path)
    // What is in a folder of a file's name begins with that name, and so does all that is sorted between the two.
    let suspects = paths.indices.dropLast().filter { begins(paths[$0 + 1], with: paths[$0]) }
    let collisions = suspects.filter { isSame(paths[$0], paths[$0 + 1]) }
    let blocking = suspects.filter { !sorted[$0].isPage && paths.hasSortedFolder(paths[$0]) }
    return (
      sorted,
      collisions.map { .twoFilesAtOnePath(sorted[$0], sorted[$0 + 1]) }
        + blocking.map { .fileForFolder(sorted[$0]) }
    )
  }
}
