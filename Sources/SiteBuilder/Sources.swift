internal import Diagnostics
internal import ProductCatalog

/// The project's files in memory. All lists ascend by path.
struct Sources: Sendable {
  private var content: ProjectReader.Contents
  private var templates: ProjectReader.Contents

  /// Reads the whole project.
  static func read(_ settings: BuildSettings) throws(MachineFailure) -> Sources {
    let content = try contentReader(settings).read(jobs: settings.jobs)
    let templates = try templateReader(settings).read(jobs: settings.jobs)
    return Sources(content: content, templates: templates)
  }

  /// From files to the site, with every problem of every stage that could be reached.
  /// - Parameters:
  ///   - earlier: the plan of an earlier reading, of which what still holds is taken over.
  ///   - isForAllFiles: whether every file of the site is going to be rendered.
  func plan(_ settings: BuildSettings, reusing earlier: Plan? = nil, isForAllFiles: Bool = false) -> Plan {
    let options = LoadOptions(date: settings.date, includeDrafts: settings.includeDrafts, jobs: settings.jobs)
    let source = CatalogSource(files: content.files, otherPaths: content.otherPaths, root: settings.content)
    let (site, look) = (source.siteSettings, look(settings))
    let languages = site?.languages.map(\.code) ?? look.languages
    let baseURL = settings.baseURL ?? site?.baseURL ?? ""
    // Each keeps only one thread busy for a part of its time.
    let (loaded, (theme, files)) = inParallel(jobs: settings.jobs) {
      LoadedContent(source, options: options, reusing: earlier?.content)
    } _: {
      (Theme.load(look, languages: languages, baseURL: baseURL, jobs: settings.jobs), contentFiles(settings))
    }
    var plan = Plan(content: loaded)
    plan.problems = content.diagnostics + templates.diagnostics + theme.diagnostics
    makeSite(of: &plan, theme.theme, files, baseURL: baseURL, settings, isForAllFiles)
    // A file that can't be read keeps the site from being made, even if nothing else asks for the file.
    if plan.problems.hasErrors { plan.site = nil }
    return plan
  }

  private func makeSite(
    of plan: inout Plan, _ theme: Theme?, _ files: ContentFiles, baseURL: String, _ settings: BuildSettings,
    _ isForAllFiles: Bool
  ) {
    let catalog = plan.content.catalog
    do throws(MachineFailure) {
      let photos = ProjectPhotos(content.otherPaths, settings.photos, jobs: settings.jobs)
      let library = try catalog.map { catalog throws(MachineFailure) in
        try photos?.develop(for: catalog.products, baseURL: baseURL) ?? .none
      }
      guard let catalog, let library, let theme else {
        plan.problems += Bodies.check(content.files, files, jobs: settings.jobs)
        if let catalog, let library { plan.problems += library.diagnostics(catalog.products) }
        return
      }
      let planner = SitePlanner(
        catalog: catalog, theme: theme, date: settings.date, content: files, otherFiles: content.otherPaths,
        ownRedirects: content.text(at: "\(settings.content)/static/\(Redirects.rulesName)"), baseURL: baseURL,
        photos: library, makesSearchIndexes: isForAllFiles, jobs: settings.jobs)
      let planned = try Self.planned(planner, photos)
      plan.problems += planned.diagnostics
      (plan.site, plan.links) = (planned.site, planned.links)
    } catch {
      plan.failure = error
      plan.problems.append(.projectUnreadable(settings.content, error))
    }
  }

  /// What the planner makes, once it has all pictures that texts show.
  private static func planned(
    _ planner: SitePlanner, _ photos: ProjectPhotos?
  ) throws(MachineFailure) -> SitePlanner.Outcome {
    var (planner, planned) = (planner, planner.plan())
    if let photos, !planned.missingPictures.isEmpty {
      planner.photos = try photos.develop(planned.missingPictures, besides: planner.photos)
      planned = planner.plan()
    }
    photos?.finish(planner.catalog.products, planned.pictures)
    return planned
  }

  private func look(_ settings: BuildSettings) -> Theme.Sources {
    Theme.Sources(root: settings.templates, files: templates.files)
  }

  func contentFiles(_ settings: BuildSettings) -> ContentFiles {
    ContentFiles(root: settings.content, texts: content.files.map(\.path), others: content.otherPaths)
  }

  /// The list of published addresses, if there is one.
  func permalinks(_ settings: BuildSettings) -> SourceFile? {
    content.text(at: "\(settings.content)/\(Permalinks.fileName)")
  }

  /// Reads the content only.
  /// - Returns: the catalog without a site around it; and every problem of its files.
  static func readCatalog(
    _ settings: BuildSettings
  ) throws(MachineFailure) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    let content = try contentReader(settings).read(jobs: settings.jobs)
    let options = LoadOptions(date: settings.date, includeDrafts: settings.includeDrafts, jobs: settings.jobs)
    let source = CatalogSource(files: content.files, otherPaths: content.otherPaths, root: settings.content)
    let (catalog, diagnostics) = CatalogLoader.load(source, options: options)
    return (catalog, content.diagnostics + diagnostics)
  }

  private static func contentReader(_ settings: BuildSettings) throws(MachineFailure) -> ProjectReader {
    try ProjectReader(folder: settings.content) { path in
      (path.hasSuffix(".md") || path.hasSuffix(".yaml")) && !path.hasPrefix("static/")
        || path == Permalinks.fileName || path == "static/\(Redirects.rulesName)"
    }
  }

  private static func templateReader(_ settings: BuildSettings) throws(MachineFailure) -> ProjectReader {
    try ProjectReader(folder: settings.templates) { _ in true }
  }
}

/// Reading again what has changed.
extension Sources {
  /// More paths than this are not read one by one.
  private static let mostPaths = 200

  /// Reads what lies at these paths now, or everything.
  /// - Returns: the paths at which the project differs from before, and the given ones of files that aren't text: their
  ///   bytes aren't known.
  mutating func reread(_ paths: [String]?, _ settings: BuildSettings) throws(MachineFailure) -> [String] {
    guard let paths, paths.count <= Self.mostPaths else {
      let old = self
      self = try Self.read(settings)
      let known = content.otherPaths + templates.otherPaths
      return content.changes(since: old.content) + templates.changes(since: old.templates)
        + (paths.map { paths in paths.filter(known.sortedByBytes().containsSorted) } ?? known)
    }
    let (contentReader, templateReader) = (try Self.contentReader(settings), try Self.templateReader(settings))
    // What is wrong with a file itself may change from outside: a link's target, a folder's permissions.
    let wrong = (content.diagnostics + templates.diagnostics).map(\.location.file.path)
    return (paths + wrong).flatMap { content.reread($0, contentReader) + templates.reread($0, templateReader) }
  }
}

/// Planning again after an edit.
extension Sources {
  /// Brings a plan up to date with these sources.
  /// - Parameter changed: the paths at which they differ from those that it was made of.
  func replan(_ plan: inout Plan, _ changed: [String], _ settings: BuildSettings) {
    if !settings.isStrict, let site = plan.site {
      if changed.count == 1, let file = content.text(at: changed[0]), plan.replaceProduct(with: file, in: site) {
        return
      }
      let (templates, strings) = (settings.templates + "/", settings.templates + "/strings/")
      if changed.allSatisfy({ $0.hasPrefix(templates) && !$0.hasPrefix(strings) }), plan.hasOnlyTextProblems {
        let baseURL = settings.baseURL ?? site.catalog.site.baseURL
        let languages = site.catalog.site.languages.map(\.code)
        let (theme, problems) = Theme.load(
          look(settings), languages: languages, baseURL: baseURL, jobs: settings.jobs)
        if let theme, problems.isEmpty { return plan.site = Site(site, theme: theme) }
      }
    }
    plan = self.plan(settings, reusing: plan)
  }
}
