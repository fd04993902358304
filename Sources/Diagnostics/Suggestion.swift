/// The known word nearest to a misspelt one, or `nil` when none is near enough to be what was meant.
///
/// Nearness is the optimal string alignment distance (insertions, deletions, substitutions and swaps of neighbours,
/// each costing one) over lower-cased scalars; a third of the word's length may differ, and at least one letter. Of equally near words the
/// first wins.
/// - Complexity: O(known words × letters²); words longer than 60 scalars are not compared.
public func nearestMatch(to word: String, in known: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  guard (1...60).contains(wanted.count) else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in known {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let allowed = max(1, max(wanted.count, scalars.count) / 3)
    guard scalars.count <= 60, abs(scalars.count - wanted.count) <= allowed else { continue }
    let distance = alignmentDistance(wanted, scalars)
    if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
