import Diagnostics

/// Old slugs: what a product, business or page was called in addresses before.
extension DocumentReader {
  /// A list of slugs, each at most once.
  mutating func aliases(_ field: Field?) -> [Located<Slug>] {
    var result: [Located<Slug>] = []
    for entry in entries(field) ?? [] {
      guard let alias = alias(entry) else { continue }
      if result.contains(where: { $0.value == alias }) {
        report(.repeatedEntry(entry.path, alias.text, at: place(entry)))
      } else {
        result.append(Located(alias, range(entry)))
      }
    }
    return result
  }

  private mutating func alias(_ field: Field) -> Slug? {
    guard let text = scalar(field, { .notASlug($0.path, "", at: $1) }) else { return nil }
    // `/produk/getuk-lama/`: the whole address, as a browser shows it.
    guard let last = text.split(separator: "/").last, text.utf8.contains(UInt8(ascii: "/")) else { return slug(field) }
    report(.aliasIsAnAddress(field.path, text, lastPart: String(last), at: place(field)))
    return nil
  }
}
