internal import Glibc
internal import SiteBuilder

/// Tells what changes below some folders, from what the kernel reports (inotify).
///
/// Folders are watched, not files: an editor that saves by putting a new file in the old one's place would take a watched
/// file away.
final class FolderWatcher {
  let descriptor: Int32
  private let roots: [String]
  private let passesOver: (String) -> Bool
  /// Watch → folder.
  private var folders: [Int32: String] = [:]
  /// Watches of the folders that the roots lie in → the roots' names in them: a root may itself be replaced.
  private var parents: [Int32: Set<String>] = [:]

  /// Why folders can't be watched.
  enum Failure: Error {
    /// The system allows no more watches.
    case tooManyFolders
    case system(Int32)
  }

  /// - Parameter passesOver: whether what happens at a path doesn't matter.
  init(_ roots: [String], passesOver: @escaping (String) -> Bool) throws(Failure) {
    (self.roots, self.passesOver) = (roots, passesOver)
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw errno == EMFILE ? .tooManyFolders : .system(errno) }
    try watchRoots()
  }

  deinit { close(descriptor) }

  /// What changed since the last call.
  /// - Throws: when what is new can't be watched any more; then it is time for another way.
  func changes() throws(Failure) -> LiveSite.Changes {
    var batch = Batch()
    while let events = InotifyEvent.read(from: descriptor) {
      for event in events { try handle(event, &batch) }
    }
    guard batch.needsNewWatches else { return .paths(batch.paths) }
    try watchRoots()
    return .everything
  }

  private struct Batch {
    var paths: [String] = []
    /// The kernel dropped events, or a root has gone or come.
    var needsNewWatches = false

    mutating func add(_ path: String) {
      // Saving once makes several events in a row.
      if paths.last.map({ $0.utf8.elementsEqual(path.utf8) }) != true { paths.append(path) }
    }
  }

  private func handle(_ event: InotifyEvent, _ batch: inout Batch) throws(Failure) {
    if event.has(IN_Q_OVERFLOW) { batch.needsNewWatches = true }
    if let name = event.name, parents[event.watch]?.contains(name) == true { batch.needsNewWatches = true }
    guard let folder = folders[event.watch] else { return }
    if event.has(IN_IGNORED) {
      folders[event.watch] = nil
    } else if event.isNameless {
      // About the folder itself: its own parent tells, if that is watched.
      guard roots.contains(folder) else { return }
      if event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) { batch.needsNewWatches = true }
      batch.add(folder)
    } else if let name = event.name {
      let path = "\(folder)/\(name)"
      if passesOver(path) { return }
      batch.add(path)
      guard event.has(IN_ISDIR) else { return }
      // A folder that was moved keeps its watches, which then report its old path.
      if event.has(IN_MOVED_FROM) { forget(path) }
      if event.has(IN_CREATE) || event.has(IN_MOVED_TO) { try watch(path) }
    } else {
      // A name that isn't text: whoever reads the folder says so.
      batch.add(folder)
    }
  }

  private func forget(_ path: String) {
    for (watch, folder) in folders where isSame(folder, path) || folder.utf8.starts(with: (path + "/").utf8) {
      inotify_rm_watch(descriptor, watch)
      folders[watch] = nil
    }
  }

  private func watchRoots() throws(Failure) {
    for watch in Set(folders.keys).union(parents.keys) { inotify_rm_watch(descriptor, watch) }
    (folders, parents) = ([:], [:])
    for root in roots {
      let slash = root.utf8.lastIndex(of: UInt8(ascii: "/"))
      let parent = slash.map { $0 == root.startIndex ? "/" : String(root[..<$0]) } ?? "."
      let name = slash.map { String(root[root.utf8.index(after: $0)...]) } ?? root
      if let watch = try add(parent, Self.comingAndGoing) { parents[watch, default: []].insert(name) }
      try watch(root, isRoot: true)
    }
  }

  /// Watches a folder and all below it. A folder is watched before it is listed, so nothing is missed between.
  private func watch(_ start: String, isRoot: Bool = false) throws(Failure) {
    var waiting = [start]
    while let folder = waiting.popLast() {
      let link: UInt32 = isRoot && folder == start ? 0 : UInt32(IN_DONT_FOLLOW)
      guard let watch = try add(folder, Self.everyChange | link) else { continue }
      folders[watch] = folder
      waiting += subfolders(of: folder).filter { !passesOver($0) }
    }
  }

  /// - Returns: `nil` when the folder is gone already, or may not be read: its reader says so.
  private func add(_ folder: String, _ mask: UInt32) throws(Failure) -> Int32? {
    let watch = inotify_add_watch(descriptor, folder, mask | UInt32(IN_ONLYDIR) | UInt32(bitPattern: IN_MASK_ADD))
    if watch >= 0 { return watch }
    if errno == ENOSPC { throw .tooManyFolders }
    if errno == ENOMEM || errno == EBADF { throw .system(errno) }
    return nil
  }

  private static let comingAndGoing = UInt32(IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
  private static let everyChange =
    comingAndGoing | UInt32(IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
}

private func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

/// The folders in a folder; a link to one is none.
func subfolders(of folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var found: [String] = []
  while let entry = readdir(directory) {
    let kind = Int(entry.pointee.d_type)
    guard kind == Int(DT_DIR) || kind == Int(DT_UNKNOWN) else { continue }
    let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
    if let name, name != ".", name != ".." { found.append("\(folder)/\(name)") }
  }
  return found
}
