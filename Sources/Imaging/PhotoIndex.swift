internal import Glibc

/// What is known of each photo of the build before, so that the next one need not open it.
///
/// Only a hint: an entry counts as long as the file's stamp is the very same, and a stamp is kept only when a later
/// change of the file can't go unnoticed. An index that is damaged, or comes from another machine, is worth nothing and
/// does no harm.
struct PhotoIndex: Sendable {
  struct Entry: Sendable {
    /// `nil` when the file had just been changed: then it has to be read again.
    let stamp: FileStamp?
    let recipe: String
    let photo: DevelopedPhoto
  }

  private static let magic = "etalase photos 1"
  private static let largest = 256 << 20

  /// By path.
  var entries: [String: Entry] = [:]
  /// The library that made the photos, with its file's stamp.
  var library: (known: ImagingProcesses.Library, stamp: FileStamp)?
  /// The day on which the cache was last tidied.
  var tidied = 0

  init() {}

  /// - Returns: an empty index for a file that isn't one.
  init(file: String) {
    guard let bytes = try? readFile(file, largest: Self.largest).bytes, bytes.count > ContentDigest.length else {
      return
    }
    let content = Array(bytes.dropLast(ContentDigest.length))
    guard ContentDigest(of: content).bytes == Array(bytes.suffix(ContentDigest.length)) else { return }
    var reader = ByteReader(content)
    if let index = PhotoIndex(from: &reader) { self = index }
  }

  private init?(from reader: inout ByteReader) {
    guard reader.text() == Self.magic, let tidied = reader.number(), let version = reader.text(),
      let path = reader.text(), let stamp = FileStamp(from: &reader), let recipes = reader.number(), recipes < 100
    else { return nil }
    self.tidied = tidied
    if !version.isEmpty { library = (ImagingProcesses.Library(version: version, path: path), stamp) }
    let names = (0..<recipes).compactMap { _ in reader.text() }
    guard names.count == recipes, let count = reader.number() else { return nil }
    entries.reserveCapacity(min(count, 1 << 20))
    for _ in 0..<count {
      guard let path = reader.text(), let recipe = reader.number(), recipe < recipes, let isSettled = reader.number(),
        let stamp = FileStamp(from: &reader), let photo = DevelopedPhoto(from: &reader)
      else { return nil }
      entries[path] = Entry(stamp: isSettled == 1 ? stamp : nil, recipe: names[recipe], photo: photo)
    }
  }

  private var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.put(Self.magic)
    writer.put(tidied)
    writer.put(library?.known.version ?? "")
    writer.put(library?.known.path ?? "")
    (library?.stamp ?? .none).write(to: &writer)
    let names = Set(entries.values.map(\.recipe)).sorted()
    writer.put(names.count)
    for name in names { writer.put(name) }
    writer.put(entries.count)
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      writer.put(path)
      writer.put(names.firstIndex(of: entry.recipe)!)
      writer.put(entry.stamp == nil ? 0 : 1)
      (entry.stamp ?? .none).write(to: &writer)
      entry.photo.write(to: &writer)
    }
    return writer.bytes + ContentDigest(of: writer.bytes).bytes
  }

  /// Writes the index, under another name first. That it can't be written costs time in the next build, and nothing now.
  func save(to file: String) {
    let new = "\(file)-\(getpid())"
    let target = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard target >= 0 else { return }
    let code = writeBytes(bytes, to: target)
    close(target)
    if code != 0 || rename(new, file) != 0 { unlink(new) }
  }
}

extension FileStamp {
  fileprivate static let none = FileStamp(node: 0, size: 0, modified: 0, changed: 0)

  fileprivate func write(to writer: inout ByteWriter) {
    writer.put(node)
    writer.put(size)
    writer.put(UInt64(bitPattern: Int64(modified)))
    writer.put(UInt64(bitPattern: Int64(changed)))
  }

  fileprivate init?(from reader: inout ByteReader) {
    guard let node = reader.word(), let size = reader.number(), let modified = reader.word(),
      let changed = reader.word()
    else { return nil }
    self.init(
      node: node, size: size, modified: Int(Int64(bitPattern: modified)), changed: Int(Int64(bitPattern: changed)))
  }
}
