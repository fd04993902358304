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

  /// What `site.yaml` says, read by itself; `nil` when it is wrong or isn't there.
  public var siteSettings: SiteSettings? {
    let path = "\(root)/\(ContentLayout.Single.site.rawValue)"
    var diagnostics: [Diagnostic] = []
    guard let file = files.first(where: { isSame($0.path, path) }) else { return nil }
    return SiteDecoder.decode(file, &diagnostics).settings
  }
}

/// What the loading of a catalog depends on besides its files.
public struct LoadOptions: Sendable, Hashable {
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
    let loaded = LoadedContent(source, options: options)
    return (loaded.catalog, loaded.diagnostics.sortedForDisplay())
  }
}

/// What was made of a content folder, with what is needed to read only those files again that change.
///
///     var loaded = LoadedContent(source, options: options)
///     loaded.replaceProduct(with: SourceFile(path: "content/products/getuk/index.md", text: "…"))
///     loaded.catalog?.products
public struct LoadedContent: Sendable {
  /// `nil` exactly when there are errors.
  public private(set) var catalog: Catalog?
  private var content: CatalogContent
  private let frameProblems: [Diagnostic]
  private let frameFiles: [ContentLayout.Single: SourceFile]
  private let options: LoadOptions

  /// - Parameter earlier: an earlier reading of the same folder: what it made of files that are still the same is taken
  ///   over.
  public init(_ source: CatalogSource, options: LoadOptions, reusing earlier: LoadedContent? = nil) {
    let layout = ContentLayout(source)
    var problems = layout.diagnostics
    let frame = CatalogFrame(layout, &problems)
    let isSameFrame = earlier.map { $0.options == options && $0.frameFiles.hasSameBytes(as: layout.singles) } == true
    content = CatalogContent(layout, frame, options, reusing: isSameFrame ? earlier?.content : nil)
    (frameProblems, frameFiles, self.options) = (problems, layout.singles, options)
    if !hasErrors { catalog = CatalogAssembly(frame, content, options).catalog }
  }

  /// In no order.
  public var diagnostics: [Diagnostic] { content.diagnostics(and: frameProblems) }

  public var hasErrors: Bool { frameProblems.hasErrors || content.hasErrors }

  /// Reads one file again: that of a product, or of its translation. Everything else stays as it is, so the list of the
  /// folder's files must be the same. When the file has errors there is no catalog until everything is loaded again.
  /// - Returns: the product's index in the catalog; `nil` when that isn't enough, because the file is none of a product's
  ///   or its maker or its being a draft changed. Then load again.
  public mutating func replaceProduct(with file: SourceFile) -> Int? {
    guard let old = catalog, options.includeDrafts, let index = content.replaceProduct(with: file) else { return nil }
    guard !hasErrors, let product = content.products[index].product else {
      catalog = nil
      return index
    }
    guard product.business == old.products[index].business else { return nil }
    catalog?.products[index] = product
    return index
  }
}
