internal import Diagnostics

/// The files of the content folder by path, to tell where a relative link leads.
struct ContentFiles: Sendable {
  /// The content folder's path, such as `content`.
  let root: String
  private let rootAndSlash: String
  private let texts: Set<String>
  /// Ascending by bytes.
  private let others: [String]

  init(root: String, texts: [String], others: [String]) {
    self.root = root
    rootAndSlash = root + "/"
    self.texts = Set(texts)
    self.others = others.sortedByBytes()
  }

  /// Whether there is a text file at the path.
  func hasText(_ path: String) -> Bool { texts.contains(path) }

  /// What a relative link leads to. `parts` are the target's path below the content folder.
  enum Target {
    /// A text that becomes a page.
    case text(parts: [String])
    case other(path: String, parts: [String])
    case nothing(Message, help: Message?)
  }

  /// - Parameter file: the path of the file that the link stands in.
  func target(of path: String, from file: String) -> Target {
    let destination = Self.percentDecoded(path)
    guard let bytes = Self.joined(file, destination), bytes.starts(with: rootAndSlash.utf8) else {
      return .nothing(.linkLeavesContent(path), help: .linkForms)
    }
    let target = String(decoding: bytes, as: UTF8.self)
    let parts = bytes[rootAndSlash.utf8.count...].split(separator: UInt8(ascii: "/"))
      .map { String(decoding: $0, as: UTF8.self) }
    if texts.contains(target) || texts.contains(target + "/index.md") { return .text(parts: parts) }
    if others.containsSorted(target) { return .other(path: target, parts: parts) }
    let near = nearest(to: parts, from: file).map { Message.didYouMean(Self.relative($0, from: file)) }
    return .nothing(.deadLink(path, expected: target), help: near ?? .linkForms)
  }

  /// The text of the same kind whose name is nearest; never the one that the link stands in.
  private func nearest(to parts: [String], from file: String) -> String? {
    guard parts.count > 1, let kind = parts.first else { return nil }
    let folder = rootAndSlash + kind + "/"
    let candidates = texts.filter { $0.hasPrefix(folder) && !isSame($0, file) }.sorted(by: precedes)
    let name = { (path: String) in String(path.dropFirst(folder.count).prefix { $0 != "/" && $0 != "." }) }
    let wanted = String(parts[1].prefix { $0 != "." })
    guard let nearest = nearestMatch(to: wanted, in: candidates.lazy.map(name)) else { return nil }
    return candidates.first { isSame(name($0), nearest) && !$0.hasSuffix(".en.md") }
  }

  /// `../wajik/index.md` for a file as seen from another.
  private static func relative(_ path: String, from file: String) -> String {
    let (target, folder) = (path.split(separator: "/"), file.split(separator: "/").dropLast())
    let shared = zip(target, folder).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + target[shared...]).joined(separator: "/")
  }

  /// The path that a relative one means in a file's folder; `nil` when it climbs out of the project.
  private static func joined(_ file: String, _ path: String) -> [UInt8]? {
    let slash = UInt8(ascii: "/")
    var bytes = Array(file.utf8)
    func dropLastPart() -> Bool {
      guard let end = bytes.lastIndex(of: slash) else { return false }
      bytes.removeLast(bytes.count - end)
      return true
    }
    guard !path.isEmpty, dropLastPart() else { return nil }
    let (parts, dot) = (Array(path.utf8), UInt8(ascii: "."))
    var start = 0
    while start < parts.count {
      let end = parts[start...].firstIndex(of: slash) ?? parts.count
      switch end - start {
      case 0: break
      case 1 where parts[start] == dot: break
      case 2 where parts[start] == dot && parts[start + 1] == dot:
        guard dropLastPart() else { return nil }
      default:
        bytes.append(slash)
        bytes += parts[start..<end]
      }
      start = end + 1
    }
    return bytes
  }

  static func percentDecoded(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    var (decoded, rest): ([UInt8], ArraySlice<UInt8>) = ([], Array(path.utf8)[...])
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        rest.removeFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}

extension [String] {
  func sortedByBytes() -> [String] { byteOrder(self).map { self[$0] } }

  /// Whether a list of paths that ascends by bytes has the path.
  func containsSorted(_ path: String) -> Bool {
    let index = sortedIndex(of: path)
    return index < count && isSame(self[index], path)
  }

  /// The texts that `other` lacks; both ascend by bytes.
  /// - Complexity: O(n + m)
  func subtractingSorted(_ other: [String]) -> [String] {
    var next = other.startIndex
    return filter { text in
      while next < other.endIndex, precedes(other[next], text) { next += 1 }
      return next == other.endIndex || !isSame(other[next], text)
    }
  }

  /// Whether a list of paths that ascends by bytes has any in the folder.
  func hasSortedFolder(_ folder: String) -> Bool {
    let index = sortedIndex(of: folder + "/")
    return index < count && self[index].utf8.starts(with: (folder + "/").utf8)
  }

  /// The index of the first path that doesn't precede `path`.
  private func sortedIndex(of path: String) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(self[middle], path) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
