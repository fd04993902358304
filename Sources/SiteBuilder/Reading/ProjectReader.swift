internal import Diagnostics
internal import Glibc
internal import ProductCatalog

/// Reads a folder of the project into memory: the only place that opens input files.
///
/// Opens regular files only: a pipe or device would hang the build, and a link could publish what nobody meant to.
struct ProjectReader {
  /// Bytes of one text file.
  static let largestText = 2 << 20
  /// Bytes of a list that the program keeps: `permalinks.lock`; over a million addresses.
  static let largestList = 64 << 20
  /// Folders within folders.
  static let deepest = 16

  /// What a folder holds. Paths begin with the folder's.
  struct Contents: Sendable {
    var files: [SourceFile] = []
    /// The regular files that were not read.
    var otherPaths: [String] = []
    var diagnostics: [Diagnostic] = []

    mutating func add(_ other: Contents) {
      files += other.files
      otherPaths += other.otherPaths
      diagnostics += other.diagnostics
    }
  }

  /// The folder's path, which all paths of its files begin with.
  let folder: String
  /// Whether a file is text that is to be read, by its path below the folder.
  let isText: @Sendable (String) -> Bool

  /// - Throws: when there is no such folder, or it can't be read.
  init(folder: String, isText: @escaping @Sendable (String) -> Bool) throws(MachineFailure) {
    (self.folder, self.isText) = (folder, isText)
    var status = stat()
    guard stat(folder, &status) == 0 else {
      throw errno == ENOENT
        ? MachineFailure(.noFolder(folder), isWrongArgument: true) : MachineFailure("open", folder, errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw MachineFailure(.notAFolder(folder), isWrongArgument: true) }
  }

  /// Everything in the folder, ascending by path. The order does not depend on the file system or on `jobs`.
  func read(jobs: Int) throws(MachineFailure) -> Contents {
    var contents = Contents()
    var entries = [""]
    // Two levels down there are enough entries to share out among the threads.
    for _ in 0..<2 {
      entries = entries.flatMap { Self.isFolder($0) ? list($0, depth: 0, into: &contents) : [$0] }
    }
    let parts = entries.compactMapInParallel(jobs: jobs) { (entry, parts: inout [Contents]) -> Never? in
      // One for a whole run of entries.
      if parts.isEmpty { parts.append(Contents()) }
      read(entry, depth: 2, into: &parts[0])
      return nil
    }
    for part in parts.notes { contents.add(part) }
    if let reason = contents.diagnostics.isEmpty ? nil : unreadableRoot { throw reason }
    return contents
  }

  private var unreadableRoot: MachineFailure? {
    access(folder, R_OK | X_OK) == 0 ? nil : MachineFailure("open", folder, errno)
  }

  private func read(_ entry: String, depth: Int, into contents: inout Contents) {
    guard Self.isFolder(entry) else { return readFile(entry, into: &contents) }
    for inner in list(entry, depth: depth, into: &contents) { read(inner, depth: depth + 1, into: &contents) }
  }

  /// What is now at a path of the project: a file, a folder with all that is in it, or nothing.
  /// - Returns: the contents, and where they are: at the path, or at what above it is gone or no folder any more. `nil`
  ///   when the path is outside the folder or is passed over.
  func read(at path: String) -> (place: String, contents: Contents)? {
    var contents = Contents()
    if isSame(path, folder) {
      read("", depth: 0, into: &contents)
      return (folder, contents)
    }
    let steps = Self.steps(to: path, in: folder)
    for (depth, step) in steps.enumerated() {
      if Self.isIgnored(step.place, step.name) { return nil }
      switch nameProblem(step.place, step.name).map(Kind.refused) ?? kind(of: step.place) {
      case .folder where depth + 1 < steps.count: continue
      case .folder: read(step.place + "/", depth: steps.count, into: &contents)
      case .file: readFile(step.place, into: &contents)
      case .refused(let problem): contents.diagnostics = [problem]
      case nil: break
      }
      return (shown(step.place), contents)
    }
    return nil
  }

  /// Whether a path of the project is outside a folder, or one that is passed over when the folder is read.
  static func passesOver(_ path: String, in folder: String) -> Bool {
    let steps = steps(to: path, in: folder)
    return steps.isEmpty ? !isSame(path, folder) : steps.contains { isIgnored($0.place, $0.name) }
  }

  /// The folders on the way to a path of the project, and itself; none for a path outside `folder`.
  private static func steps(to path: String, in folder: String) -> [(place: String, name: String)] {
    guard path.utf8.starts(with: (folder + "/").utf8) else { return [] }
    var place = ""
    return path.utf8.dropFirst(folder.utf8.count + 1).split(separator: UInt8(ascii: "/")).map { part in
      let name = String(Substring(part))
      place = place.isEmpty ? name : "\(place)/\(name)"
      return (place, name)
    }
  }

  private static func isFolder(_ entry: String) -> Bool { entry.isEmpty || entry.utf8.last == UInt8(ascii: "/") }

  /// The files and folders in a folder that are to be gone on with, ascending. Folders have a slash at their end.
  private func list(_ path: String, depth: Int, into contents: inout Contents) -> [String] {
    var entries: [String] = []
    list(path, depth: depth, into: &contents, &entries)
    return entries.sortedByBytes()
  }

  private func list(_ path: String, depth: Int, into contents: inout Contents, _ entries: inout [String]) {
    guard depth <= Self.deepest else { return contents.diagnostics.append(.folderTooDeep(shown(path))) }
    guard let directory = opendir(shown(path)) else {
      return contents.diagnostics.append(.unreadable(shown(path), errno))
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      guard let name = Self.name(entry) else {
        contents.diagnostics.append(.nameIsNotText(shown(path)))
        continue
      }
      let inner = path + name
      if Self.isIgnored(inner, name) { continue }
      switch kind(of: inner, name, entry) {
      case .file: entries.append(inner)
      case .folder: entries.append(inner + "/")
      case .refused(let problem): contents.diagnostics.append(problem)
      }
    }
  }

  /// Names with a dot or an underscore in front are passed over. Among the static files web servers want some of them, and
  /// of others people are told that they aren't published.
  private static func isIgnored(_ path: String, _ name: String) -> Bool {
    guard let first = name.utf8.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "_") else { return false }
    guard path.hasPrefix("static/") else { return true }
    return name == "." || name == ".." || name.hasPrefix(".git") || name.hasPrefix(".etalase") || name == ".DS_Store"
  }

  /// Names with a dot or an underscore in front that web servers and hosts want.
  private static let serverNames: Set = [
    ".well-known", ".nojekyll", ".htaccess", "_headers", "_redirects", "_routes.json", "_worker.js",
  ]

  /// Whether a name is that of a file which a program leaves behind for itself, or that is not meant to be seen.
  private static func isPrivate(_ name: String) -> Bool {
    let lower = name.lowercased()
    if name.hasPrefix(".") || name.hasPrefix("_") { return !serverNames.contains(name) }
    return name.hasPrefix("~$") || name.hasSuffix("~") || lower == "thumbs.db" || lower == "desktop.ini"
      || [".tmp", ".bak", ".swp", ".part"].contains { lower.hasSuffix($0) }
  }

  private enum Kind {
    case file, folder
    case refused(Diagnostic)
  }

  private func kind(of path: String, _ name: String, _ entry: UnsafeMutablePointer<dirent>) -> Kind {
    if let problem = nameProblem(path, name) { return .refused(problem) }
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .refused(linkProblem(path))
    default: return kind(of: path) ?? .refused(.unreadable(shown(path), ENOENT))
    }
  }

  /// - Returns: `nil` when nothing is there.
  private func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat("\(folder)/\(path)", &status) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? nil : .refused(.unreadable(shown(path), errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .refused(linkProblem(path))
    default: return .refused(.notAFile(shown(path)))
    }
  }

  /// Control characters: C0, delete and C1 (Unicode's category Cc). And static files that are hardly meant to be published.
  private func nameProblem(_ path: String, _ name: String) -> Diagnostic? {
    let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    if !isPlain { return .nameHasControlCharacters(shown(path)) }
    return path.hasPrefix("static/") && Self.isPrivate(name) ? .staticFileIsPrivate(shown(path)) : nil
  }

  /// Links are not followed: one that leads elsewhere, even within the project, could publish what nobody meant to.
  private func linkProblem(_ path: String) -> Diagnostic {
    guard let real = realpath("\(folder)/\(path)", nil) else { return .linkIsBroken(shown(path), errno) }
    defer { free(real) }
    return .linkIsNotFollowed(shown(path), String(cString: real))
  }

  private func readFile(_ path: String, into contents: inout Contents) {
    let shown = shown(path)
    guard isText(path) else { return contents.otherPaths.append(shown) }
    do throws(ReadFailure) {
      let limit = path.hasSuffix(".lock") ? Self.largestList : Self.largestText
      let bytes = try readRegularFile(shown, largest: limit)
      contents.files.append(SourceFile(path: shown, bytes: bytes))
    } catch {
      contents.diagnostics.append(error.diagnostic(shown))
    }
  }

  /// The path with the folder's in front, and without a slash at its end.
  private func shown(_ path: String) -> String {
    let whole = folder + "/" + path
    return Self.isFolder(path) ? String(whole.dropLast()) : whole
  }

  /// The entry's name, `nil` for `.`, for `..` and for bytes that are not UTF-8.
  private static func name(_ entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
  }
}

/// Why a file's bytes could not be had.
enum ReadFailure: Error {
  case system(Int32)
  case notRegular
  case tooLarge(limit: Int)

  func diagnostic(_ path: String) -> Diagnostic {
    switch self {
    case .system(let code): .unreadable(path, code)
    case .notRegular: .notAFile(path)
    case .tooLarge(let limit): .tooLarge(path, limit)
    }
  }
}

/// The bytes of a regular file, as far as they are there when it is read: it may grow or shrink meanwhile.
func readRegularFile(_ path: String, largest: Int) throws(ReadFailure) -> [UInt8] {
  // Not blocking: a pipe put in the file's place since it was listed must not hang the build.
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
  guard file >= 0 else { throw .system(errno) }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else { throw .system(errno) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
  guard status.st_size <= largest else { throw .tooLarge(limit: largest) }

  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    while count < status.st_size {
      let got = read(file, buffer.baseAddress! + count, buffer.count - count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { failure = errno }
      if got <= 0 { break }
      count += got
    }
  }
  guard failure == 0 else { throw .system(failure) }
  return bytes
}
