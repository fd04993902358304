internal import Glibc

/// What the file system says of a file. As long as it stays the same, so does the file: every change moves `changed`,
/// which no program can set (unlike the modification time).
struct FileStamp: Hashable, Sendable {
  let node: UInt64
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int
  let changed: Int

  fileprivate init(_ status: stat) {
    node = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
  }

  /// `nil` when there is no such file, or it isn't a regular one.
  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  init(node: UInt64, size: Int, modified: Int, changed: Int) {
    (self.node, self.size, self.modified, self.changed) = (node, size, modified, changed)
  }

  /// Whether the file was last changed so long ago that another change would show: file systems count time in steps.
  var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return changed < (now.tv_sec - 2) * 1_000_000_000 + now.tv_nsec
  }
}

/// Why a file could not be read.
enum DiskFailure: Error {
  case system(Int32)
  case notRegular
  case tooLarge(Int)
}

/// A file's bytes with the stamp of the moment; no stamp when the file changed meanwhile, or has just been changed.
func readFile(_ path: String, largest: Int) throws(DiskFailure) -> (bytes: [UInt8], stamp: FileStamp?) {
  // Not blocking: a pipe in the file's place must not hang the build.
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
  guard file >= 0 else { throw .system(errno) }
  defer { close(file) }
  var (before, after) = (stat(), stat())
  guard fstat(file, &before) == 0 else { throw .system(errno) }
  guard before.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
  guard before.st_size <= largest else { throw .tooLarge(Int(before.st_size)) }
  let bytes = try readBytes(file, count: Int(before.st_size), offset: 0)
  guard fstat(file, &after) == 0 else { throw .system(errno) }
  let stamp = FileStamp(before)
  return (bytes, stamp == FileStamp(after) && bytes.count == stamp.size && stamp.isSettled ? stamp : nil)
}

/// At most `count` bytes from an offset.
func readBytes(_ file: Int32, count: Int, offset: Int) throws(DiskFailure) -> [UInt8] {
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
    while filled < count {
      let got = pread(file, buffer.baseAddress! + filled, count - filled, offset + filled)
      if got < 0, errno == EINTR { continue }
      if got < 0 { failure = errno }
      if got <= 0 { break }
      filled += got
    }
  }
  guard failure == 0 else { throw .system(failure) }
  return bytes
}

/// Writes all bytes.
/// - Returns: 0, or the `errno` of what failed.
func writeBytes(_ bytes: [UInt8], to file: Int32) -> Int32 {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return errno }
    rest = rest.dropFirst(count)
  }
  return 0
}

/// The day since 1970: only for tidying up, never for what is published.
func currentDay() -> Int { time(nil) / 86_400 }
