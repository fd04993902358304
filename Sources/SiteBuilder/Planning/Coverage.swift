internal import ProductCatalog

/// How far an RW has come with its flagship.
enum RWState: String, Sendable {
  case flagship, candidate, products, none
}

extension Site {
  /// The RW's state, and the product that is its flagship or its candidate.
  func state(of rw: RW) -> (state: RWState, product: Int?) {
    let products = editions[0].byRW[rw] ?? []
    if let flagship = products.first(where: { catalog.products[$0].isDesignated }) { return (.flagship, flagship) }
    if let candidate = products.first(where: { catalog.products[$0].isCandidate }) { return (.candidate, candidate) }
    return (products.isEmpty ? .none : .products, nil)
  }
}

extension Coverage {
  /// - Parameter products: those of each RW.
  init(_ catalog: Catalog, products: [RW: [Int]]) {
    var (designated, candidates) = (0, 0)
    for list in products.values {
      if list.contains(where: { catalog.products[$0].isDesignated }) {
        designated += 1
      } else if list.contains(where: { catalog.products[$0].isCandidate }) {
        candidates += 1
      }
    }
    let entrepreneurs = Set(
      catalog.businesses.compactMap { business in business.rt.map { [business.rw.kelurahan, business.rw.number, $0] } })
    self.init(
      rwTotal: catalog.city.rwTotal, flagship: designated, candidate: candidates,
      withProducts: products.count - designated - candidates, without: max(0, catalog.city.rwTotal - products.count),
      rtTotal: catalog.city.rtTotal, rtWithEntrepreneur: entrepreneurs.count)
  }
}
