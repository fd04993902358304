internal import Glibc

/// Puts a whole file in place of what is at `path`, which is there, as it was or as it is to be, at every moment.
/// A file that has these bytes already is left alone.
func writeFile(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
  if (try? readRegularFile(path, largest: ProjectReader.largestList)) == bytes { return }
  let temporary = hiddenNeighbour(of: path)
  let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw MachineFailure("write", path, errno) }
  var code = writeAll(bytes, to: file)
  if close(file) != 0, code == 0 { code = errno }
  if code == 0, rename(temporary, path) != 0 { code = errno }
  guard code != 0 else { return }
  unlink(temporary)
  throw MachineFailure("write", path, code)
}

/// `content/.permalinks.lock.new`: a name that no reader looks at.
private func hiddenNeighbour(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ".\(path).new" }
  return "\(path[...slash]).\(path[path.utf8.index(after: slash)...]).new"
}

/// - Returns: 0, or the `errno` of what failed.
private func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return errno }
    rest = rest.dropFirst(count)
  }
  return 0
}
