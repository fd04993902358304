internal import Diagnostics
internal import Glibc
public import Imaging
internal import ProductCatalog

/// What a build depends on besides the files of the project. Nothing else does it depend on: no clock, no environment.
///
///     var settings = BuildSettings(day: "2026-11-24", jobs: 2)!
///     settings.output = "public"
public struct BuildSettings: Sendable {
  /// Folders, from the current one.
  public var content = "content"
  public var templates = "templates"
  public var output = "public"
  /// Makes what pages show of photos. Without it there are no photos.
  public var photos: PhotoStore?
  /// Stands in for `base_url` of `site.yaml`, to publish the same content elsewhere.
  public var baseURL: String?
  public var includeDrafts = false
  /// Writes the list of published addresses anew, without those that are gone.
  public var acceptsRemovals = false
  /// Writes compressed companions beside text files.
  public var precompresses = false
  /// Warnings count as errors.
  public var isStrict = false
  /// The day that counts as today.
  let date: CalendarDate
  public var shard: Shard?
  /// Threads, at least 1. The result does not depend on it.
  public var jobs: Int
  /// Where developed photos are kept, if not in the usual place.
  public var cacheFolder: String?
  /// The user's home folder, which is never written to as a whole.
  public var home: String?

  /// - Parameter day: `YYYY-MM-DD`; anything else gives `nil`.
  public init?(day: String, jobs: Int) {
    guard let date = CalendarDate(iso: day) else { return nil }
    self.date = date
    self.jobs = jobs
  }

  /// An address that a site can be published at, as `baseURL` wants it: without a slash at its end.
  /// - Returns: `nil` for anything that is not one.
  public static func baseURL(from text: String) -> String? { SiteSettings.baseURL(from: text) }

  /// One of several parts of the site, for machines that share a build. Parts don't overlap; together they are all.
  public struct Shard: Sendable, Hashable {
    /// From 1.
    public let number: Int
    public let count: Int

    /// Reads `2/3`.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let number = parts[0], let count = parts[1], count >= 1, (1...count).contains(number)
      else { return nil }
      self.number = number
      self.count = count
    }

    func contains(_ path: String) -> Bool { stableHash(path.utf8) % UInt64(count) == UInt64(number - 1) }
  }
}

extension BuildSettings {
  /// The same settings with the folders' paths as they stand in messages.
  var tidied: BuildSettings {
    var settings = self
    settings.content = Self.tidied(content)
    settings.templates = Self.tidied(templates)
    return settings
  }

  /// The problems in the order of display, as serious as these settings take them.
  func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let sorted = diagnostics.sortedForDisplay()
    guard isStrict else { return sorted }
    return sorted.map { diagnostic in
      var judged = diagnostic
      judged.severity = .error
      return judged
    }
  }

  /// Where developed photos are kept; if nothing else is said, `.etalase` in the folder that the content folder lies in.
  public var cache: String {
    if let cacheFolder { return cacheFolder }
    let content = tidied.content
    guard let slash = content.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ".etalase" }
    return content[...slash] + ".etalase"
  }

  /// Why the folders can't be used as they are meant to be, or `nil`.
  /// - Parameter writes: whether the website is going to be written.
  public func wrongFolder(writes: Bool) -> MachineFailure? {
    let settings = tidied
    if writes {
      let reason = OutputSafety.reason(
        output: settings.output, content: settings.content, templates: settings.templates, home: home)
      if let reason { return MachineFailure(.unsafeOutput(settings.output, reason), isWrongArgument: true) }
    }
    let reason = OutputSafety.reason(
      cache: cache, content: settings.content, templates: settings.templates, output: settings.output)
    return reason.map { MachineFailure(.unsafeCache(cache, $0), isWrongArgument: true) }
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
