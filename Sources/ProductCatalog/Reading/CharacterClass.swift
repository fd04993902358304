/// Which characters a text may not, or should not, hold.
enum CharacterClass {
  /// Control characters, which YAML forbids and terminals obey, and noncharacters, which no text should bring along.
  static func isControl(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    // The last two of each plane (Unicode, section 23.7).
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// What programs put in place of a letter that they could not read (U+FFFD): people see a question mark in a box.
  static func isReplacement(_ value: UInt32) -> Bool { value == 0xFFFD }

  /// Characters that nobody sees but that hide or reorder text: zero width, and Unicode's explicit bidi controls
  /// (UAX #9). The joiners U+200C and U+200D are left alone: scripts and emoji need them.
  static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}

/// What a file that isn't UTF-8 probably is.
enum TextEncoding {
  case utf16, windows1252, damaged

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Told from the file's first bytes: a UTF-16 byte order mark, or every other byte zero.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    guard bytes.count >= 2 else { return nil }
    if (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) { return .utf16 }
    guard bytes.count >= 4 else { return nil }
    let little = bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0
    let big = bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0
    return little || big ? .utf16 : nil
  }

  /// Told from the first byte that can't stand where it does: a lone byte above 0x9F between ASCII is how Western
  /// single-byte encodings write a letter with an accent.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>, invalidAt index: Int) -> TextEncoding {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let isOverlong = bytes[index] == 0xC0 || bytes[index] == 0xC1
    return next < 0x80 && !isOverlong && bytes[index] >= 0x80 ? .windows1252 : .damaged
  }
}
