public import Diagnostics
internal import ProductCatalog

/// How far the city's programmes have come, to print: the figures of the board at `/rw/`, from the same count.
///
///     let (report, diagnostics) = try Builder(settings).coverage()
///     print(report?.csv ?? "the content has errors", terminator: "")
public struct CoverageReport: Sendable {
  let catalog: Catalog
  let coverage: Coverage

  init(_ catalog: Catalog) {
    self.catalog = catalog
    coverage = Coverage(catalog)
  }

  /// One line for each kelurahan, and the city's last.
  struct Line: Sendable {
    let code, district, name: String
    let isCity: Bool
    /// Absent when no source says so.
    let rwCount, rtCount: Int?
    let listed, flagship, candidate, withProducts, without, rtWithEntrepreneur, products, businesses: Int
  }

  var lines: [Line] { coverage.areas.map(line) + [cityLine] }

  private func line(_ area: Coverage.Area) -> Line {
    let kelurahan = catalog.kelurahan[area.kelurahan]
    return Line(
      code: kelurahan.code, district: catalog.districts[kelurahan.district].name, name: kelurahan.name, isCity: false,
      rwCount: kelurahan.rwCount, rtCount: kelurahan.rtCount, listed: area.places.count,
      flagship: area.count(.flagship), candidate: area.count(.candidate), withProducts: area.count(.products),
      without: area.count(.none), rtWithEntrepreneur: area.rtWithEntrepreneur, products: area.products,
      businesses: area.businesses)
  }

  private var cityLine: Line {
    let city = catalog.city
    return Line(
      code: city.code, district: "", name: city.name, isCity: true, rwCount: city.rwTotal, rtCount: city.rtTotal,
      listed: coverage.listed, flagship: coverage.count(.flagship), candidate: coverage.count(.candidate),
      withProducts: coverage.count(.products), without: coverage.count(.none),
      rtWithEntrepreneur: coverage.rtWithEntrepreneur, products: catalog.products.count,
      businesses: catalog.businesses.count)
  }
}

extension Builder {
  /// Counts how far the city's programmes have come. Reads the content only, and writes nothing.
  /// - Returns: the report, unless the content has errors; and those errors. Its warnings are `check`'s affair.
  public func coverage() throws(MachineFailure) -> (report: CoverageReport?, errors: [Diagnostic]) {
    let (catalog, diagnostics) = try Sources.readCatalog(settings)
    let errors = diagnostics.filter { $0.severity == .error }.sortedForDisplay()
    return (errors.isEmpty ? catalog.map(CoverageReport.init) : nil, errors)
  }
}
