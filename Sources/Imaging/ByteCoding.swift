/// Puts numbers and texts behind each other: numbers as LEB128, texts with their length in front.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) { put(UInt64(number)) }

  mutating func put(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += text.utf8
  }

  mutating func put(raw: [UInt8]) { bytes += raw }
}

/// Reads what `ByteWriter` wrote; `nil` for anything that it could not have written.
struct ByteReader {
  private let bytes: [UInt8]
  private var index: Int

  init(_ bytes: [UInt8], from index: Int = 0) { (self.bytes, self.index) = (bytes, index) }

  mutating func word() -> UInt64? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  /// A number that fits in 48 bits: sums and products of a few stay in range.
  mutating func number() -> Int? { word().flatMap { $0 < 1 << 48 ? Int($0) : nil } }

  mutating func text() -> String? { number().flatMap { raw($0) }.map { String(decoding: $0, as: UTF8.self) } }

  mutating func raw(_ count: Int) -> [UInt8]? {
    guard count <= bytes.count - index else { return nil }
    defer { index += count }
    return Array(bytes[index..<index + count])
  }
}

extension DevelopedPhoto {
  func write(to writer: inout ByteWriter) {
    writer.put(raw: key.digest.bytes)
    for number in [width, height, bytes, frames] { writer.put(number) }
    writer.put(raw: [color.red, color.green, color.blue])
    writer.put(files.count)
    for file in files {
      for number in [file.width, file.height, Int(file.format.rawValue), (file.crop ?? -1) + 1] { writer.put(number) }
      for number in [file.offset, file.length] { writer.put(number) }
      writer.put(file.fingerprint)
    }
  }

  init?(from reader: inout ByteReader) {
    guard let key = reader.raw(ContentDigest.length), let width = reader.number(), let height = reader.number(),
      let bytes = reader.number(), let frames = reader.number(), let color = reader.raw(3),
      let count = reader.number(), count <= 64
    else { return nil }
    var files: [File] = []
    for _ in 0..<count {
      guard let file = File(from: &reader) else { return nil }
      files.append(file)
    }
    self.init(
      key: CacheKey(digest: ContentDigest(bytes: key)), width: width, height: height, bytes: bytes, frames: frames,
      color: Color(red: color[0], green: color[1], blue: color[2]), files: files)
  }
}

extension DevelopedPhoto.File {
  fileprivate init?(from reader: inout ByteReader) {
    guard let width = reader.number(), let height = reader.number(), let code = reader.number(),
      let format = UInt8(exactly: code).flatMap(Format.init), let crop = reader.number(), let offset = reader.number(),
      let length = reader.number(), let fingerprint = reader.word()
    else { return nil }
    self.init(
      width: width, height: height, format: format, crop: crop == 0 ? nil : crop - 1, offset: offset, length: length,
      fingerprint: fingerprint)
  }
}
