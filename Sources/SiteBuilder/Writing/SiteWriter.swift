internal import Diagnostics
internal import Dispatch
internal import Glibc
internal import Imaging
internal import Synchronization
internal import TemplateEngine

/// Renders the site's files in parallel and brings the output folder to what they are.
struct SiteWriter {
  /// Bytes of a file that is copied.
  static let largestCopy = 256 << 20
  /// Files that a thread takes at a time.
  private static let runLength = 32

  let site: Site
  /// Sorted by path.
  let allFiles: [SiteFile]
  /// Those to be written: all, or a shard's.
  let files: [SiteFile]
  /// Has the bytes of photos; `nil` when the site has none.
  var photos: PhotoStore?
  /// Writes compressed companions beside text files.
  var precompresses = false
  let jobs: Int

  /// What became of the files.
  struct Outcome: Sendable {
    var written = 0
    var unchanged = 0
    var deleted = 0
  }

  /// Renders every file and drops the bytes.
  /// - Returns: what failed in rendering.
  func renderOnly() throws(MachineFailure) -> [Diagnostic] {
    try renderFiles(isSealed: { _, _, _ in true }) { _, _, _, _ throws(MachineFailure) in StagedFile() }.diagnostics
  }

  /// Writes every file whose bytes differ and deletes those of the last build that are gone.
  /// - Returns: the outcome, or what failed in rendering; then nothing was published.
  func write(to path: String) throws(MachineFailure) -> (outcome: Outcome, diagnostics: [Diagnostic]) {
    let output = try OutputFolder(path: path)
    do throws(MachineFailure) {
      return try write(to: output)
    } catch {
      output.emptyStaging()
      throw error
    }
  }

  private func write(
    to output: OutputFolder
  ) throws(MachineFailure) -> (outcome: Outcome, diagnostics: [Diagnostic]) {
    let list = output.readManifest()
    let companions =
      precompresses
      ? Companions(names: CompanionNames(allFiles), output: output, old: Manifest.paths(list)) : nil
    let (stage, problems) = try stageChanges(output, companions)
    guard problems.isEmpty else {
      output.emptyStaging()
      return (Outcome(), problems)
    }
    let new = allPaths(stage, companions)
    // Most builds write the same files as the one before: comparing two lists takes less than reading one.
    let old = isSame(Manifest.bytes(new), list) ? new : Manifest.paths(list)
    try refuseForeignFiles(stage.changed, in: output, old)
    // Until everything is in place the list names old and new files, so that a killed build's are not forgotten.
    let gone = old.subtractingSorted(new)
    if !gone.isEmpty || !stage.changed.isEmpty { try output.writeManifest((new + gone).sortedByBytes()) }

    var outcome = Outcome(written: stage.changed.count, unchanged: stage.unchangedCount)
    var cursor = FolderCursor()
    let inTheWay = gone.filter { Self.isInTheWay($0, of: new) }
    for path in inTheWay where try output.delete(path, &cursor) { outcome.deleted += 1 }
    try output.publish()
    cursor.reset()
    for path in gone where try output.delete(path, &cursor) { outcome.deleted += 1 }
    try output.writeManifest(new)
    return (outcome, [])
  }

  /// Everything that the site has in the output folder, in order. A part of the site lists the other parts' files too,
  /// and all companions that they could have.
  private func allPaths(_ stage: Stage, _ companions: Companions?) -> [String] {
    let paths = allFiles.map(\.path)
    guard let companions else { return paths }
    var all = paths + stage.companions
    if files.count < allFiles.count {
      let own = files.map(\.path)
      for path in paths.subtractingSorted(own) {
        all += ContentEncoding.allCases.compactMap { companions.names.path(of: path, $0) }
      }
    }
    return all.sortedByBytes()
  }

  /// A file that no build wrote is somebody's: it is not overwritten.
  private func refuseForeignFiles(
    _ changed: [String], in output: OutputFolder, _ old: [String]
  ) throws(MachineFailure) {
    var cursor = FolderCursor()
    for path in changed where !old.containsSorted(path) {
      guard output.exists(path, &cursor) else { continue }
      output.emptyStaging()
      throw MachineFailure(.foreignFile("\(output.path)/\(path)"))
    }
  }

  /// Whether a file that is gone stands where a folder has to be, or lies in a folder where a file has to be.
  private static func isInTheWay(_ path: String, of new: [String]) -> Bool {
    if new.hasSortedFolder(path) { return true }
    var folder = path[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[..<slash]
      if new.containsSorted(String(folder)) { return true }
    }
    return false
  }

  private func stageChanges(
    _ output: OutputFolder, _ companions: Companions?
  ) throws(MachineFailure) -> (stage: Stage, diagnostics: [Diagnostic]) {
    let (results, problems) = try renderFiles { index, seal, worker in
      output.holds(seal, at: files[index].path, &worker.published)
    } _: { index, bytes, seal, worker throws(MachineFailure) in
      let path = files[index].path
      var result = StagedFile(isChanged: try output.stageIfChanged(bytes, at: path, seal: seal, &worker))
      if let companions {
        result.gzip = try companions.stage(.gzip, of: bytes, at: path, &worker)
        result.brotli = try companions.stage(.brotli, of: bytes, at: path, &worker)
      }
      return result
    }
    return (Stage(files, results), problems)
  }

  /// What is done with a file's bytes. A photo's file comes with its seal.
  private typealias Body =
    @Sendable (Int, UnsafeRawBufferPointer, FileSeal?, inout OutputWorker) throws(MachineFailure) -> StagedFile
  /// Whether the bytes of a photo's file aren't needed.
  private typealias SealCheck = @Sendable (Int, FileSeal, inout OutputWorker) -> Bool

  /// Gives the bytes of every file to `body` and collects what it returns.
  private func renderFiles(
    isSealed: SealCheck, _ body: Body
  ) throws(MachineFailure) -> (results: [StagedFile], diagnostics: [Diagnostic]) {
    let problems = Mutex<[Diagnostic]>([])
    let slots = UnsafeMutableBufferPointer<StagedFile>.allocate(capacity: files.count)
    slots.initialize(repeating: StagedFile())
    defer { slots.deallocate() }
    // Each thread writes the elements of the files that it took, and all are done before they are read.
    nonisolated(unsafe) let results = slots
    try inRuns(of: files.count) { run, worker throws(MachineFailure) in
      for index in run {
        do throws(FileFailure) {
          results[index] = try handle(index, &worker, isSealed, body)
        } catch {
          switch error {
          case .content(let problem): problems.withLock { $0.append(problem) }
          case .machine(let failure): throw failure
          }
        }
      }
    }
    return (Array(slots), problems.withLock { $0 })
  }

  /// What each thread keeps from file to file.
  private struct Worker: ~Copyable {
    var buffer = OutputBuffer(capacity: 1 << 17)
    var output = OutputWorker()
  }

  /// Calls `body` with runs of neighbouring numbers below `count`, on `jobs` threads.
  /// - Throws: the first failure of any thread; each stops at its own.
  private func inRuns(
    of count: Int, _ body: @Sendable (Range<Int>, inout Worker) throws(MachineFailure) -> Void
  ) throws(MachineFailure) {
    let next = Atomic(0)
    let failure = Mutex<MachineFailure?>(nil)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      var worker = Worker()
      while case let start = next.add(Self.runLength, ordering: .relaxed).oldValue, start < count {
        do throws(MachineFailure) {
          try body(start..<min(start + Self.runLength, count), &worker)
        } catch {
          return failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
  }

  private func handle(
    _ index: Int, _ worker: inout Worker, _ isSealed: SealCheck, _ body: Body
  ) throws(FileFailure) -> StagedFile {
    do {
      switch files[index].source {
      case .page(let page):
        worker.buffer.removeAll(keepingCapacity: true)
        try site.render(page, into: &worker.buffer)
        return try worker.buffer.withUnsafeBytes { bytes throws(MachineFailure) in
          try body(index, bytes, nil, &worker.output)
        }
      case .redirect(let redirect):
        worker.buffer.removeAll(keepingCapacity: true)
        try site.render(redirect, into: &worker.buffer)
        return try worker.buffer.withUnsafeBytes { bytes throws(MachineFailure) in
          try body(index, bytes, nil, &worker.output)
        }
      case .output(let output):
        // Some are as large as the catalog: their memory is not kept for the pages that follow.
        var buffer = OutputBuffer()
        site.render(output, into: &buffer)
        return try buffer.withUnsafeBytes { bytes throws(MachineFailure) in try body(index, bytes, nil, &worker.output)
        }
      case .bytes(let bytes):
        return try bytes.withUnsafeBytes { bytes throws(MachineFailure) in try body(index, bytes, nil, &worker.output) }
      case .picture(let photo, let number):
        let file = photo.photo.files[number]
        let seal = FileSeal(length: file.length, fingerprint: file.fingerprint)
        if isSealed(index, seal, &worker.output) { return StagedFile() }
        let bytes = try pictureBytes(file, photo.photo)
        return try bytes.withUnsafeBytes { bytes throws(MachineFailure) in
          try body(index, bytes, seal, &worker.output)
        }
      case .copy(let path):
        let bytes = try readRegularFile(path, largest: Self.largestCopy)
        if let problem = PictureCheck.problem(bytes, path: path) { throw FileFailure.content(problem) }
        return try bytes.withUnsafeBytes { bytes throws(MachineFailure) in try body(index, bytes, nil, &worker.output) }
      }
    } catch let error as RenderFailure {
      throw .content(error.diagnostic)
    } catch let error as MachineFailure {
      throw .machine(error)
    } catch let error as FileFailure {
      throw error
    } catch let error as ReadFailure {
      throw .content(error.diagnostic(files[index].sourcePath))
    } catch {
      preconditionFailure("\(error)")
    }
  }

  private func pictureBytes(
    _ file: DevelopedPhoto.File, _ photo: DevelopedPhoto
  ) throws(MachineFailure) -> [UInt8] {
    guard let photos else { preconditionFailure("a site with photos has a store") }
    do throws(ImagingFailure) {
      return try photos.bytes(of: file, in: photo)
    } catch {
      throw MachineFailure(error.message)
    }
  }
}

/// Why a file could not be made: something that a person can mend, or the machine.
private enum FileFailure: Error {
  case content(Diagnostic)
  case machine(MachineFailure)
}
