/// What became of one file of a build: `true` where bytes differ from what was published before.
struct StagedFile {
  var isChanged = false
  /// The file's compressed companions; `nil` where it has none.
  var gzip, brotli: Bool?
}

/// What a build is about to change in the output folder.
struct Stage {
  /// Paths of files whose bytes differ.
  private(set) var changed: [String] = []
  /// Paths of all compressed companions.
  private(set) var companions: [String] = []
  private let fileCount: Int

  /// - Parameter results: by file.
  init(_ files: [SiteFile], _ results: [StagedFile]) {
    fileCount = files.count
    // By index, because files are large.
    for index in files.indices {
      let (path, result) = (files[index].path, results[index])
      if result.isChanged { changed.append(path) }
      add(result.gzip, path, .gzip)
      add(result.brotli, path, .brotli)
    }
  }

  /// Files and companions that are there already.
  var unchangedCount: Int { fileCount + companions.count - changed.count }

  private mutating func add(_ isChanged: Bool?, _ file: String, _ encoding: ContentEncoding) {
    guard let isChanged else { return }
    companions.append(file + encoding.ending)
    if isChanged { changed.append(file + encoding.ending) }
  }
}
