internal import Glibc

/// An open regular file of the project, to be sent piece by piece. It is closed when nothing holds it any more.
public final class RegularFile {
  public let descriptor: Int32
  /// Bytes when it was opened. It may grow or shrink meanwhile.
  public let size: Int

  /// Opens the file at `path` below `folder`. No part of the path below the folder may be a link: one could lead out of
  /// the project, and may have taken a folder's place since the project was read.
  init(_ path: String, below folder: String) throws(ReadFailure) {
    var place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Substring.init)
    for (index, part) in parts.enumerated() {
      guard place >= 0 else { throw .system(errno) }
      let parent = place
      defer { close(parent) }
      guard !part.isEmpty, part != ".", part != ".." else { throw .notRegular }
      // Not blocking: a pipe in the file's place must not hang the server.
      let kind = index == parts.count - 1 ? O_NONBLOCK : O_DIRECTORY
      place = openat(parent, String(part), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | kind)
    }
    guard place >= 0 else { throw .system(errno) }
    var status = stat()
    guard fstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(place)
      throw .notRegular
    }
    (descriptor, size) = (place, Int(status.st_size))
  }

  deinit { close(descriptor) }

  /// Reads into `buffer` from a place in the file.
  /// - Returns: how many bytes were read: 0 at the file's end, and when it can't be read.
  public func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)))
  }
}
