import Diagnostics

enum PlaceKey: Int, FieldKey {
  case kelurahan, rw, rt
  static let table = FieldTable(Self.self, "kelurahan rw rt")
}

/// Where a business is.
struct Place {
  let rw: RW
  let rt: Int?
}

extension Regions {
  /// The kelurahan that a word may mean: by slug or code first, then by name and alias, then by the beginning of a
  /// name. Capitals, spaces, hyphens and "Kelurahan" in front make no difference.
  func candidates(_ word: String) -> [Int] {
    if let exact = kelurahan.firstIndex(where: { $0.slug.text == word || $0.code == word || $0.bpsCode == word }) {
      return [exact]
    }
    let wanted = Self.folded(word)
    let named = kelurahan.indices.filter { Self.folded(kelurahan[$0].name) == wanted }
    if named.count == 1 { return named }
    let called = kelurahan.indices.filter { index in kelurahan[index].aliases.contains { Self.folded($0) == wanted } }
    let begun = kelurahan.indices.filter { Self.folded(kelurahan[$0].name).hasPrefix(wanted) }
    if called.count == 1, begun.count <= 1 { return called }
    return Array(Set(called + (wanted.count >= 4 ? begun : []))).sorted()
  }

  private static func folded(_ text: String) -> String {
    var letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    for prefix in ["kelurahan", "kel"]
    where letters.hasPrefix(prefix) && text.lowercased().hasPrefix(prefix + (prefix == "kel" ? "." : " ")) {
      letters.removeFirst(prefix.count)
    }
    return letters
  }
}

extension DocumentReader {
  /// `{kelurahan, rw, rt}`, each checked against `regions.yaml`.
  mutating func place(_ field: Field?, in regions: Regions?) -> Place? {
    guard let fields = group(field, PlaceKey.self) else { return nil }
    let kelurahan = kelurahan(required(fields, .kelurahan), in: regions)
    let rw = regionNumber(required(fields, .rw), of: kelurahan.flatMap { regions?.kelurahan[$0] })
    let rt = integer(fields[.rt], 1...30)
    guard let kelurahan, let rw else { return nil }
    return Place(rw: RW(kelurahan: kelurahan, number: rw), rt: rt)
  }

  /// The kelurahan must exist and be the only one that the word can mean: "Rejowinangun" alone is two.
  private mutating func kelurahan(_ field: Field?, in regions: Regions?) -> Int? {
    guard let field, let text = scalar(field, { .notAText($0.path, $0.name, isList: true, at: $1) }),
      let regions
    else { return nil }
    let candidates = regions.candidates(text)
    let exactAlias = candidates.count == 1
    if exactAlias { return candidates[0] }
    let slugs = candidates.map { regions.kelurahan[$0].slug.text }
    report(
      candidates.isEmpty
        ? .unknownKelurahan(text, known: regions.kelurahan.map(\.slug.text), at: place(field))
        : .ambiguousKelurahan(text, candidates: slugs, at: place(field)))
    return nil
  }

  /// An RW's number must be one that its kelurahan has; of one that isn't known, any may be right.
  private mutating func regionNumber(_ field: Field?, of kelurahan: Kelurahan?) -> Int? {
    guard let field, let number = integer(field, .min ... .max) else { return nil }
    let highest = kelurahan.map { $0.rwCount ?? RW.highest } ?? .max
    if (1...highest).contains(number) { return number }
    report(
      .noSuchRW(
        number, kelurahan: kelurahan?.name, isKnown: kelurahan?.rwCount != nil, highest: highest, at: place(field)))
    return nil
  }
}
