internal import Glibc

/// Developed photos on disk, a file for each: all that was made of the photo, one after another, and then what `read`
/// needs to know about it.
///
/// An entry is made under another name and then renamed: it is whole, or not there. It never changes, so any number of
/// builds may use the folder at once. What an entry holds is checked against its fingerprint when it is used.
struct CacheFolder: Sendable {
  static let magic = Array("etalase1".utf8)
  /// Entries that no build has used for this long are deleted.
  static let daysKept = 30

  let path: String

  /// Makes the folder if need be.
  func make() throws(ImagingFailure) {
    guard access(path, F_OK) != 0 else { return }
    var made = ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      if mkdir(made, 0o755) != 0, access(made, F_OK) != 0 { throw .noCache(made, errno) }
    }
  }

  /// Where a worker puts what it makes, until `keep`.
  /// - Parameter supervisor: of the processes that make it: no two have the same number.
  func newName(_ number: Int, supervisor: Int32) -> String { "\(path)/new-\(supervisor)-\(number)" }

  func discard(_ newName: String) { unlink(newName) }

  /// Makes an entry of what a worker made.
  func keep(_ photo: DevelopedPhoto, _ newName: String) throws(ImagingFailure) {
    var writer = ByteWriter()
    photo.write(to: &writer)
    let record = writer.bytes
    let trailer = record + ContentDigest(of: record).bytes + Self.fourBytes(record.count) + Self.magic
    let file = open(newName, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .cannot("write", "menulis", newName, errno) }
    let code = writeBytes(trailer, to: file)
    close(file)
    guard code == 0 else { throw .cannot("write", "menulis", newName, code) }
    let (folder, name) = place(photo.key)
    if mkdir(folder, 0o755) != 0, errno != EEXIST { throw .cannot("create", "membuat", folder, errno) }
    guard rename(newName, name) == 0 else { throw .cannot("write", "menulis", name, errno) }
  }

  /// What the entry says of its photo; `nil` when there is none, or it is damaged.
  func read(_ key: CacheKey) -> DevelopedPhoto? {
    let file = open(place(key).name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let (size, tail) = (Int(lseek(file, 0, SEEK_END)), 12 + ContentDigest.length)
    guard size > tail, let end = try? readBytes(file, count: tail, offset: size - tail), end.count == tail,
      Array(end.suffix(8)) == Self.magic
    else { return nil }
    let length = end[ContentDigest.length..<ContentDigest.length + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= size - tail, let record = try? readBytes(file, count: length, offset: size - tail - length),
      ContentDigest(of: record).bytes == Array(end.prefix(ContentDigest.length))
    else { return nil }
    var reader = ByteReader(record)
    guard let photo = DevelopedPhoto(from: &reader), photo.key == key else { return nil }
    return photo
  }

  /// A file of the photo; `nil` when the entry is gone or damaged.
  func bytes(of part: DevelopedPhoto.File, _ key: CacheKey) -> [UInt8]? {
    let file = open(place(key).name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let bytes = try? readBytes(file, count: part.length, offset: part.offset), bytes.count == part.length,
      bytes.withUnsafeBytes({ fingerprint(of: $0) }) == part.fingerprint
    else { return nil }
    return bytes
  }

  /// Marks the entries as used today, and deletes those that have not been for long, and what killed builds left.
  func prune(used: [CacheKey]) {
    for key in used { utimensat(AT_FDCWD, place(key).name, nil, 0) }
    let oldest = (currentDay() - Self.daysKept) * 86_400
    for folder in Self.names(in: path) {
      let inner = "\(path)/\(folder)"
      if folder.hasPrefix("new-") { Self.delete(inner, before: time(nil) - 86_400) }
      guard folder.utf8.count == 2 else { continue }
      for name in Self.names(in: inner) { Self.delete("\(inner)/\(name)", before: oldest) }
      rmdir(inner)
    }
  }

  private static func delete(_ path: String, before seconds: Int) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mtim.tv_sec < seconds { unlink(path) }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private func place(_ key: CacheKey) -> (folder: String, name: String) {
    let name = key.name
    let folder = "\(path)/\(name.prefix(2))"
    return (folder, "\(folder)/\(name.dropFirst(2))")
  }

  private static func fourBytes(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
