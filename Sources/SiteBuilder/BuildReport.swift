/// What a build did, in numbers.
public struct BuildReport: Sendable, Encodable {
  /// HTML pages that the site, or the shard, has.
  public let pages: Int
  /// Files whose bytes differed from what was there.
  public let written: Int
  public let unchanged: Int
  /// Files of the build before that are gone.
  public let deleted: Int
  /// Pictures among the files.
  public let images: Int
  public let seconds: Double

  init(_ files: [SiteFile], _ outcome: SiteWriter.Outcome, elapsed: Duration) {
    pages = files.count(where: \.isPage)
    (written, unchanged, deleted) = (outcome.written, outcome.unchanged, outcome.deleted)
    images = files.count(where: \.isPicture)
    let milliseconds = elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000
    seconds = Double(milliseconds) / 1000
  }
}
