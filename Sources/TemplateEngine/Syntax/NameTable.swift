internal import Diagnostics

/// A name that templates use. Equal names are equal numbers.
struct Name: Hashable, Sendable {
  fileprivate let index: Int32

  static let loop = Name(index: 0)
}

/// The names of all templates that are compiled together.
struct NameTable: Sendable {
  private var texts: [String] = []
  private var hashes: [UInt32] = []
  /// The bytes of all names, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// A hash table with open addressing: indices of names, -1 where it is free. Its size is a power of two.
  private var slots: [Int32]

  init() {
    slots = [Int32](repeating: -1, count: 256)
    bytes.reserveCapacity(1024)
    texts.reserveCapacity(128)
    hashes.reserveCapacity(128)
    ends.reserveCapacity(128)
    let loop = Array("loop".utf8)
    _ = name(loop, SourceRange(0, loop.count))
  }

  private init(slots: [Int32]) { self.slots = slots }

  /// Stands for a table that is elsewhere at the moment.
  static let none = NameTable(slots: [])

  subscript(name: Name) -> String { texts[Int(name.index)] }

  func texts(of names: some Sequence<Name>) -> [String] { names.map { self[$0] } }

  /// The name that stands at a place.
  mutating func name(_ file: [UInt8], _ range: SourceRange) -> Name {
    let (lower, upper) = (Int(range.lower), Int(range.upper))
    // FNV-1a
    var hash: UInt32 = 0x811C_9DC5
    for index in lower..<upper { hash = (hash ^ UInt32(file[index])) &* 0x0100_0193 }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, isSame(index, file, lower, upper) { return Name(index: slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(texts.count)
    texts.append(String(decoding: file[lower..<upper], as: UTF8.self))
    hashes.append(hash)
    bytes += file[lower..<upper]
    ends.append(bytes.count)
    if texts.count * 2 > slots.count { grow() }
    return Name(index: Int32(texts.count - 1))
  }

  private func isSame(_ index: Int, _ file: [UInt8], _ lower: Int, _ upper: Int) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == upper - lower else { return false }
    for offset in 0..<(upper - lower) where bytes[start + offset] != file[lower + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in hashes.indices {
      var slot = Int(hashes[index]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
