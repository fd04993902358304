/// White space as Python's `str.isspace` has it (Unicode bidirectional types WS, B and S, and category Zs); Jinja2's
/// `\s`, `trim` and `truncate` all follow it. U+001C to U+001F count, which Swift's `isWhitespace` leaves out.
enum PythonSpace {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The number of bytes of the white space scalar that begins at `index`; 0 when there is none.
  @inline(__always)
  static func length(in bytes: [UInt8], at index: Int, end: Int) -> Int {
    guard index < end else { return 0 }
    let first = bytes[index]
    if first > 0x20, first < 0x80 { return 0 }
    if first < 0x80 { return contains(Unicode.Scalar(first)) ? 1 : 0 }
    return lengthBeyondASCII(in: bytes, at: index, end: end)
  }

  private static func lengthBeyondASCII(in bytes: [UInt8], at index: Int, end: Int) -> Int {
    let length = bytes[index] >= 0xE0 ? 3 : 2
    guard index + length <= end, let scalar = decode(bytes[index..<index + length]) else { return 0 }
    return contains(scalar) ? length : 0
  }

  /// The number of bytes of the white space scalar that ends at `index`; 0 when there is none.
  static func length(in bytes: [UInt8], before index: Int, start: Int) -> Int {
    for length in 1...3 where index - length >= start {
      let first = bytes[index - length]
      if first & 0xC0 != 0x80 { return self.length(in: bytes, at: index - length, end: index) == length ? length : 0 }
    }
    return 0
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
  }
}
