/// A sum in whole rupiah.
///
///     Money(rupiah: 15_000).rupiah  // 15000
public struct Money: Sendable, Hashable, Comparable {
  public let rupiah: Int

  public init(rupiah: Int) { self.rupiah = rupiah }

  public static func < (a: Money, b: Money) -> Bool { a.rupiah < b.rupiah }
}

/// What a product costs: one price, or from one to another.
///
/// A product without a price has no `Price`: its page says "ask the seller".
///
///     price: 15000                      →  Price(from: 15000, to: nil)
///     price: {from: 15000, to: 40000}   →  Price(from: 15000, to: 40000)
public struct Price: Sendable, Hashable {
  /// What one product may cost: 100 to 1,000,000,000 rupiah.
  public static let allowed = 100...1_000_000_000

  /// The price, or the lowest one.
  public let from: Money
  /// The highest price, above `from`; `nil` when there is only one price.
  public let to: Money?

  public init(from: Money, to: Money? = nil) {
    self.from = from
    self.to = to
  }
}
