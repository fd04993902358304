internal import Diagnostics

/// What can be seen of a picture's bytes without decoding it.
enum PictureCheck {
  /// Why the picture may not be published as it is, or `nil`.
  static func problem(_ bytes: [UInt8], path: String) -> Diagnostic? {
    guard let ending = path.split(separator: ".").last?.lowercased(), let magic = magics[ending] else { return nil }
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
