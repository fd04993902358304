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

  /// From files to the site; every problem of every stage that could be reached.
  func plan(_ settings: BuildSettings) -> (site: Site?, diagnostics: [Diagnostic]) {
    let files = ContentFiles(root: settings.content, texts: content.files.map(\.path), others: content.otherPaths)
    let options = LoadOptions(date: settings.date, includeDrafts: settings.includeDrafts, jobs: settings.jobs)
    let source = CatalogSource(files: content.files, otherPaths: content.otherPaths, root: settings.content)
    let (catalog, contentProblems) = CatalogLoader.load(source, options: options)
    var diagnostics = content.diagnostics + templates.diagnostics + contentProblems

    let baseURL = settings.baseURL ?? catalog?.site.baseURL ?? ""
    let look = Theme.Sources(root: settings.templates, files: templates.files)
    let languages = catalog?.site.languages.map(\.code) ?? look.languages
    let (theme, themeProblems) = Theme.load(look, languages: languages, baseURL: baseURL)
    diagnostics += themeProblems

    guard let catalog, let theme else {
      return (nil, diagnostics + Bodies.check(content.files, files, jobs: settings.jobs))
    }
    let planner = SitePlanner(
      catalog: catalog, theme: theme, date: settings.date, content: files, otherFiles: content.otherPaths,
      baseURL: baseURL, jobs: settings.jobs)
    let (site, planProblems) = planner.plan()
    return (site, diagnostics + planProblems)
  }

  private static func contentReader(_ settings: BuildSettings) throws(MachineFailure) -> ProjectReader {
    try ProjectReader(folder: settings.content) { path in
      (path.hasSuffix(".md") || path.hasSuffix(".yaml")) && !path.hasPrefix("static/")
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
