extension CoverageReport {
  /// The table for spreadsheets, by RFC 4180: a header, a line for each kelurahan, and the city last. An empty field
  /// means "not known".
  ///
  ///     code,kecamatan,kelurahan,rw,rw_listed,flagship,candidate,products_only,none,rt,rt_with_entrepreneur,products,businesses
  ///     33.71.01.1003,Magelang Selatan,Rejowinangun Selatan,,2,1,0,1,0,,1,7,2
  public var csv: String { ([Self.columns] + lines.map(fields)).map(Self.record).joined() }

  private static let columns = [
    "code", "kecamatan", "kelurahan", "rw", "rw_listed", "flagship", "candidate", "products_only", "none", "rt",
    "rt_with_entrepreneur", "products", "businesses",
  ]

  private func fields(_ line: Line) -> [String] {
    func known(_ count: Int?) -> String { count.map(String.init) ?? "" }
    return [
      line.code, line.district, line.name, known(line.rwCount), "\(line.listed)", "\(line.flagship)",
      "\(line.candidate)", "\(line.withProducts)", "\(line.without)", known(line.rtCount),
      "\(line.rtWithEntrepreneur)", "\(line.products)", "\(line.businesses)",
    ]
  }

  /// One record: fields with a comma, a quote or a line break in quotes, quotes doubled, CRLF at the end.
  static func record(_ fields: [String]) -> String {
    fields.map { field in
      guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return field }
      return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }.joined(separator: ",") + "\r\n"
  }
}
