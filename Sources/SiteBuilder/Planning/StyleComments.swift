/// A style sheet without its comments, which are for those who write it: a tenth of what visitors would have to load.
///
///     withoutComments(Array("a { } /* a link */".utf8))  // a { }
///
/// Comments that begin with `/*!` stay: by custom those are licences.
func withoutComments(_ css: [UInt8]) -> [UInt8] {
  let (slash, star, mark, escape) = (UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "\\"))
  var (kept, index, quote): ([UInt8], Int, UInt8) = ([], 0, 0)
  kept.reserveCapacity(css.count)
  func byte(_ offset: Int) -> UInt8 { index + offset < css.count ? css[index + offset] : 0 }
  while index < css.count {
    if quote == 0, byte(0) == slash, byte(1) == star, byte(2) != mark {
      index += 2
      while index < css.count, !(byte(0) == star && byte(1) == slash) { index += 1 }
      index += 2
      // It parted what stood before and after it.
      if kept.last.map({ $0 > 0x20 }) ?? false { kept.append(0x20) }
      continue
    }
    if quote != 0, byte(0) == escape {
      kept += css[index..<min(index + 2, css.count)]
      index += 2
      continue
    }
    if quote == byte(0) { quote = 0 } else if quote == 0, [0x22, 0x27].contains(byte(0)) { quote = byte(0) }
    kept.append(css[index])
    index += 1
  }
  return kept
}
