internal import Diagnostics
internal import Dispatch
internal import Glibc
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
    try renderFiles { _, _, _ throws(MachineFailure) in true }.diagnostics
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
    let stage = try stageChanges(output)
    guard stage.diagnostics.isEmpty else {
      output.emptyStaging()
      return (Outcome(), stage.diagnostics)
    }
    let old = output.readManifest()
    let new = allFiles.map(\.path)
    try refuseForeignFiles(stage.changed, in: output, old)
    // Until everything is in place the list names old and new files, so that a killed build's are not forgotten.
    let gone = old.subtractingSorted(new)
    if !gone.isEmpty || stage.changed.contains(true) { try output.writeManifest((new + gone).sortedByBytes()) }

    var outcome = Outcome(written: stage.changed.count { $0 })
    outcome.unchanged = files.count - outcome.written
    var cursor = FolderCursor()
    let inTheWay = gone.filter { Self.isInTheWay($0, of: new) }
    for path in inTheWay where try output.delete(path, &cursor) { outcome.deleted += 1 }
    try output.publish()
    cursor.reset()
    for path in gone where try output.delete(path, &cursor) { outcome.deleted += 1 }
    try output.writeManifest(new)
    return (outcome, [])
  }

  /// A file that no build wrote is somebody's: it is not overwritten.
  private func refuseForeignFiles(
    _ changed: [Bool], in output: OutputFolder, _ old: [String]
  ) throws(MachineFailure) {
    var cursor = FolderCursor()
    for index in files.indices where changed[index] && !old.containsSorted(files[index].path) {
      guard output.exists(files[index].path, &cursor) else { continue }
      output.emptyStaging()
      throw MachineFailure(.foreignFile("\(output.path)/\(files[index].path)"))
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
    _ output: OutputFolder
  ) throws(MachineFailure) -> (changed: [Bool], diagnostics: [Diagnostic]) {
    try renderFiles { index, bytes, cursors throws(MachineFailure) in
      if output.holds(bytes, at: files[index].path, &cursors.published) { return false }
      try output.stage(bytes, at: files[index].path, &cursors.staged)
      return true
    }
  }

  /// Gives the bytes of every file to `body` and collects what it returns.
  private func renderFiles(
    _ body: @Sendable (Int, UnsafeRawBufferPointer, inout Cursors) throws(MachineFailure) -> Bool
  ) throws(MachineFailure) -> (changed: [Bool], diagnostics: [Diagnostic]) {
    let problems = Mutex<[Diagnostic]>([])
    let slots = UnsafeMutableBufferPointer<Bool>.allocate(capacity: files.count)
    slots.initialize(repeating: false)
    defer { slots.deallocate() }
    // Each thread writes the elements of the files that it took, and all are done before they are read.
    nonisolated(unsafe) let changed = slots
    try inRuns(of: files.count) { run, worker throws(MachineFailure) in
      for index in run {
        do throws(FileFailure) {
          changed[index] = try handle(index, &worker, body)
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
    var cursors = Cursors()
  }

  /// Where a thread is in the output folder and in what it stages.
  private struct Cursors: ~Copyable {
    var published = FolderCursor()
    var staged = FolderCursor()
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
    _ index: Int, _ worker: inout Worker,
    _ body: (Int, UnsafeRawBufferPointer, inout Cursors) throws(MachineFailure) -> Bool
  ) throws(FileFailure) -> Bool {
    do {
      switch files[index].source {
      case .page(let page):
        worker.buffer.removeAll(keepingCapacity: true)
        try site.render(page, into: &worker.buffer)
        return try worker.buffer.withUnsafeBytes { bytes throws(MachineFailure) in
          try body(index, bytes, &worker.cursors)
        }
      case .redirect(let redirect):
        worker.buffer.removeAll(keepingCapacity: true)
        try site.render(redirect, into: &worker.buffer)
        return try worker.buffer.withUnsafeBytes { bytes throws(MachineFailure) in
          try body(index, bytes, &worker.cursors)
        }
      case .bytes(let bytes):
        return try bytes.withUnsafeBytes { bytes throws(MachineFailure) in try body(index, bytes, &worker.cursors) }
      case .copy(let path):
        let bytes = try readRegularFile(path, largest: Self.largestCopy)
        if let problem = PictureCheck.problem(bytes, path: path) { throw FileFailure.content(problem) }
        return try bytes.withUnsafeBytes { bytes throws(MachineFailure) in try body(index, bytes, &worker.cursors) }
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
}

/// Why a file could not be made: something that a person can mend, or the machine.
private enum FileFailure: Error {
  case content(Diagnostic)
  case machine(MachineFailure)
}
