public import Diagnostics
internal import TemplateEngine

/// The website in memory, kept up to date with its files: pages are rendered when they are asked for, by the same `Site`
/// that a build writes.
///
///     let live = LiveSite(settings)
///     live.refresh(.everything)
///     live.answer("/produk/getuk/")
///     live.refresh(.paths(["content/products/getuk/index.md"]))
///
/// A mistake in the files never takes the site away: the last one without errors stays, and the last state of a page that
/// can't be rendered any more.
public final class LiveSite {
  /// What may have changed on the disk.
  public enum Changes: Sendable {
    case everything
    /// Files and folders that are new, changed or gone, by their paths from the project's folder.
    case paths([String])
  }

  private let settings: BuildSettings
  /// `nil` before the first reading, and while a folder can't be read.
  private var sources: Sources?
  private var plan: Plan?
  private(set) var site: Site?
  /// The site before, until it is known that every page of this one can be rendered.
  private var lastGood: Site?
  /// The site before those: taking a large one apart can wait until nobody asks for anything.
  private var retired: Site?
  /// Made when asked for: a large catalog has many warnings.
  private var knownDiagnostics: [Diagnostic]?
  /// Whether the list of published addresses has errors.
  private var hasWrongPermalinks = false
  /// Whether anything is wrong now that keeps the site from being made.
  public private(set) var hasErrors = false
  /// Counts the sites that there have been; 0 while there was none without errors.
  public private(set) var version = 0
  /// The address of a copied file → the version since which it has its bytes. Files that never changed are left out.
  public private(set) var changedCopies: [String: Int] = [:]
  private var pageList: [LivePage]?
  /// The first of the site's files that nobody has tried to render yet; `nil` when all of them can be, or some failed.
  private var nextUnchecked: Int?
  /// Pages that can't be rendered, as far as that is known.
  private var failures: [Diagnostic] = []
  /// Whether the site has such pages. It still has them when newer files have other errors, which hide these.
  private var hasFailingPages = false

  public init(_ settings: BuildSettings) { self.settings = settings.tidied }

  /// What is wrong now, in the order of display.
  public var diagnostics: [Diagnostic] {
    if let knownDiagnostics { return knownDiagnostics }
    let diagnostics = settings.judged((plan?.diagnostics ?? []) + permalinkProblems + failures)
    knownDiagnostics = diagnostics
    return diagnostics
  }

  /// What keeps the site, or a page of it, from being made now.
  public var errors: [Diagnostic] {
    hasErrors || !failures.isEmpty ? diagnostics.filter { $0.severity == .error } : []
  }

  /// What a build would say of addresses that have been published and are gone.
  private var permalinkProblems: [Diagnostic] {
    guard let site = plan?.site, let sources else { return [] }
    return PermalinkCheck(site, sources, settings)?.diagnostics ?? []
  }

  /// The folders that the site is made from.
  public var folders: [String] { [settings.content, settings.templates] }

  /// Whether what lies at a path of the project doesn't matter to the site.
  public func passesOver(_ path: String) -> Bool {
    folders.allSatisfy { ProjectReader.passesOver(path, in: $0) }
  }

  /// The path of the site's address: `` or, for a site in a folder, `/etalase`.
  public var basePath: String { site?.basePath ?? "" }

  /// Reads what changed, and makes the site anew unless that has errors.
  /// - Returns: whether anything differs from before: the site, or what is wrong with it.
  @discardableResult
  public func refresh(_ changes: Changes) -> Bool {
    let changed: [String]
    do throws(MachineFailure) {
      guard let known = try reread(changes) else { return false }
      changed = known
    } catch {
      (sources, plan, failures) = (nil, nil, [])
      let problem = Diagnostic.projectUnreadable(settings.content, error)
      defer { (knownDiagnostics, hasErrors) = ([problem], true) }
      return knownDiagnostics?.map(\.message) != [problem.message]
    }
    plan(changed)
    return true
  }

  /// - Returns: the paths that differ from before; `nil` when there are none.
  private func reread(_ changes: Changes) throws(MachineFailure) -> [String]? {
    guard var known = sources else {
      sources = try Sources.read(settings)
      return []
    }
    let paths: [String]? = if case .paths(let paths) = changes { paths } else { nil }
    // Not held twice while it changes: it is then changed in place.
    sources = nil
    let changed = try known.reread(paths, settings)
    sources = known
    return changed.isEmpty ? nil : changed
  }

  private func plan(_ changed: [String]) {
    guard let sources else { return }
    if var plan {
      // Not held twice while it changes: it is then changed in place.
      self.plan = nil
      sources.replan(&plan, changed, settings)
      self.plan = plan
    } else {
      plan = sources.plan(settings)
    }
    (knownDiagnostics, failures) = (nil, [])
    if changed.isEmpty || changed.contains("\(settings.content)/\(Permalinks.fileName)") {
      hasWrongPermalinks = sources.permalinks(settings).map { Permalinks($0).diagnostics.hasErrors } ?? false
    }
    hasErrors = settings.isStrict ? diagnostics.hasErrors : plan?.site == nil || hasWrongPermalinks
    guard !hasErrors, let planned = plan?.site else { return }
    // A site that is known to have pages that fail doesn't take a better one's place.
    if !hasFailingPages { (retired, lastGood) = (lastGood, site) }
    hasFailingPages = false
    (site, version, pageList, nextUnchecked) = (planned, version + 1, nil, 0)
    for path in changed {
      for address in planned.addresses(ofCopy: path) { changedCopies[address] = version }
    }
  }
}

/// What a site answers.
extension LiveSite {
  /// What is sent for an address.
  public enum Answer {
    /// A page's HTML.
    case page([UInt8])
    case bytes([UInt8])
    case file(RegularFile)
    /// The address that was meant: a folder's, with its slash.
    case redirect(String)
    /// The page is there but can't be rendered, and never could.
    case failed(Diagnostic)
  }

  /// What is at an address, given as its path without any percent-encoding. Only the site's own files are ever looked
  /// up: no path that a visitor sends reaches the disk.
  /// - Returns: `nil` when the site has nothing there.
  public func answer(_ path: String) -> Answer? {
    guard let site, let place = site.place(of: path) else { return nil }
    let filePath = place.isEmpty || place.hasSuffix("/") ? place + "index.html" : place
    if let file = site.file(at: filePath) { return answer(file, in: site) }
    let isFolder = site.file(at: place + "/index.html") != nil
    return isFolder && !place.isEmpty ? .redirect(site.address(of: place + "/")) : nil
  }

  /// The page for addresses that lead nowhere, in the language of the folder.
  public func notFoundPage(for path: String) -> Answer? {
    guard let site, var place = site.place(of: path)?[...] else { return nil }
    while true {
      let folder = place.lastIndex(of: "/").map { place[...$0] } ?? ""
      if let file = site.file(at: folder + "404.html") { return answer(file, in: site) }
      guard !folder.isEmpty else { return nil }
      place = folder.dropLast()
    }
  }

  private func answer(_ file: SiteFile, in site: Site) -> Answer? {
    switch file.source {
    case .bytes(let bytes): return .bytes(bytes)
    case .picture(let photo, let number):
      return (try? settings.photos?.bytes(of: photo.photo.files[number], in: photo.photo)).map(Answer.bytes)
    case .output(let output):
      var buffer = OutputBuffer()
      site.render(output, into: &buffer)
      return .bytes(buffer.withUnsafeBytes(Array.init))
    case .copy(let path):
      guard path.utf8.starts(with: (settings.content + "/").utf8) else { return nil }
      let inner = String(Substring(path.utf8.dropFirst(settings.content.utf8.count + 1)))
      return (try? RegularFile(inner, below: settings.content)).map(Answer.file)
    case .page(let page):
      do throws(RenderFailure) {
        return .page(try site.rendered(page))
      } catch {
        add(error.diagnostic)
        let page = lastGood?.file(at: file.path)?.page
        return page.flatMap { page in (try? lastGood?.rendered(page)).map(Answer.page) } ?? .failed(error.diagnostic)
      }
    case .redirect(let redirect):
      var buffer = OutputBuffer()
      return (try? site.render(redirect, into: &buffer)).map { .bytes(buffer.withUnsafeBytes(Array.init)) }
    }
  }
}

extension Site {
  fileprivate func rendered(_ page: PageAddress) throws(RenderFailure) -> [UInt8] {
    var buffer = OutputBuffer(capacity: 1 << 16)
    try render(page, into: &buffer)
    return buffer.withUnsafeBytes(Array.init)
  }
}

/// Finding what only rendering shows, before anybody asks for the page.
extension LiveSite {
  /// Failures that are looked for; most are those of one template.
  private static let mostFailures = 100

  /// How many mistakes are known that only rendering shows.
  public var failureCount: Int { failures.count }

  /// Lets go of what an edit has replaced.
  public func tidyUp() { retired = nil }

  /// Whether there are pages that nobody has tried to render.
  public var hasUncheckedPages: Bool { nextUnchecked != nil }

  /// Renders pages for a while. What is found to be wrong is among `errors` then.
  public func checkPages(for duration: Duration) {
    guard let site, var next = nextUnchecked else { return }
    let end = ContinuousClock.now + duration
    var buffer = OutputBuffer(capacity: 1 << 16)
    while next < site.files.count, failures.count < Self.mostFailures, ContinuousClock.now < end {
      if let page = site.files[next].page, !page.content.holdsWholeCatalog {
        buffer.removeAll(keepingCapacity: true)
        do throws(RenderFailure) { try site.render(page, into: &buffer) } catch { add(error.diagnostic) }
      }
      next += 1
    }
    nextUnchecked = next == site.files.count || failures.count == Self.mostFailures ? nil : next
    if nextUnchecked == nil, !hasFailingPages { lastGood = nil }
  }

  /// Pages of one template fail at the same place: that is one failure.
  private func add(_ failure: Diagnostic) {
    hasFailingPages = true
    let isKnown = failures.contains { known in
      known.location.range == failure.location.range && known.message == failure.message
        && isSame(known.location.file.path, failure.location.file.path)
    }
    guard !isKnown else { return }
    failures.append(failure)
    knownDiagnostics = nil
  }
}

extension PageContent {
  /// Whether making it takes longer than a reader of another page should wait: search pages have their indexes made.
  fileprivate var holdsWholeCatalog: Bool { self == .search || isForPrint }
}

/// What is known of the pages.
extension LiveSite {
  /// All pages: language by language, the default one first, in the order of their addresses.
  public var pages: [LivePage] {
    if let pageList { return pageList }
    let pages = site?.livePages ?? []
    pageList = pages
    return pages
  }

  /// The page at an address.
  public func page(at path: String) -> LivePage? {
    guard let site, let place = site.place(of: path) else { return nil }
    let file = site.file(at: place.isEmpty || place.hasSuffix("/") ? place + "index.html" : place)
    guard let page = file?.page else { return nil }
    return site.livePage(page)
  }
}
