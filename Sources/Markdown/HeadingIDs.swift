/// The ids of a text's headings, each once.
struct HeadingIDs {
  private var used: Set<String> = []
  /// The number that the next heading with the same words gets.
  private var next: [String: Int] = [:]

  /// `h-` and the text's words, with a number where that was used before.
  mutating func id(for text: String) -> String {
    let base = Self.slug(text)
    var id = base
    while !used.insert(id).inserted {
      let number = next[base, default: 2]
      next[base] = number + 1
      id = "\(base)-\(number)"
    }
    return id
  }

  /// `h`, and the text's letters and digits in lower case, with a hyphen before each run of them.
  private static func slug(_ text: String) -> String {
    var (slug, isInWord) = ([UInt8(ascii: "h")], false)
    slug.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      let isWord: Bool =
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic
        }
      if isWord, !isInWord { slug.append(UInt8(ascii: "-")) }
      isInWord = isWord
      guard isWord else { continue }
      if scalar.isASCII {
        slug.append(("A"..."Z").contains(scalar) ? UInt8(scalar.value) + 32 : UInt8(scalar.value))
      } else {
        slug += scalar.properties.lowercaseMapping.utf8
      }
    }
    if slug.count == 1 { slug.append(UInt8(ascii: "-")) }
    return String(decoding: slug, as: UTF8.self)
  }
}
