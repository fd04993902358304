internal import Glibc

/// The open folders on the way to the file that was last looked at.
///
/// Files come in order of their paths, so most of the way is the same from one to the next. Every folder is opened
/// without following symbolic links: a link in the output folder can't lead a write elsewhere.
struct FolderCursor: ~Copyable {
  private struct Folder {
    let descriptor: Int32
    /// Where its name ends in `path`, after the slash.
    let end: Int
  }

  /// The names of the open folders, each with a slash after it.
  private var path: [UInt8] = []
  private var folders: [Folder] = []
  /// The folder that was last found not to be there, with a slash after it.
  private var missing: [UInt8] = []
  /// The `errno` of the last `open` that gave `nil`.
  private(set) var failure: Int32 = 0

  deinit { for folder in folders { _ = Glibc.close(folder.descriptor) } }

  /// How to reach a file: an open folder, and the byte of the path where the way goes on from there.
  struct Position {
    let folder: Int32
    fileprivate let start: Int

    /// Calls `body` with the folder and the rest of the path.
    func use<Result>(_ path: String, _ body: (Int32, UnsafePointer<CChar>) -> Result) -> Result {
      path.withCString { body(folder, $0 + start) }
    }
  }

  /// What becomes of the folder that a file lies in.
  enum Last {
    case opened
    /// It isn't opened, as most folders hold one file only, and may be a link: fit for looking at the file.
    case passed
    /// Folders that aren't there are made. A new one isn't opened: nobody else can have put a link there.
    case made
  }

  /// Opens the folder that `file` lies in, below `root`. It stays open until the next call.
  /// - Returns: `nil` when there is no such folder, or a part of the path is something else.
  mutating func open(folderOf file: String, in root: Int32, last: Last = .opened) -> Position? {
    var file = file
    return file.withUTF8 { file in
      if last != .made, !missing.isEmpty, file.starts(with: missing) {
        failure = ENOENT
        return nil
      }
      return open(folderOf: file, root, last)
    }
  }

  mutating func reset() {
    close(after: 0)
    missing = []
  }

  private mutating func open(
    folderOf file: UnsafeBufferPointer<UInt8>, _ root: Int32, _ last: Last
  ) -> Position? {
    var shared = 0
    while shared < path.count, shared < file.count, path[shared] == file[shared] { shared += 1 }
    close(after: shared)
    var start = path.count
    while let end = file[start...].firstIndex(of: UInt8(ascii: "/")) {
      let parent = folders.last?.descriptor ?? root
      let isLast = !file[(end + 1)...].contains(UInt8(ascii: "/"))
      if isLast, last == .passed { return Position(folder: parent, start: start) }
      path += file[start..<end]
      // For a moment the path ends in a zero, as C wants it.
      path.append(0)
      let way = path.withUnsafeBytes { bytes in
        let name = bytes.baseAddress!.advanced(by: start).assumingMemoryBound(to: CChar.self)
        let isNew = last == .made && mkdirat(parent, name, 0o755) == 0
        if isNew, isLast { return Way.new }
        return last == .made && !isNew && errno != EEXIST
          ? .failed : Self.openFolder(name, in: parent).map(Way.open) ?? .failed
      }
      path[path.count - 1] = UInt8(ascii: "/")
      switch way {
      case .open(let descriptor): folders.append(Folder(descriptor: descriptor, end: end + 1))
      case .new:
        path.removeLast(path.count - start)
        return Position(folder: parent, start: start)
      case .failed:
        failure = errno
        if failure == ENOENT { missing = path }
        path.removeLast(path.count - start)
        return nil
      }
      start = end + 1
    }
    return Position(folder: folders.last?.descriptor ?? root, start: start)
  }

  /// What became of a folder on the way.
  private enum Way {
    case open(Int32)
    /// It is new and holds the file.
    case new
    case failed
  }

  /// Closes the folders that go on beyond the first `length` bytes of the path.
  private mutating func close(after length: Int) {
    while let last = folders.last, last.end > length {
      _ = Glibc.close(last.descriptor)
      folders.removeLast()
    }
    path.removeLast(path.count - (folders.last?.end ?? 0))
  }

  /// A descriptor for the folder that is no symbolic link; the caller closes it.
  static func openFolder(_ name: UnsafePointer<CChar>, in parent: Int32) -> Int32? {
    let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return folder < 0 ? nil : folder
  }
}
