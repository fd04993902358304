/// The words of texts, each brought to one spelling, so that *Gethuk*, *gétuk* and *getuk* are the same.
///
/// Small letters without accents; apostrophes vanish, and whatever else is no letter or digit parts two words. Then
/// spellings of Javanese and of Indonesian before 1972 (EYD) become today's (`dh th oe dj tj`: *wedhang*, *djahe*,
/// *oewoeh*), an h after another consonant is dropped, and a doubled letter counts once.
///
///     var words = FoldedWords()
///     words.add("Wedhang Oewoeh, 250 g")   // wedang, uwuh, 250, g
///
/// `templates/assets/js/search-index.js` does the same in the browser; `Tests/Browser/search_words.tsv` holds both to it.
struct FoldedWords {
  private(set) var bytes: [UInt8] = []
  /// Where each word ends in `bytes`; the next one begins there.
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  /// The bytes of a word.
  func range(_ word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func add(_ text: String) {
    var text = text
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: text.utf8.count))
    let end = text.withUTF8 { text in
      bytes.withUnsafeMutableBufferPointer { Self.fold(text, into: $0, from: start, &ends) }
    }
    bytes.removeSubrange(end...)
  }

  static func of(_ text: String) -> [String] {
    var words = FoldedWords()
    words.add(text)
    return (0..<words.count).map { String(decoding: words.bytes[words.range($0)], as: UTF8.self) }
  }

  /// Writes the words of a text, which take no more bytes than the text.
  /// - Returns: where they end.
  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, into bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int,
    _ ends: inout [Int]
  ) -> Int {
    var (index, wordStart, written) = (0, start, start)
    func endWord() {
      guard written > wordStart else { return }
      written = modernize(bytes, wordStart..<written)
      ends.append(written)
      wordStart = written
    }
    while index < text.count {
      let byte = text[index]
      guard byte < 0x80 else {
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let scalar = UnsafeBufferPointer(rebasing: text[index..<index + length])
        switch letter(of: scalar) {
        case .none: break
        case .plain(let letter):
          bytes[written] = letter
          written += 1
        case .other:
          for byte in scalar {
            bytes[written] = byte
            written += 1
          }
        case .boundary: endWord()
        }
        index += length
        continue
      }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes[written] = byte
        written += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        bytes[written] = byte | 0x20
        written += 1
      case UInt8(ascii: "'"): break
      default: endWord()
      }
      index += 1
    }
    endWord()
    return written
  }

  private enum Letter {
    /// Nothing is left of it.
    case none
    case plain(UInt8)
    /// One of another script, kept as it is.
    case other
    case boundary
  }

  private static func letter(of encoded: UnsafeBufferPointer<UInt8>) -> Letter {
    let first = UInt32(encoded[0]) & (0x7F >> UInt32(encoded.count))
    let value = encoded.dropFirst().reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
    switch value {
    case 0x300...0x36F, 0x2BC, 0x2018, 0x2019: return .none
    case accented where letters[Int(value - accented.lowerBound)] != 0:
      return .plain(letters[Int(value - accented.lowerBound)])
    // Scripts other than Latin, without the blocks of punctuation and symbols.
    case 0x180..<0x2000, 0x2C00..<0x3000, 0x3040..<0xD800: return .other
    default: return .boundary
    }
  }

  /// Brings a word to today's spelling, in its place.
  /// - Returns: where it ends then.
  private static func modernize(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
    var (read, written) = (word.lowerBound, word.lowerBound)
    while read < word.upperBound {
      let next = read + 1 < word.upperBound ? bytes[read + 1] : 0
      let (letter, length) = modern(bytes[read], next)
      read += length
      let isLetter = UInt8(ascii: "a") <= letter && letter <= UInt8(ascii: "z")
      if isLetter, written > word.lowerBound, bytes[written - 1] == letter { continue }
      bytes[written] = letter
      written += 1
    }
    return written
  }

  /// What a letter and the one after it stand for today, and how many of the two that takes.
  private static func modern(_ letter: UInt8, _ next: UInt8) -> (letter: UInt8, length: Int) {
    switch next {
    case UInt8(ascii: "h"):
      switch letter {
      case UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "k"),
        UInt8(ascii: "s"), UInt8(ascii: "t"):
        return (letter, 2)
      case UInt8(ascii: "p"): return (UInt8(ascii: "f"), 2)
      default: return (letter, 1)
      }
    case UInt8(ascii: "e") where letter == UInt8(ascii: "o"): return (UInt8(ascii: "u"), 2)
    case UInt8(ascii: "j") where letter == UInt8(ascii: "d"): return (UInt8(ascii: "j"), 2)
    case UInt8(ascii: "j") where letter == UInt8(ascii: "t"): return (UInt8(ascii: "c"), 2)
    default: return (letter, 1)
    }
  }

  /// Unicode's blocks Latin-1 Supplement (its letters) and Latin Extended-A.
  private static let accented: Range<UInt32> = 0xC0..<0x180

  /// The plain letter of each of them; 0 for what is no letter.
  private static let letters: [UInt8] = {
    let groups = """
      aàáâãäåāăąæ cçćĉċč dďđð eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįıĳ jĵ kķĸ lĺļľŀł nñńņňŉŋ oòóôõöøōŏőœ rŕŗř sśŝşšßſ
      tţťŧþ uùúûüũūŭůűų wŵ yýÿŷ zźżž aÀÁÂÃÄÅĀĂĄÆ cÇĆĈĊČ dĎĐÐ eÈÉÊËĒĔĖĘĚ gĜĞĠĢ hĤĦ iÌÍÎÏĨĪĬĮİĲ jĴ kĶ lĹĻĽĿŁ
      nÑŃŅŇŊ oÒÓÔÕÖØŌŎŐŒ rŔŖŘ sŚŜŞŠ tŢŤŦÞ uÙÚÛÜŨŪŬŮŰŲ wŴ yÝŸŶ zŹŻŽ
      """
    var letters = [UInt8](repeating: 0, count: accented.count)
    for group in groups.split(whereSeparator: \.isWhitespace) {
      let scalars = group.unicodeScalars
      for scalar in scalars.dropFirst() {
        letters[Int(scalar.value - accented.lowerBound)] = UInt8(ascii: scalars.first!)
      }
    }
    return letters
  }()
}
