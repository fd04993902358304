internal import ProductCatalog

/// How far "One RW, one product" and "One RT, one entrepreneur" have come: what the board and the report both show.
///
/// Made from the catalog alone, so that it is the same in every language. The city has more RW than are listed here,
/// as long as no source says how many some kelurahan have.
struct Coverage: Sendable {
  /// How far an RW is. Each counts once, under the furthest.
  enum State: String, Sendable, CaseIterable { case flagship, candidate, products, none }

  struct Place: Sendable {
    let rw: RW
    let state: State
    /// Its designated flagship, or else its newest candidate, as on the RW's own page: an index into `Catalog.products`.
    let product: Int?
    let products, businesses: Int
  }

  struct Area: Sendable {
    /// Index into `Catalog.kelurahan`.
    let kelurahan: Int
    /// Every RW when the count is known, or else those with a product or a business, ascending.
    let places: [Place]
    let rtWithEntrepreneur: Int
    let products, businesses: Int

    func count(_ state: State) -> Int { places.count { $0.state == state } }
    var withProducts: Int { places.count - count(.none) }
  }

  /// By kelurahan.
  let areas: [Area]
  let rwTotal, rtTotal: Int
  let businessesWithoutRT: Int
  /// Invented businesses, for showing how the catalog works.
  let sampleBusinesses: Int

  init(_ catalog: Catalog) {
    let products = Dictionary(grouping: catalog.products.indices) { catalog.products[$0].rw }
    let businesses = Dictionary(grouping: catalog.businesses.indices) { catalog.businesses[$0].rw }
    let known = Set(products.keys).union(businesses.keys).sorted()
    areas = catalog.kelurahan.indices.map { index in
      let numbers = catalog.kelurahan[index].rwCount.map { Array(1...max(1, $0)) }
      let rws = numbers?.map { RW(kelurahan: index, number: $0) } ?? known.filter { $0.kelurahan == index }
      let places = rws.map { Place($0, products: products[$0] ?? [], businesses: businesses[$0] ?? [], catalog) }
      return Area(index, places, catalog.businesses.filter { $0.rw.kelurahan == index })
    }
    (rwTotal, rtTotal) = (catalog.city.rwTotal, catalog.city.rtTotal)
    businessesWithoutRT = catalog.businesses.count { $0.rt == nil }
    sampleBusinesses = catalog.businesses.count(where: \.isSample)
  }

  /// RW of the whole city. Those in no kelurahan's list have no product that the catalog knows of.
  func count(_ state: State) -> Int {
    let listed = areas.reduce(0) { $0 + $1.count(state) }
    return state == .none ? listed + unlisted : listed
  }

  /// RW that stand in no kelurahan's list, because nobody knows where they are.
  var unlisted: Int { max(0, rwTotal - listed) }

  /// RW that stand in some kelurahan's list.
  var listed: Int { areas.reduce(0) { $0 + $1.places.count } }

  var rtWithEntrepreneur: Int { areas.reduce(0) { $0 + $1.rtWithEntrepreneur } }
}

extension Coverage.Place {
  fileprivate init(_ rw: RW, products: [Int], businesses: [Int], _ catalog: Catalog) {
    let flagship = catalog.newestFirst(products.filter { catalog.products[$0].isDesignated }).first
    let candidate = catalog.newestFirst(products.filter { catalog.products[$0].isCandidate }).first
    self.rw = rw
    product = flagship ?? candidate
    state = flagship != nil ? .flagship : candidate != nil ? .candidate : products.isEmpty ? .none : .products
    (self.products, self.businesses) = (products.count, businesses.count)
  }
}

extension Coverage.Area {
  /// - Parameter businesses: those of the kelurahan. One whose RT is not written counts for no RT.
  fileprivate init(_ kelurahan: Int, _ places: [Coverage.Place], _ businesses: [Business]) {
    (self.kelurahan, self.places) = (kelurahan, places)
    rtWithEntrepreneur = Set(businesses.compactMap { business in business.rt.map { [business.rw.number, $0] } }).count
    products = places.reduce(0) { $0 + $1.products }
    self.businesses = businesses.count
  }
}

/// How many there should be of what a programme wants, and how many there are.
struct Progress: Sendable {
  let target, reached: Int

  /// - Parameter regions: how many regions there are, each with `programme.target`.
  init(_ programme: Programme, reached: Int, regions: Int) {
    target = programme.target * regions
    self.reached = reached
  }

  /// In whole percent, rounded down: 100 is only said when nothing is missing.
  var percent: Int { target > 0 ? reached * 100 / target : 0 }
}

extension Catalog {
  func flagshipProgress(_ coverage: Coverage) -> Progress {
    Progress(programmes.flagshipPerRW, reached: coverage.count(.flagship), regions: coverage.rwTotal)
  }

  func entrepreneurProgress(_ coverage: Coverage) -> Progress {
    Progress(programmes.entrepreneurPerRT, reached: coverage.rtWithEntrepreneur, regions: coverage.rtTotal)
  }
}
