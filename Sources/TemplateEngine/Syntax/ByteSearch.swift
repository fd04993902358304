extension [UInt8] {
  /// The index of the first byte between two indices that equals `byte`, or `end`. Looks at eight bytes at a time.
  func index(of byte: UInt8, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count)
    return withUnsafeBytes { bytes in
      let wanted = 0x0101_0101_0101_0101 &* UInt64(byte)
      var index = start
      while index + 8 <= end {
        let difference = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ wanted
        let hits = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
        if hits != 0 { return index + UInt64(littleEndian: hits).trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end, bytes[index] != byte { index += 1 }
      return index
    }
  }

  /// The index of the first byte that is not ASCII, or the end.
  func indexBeyondASCII(from start: Int) -> Int {
    withUnsafeBytes { bytes in
      var index = start
      while index + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      return index
    }
  }

  /// Whether these bytes stand at an index.
  func has(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount where self[start + index] != text.utf8Start[index] { return false }
    return true
  }
}
