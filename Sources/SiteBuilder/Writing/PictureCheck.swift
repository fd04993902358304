internal import Diagnostics

/// What can be seen of a picture's bytes without decoding it: of one that is copied as it is, among the static files.
enum PictureCheck {
  /// Why the picture may not be published as it is, or `nil`.
  static func problem(_ bytes: [UInt8], path: String) -> Diagnostic? {
    guard let ending = path.split(separator: ".").last?.lowercased() else { return nil }
    if ending == "svg" { return runsScripts(bytes) ? .drawingRunsScripts(path) : nil }
    if let magic = magics[ending] {
      guard magic.contains(where: { starts(bytes, $0) }) else { return .notAPicture(path, ending) }
    } else if !otherEndings.contains(ending) {
      return nil
    }
    return tellsPlace(bytes) ? .pictureTellsPlace(path) : nil
  }

  /// Endings of pictures that browsers don't show everywhere.
  private static let otherEndings: Set = ["heic", "heif", "tif", "tiff"]

  /// The bytes that files with an ending begin with; `nil` stands for any byte.
  private static let magics: [String: [[UInt8?]]] = [
    "jpg": [[0xFF, 0xD8, 0xFF]], "jpeg": [[0xFF, 0xD8, 0xFF]], "jfif": [[0xFF, 0xD8, 0xFF]],
    "png": [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]],
    "webp": [Array("RIFF".utf8) + [nil, nil, nil, nil] + Array("WEBP".utf8)],
    "avif": [[nil, nil, nil, nil] + Array("ftypavi".utf8)],
  ]

  private static func starts(_ bytes: [UInt8], _ magic: [UInt8?]) -> Bool {
    bytes.count >= magic.count && zip(bytes, magic).allSatisfy { $1 == nil || $0 == $1 }
  }

  /// Whether a drawing has a script, a handler (`onload=`), or a link that is one: opened by itself, it would run as a
  /// page of the site. One in another encoding than UTF-8, or with names for pieces of itself, can't be judged.
  private static func runsScripts(_ svg: [UInt8]) -> Bool {
    if String(validating: svg, as: UTF8.self) == nil || svg.contains(0) { return true }
    let text = svg.map { ("A"..."Z").contains(Unicode.Scalar($0)) ? $0 + 32 : $0 }
    func has(_ words: String) -> Bool { contains(text, Array(words.utf8)) }
    if has("<script") || has(":script") || has("foreignobject") || has("<!entity") || hasHandler(text) { return true }
    return contains(withoutDisguise(text), Array("javascript:".utf8))
  }

  /// Of a numeric character reference, with room for zeros in front.
  private static let longestReference = 32

  /// The text without white space and control characters, and with its numeric character references resolved, as
  /// browsers read a link.
  private static func withoutDisguise(_ text: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&"), rest.first == UInt8(ascii: "#") {
        let reference = rest.dropFirst().prefix(longestReference).prefix { $0 != UInt8(ascii: ";") }
        let isHex = reference.first == UInt8(ascii: "x")
        let digits = String(decoding: isHex ? reference.dropFirst() : reference, as: UTF8.self)
        if let code = UInt8(digits, radix: isHex ? 16 : 10) {
          if code > 0x20 { plain.append(("A"..."Z").contains(Unicode.Scalar(code)) ? code + 32 : code) }
          rest = rest[min(reference.endIndex + 1, rest.endIndex)...]
          continue
        }
      }
      if byte > 0x20 { plain.append(byte) }
    }
    return plain
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

  /// Whether a picture tells where it was taken, which is often somebody's home: whether an Exif block (a TIFF header and
  /// directory) anywhere in it has a GPS directory (tag 0x8825 of the first directory; Exif 2.32, 4.6.3), or XMP a latitude.
  /// So it doesn't matter how JPEG, PNG, WebP, AVIF, HEIC and TIFF each wrap them.
  private static func tellsPlace(_ bytes: [UInt8]) -> Bool {
    let latitude = Array("GPSLatitude".utf8)
    return bytes.indices.contains { index in
      switch bytes[index] {
      case UInt8(ascii: "I"), UInt8(ascii: "M"): namesGPS(bytes[index...])
      case UInt8(ascii: "G"): bytes[index...].starts(with: latitude)
      default: false
      }
    }
  }

  /// - Parameter tiff: what may be a TIFF header and what follows; offsets count from its start.
  private static func namesGPS(_ tiff: ArraySlice<UInt8>) -> Bool {
    let isLittle = tiff.starts(with: [0x49, 0x49, 42, 0])
    guard isLittle || tiff.starts(with: [0x4D, 0x4D, 0, 42]) else { return false }
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= tiff.count else { return nil }
      let part = tiff[(tiff.startIndex + offset)...].prefix(count)
      return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2), count <= largestDirectory else {
      return false
    }
    return (0..<count).contains { number(directory + 2 + $0 * 12, 2) == 0x8825 }
  }

  /// More entries than any camera's first directory has.
  private static let largestDirectory = 512
}
