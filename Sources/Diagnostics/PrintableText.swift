extension String {
  /// True when every character is an ASCII letter, digit, sign or space: one column each.
  var isPlainASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  /// The text as one line that is safe to print: control, bidirectional-override and other invisible format characters
  /// become U+FFFD, tabs and line breaks become spaces.
  ///
  /// Text from files ends up in terminals and CI logs; a product's title must not be able to write `::error` or an
  /// escape code there.
  var printable: String {
    if isPlainASCII { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.append(scalar == "\t" || scalar == "\n" || scalar == "\r" ? " " : "\u{FFFD}")
      case .format where scalar != "\u{200D}" && scalar != "\u{200C}": result.append("\u{FFFD}")
      case .lineSeparator, .paragraphSeparator: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Character {
  /// Columns that a terminal gives the character: 2 for East Asian wide characters and emoji, else 1.
  ///
  /// Ranges from Unicode's EastAsianWidth.txt (W and F), joined where nothing else lies between.
  var terminalWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if unicodeScalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation { return 2 }
    if unicodeScalars.count == 1, first.properties.canonicalCombiningClass != .notReordered { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x17000...0x18AFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
