internal import Diagnostics

/// How the site's addresses compare with the list of those that have been published.
public struct PermalinkReport: Sendable {
  /// The list's path.
  public let path: String
  /// Whether the list was written anew.
  public let isRecorded: Bool
  /// Addresses that the list didn't have.
  public let new: Int
  /// Addresses of the list that the site hasn't.
  public let gone: Int
}

extension PermalinkCheck {
  /// - Returns: `nil` for a site that remembers no addresses and isn't to begin.
  init?(_ site: Site, _ sources: Sources, _ settings: BuildSettings) {
    let new = SourceFile(path: "\(settings.content)/\(Permalinks.fileName)", bytes: [])
    guard let file = sources.permalinks(settings) ?? (settings.acceptsRemovals ? new : nil) else { return nil }
    self.init(
      permalinks: Permalinks(file), acceptsRemovals: settings.acceptsRemovals, site: site,
      content: sources.contentFiles(settings))
  }

  /// Writes the list anew if that is wanted.
  func finish() throws(MachineFailure) -> PermalinkReport {
    if acceptsRemovals { try writeFile(record, to: path) }
    return report
  }
}
