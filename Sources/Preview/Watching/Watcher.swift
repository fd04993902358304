internal import Glibc
internal import SiteBuilder

/// Watches the project's folders: by the kernel's reports, or else by looking.
struct Watcher {
  private enum Way {
    case reports(FolderWatcher)
    case looking(FolderPoller)
  }

  /// Why the folders are looked at again and again, which takes longer to see a change.
  enum Reason {
    case tooManyFolders
    /// The folder is on another machine or in another system, whose changes the kernel doesn't see.
    case remoteFolder
  }

  private let roots: [String]
  private let passesOver: (String) -> Bool
  private var way: Way
  private(set) var reason: Reason?

  init(_ roots: [String], passesOver: @escaping (String) -> Bool) {
    (self.roots, self.passesOver) = (roots, passesOver)
    if roots.contains(where: isRemote) {
      (way, reason) = (.looking(FolderPoller(roots, passesOver: passesOver)), .remoteFolder)
    } else if let watcher = try? FolderWatcher(roots, passesOver: passesOver) {
      way = .reports(watcher)
    } else {
      (way, reason) = (.looking(FolderPoller(roots, passesOver: passesOver)), .tooManyFolders)
    }
  }

  /// What becomes readable when something changes.
  var descriptor: Int32? { if case .reports(let watcher) = way { watcher.descriptor } else { nil } }

  /// When to ask next, if there is nothing to wait for.
  var nextLook: ContinuousClock.Instant? { if case .looking(let poller) = way { poller.nextLook } else { nil } }

  /// What changed since the last call.
  mutating func changes() -> LiveSite.Changes {
    switch way {
    case .reports(let watcher):
      if let changes = try? watcher.changes() { return changes }
      // Looking begins before everything is read again, so nothing is missed between.
      (way, reason) = (.looking(FolderPoller(roots, passesOver: passesOver)), .tooManyFolders)
      return .everything
    case .looking(var poller):
      let changes = poller.changes()
      way = .looking(poller)
      return changes
    }
  }
}
