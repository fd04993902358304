internal import Glibc

/// True when `a` comes before `b` by bytes: the same order on every machine and in every locale, unlike that of Swift's
/// `<`, which takes canonically equivalent strings for equal.
package func precedes(_ a: String, _ b: String) -> Bool {
  let result = a.utf8.withContiguousStorageIfAvailable { first in
    b.utf8.withContiguousStorageIfAvailable { second in precedes(first, second) }
  }
  return (result ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}

private func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  let order = compare(a, b, min(a.count, b.count))
  return order == 0 ? a.count < b.count : order < 0
}

/// True when two texts have the same bytes.
package func isSame(_ a: String, _ b: String) -> Bool {
  guard a.utf8.count == b.utf8.count else { return false }
  let result = a.utf8.withContiguousStorageIfAvailable { first in
    b.utf8.withContiguousStorageIfAvailable { second in compare(first, second, first.count) == 0 }
  }
  return (result ?? nil) ?? a.utf8.elementsEqual(b.utf8)
}

/// True when two arrays have the same bytes: Swift's `==` looks at one after another.
package func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  a.count == b.count
    && a.withUnsafeBufferPointer { first in b.withUnsafeBufferPointer { compare(first, $0, first.count) == 0 } }
}

/// True when `text` has the bytes of `start` in front.
package func begins(_ text: String, with start: String) -> Bool {
  let result = text.utf8.withContiguousStorageIfAvailable { bytes in
    start.utf8.withContiguousStorageIfAvailable { $0.count <= bytes.count && compare(bytes, $0, $0.count) == 0 }
  }
  return (result ?? nil) ?? text.utf8.starts(with: start.utf8)
}

/// Below, at or above zero, as the first `count` bytes of `a` come before, are, or come after those of `b`.
private func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ count: Int) -> Int32 {
  // An empty text may have no address.
  count == 0 ? 0 : memcmp(a.baseAddress!, b.baseAddress!, count)
}
