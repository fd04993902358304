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
    try forEachFile { _, _, _ throws(MachineFailure) in true }.diagnostics
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
    guard !stage.diagnostics.hasErrors else {
      output.emptyStaging()
      return (Outcome(), stage.diagnostics)
    }
    let old = output.readManifest()
    let new = site.files.map(\.path)
    // Until everything is in place the list names old and new files, so that a killed build's are not forgotten.
    let gone = Self.difference(old, new)
    if !gone.isEmpty || stage.changed.contains(true) { try output.writeManifest((new + gone).sortedByBytes()) }

    var outcome = Outcome(written: stage.changed.count { $0 })
    outcome.unchanged = files.count - outcome.written
    var cursor = FolderCursor()
    let inTheWay = gone.filter { Self.isInTheWay($0, of: new) }
    for path in inTheWay where try output.delete(path, &cursor) { outcome.deleted += 1 }
    for index in files.indices where stage.changed[index] {
      try output.publish(String(index), at: files[index].path, &cursor)
    }
    cursor.reset()
    for path in gone where try output.delete(path, &cursor) { outcome.deleted += 1 }
    try output.writeManifest(new)
    return (outcome, [])
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
    try forEachFile { index, bytes, cursor throws(MachineFailure) in
      if output.holds(bytes, at: files[index].path, &cursor) { return false }
      try output.stage(bytes, as: String(index), for: files[index].path)
      return true
    }
  }

  /// Gives the bytes of every file to `body`, on `jobs` threads, and collects what it returns.
  private func forEachFile(
    _ body: @Sendable (Int, UnsafeRawBufferPointer, inout FolderCursor) throws(MachineFailure) -> Bool
  ) throws(MachineFailure) -> (changed: [Bool], diagnostics: [Diagnostic]) {
    let next = Atomic(0)
    let trouble = Mutex(Trouble())
    let changed = [Bool](unsafeUninitializedCapacity: files.count) { buffer, count in
      buffer.initialize(repeating: false)
      count = files.count
      // Each thread writes the elements of the files that it took, and all are done before the array is read.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: jobs) { _ in
        var buffer = OutputBuffer(capacity: 1 << 17)
        var cursor = FolderCursor()
        while case let start = next.add(Self.runLength, ordering: .relaxed).oldValue, start < files.count {
          for index in start..<min(start + Self.runLength, files.count) {
            do throws(FileFailure) {
              slots[index] = try handle(index, &buffer, &cursor, body)
            } catch {
              trouble.withLock { $0.add(error) }
              if case .machine = error { return }
            }
          }
        }
      }
    }
    let found = trouble.withLock { $0 }
    if let failure = found.machine { throw failure }
    return (changed, found.diagnostics)
  }

  private func handle(
    _ index: Int, _ buffer: inout OutputBuffer, _ cursor: inout FolderCursor,
    _ body: (Int, UnsafeRawBufferPointer, inout FolderCursor) throws(MachineFailure) -> Bool
  ) throws(FileFailure) -> Bool {
    do {
      switch files[index].source {
      case .page(let page):
        buffer.removeAll(keepingCapacity: true)
        try site.render(page, into: &buffer)
        return try buffer.withUnsafeBytes { bytes throws(MachineFailure) in try body(index, bytes, &cursor) }
      case .bytes(let bytes):
        return try bytes.withUnsafeBytes { bytes throws(MachineFailure) in try body(index, bytes, &cursor) }
      case .copy(let path):
        let bytes = try readRegularFile(path, largest: Self.largestCopy)
        return try bytes.withUnsafeBytes { bytes throws(MachineFailure) in try body(index, bytes, &cursor) }
      }
    } catch let error as RenderFailure {
      throw .content(error.diagnostic)
    } catch let error as MachineFailure {
      throw .machine(error)
    } catch let error as ReadFailure {
      throw .content(error.diagnostic(files[index].sourcePath))
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// The paths of `old` that `new` lacks; both ascending by bytes.
  private static func difference(_ old: [String], _ new: [String]) -> [String] {
    var rest = new[...]
    return old.filter { path in
      while let first = rest.first, precedes(first, path) { rest.removeFirst() }
      return rest.first.map { !isSame($0, path) } ?? true
    }
  }
}

private enum FileFailure: Error {
  case content(Diagnostic)
  case machine(MachineFailure)
}

/// What went wrong on any of the threads.
private struct Trouble: Sendable {
  var machine: MachineFailure?
  var diagnostics: [Diagnostic] = []

  mutating func add(_ failure: FileFailure) {
    switch failure {
    case .content(let diagnostic): diagnostics.append(diagnostic)
    case .machine(let failure): machine = machine ?? failure
    }
  }
}
