import Diagnostics

/// Looks at every byte of a text once, before anything is made of it: is it UTF-8, and does it hold characters that
/// nobody wants on a page?
struct TextScan {
  private(set) var diagnostics: [Diagnostic] = []
  /// False when the bytes are not UTF-8 or hold control characters: nothing else can be said about such a file.
  private(set) var isReadable = true

  /// Scans a file's bytes.
  init(_ file: SourceFile) {
    file.bytes.withUnsafeBufferPointer { bytes in
      scanCharacters(bytes) { SourceLocation(file, SourceRange($0)) }
      if isReadable { scanPersonNumbers(bytes) { SourceLocation(file, SourceRange($0)) } }
    }
  }

  /// Scans a value that was written with escapes (`"\u200b"`), so that its characters don't stand in the file.
  init(unescaped bytes: ArraySlice<UInt8>, at location: SourceLocation) {
    bytes.withUnsafeBufferPointer { bytes in
      scanCharacters(bytes) { _ in location }
      if isReadable { scanPersonNumbers(bytes) { _ in location } }
    }
  }

  private mutating func scanCharacters(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: (Range<Int>) -> SourceLocation
  ) {
    if let encoding = TextEncoding.guess(bytes) { return report(.encoding(encoding, at: place(0..<0))) }
    var (index, odd, controls) = (bytes.starts(with: TextEncoding.byteOrderMark) ? 3 : 0, 0, 0)
    while true {
      index = endOfPlainText(bytes, index)
      guard index < bytes.count else { return }
      guard let (value, length) = decodeScalar(bytes, index) else {
        return report(.encoding(TextEncoding.guess(bytes, invalidAt: index), at: place(index..<index + 1)))
      }
      if CharacterClass.isControl(value) {
        controls += 1
        if controls <= Limits.repeatedReports { report(.control(value, at: place(index..<index + length))) }
      } else if CharacterClass.isInvisible(value) || CharacterClass.isReplacement(value) {
        odd += 1
        if odd <= Limits.repeatedReports {
          let place = place(index..<index + length)
          diagnostics.append(
            CharacterClass.isReplacement(value) ? .lostLetter(at: place) : .invisible(value, at: place))
        }
      }
      index += length
    }
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    isReadable = false
  }

  private mutating func scanPersonNumbers(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: (Range<Int>) -> SourceLocation
  ) {
    var found: [Range<Int>] = []
    PersonNumber.scan(bytes) { found.append($0) }
    if let unmarked = UnmarkedText(bytes) {
      unmarked.bytes.withUnsafeBufferPointer { PersonNumber.scan($0) { found.append(unmarked.original($0)) } }
      found.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
    var (count, end) = (0, 0)
    for range in found where range.lowerBound >= end && count < Limits.repeatedReports {
      diagnostics.append(.personNumber(at: place(range)))
      (count, end) = (count + 1, range.upperBound)
    }
  }
}

/// The first byte from `start` that is not printable ASCII, tab or line break.
private func endOfPlainText(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
  let raw = UnsafeRawBufferPointer(bytes)
  var index = start
  while index < bytes.count {
    while index + 8 <= bytes.count, isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { index += 8 }
    let end = min(index + 8, bytes.count)
    while index < end {
      let byte = bytes[index]
      guard (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return index }
      index += 1
    }
  }
  return index
}

/// True when eight bytes are printable ASCII or line feeds. False says nothing: they are looked at one by one.
private func isPlain(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let high = ones << 7
  guard (word | (word &+ ones)) & high == 0 else { return false }
  // No byte is above 0x7E, so none of these sums carries into the next byte.
  let fromSpaceOn = (word &+ ones &* 0x60) & high
  let notLineFeed = ((word ^ (ones &* 0x0A)) &+ ones &* 0x7F) & high
  return fromSpaceOn == notLineFeed
}

/// The scalar at `index` and its length, or `nil` when the bytes there are not UTF-8 (Unicode, table 3-7).
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (value: UInt32, length: Int)? {
  let first = bytes[index]
  if first < 0x80 { return (UInt32(first), 1) }
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch first {
  case 0xC2...0xDF: length = 2
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: length = 3
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  case 0xF1...0xF3: length = 4
  default: return nil
  }
  guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for next in bytes[(index + 1)..<(index + length)] {
    guard next & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(next & 0x3F)
  }
  return (value, length)
}
