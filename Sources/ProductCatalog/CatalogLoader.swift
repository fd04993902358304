public import Diagnostics

/// The files of a content folder, as its reader found them.
public struct CatalogSource: Sendable {
  /// The text files, in any order; paths begin with `root`.
  public var files: [SourceFile]
  /// The paths of the other regular files: photos and what is copied verbatim.
  public var otherPaths: [String]
  /// The content folder's path, such as `content`.
  public var root: String

  public init(files: [SourceFile], otherPaths: [String] = [], root: String = "content") {
    self.files = files
    self.otherPaths = otherPaths
    self.root = root
  }
}

/// What the loading of a catalog depends on besides its files.
public struct LoadOptions: Sendable {
  /// The day that counts as today.
  public var date: CalendarDate
  /// Keeps what is marked `draft: true`.
  public var includeDrafts: Bool
  /// How many threads may work; the result does not depend on it.
  public var jobs: Int

  public init(date: CalendarDate, includeDrafts: Bool = false, jobs: Int = 1) {
    self.date = date
    self.includeDrafts = includeDrafts
    self.jobs = jobs
  }
}

/// Turns content files into a catalog, or into everything that is wrong with them.
///
///     let source = CatalogSource(files: [SourceFile(path: "content/site.yaml", text: "name: …")])
///     let (catalog, diagnostics) = CatalogLoader.load(source, options: LoadOptions(date: today))
public enum CatalogLoader {
  /// - Returns: the catalog, `nil` exactly when a diagnostic is an error; diagnostics in the order of display.
  /// - Complexity: O(bytes); about 10 µs for a product's file.
  public static func load(
    _ source: CatalogSource, options: LoadOptions
  ) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    let layout = ContentLayout(source)
    var diagnostics = layout.diagnostics
    let frame = CatalogFrame(layout, &diagnostics)
    let content = CatalogContent(layout, frame, options, &diagnostics)
    let sorted = diagnostics.sortedForDisplay()
    guard !sorted.hasErrors else { return (nil, sorted) }
    return (CatalogAssembly(frame, content, options).catalog, sorted)
  }
}
