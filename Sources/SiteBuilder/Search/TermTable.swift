/// Words, each with a number, in the order in which they were first seen.
///
/// A hash table with open addressing over one buffer of bytes: an index looks half a million words up.
struct TermTable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  /// A term's number, or -1.
  private var slots = [Int32](repeating: -1, count: 1 << 12)

  var count: Int { starts.count - 1 }

  func term(_ number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The word's number, a new one if it was never seen.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = free(for: word)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    if count * 2 >= slots.count {
      grow()
      slot = free(for: word)
    }
    slots[slot] = Int32(count)
    bytes += word
    starts.append(bytes.count)
    return count - 1
  }

  /// The slot that the word is in, or would go to.
  private func free(for word: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = Int(truncatingIfNeeded: stableHash(word)) & (slots.count - 1)
    while slots[slot] >= 0, !isTerm(Int(slots[slot]), word) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isTerm(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    var index = 0
    while index < word.count, bytes[start + index] == word[index] { index += 1 }
    return index == word.count
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<count {
      let word = Array(term(number))
      word.withUnsafeBufferPointer { slots[free(for: $0)] = Int32(number) }
    }
  }

  /// All numbers, by the bytes of their terms.
  var sorted: [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      (0..<count).sorted { a, b in
        bytes[starts[a]..<starts[a + 1]].lexicographicallyPrecedes(bytes[starts[b]..<starts[b + 1]])
      }
    }
  }
}
