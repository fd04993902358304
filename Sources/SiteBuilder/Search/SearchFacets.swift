internal import ProductCatalog

/// What products can be filtered and sorted by, as a column each: a character for every document.
///
/// `age` is how old a product's facts are, in days before the newest.
struct SearchFacets {
  /// The lower ends of the bands that prices fall into, in rupiah.
  static let priceBands = [0, 15_000, 25_000, 50_000, 100_000, 250_000]

  /// The words of availability, by their number in the index.
  static let availabilities = ["ready", "made-to-order", "seasonal", "sold-out"]

  let catalog: Catalog
  let products: [Int]

  /// Appends the members of the index's object that say it.
  func append(to bytes: inout [UInt8]) {
    append("category", to: &bytes) { $0.category.index }
    append("kelurahan", to: &bytes) { $0.rw.kelurahan }
    append("rw", to: &bytes) { $0.rw.number }
    append("band", to: &bytes, Self.band)
    append("traits", to: &bytes, Self.traits)
    let newest = products.map { catalog.products[$0].updated }.max()
    append("age", to: &bytes) { newest!.days(since: $0.updated) }
  }

  private func append(_ name: String, to bytes: inout [UInt8], _ value: (Product) -> Int) {
    bytes += ",\"\(name)\":".utf8
    SearchCode.appendColumn(products.map { value(catalog.products[$0]) }, to: &bytes)
  }

  /// 0 without a price, then 1 for the lowest band.
  private static func band(_ product: Product) -> Int {
    guard let price = product.price?.from.rupiah else { return 0 }
    return priceBands.count { $0 <= price }
  }

  /// Availability (0 to 3) + 4 if halal + 8 if at the IKM Center + 16 × how far it travels (0 for unknown, 1 to 4).
  private static func traits(_ product: Product) -> Int {
    let availability = availabilities.firstIndex(of: product.availability.word) ?? 0
    let reach = product.reach.flatMap { Product.Reach.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let isHalal = product.licences.halal?.status == .certified
    return availability + (isHalal ? 4 : 0) + (product.shelf != nil ? 8 : 0) + 16 * reach
  }

  /// Each product's place among all prices, 0 without one: `prices.json`.
  var prices: [UInt8] {
    let prices = products.map { catalog.products[$0].price?.from.rupiah ?? 0 }
    var distinct = [0] + prices.filter { $0 > 0 }.sorted()
    distinct = zip(distinct, [-1] + distinct).filter { $0 != $1 }.map(\.0)
    var bytes: [UInt8] = []
    SearchCode.appendColumn(prices.lazy.map { price in distinct.partitioningIndex { $0 >= price } }, to: &bytes)
    return bytes
  }
}

extension [Int] {
  /// The index of the first element that `belongs`, in a list whose elements that don't come first.
  fileprivate func partitioningIndex(_ belongs: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
