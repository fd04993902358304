internal import ProductCatalog
internal import TemplateEngine

/// What the board still lacks, and what to do about it: the nearest to its aim first.
extension PageValues {
  var gaps: [BoardGap] {
    let coverage = site.coverage
    let empty = coverage.areas.filter { $0.products == 0 }.map(\.kelurahan)
    let counted = catalog.kelurahan.count { $0.rwCount != nil }
    return [
      gap("decide", places(.candidate)), gap("nominate", places(.products)),
      gap("kelurahan", empty.map { Link(label: catalog.kelurahan[$0].name, url: url(.kelurahan($0, page: 1))) }),
      gap(
        "unlisted", count: coverage.unlisted,
        texts("board.gap.unlisted.text", String(counted), String(catalog.kelurahan.count))),
      gap("rt", count: coverage.businessesWithoutRT, texts("board.gap.rt.text")),
    ].compactMap { $0 }
  }

  /// Links shown of a gap; the table of the page has all.
  private static let shownLinks = 12

  private func gap(_ key: String, _ links: [Link]) -> BoardGap? {
    let shown = Array(links.prefix(Self.shownLinks))
    return gap(
      key, count: links.count, texts("board.gap.\(key).text"), links: shown, more: links.count - shown.count)
  }

  private func gap(_ key: String, count: Int, _ text: String, links: [Link] = [], more: Int = 0) -> BoardGap? {
    guard count > 0 else { return nil }
    let title = texts("board.gap.\(key)", edition.formatting.number(count), count: count)
    return BoardGap(title: title, text: text, links: links, more: more)
  }

  private func places(_ state: Coverage.State) -> [Link] {
    site.coverage.areas.flatMap(\.places).filter { $0.state == state }.map { place in
      Link(label: placeName(place.rw), url: shared.links.rwURL(place.rw) ?? url(.rwBoard))
    }
  }
}
