/// Which text files have compressed companions, and what those are called.
struct CompanionNames: Sendable {
  private static let endings: Set<Substring> = [
    "html", "css", "js", "mjs", "svg", "json", "xml", "txt", "csv", "webmanifest", "wasm",
  ]

  /// Files of the site that end like companions: those that a person made come first.
  private let taken: Set<String>

  init(_ files: [SiteFile]) {
    taken = Set(
      files.lazy.map(\.path).filter { path in ContentEncoding.allCases.contains { path.hasSuffix($0.ending) } })
  }

  /// The path of a file's companion; `nil` when files of its kind have none.
  func path(of file: String, _ encoding: ContentEncoding) -> String? {
    guard let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")), Self.endings.contains(file[file.index(after: dot)...])
    else { return nil }
    let path = file + encoding.ending
    return taken.contains(path) ? nil : path
  }
}

/// Makes the compressed companions of a site's text files.
///
/// Compressing a page takes longer than making it, so a companion of an earlier build stays if it is one of ours and
/// decompresses to the very bytes of its file.
struct Companions: Sendable {
  /// Bytes below which a file goes in one packet anyway.
  static let smallest = 1024

  let names: CompanionNames
  let output: OutputFolder
  /// What the last build wrote, in order.
  let old: [String]

  /// Stages a file's companion, unless the right one is there.
  /// - Returns: whether its bytes differ from what is there; `nil` for a file that has no such companion.
  func stage(
    _ encoding: ContentEncoding, of bytes: UnsafeRawBufferPointer, at file: String, _ worker: inout OutputWorker
  ) throws(MachineFailure) -> Bool? {
    guard bytes.count >= Self.smallest, let place = names.path(of: file, encoding) else { return nil }
    let compressor = worker.readyCompressor()
    if old.containsSorted(place), let existing = output.bytes(at: place, below: bytes.count, &worker.published),
      compressor.isCompressed(existing, bytes, encoding)
    {
      return false
    }
    // What all pages share is little, and everybody loads it.
    let quality = file.hasPrefix("assets/") ? Brotli.Quality.smallest : .quick
    return try compressor.withCompressed(bytes, encoding, quality) { compressed throws(MachineFailure) in
      guard let compressed else { return nil }
      return try output.stageIfChanged(compressed, at: place, &worker)
    }
  }
}

/// What a thread keeps from file to file while it writes: where it is in the output folder and in what it stages.
struct OutputWorker: ~Copyable {
  var published = FolderCursor()
  var staged = FolderCursor()
  private var compressor: Compressor?

  /// The thread's compressor, made when first wanted.
  mutating func readyCompressor() -> Compressor {
    let ready = compressor ?? Compressor()
    compressor = ready
    return ready
  }
}
