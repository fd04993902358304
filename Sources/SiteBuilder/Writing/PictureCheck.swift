internal import Diagnostics

/// What can be seen of a picture's bytes without decoding it: of one that is copied as it is, among the static files.
enum PictureCheck {
  /// Why the picture may not be published as it is, or `nil`.
  static func problem(_ bytes: [UInt8], path: String) -> Diagnostic? {
    guard let ending = path.split(separator: ".").last?.lowercased() else { return nil }
    if ending == "svg" { return runsScripts(bytes) ? .drawingRunsScripts(path) : nil }
    guard let magic = magics[ending] else { return nil }
    guard magic.contains(where: { starts(bytes, $0) }) else { return .notAPicture(path, ending) }
    return ["jpg", "jpeg"].contains(ending) && hasPlace(bytes) ? .pictureTellsPlace(path) : nil
  }

  /// The bytes that files with an ending begin with; `nil` stands for any byte.
  private static let magics: [String: [[UInt8?]]] = [
    "jpg": [[0xFF, 0xD8, 0xFF]], "jpeg": [[0xFF, 0xD8, 0xFF]],
    "png": [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]],
    "webp": [Array("RIFF".utf8) + [nil, nil, nil, nil] + Array("WEBP".utf8)],
    "avif": [[nil, nil, nil, nil] + Array("ftypavi".utf8)],
  ]

  private static func starts(_ bytes: [UInt8], _ magic: [UInt8?]) -> Bool {
    bytes.count >= magic.count && zip(bytes, magic).allSatisfy { $1 == nil || $0 == $1 }
  }

  /// Whether a drawing has a script, a handler (`onload=`), or a link that is one: opened by itself, it would run as a
  /// page of the site.
  private static func runsScripts(_ svg: [UInt8]) -> Bool {
    let text = svg.map { ("A"..."Z").contains(Unicode.Scalar($0)) ? $0 + 32 : $0 }
    func has(_ words: String) -> Bool { contains(text, Array(words.utf8)) }
    return has("<script") || has("javascript:") || has("<foreignobject") || hasHandler(text)
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    text.indices.contains { text[$0] == word[0] && text[$0...].starts(with: word) }
  }

  private static func hasHandler(_ text: [UInt8]) -> Bool {
    var index = 0
    while index + 3 < text.count {
      defer { index += 1 }
      guard text[index] <= 0x20 || text[index] == UInt8(ascii: "/"), text[index + 1] == UInt8(ascii: "o"),
        text[index + 2] == UInt8(ascii: "n")
      else { continue }
      let name = text[(index + 3)...].prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      let next = text[name.endIndex...].first { $0 > 0x20 }
      if !name.isEmpty, next == UInt8(ascii: "=") { return true }
    }
    return false
  }

  /// Whether a JPEG's Exif block has a GPS directory (tag 0x8825 of the first directory; Exif 2.32, 4.6.3): where the
  /// photo was taken, which is often somebody's home.
  private static func hasPlace(_ bytes: [UInt8]) -> Bool {
    var index = 2
    while index + 4 <= bytes.count, bytes[index] == 0xFF, bytes[index + 1] != 0xDA {
      let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
      let segment = bytes[(index + 4)..<min(bytes.count, index + 2 + max(2, length))]
      if bytes[index + 1] == 0xE1, segment.starts(with: Array("Exif\0\0".utf8)), namesGPS(Array(segment.dropFirst(6))) {
        return true
      }
      index += 2 + length
    }
    return false
  }

  /// - Parameter tiff: a TIFF header and what follows; offsets count from its start.
  private static func namesGPS(_ tiff: [UInt8]) -> Bool {
    let isLittle = tiff.first == UInt8(ascii: "I")
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at >= 0, at + count <= tiff.count else { return nil }
      let part = tiff[at..<at + count]
      return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return false }
    return (0..<count).contains { number(directory + 2 + $0 * 12, 2) == 0x8825 }
  }
}
