internal import Diagnostics
internal import ProductCatalog

extension CoverageReport {
  /// The report as one JSON object with sorted keys, ended by a line break. A count that nobody knows is left out.
  ///
  ///     {"asOf":"2025-03",
  ///      "businesses":{"sample":12,"total":12,"withoutRT":2},
  ///      "code":"33.71","city":"Kota Magelang",
  ///      "kelurahan":[{"candidate":0,"code":"33.71.01.1003","district":"Magelang Selatan","flagship":1,
  ///                    "name":"Rejowinangun Selatan","none":0,"products":1,"rtWithEntrepreneur":1,
  ///                    "rw":[{"businesses":1,"number":3,"product":{"name":"…","slug":"…"},"products":4,
  ///                           "state":"flagship"}, …]}, …],
  ///      "programmes":{"entrepreneurPerRT":{"percent":0,"reached":9,"source":"…","target":1030},
  ///                    "flagshipPerRW":{…}},
  ///      "rt":{"total":1030,"withEntrepreneur":9},
  ///      "rw":{"candidate":3,"flagship":6,"none":181,"products":2,"total":192,"unlisted":169},
  ///      "source":"…"}
  ///
  /// `state` is `flagship`, `candidate`, `products` or `none`; counts under those names are of RW. `product` is the
  /// flagship or else the candidate. `unlisted` RW are among `none`, and stand in no kelurahan's `rw`.
  public func json() throws -> String { try encodedJSON(Document(self)) }

  private struct Document: Encodable {
    let city, code, asOf, source: String
    let rw: RWs
    let rt: RTs
    let businesses: Businesses
    let programmes: Programmes
    let kelurahan: [Area]

    init(_ report: CoverageReport) {
      let (city, coverage) = (report.catalog.city, report.coverage)
      (self.city, code, asOf, source) = (city.name, city.code, city.asOf, city.source)
      rw = RWs(
        total: coverage.rwTotal, flagship: coverage.count(.flagship), candidate: coverage.count(.candidate),
        products: coverage.count(.products), none: coverage.count(.none), unlisted: coverage.unlisted)
      rt = RTs(total: coverage.rtTotal, withEntrepreneur: coverage.rtWithEntrepreneur)
      businesses = Businesses(
        total: report.catalog.businesses.count, sample: coverage.sampleBusinesses,
        withoutRT: coverage.businessesWithoutRT)
      programmes = Programmes(report.catalog, coverage)
      kelurahan = zip(report.lines, coverage.areas).map { Area($0, $1, report.catalog) }
    }
  }

  private struct RWs: Encodable { let total, flagship, candidate, products, none, unlisted: Int }
  private struct RTs: Encodable { let total, withEntrepreneur: Int }
  private struct Businesses: Encodable { let total, sample, withoutRT: Int }

  private struct Programmes: Encodable {
    let flagshipPerRW, entrepreneurPerRT: Aim

    init(_ catalog: Catalog, _ coverage: Coverage) {
      flagshipPerRW = Aim(catalog.programmes.flagshipPerRW, catalog.flagshipProgress(coverage))
      entrepreneurPerRT = Aim(catalog.programmes.entrepreneurPerRT, catalog.entrepreneurProgress(coverage))
    }
  }

  private struct Aim: Encodable {
    let target, reached, percent: Int
    let source: String

    init(_ programme: Programme, _ progress: Progress) {
      (target, reached, percent) = (progress.target, progress.reached, progress.percent)
      source = programme.source
    }
  }

  private struct Area: Encodable {
    let code, name, district: String
    let rwCount, rtCount: Int?
    let flagship, candidate, products, none, rtWithEntrepreneur: Int
    let rw: [Place]

    init(_ line: Line, _ area: Coverage.Area, _ catalog: Catalog) {
      (code, name, district) = (line.code, line.name, line.district)
      (rwCount, rtCount, rtWithEntrepreneur) = (line.rwCount, line.rtCount, line.rtWithEntrepreneur)
      (flagship, candidate, products, none) = (line.flagship, line.candidate, line.withProducts, line.without)
      rw = area.places.map { Place($0, catalog) }
    }
  }

  private struct Place: Encodable {
    let number, products, businesses: Int
    let state: String
    let product: Item?

    init(_ place: Coverage.Place, _ catalog: Catalog) {
      (number, state) = (place.rw.number, place.state.rawValue)
      (products, businesses) = (place.products, place.businesses)
      product = place.product.map { Item(slug: catalog.products[$0].slug.text, name: catalog.products[$0].name) }
    }
  }

  private struct Item: Encodable { let slug, name: String }
}
