internal import Diagnostics
internal import Glibc

/// The folder that the site is written to.
///
/// Files are first written whole into a folder of their own (`stage`) and put in place by renaming (`publish`) once all
/// are written: a build that fails or is killed leaves the old site, or the new one, or files of both, each of them
/// whole. A folder that is new as a whole goes with one renaming.
/// The list of files that were written (`manifest`) is kept in the folder: only those are ever deleted.
final class OutputFolder: Sendable {
  static let manifestName = ".etalase-manifest"
  static let stagingName = ".etalase-staging"

  let path: String
  private let root: Int32
  private let staging: Int32

  /// Makes the folder if need be, and locks it until the value goes away.
  /// - Throws: also when another build is writing there.
  init(path: String) throws(MachineFailure) {
    self.path = path
    try Self.makeFolders(path)
    root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { throw MachineFailure("open", path, errno) }
    guard flock(root, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(root)
      throw code == EWOULDBLOCK ? MachineFailure(.outputIsLocked(path)) : MachineFailure("lock", path, code)
    }
    do throws(MachineFailure) {
      staging = try Self.openStaging(root, path)
    } catch {
      close(root)
      throw error
    }
  }

  deinit {
    close(staging)
    _ = unlinkat(root, Self.stagingName, AT_REMOVEDIR)
    close(root)
  }

  /// The list of the files that the last build wrote (`Manifest`); empty without one.
  func readManifest() -> [UInt8] {
    (try? readRegularFile("\(path)/\(Self.manifestName)", largest: Manifest.largest)) ?? []
  }

  func writeManifest(_ paths: [String]) throws(MachineFailure) {
    let bytes = Manifest.bytes(paths)
    if isSame(readManifest(), bytes) { return }
    var cursor = FolderCursor()
    try bytes.withUnsafeBufferPointer { bytes throws(MachineFailure) in
      try stage(UnsafeRawBufferPointer(bytes), at: Self.manifestName, &cursor)
    }
    guard renameat(staging, Self.manifestName, root, Self.manifestName) == 0 else {
      throw MachineFailure("write", "\(path)/\(Self.manifestName)", errno)
    }
  }

  /// Whether the file at `place` has these very bytes already.
  func holds(_ bytes: UnsafeRawBufferPointer, at place: String, _ cursor: inout FolderCursor) -> Bool {
    guard let position = cursor.open(folderOf: place, in: root, last: .passed) else { return false }
    let file = position.use(place) { openat($0, $1, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { return false }
    defer { close(file) }
    return Self.hasBytes(file, bytes)
  }

  /// The bytes of the regular file at `place`, if it is there and has fewer than `limit`.
  func bytes(at place: String, below limit: Int, _ cursor: inout FolderCursor) -> [UInt8]? {
    guard let position = cursor.open(folderOf: place, in: root, last: .passed) else { return nil }
    let file = position.use(place) { openat($0, $1, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, (1..<limit).contains(Int(status.st_size))
    else { return nil }
    let count = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, case let got = read(file, buffer.baseAddress! + filled, count - filled), got > 0 {
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }

  /// Whether the file at `place`, whose name and time are made of its bytes, is as it was written.
  func holds(_ seal: FileSeal, at place: String, _ cursor: inout FolderCursor) -> Bool {
    guard let position = cursor.open(folderOf: place, in: root) else { return false }
    var status = stat()
    let found = position.use(place) { fstatat($0, $1, &status, AT_SYMLINK_NOFOLLOW) } == 0
    return found && status.st_mode & S_IFMT == S_IFREG && seal.fits(status)
  }

  /// Gives a file that has the right bytes the time that tells so.
  private func put(_ seal: FileSeal, at place: String, _ cursor: inout FolderCursor) {
    guard let position = cursor.open(folderOf: place, in: root) else { return }
    _ = position.use(place) { utimensat($0, $1, seal.times, AT_SYMLINK_NOFOLLOW) }
  }

  /// Stages a file unless `place` has these very bytes already.
  /// - Returns: whether it did.
  func stageIfChanged(
    _ bytes: UnsafeRawBufferPointer, at place: String, seal: FileSeal? = nil, _ worker: inout OutputWorker
  ) throws(MachineFailure) -> Bool {
    if holds(bytes, at: place, &worker.published) {
      if let seal { put(seal, at: place, &worker.published) }
      return false
    }
    try stage(bytes, at: place, seal: seal, &worker.staged)
    return true
  }

  /// Writes a whole file into the staging folder, at the path that it will have.
  func stage(
    _ bytes: UnsafeRawBufferPointer, at place: String, seal: FileSeal? = nil, _ cursor: inout FolderCursor
  ) throws(MachineFailure) {
    guard let position = cursor.open(folderOf: place, in: staging, last: .made) else {
      throw MachineFailure("create", "\(path)/\(Self.folder(of: place))", cursor.failure)
    }
    let file = position.use(place) { openat($0, $1, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644) }
    guard file >= 0 else { throw MachineFailure("write", "\(path)/\(place)", errno) }
    var written = 0
    while written < bytes.count {
      let count = write(file, bytes.baseAddress! + written, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        close(file)
        throw MachineFailure("write", "\(path)/\(place)", code)
      }
      written += count
    }
    if let seal { futimens(file, seal.times) }
    guard close(file) == 0 else { throw MachineFailure("write", "\(path)/\(place)", errno) }
  }

  /// Puts everything that is staged in its place. Folders on the way that are symbolic links are refused.
  func publish() throws(MachineFailure) { try publish(from: staging, to: root, "") }

  private func publish(from source: Int32, to target: Int32, _ place: String) throws(MachineFailure) {
    for name in try Self.entries(of: source, "\(path)/\(place)") {
      if let folder = FolderCursor.openFolder(name, in: source) {
        defer { close(folder) }
        if let existing = FolderCursor.openFolder(name, in: target) {
          defer { close(existing) }
          try publish(from: folder, to: existing, place + name + "/")
          unlinkat(source, name, AT_REMOVEDIR)
          continue
        }
        guard errno == ENOENT else { throw MachineFailure("create", "\(path)/\(place)\(name)", errno) }
      }
      guard renameat(source, name, target, name) == 0 else {
        throw MachineFailure("write", "\(path)/\(place)\(name)", errno)
      }
    }
  }

  /// Whether anything but a folder stands at `place`.
  func exists(_ place: String, _ cursor: inout FolderCursor) -> Bool {
    guard let position = cursor.open(folderOf: place, in: root) else { return false }
    var status = stat()
    return position.use(place) { fstatat($0, $1, &status, AT_SYMLINK_NOFOLLOW) } == 0
      && status.st_mode & S_IFMT != S_IFDIR
  }

  /// Deletes a file and the folders that are empty without it.
  /// - Returns: whether there was such a file.
  func delete(_ place: String, _ cursor: inout FolderCursor) throws(MachineFailure) -> Bool {
    guard let position = cursor.open(folderOf: place, in: root) else { return false }
    guard position.use(place, { unlinkat($0, $1, 0) }) == 0 else {
      if errno == ENOENT || errno == EISDIR { return false }
      throw MachineFailure("delete", "\(path)/\(place)", errno)
    }
    cursor.reset()
    var folder = Self.folder(of: place)
    while !folder.isEmpty {
      guard let position = cursor.open(folderOf: folder, in: root),
        position.use(folder, { unlinkat($0, $1, AT_REMOVEDIR) }) == 0
      else { break }
      cursor.reset()
      folder = Self.folder(of: folder)
    }
    return true
  }

  /// Deletes what an earlier build, or this one, left in the staging folder.
  func emptyStaging() { Self.empty(staging) }

  private static func openStaging(_ root: Int32, _ path: String) throws(MachineFailure) -> Int32 {
    if mkdirat(root, stagingName, 0o755) != 0, errno != EEXIST {
      throw MachineFailure("create", "\(path)/\(stagingName)", errno)
    }
    let folder = openat(root, stagingName, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { throw MachineFailure("open", "\(path)/\(stagingName)", errno) }
    empty(folder)
    return folder
  }

  private static func empty(_ folder: Int32) {
    // What can't be listed stays; the next build tries again.
    for name in (try? entries(of: folder, "")) ?? [] where unlinkat(folder, name, 0) != 0 {
      if let inner = FolderCursor.openFolder(name, in: folder) {
        empty(inner)
        close(inner)
      }
      unlinkat(folder, name, AT_REMOVEDIR)
    }
  }

  /// - Parameter path: the folder's, for the failure's message.
  private static func entries(of folder: Int32, _ path: String) throws(MachineFailure) -> [String] {
    let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw MachineFailure("read", path, errno) }
    guard let directory = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw MachineFailure("read", path, code)
    }
    defer { closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw MachineFailure("read", path, errno) }
    return names
  }

  private static func makeFolders(_ path: String) throws(MachineFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part + "/"
      if mkdir(made, 0o755) != 0, errno != EEXIST { throw MachineFailure("create", path, errno) }
    }
  }

  /// The path without its last part; empty for a file in the output folder itself.
  private static func folder(of place: String) -> String {
    place.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place[..<$0]) } ?? ""
  }

  private static func hasBytes(_ file: Int32, _ expected: UnsafeRawBufferPointer) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      var compared = 0
      while true {
        // One byte more than there should be: a file that has it is longer.
        let wanted = min(buffer.count, expected.count - compared + 1)
        let count = read(file, buffer.baseAddress!, wanted)
        guard count >= 0, compared + count <= expected.count else { return false }
        if count > 0, memcmp(buffer.baseAddress!, expected.baseAddress! + compared, count) != 0 { return false }
        compared += count
        if count < wanted { return compared == expected.count }
      }
    }
  }
}

extension Message {
  static func outputIsLocked(_ path: String) -> Message {
    Message(
      en: "another build is writing to \(path); wait until it is done",
      id: "build lain sedang menulis ke \(path); tunggu sampai selesai")
  }
}
