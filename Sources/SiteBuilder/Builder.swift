public import Diagnostics
internal import Glibc
internal import ProductCatalog

/// Builds the website: read → load → validate → plan → render → write, in that order and nothing else.
///
///     let result = try Builder(settings).build()
///     print(result.report.map { "\($0.pages) pages" } ?? "nothing was written")
public struct Builder: Sendable {
  private var settings: BuildSettings

  public init(_ settings: BuildSettings) {
    self.settings = settings
    self.settings.content = Self.tidied(settings.content)
    self.settings.templates = Self.tidied(settings.templates)
  }

  /// What came of a build.
  public struct Result: Sendable {
    /// In the order of display.
    public let diagnostics: [Diagnostic]
    /// `nil` when there were errors; then nothing was written.
    public let report: BuildReport?
    /// What was built, so that a process that ends anyway need not take it apart first.
    private let site: Site?

    init(diagnostics: [Diagnostic], report: BuildReport?, site: Site? = nil) {
      (self.diagnostics, self.report, self.site) = (diagnostics, report, site)
    }
  }

  /// Writes the website.
  /// - Throws: when the machine fails (permission, full disk) or the output folder is not fit to be one.
  public func build() throws(MachineFailure) -> Result {
    let reason = OutputSafety.reason(
      output: settings.output, content: settings.content, templates: settings.templates, home: settings.home)
    if let reason { throw MachineFailure(.unsafeOutput(settings.output, reason)) }
    return try run { writer throws(MachineFailure) in try writer.write(to: settings.output) }
  }

  /// Does everything but writing.
  public func check() throws(MachineFailure) -> Result {
    try run { writer throws(MachineFailure) in (SiteWriter.Outcome(), try writer.renderOnly()) }
  }

  private func run(
    _ finish: (SiteWriter) throws(MachineFailure) -> (outcome: SiteWriter.Outcome, diagnostics: [Diagnostic])
  ) throws(MachineFailure) -> Result {
    let start = ContinuousClock.now
    let sources = try Sources.read(settings)
    let (site, problems) = plan(sources)
    let diagnostics = judged(problems)
    guard let site, !diagnostics.hasErrors else { return Result(diagnostics: diagnostics, report: nil) }

    let all = site.allFiles
    let files = settings.shard.map { shard in all.filter { shard.contains($0.path) } } ?? all
    let finished = try finish(SiteWriter(site: site, allFiles: all, files: files, jobs: settings.jobs))
    guard finished.diagnostics.isEmpty else {
      return Result(diagnostics: judged(problems + finished.diagnostics), report: nil)
    }
    return Result(
      diagnostics: diagnostics, report: BuildReport(files, finished.outcome, elapsed: ContinuousClock.now - start),
      site: site)
  }

  /// From files to the site; every problem of every stage that could be reached.
  private func plan(_ sources: Sources) -> (site: Site?, diagnostics: [Diagnostic]) {
    let content = ContentFiles(
      root: settings.content, texts: sources.content.files.map(\.path), others: sources.content.otherPaths)
    let options = LoadOptions(date: settings.date, includeDrafts: settings.includeDrafts, jobs: settings.jobs)
    let (catalog, contentProblems) = CatalogLoader.load(sources.catalogSource, options: options)
    var diagnostics = sources.diagnostics + contentProblems

    let baseURL = settings.baseURL ?? catalog?.site.baseURL ?? ""
    let languages = catalog?.site.languages.map(\.code) ?? sources.theme.languages
    let (theme, themeProblems) = Theme.load(sources.theme, languages: languages, baseURL: baseURL)
    diagnostics += themeProblems

    guard let catalog, let theme else {
      return (nil, diagnostics + Bodies.check(sources.content.files, content, jobs: settings.jobs))
    }
    let planner = SitePlanner(
      catalog: catalog, theme: theme, date: settings.date, content: content, otherFiles: sources.content.otherPaths,
      baseURL: baseURL, jobs: settings.jobs)
    let (site, planProblems) = planner.plan()
    return (site, diagnostics + planProblems)
  }

  private func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let sorted = diagnostics.sortedForDisplay()
    guard settings.isStrict else { return sorted }
    return sorted.map { diagnostic in
      var judged = diagnostic
      judged.severity = .error
      return judged
    }
  }

  /// `content` for `./content/`; a path below the current folder as seen from it.
  private static func tidied(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    while path.hasPrefix("./"), path.count > 2 {
      path.removeFirst(2)
      while path.count > 1, path.hasPrefix("/") { path.removeFirst() }
    }
    guard path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    let folder = String(cString: current) + "/"
    return path.hasPrefix(folder) && path.count > folder.count ? String(path.dropFirst(folder.count)) : path
  }
}

/// The project's files in memory.
private struct Sources {
  let content: ProjectReader.Contents
  let theme: Theme.Sources
  let diagnostics: [Diagnostic]
  private let root: String

  static func read(_ settings: BuildSettings) throws(MachineFailure) -> Sources {
    let content = try ProjectReader(folder: settings.content) { path in
      (path.hasSuffix(".md") || path.hasSuffix(".yaml")) && !path.hasPrefix("static/")
    }.read(jobs: settings.jobs)
    let templates = try ProjectReader(folder: settings.templates) { _ in true }.read(jobs: settings.jobs)
    let files = templates.files.sorted { precedes($0.path, $1.path) }
    return Sources(
      content: content, theme: Theme.Sources(root: settings.templates, files: files),
      diagnostics: content.diagnostics + templates.diagnostics, root: settings.content)
  }

  var catalogSource: CatalogSource {
    CatalogSource(files: content.files, otherPaths: content.otherPaths, root: root)
  }
}
