public import Diagnostics
internal import ProductCatalog

/// Builds the website: read → load → validate → plan → render → write, in that order and nothing else.
///
///     let result = try Builder(settings).build()
///     print(result.report.map { "\($0.pages) pages" } ?? "nothing was written")
public struct Builder: Sendable {
  let settings: BuildSettings

  public init(_ settings: BuildSettings) { self.settings = settings.tidied }

  /// What came of a build.
  public struct Result: Sendable {
    /// In the order of display.
    public let diagnostics: [Diagnostic]
    /// `nil` when there were errors; then nothing was written.
    public let report: BuildReport?
    /// `nil` when there were errors, and for a site that remembers no addresses.
    public let permalinks: PermalinkReport?
    /// What was built, and of what, so that a process that ends anyway need not take it apart first.
    private let remains: (Sources, Plan)?

    fileprivate init(
      diagnostics: [Diagnostic], report: BuildReport?, permalinks: PermalinkReport? = nil,
      remains: (Sources, Plan)? = nil
    ) {
      (self.diagnostics, self.report, self.permalinks, self.remains) = (diagnostics, report, permalinks, remains)
    }
  }

  /// Writes the website.
  /// - Throws: when the machine fails (permission, full disk) or the output folder is not fit to be one.
  public func build() throws(MachineFailure) -> Result {
    if let problem = settings.wrongFolder(writes: true) { throw problem }
    return try run { writer throws(MachineFailure) in try writer.write(to: settings.output) }
  }

  /// Does everything but writing the website.
  public func check() throws(MachineFailure) -> Result {
    if let problem = settings.wrongFolder(writes: false) { throw problem }
    return try run { writer throws(MachineFailure) in (SiteWriter.Outcome(), try writer.renderOnly()) }
  }

  private func run(
    _ finish: (SiteWriter) throws(MachineFailure) -> (outcome: SiteWriter.Outcome, diagnostics: [Diagnostic])
  ) throws(MachineFailure) -> Result {
    let start = ContinuousClock.now
    let sources = try Sources.read(settings)
    let plan = sources.plan(settings, isForAllFiles: true)
    if let failure = plan.failure { throw failure }
    let permalinks = plan.site.flatMap { PermalinkCheck($0, sources, settings) }
    var problems = plan.diagnostics
    problems += permalinks?.diagnostics ?? []
    let (diagnostics, all) = inParallel(jobs: settings.jobs) {
      settings.judged(problems)
    } _: {
      plan.site?.allFiles ?? []
    }
    guard let site = plan.site, !diagnostics.hasErrors else { return Result(diagnostics: diagnostics, report: nil) }

    let files = settings.shard.map { shard in all.filter { shard.contains($0.path) } } ?? all
    let writer = SiteWriter(
      site: site, allFiles: all, files: files, photos: settings.photos, precompresses: settings.precompresses,
      jobs: settings.jobs)
    let finished = try finish(writer)
    guard finished.diagnostics.isEmpty else {
      return Result(diagnostics: settings.judged(problems + finished.diagnostics), report: nil)
    }
    return Result(
      diagnostics: diagnostics, report: BuildReport(files, finished.outcome, elapsed: ContinuousClock.now - start),
      permalinks: try permalinks?.finish(), remains: (sources, plan))
  }
}
