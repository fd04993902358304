/// True when `a` comes before `b` by bytes: the same order on every machine and in every locale, unlike that of Swift's
/// `<`, which takes canonically equivalent strings for equal.
package func precedes(_ a: String, _ b: String) -> Bool {
  let result = a.utf8.withContiguousStorageIfAvailable { first in
    b.utf8.withContiguousStorageIfAvailable { second in precedes(first, second) }
  }
  return (result ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}

private func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  let shared = min(a.count, b.count)
  var index = 0
  while index < shared, a[index] == b[index] { index += 1 }
  return index < shared ? a[index] < b[index] : a.count < b.count
}

/// True when two texts have the same bytes.
package func isSame(_ a: String, _ b: String) -> Bool {
  a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
}
