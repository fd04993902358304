public import Diagnostics
internal import ProductCatalog

extension CoverageReport {
  /// The report for people: sums and targets, then a table of the kelurahan.
  public func text(_ language: MessageLanguage) -> String {
    let table = PlainTable(header: Self.header.map { $0[language] }, rows: lines.map { cells($0, language) })
    return ([headline(language)] + sums(language) + [""] + table.lines + [""] + notes(language))
      .map { $0 + "\n" }.joined()
  }

  private func headline(_ language: MessageLanguage) -> String {
    let city = catalog.city
    return Message(
      en: "One RW, one product: \(city.name), \(city.rwTotal) RW and \(city.rtTotal) RT as of \(city.asOf)",
      id: "Satu RW, satu produk: \(city.name), \(city.rwTotal) RW dan \(city.rtTotal) RT per \(city.asOf)")[language]
  }

  private func sums(_ language: MessageLanguage) -> [String] {
    let (flagship, entrepreneur) = (catalog.flagshipProgress(coverage), catalog.entrepreneurProgress(coverage))
    let lines: [Message] = [
      Message(
        en: "RW with a designated flagship: \(flagship.reached) of \(flagship.target) (\(flagship.percent)%)",
        id: "RW dengan produk unggulan: \(flagship.reached) dari \(flagship.target) (\(flagship.percent)%)"),
      Message(
        en: "RW with a candidate only: \(coverage.count(.candidate))",
        id: "RW yang baru punya calon: \(coverage.count(.candidate))"),
      Message(
        en: "RW with products only: \(coverage.count(.products))",
        id: "RW yang baru punya produk: \(coverage.count(.products))"),
      Message(
        en: "RW with no product yet: \(coverage.count(.none))",
        id: "RW yang belum punya produk: \(coverage.count(.none))"),
      Message(
        en: "RT with an entrepreneur: \(entrepreneur.reached) of \(entrepreneur.target) (\(entrepreneur.percent)%)",
        id: "RT dengan wirausaha: \(entrepreneur.reached) dari \(entrepreneur.target) (\(entrepreneur.percent)%)"),
    ]
    return lines.map { "  " + $0[language] }
  }

  private static let header = [
    Message(en: "Kelurahan", id: "Kelurahan"), Message(en: "RW", id: "RW"),
    Message(en: "flagship", id: "unggulan"), Message(en: "candidate", id: "calon"),
    Message(en: "products", id: "produk"), Message(en: "none yet", id: "belum"),
    Message(en: "RT with entrepreneur", id: "RT berwirausaha"),
  ]

  private func cells(_ line: Line, _ language: MessageLanguage) -> [String] {
    let rw = line.rwCount.map(String.init) ?? "\(line.listed)+"
    let counts = [line.flagship, line.candidate, line.withProducts, line.without]
    let rt = line.rtCount.map { "\(line.rtWithEntrepreneur)/\($0)" } ?? String(line.rtWithEntrepreneur)
    return [line.name, rw] + counts.map(String.init) + [rt]
  }

  private func notes(_ language: MessageLanguage) -> [String] {
    let (unknown, known) = (catalog.kelurahan.contains { $0.rwCount == nil }, coverage.businessesWithoutRT == 0)
    let notes: [Message?] = [
      unknown
        ? Message(
          en: "12+ means known so far: no source says how many RW that kelurahan has.",
          id: "12+ berarti diketahui sejauh ini: belum ada sumber jumlah RW kelurahan itu.") : nil,
      coverage.unlisted > 0
        ? Message(
          en: "\(coverage.unlisted) RW stand in no line but the city's: their kelurahan is not known yet.",
          id: "\(coverage.unlisted) RW hanya terhitung di baris kota: kelurahannya belum diketahui.") : nil,
      known
        ? nil
        : Message(
          en: "Businesses whose RT is not written, and so count for no RT: \(coverage.businessesWithoutRT).",
          id: "Usaha yang nomor RT-nya belum ditulis, jadi tidak terhitung: \(coverage.businessesWithoutRT)."),
      coverage.sampleBusinesses > 0
        ? Message(
          en: "Businesses that are samples: \(coverage.sampleBusinesses) of \(catalog.businesses.count).",
          id: "Usaha yang hanya contoh: \(coverage.sampleBusinesses) dari \(catalog.businesses.count).") : nil,
    ]
    return notes.compactMap { $0?[language] }
  }
}

/// Cells in columns: words to the left, all other columns to the right.
struct PlainTable {
  let header: [String]
  let rows: [[String]]

  var lines: [String] {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return all.map { row in
      row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].unicodeScalars.count)
        return column == 0 ? row[column] + space : space + row[column]
      }.joined(separator: "  ")
    }
  }
}
