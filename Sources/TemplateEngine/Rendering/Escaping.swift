/// Writes values as they are shown: text escaped, markup as it is, numbers as Python prints them.
enum Escaping {
  /// False, with nothing written, for what cannot be shown.
  @inline(__always)
  static func append(_ value: borrowing Value, to buffer: inout OutputBuffer) -> Bool {
    switch value {
    case .string(let text), .url(let text), .srcset(let text): append(escaping: text, to: &buffer)
    case .html(let text): append(text, to: &buffer)
    case .int(let number): append(number, to: &buffer)
    case .float(let number): append(PythonFloat.text(number), to: &buffer)
    case .bool(let flag): buffer.append(flag ? "True" : "False")
    case .undefined, .none, .list, .map, .record: return false
    }
    return true
  }

  /// The text as it is.
  @inline(__always)
  static func append(_ text: String, to buffer: inout OutputBuffer) {
    text.withBytes { buffer.append($0) }
  }

  /// `& < > ' "` become `&amp; &lt; &gt; &#39; &#34;`.
  @inline(__always)
  static func append(escaping text: String, to buffer: inout OutputBuffer) {
    text.withBytes { append(escaping: $0, to: &buffer) }
  }

  /// Releases no reference, which the compiler can't see: told so, it shows a text without retaining it first. Threads
  /// that show the same texts would otherwise wait for each other's counts.
  @_effects(releasenone)
  static func append(escaping bytes: UnsafeBufferPointer<UInt8>, to buffer: inout OutputBuffer) {
    guard let start = bytes.baseAddress else { return }
    var (index, copied) = (0, 0)
    while true {
      index = nextSpecial(start, index, bytes.count)
      buffer.append(UnsafeBufferPointer(start: start + copied, count: index - copied))
      guard index < bytes.count else { return }
      buffer.append(entity(start[index]))
      index += 1
      copied = index
    }
  }

  private static func entity(_ byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "'"): "&#39;"
    default: "&#34;"
    }
  }

  /// The index of the next byte to escape, or `count`. Looks at eight bytes at a time.
  @inline(__always)
  private static func nextSpecial(_ start: UnsafePointer<UInt8>, _ from: Int, _ count: Int) -> Int {
    var index = from
    while index + 8 <= count {
      let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
      let hits = match(word, 0x26) | match(word, 0x27) | match(word, 0x22) | match(word & ~0x0202_0202_0202_0202, 0x3C)
      if hits != 0 { return index + UInt64(littleEndian: hits).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, !isSpecial(start[index]) { index += 1 }
    return index
  }

  /// Sets the highest bit of the lowest byte that equals `byte` (and maybe of bytes above it).
  @inline(__always)
  private static func match(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* byte)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x27 || byte == 0x22 || byte == 0x3C || byte == 0x3E
  }

  static func append(_ number: Int, to buffer: inout OutputBuffer) {
    let target = buffer.reserve(20)
    var magnitude = number.magnitude
    var length = 0
    repeat {
      target[length] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10)
      magnitude /= 10
      length += 1
    } while magnitude > 0
    if number < 0 {
      target[length] = UInt8(ascii: "-")
      length += 1
    }
    var (left, right) = (0, length - 1)
    while left < right {
      (target[left], target[right]) = (target[right], target[left])
      left += 1
      right -= 1
    }
    buffer.commit(length)
  }
}

extension String {
  /// The UTF-8 bytes, without a copy: strings that Swift makes have theirs in one piece.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let result = utf8.withContiguousStorageIfAvailable(body) else {
      preconditionFailure("a string of another language's making")
    }
    return result
  }
}
