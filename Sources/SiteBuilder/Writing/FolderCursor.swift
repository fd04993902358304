internal import Glibc

/// The open folders on the way to the file that was last looked at.
///
/// Files come in order of their paths, so most of the way is the same from one to the next. Every folder is opened
/// without following symbolic links: a link in the output folder can't lead a write elsewhere.
struct FolderCursor: ~Copyable {
  private var names: [Substring] = []
  private var descriptors: [Int32] = []
  /// The `errno` of the last `open` that gave `nil`.
  private(set) var failure: Int32 = 0

  deinit { for descriptor in descriptors { _ = Glibc.close(descriptor) } }

  /// A descriptor for the folder at `path` below `root`, which stays open until the next call.
  /// - Returns: `nil` when there is no such folder, or a part of the path is something else.
  mutating func open(_ path: String, in root: Int32, create: Bool = false) -> Int32? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    let shared = zip(names, parts).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    close(from: shared)
    for part in parts[shared...] {
      let parent = descriptors.last ?? root
      guard let next = Self.openFolder(String(part), in: parent, create: create) else {
        failure = errno
        return nil
      }
      names.append(part)
      descriptors.append(next)
    }
    return descriptors.last ?? root
  }

  mutating func reset() { close(from: 0) }

  private mutating func close(from index: Int) {
    for descriptor in descriptors[index...] { _ = Glibc.close(descriptor) }
    names.removeSubrange(index...)
    descriptors.removeSubrange(index...)
  }

  /// A descriptor for a folder that is no symbolic link; the caller closes it.
  static func openFolder(_ name: String, in parent: Int32, create: Bool) -> Int32? {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var folder = openat(parent, name, flags)
    if folder < 0, errno == ENOENT, create {
      guard mkdirat(parent, name, 0o755) == 0 || errno == EEXIST else { return nil }
      folder = openat(parent, name, flags)
    }
    return folder < 0 ? nil : folder
  }
}
