internal import Glibc
internal import SiteBuilder

/// Tells what changes below some folders by looking at all of them again and again: for folders that the kernel doesn't
/// report of, such as those of another machine, and for when there are too many to watch.
struct FolderPoller {
  /// Looking takes at most this share of the time.
  static let share = 10
  private static let shortestPause: Duration = .milliseconds(500)

  private let roots: [String]
  private let passesOver: (String) -> Bool
  private var known: [[UInt8]: Stamp]
  private(set) var nextLook: ContinuousClock.Instant

  /// What changes when a file does.
  private struct Stamp: Equatable {
    let inode: UInt
    let size: Int
    let mode: UInt32
    let seconds, nanoseconds: Int
  }

  init(_ roots: [String], passesOver: @escaping (String) -> Bool) {
    (self.roots, self.passesOver) = (roots, passesOver)
    known = Self.look(roots, passesOver)
    nextLook = .now + Self.shortestPause
  }

  /// What changed since the last call.
  mutating func changes() -> LiveSite.Changes {
    let start = ContinuousClock.now
    let found = Self.look(roots, passesOver)
    let changed = found.filter { known[$0.key] != $0.value }.map(\.key) + known.keys.filter { found[$0] == nil }
    known = found
    let end = ContinuousClock.now
    nextLook = end + max(Self.shortestPause, (end - start) * Self.share)
    return .paths(changed.map { String(decoding: $0, as: UTF8.self) })
  }

  private static func look(_ roots: [String], _ passesOver: (String) -> Bool) -> [[UInt8]: Stamp] {
    var found: [[UInt8]: Stamp] = [:]
    var waiting = roots
    while let folder = waiting.popLast() {
      guard let directory = opendir(folder) else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        let path = "\(folder)/\(name)"
        var status = stat()
        if name == "." || name == ".." || passesOver(path) || lstat(path, &status) != 0 { continue }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        if isFolder { waiting.append(path) }
        found[Array(path.utf8)] = Stamp(
          inode: UInt(status.st_ino), size: isFolder ? 0 : Int(status.st_size), mode: status.st_mode,
          seconds: isFolder ? 0 : status.st_mtim.tv_sec, nanoseconds: isFolder ? 0 : status.st_mtim.tv_nsec)
      }
    }
    return found
  }
}
