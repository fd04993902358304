import Diagnostics

/// The rules about what a product and its variants cost. Each is one function and one test.
extension ProductDecoder {
  mutating func check(_ offer: Offer, _ fields: Fields<ProductKey>) {
    repeatedVariant(offer)
    variantOutsideThePrice(offer, fields)
  }

  /// Orders and the basket know a variant by its name: two of one name would have one price.
  private mutating func repeatedVariant(_ offer: Offer) {
    guard offer.variants.count > 1 else { return }
    var first: [String: Field] = [:]
    for (variant, fields) in zip(offer.variants, offer.variantFields) {
      guard let name = fields[.name] else { continue }
      let key = asRead(variant.name)
      if let other = first[key] {
        reader.report(.repeatedVariant(variant.name, at: reader.place(name), first: reader.place(other)))
      } else {
        first[key] = name
      }
    }
  }

  /// Lists and searches show the product's price alone, so no variant may cost less or more than it says.
  private mutating func variantOutsideThePrice(_ offer: Offer, _ fields: Fields<ProductKey>) {
    guard let price = offer.price, let written = fields[.price] else { return }
    let whole = Price(holding: offer.variants.map { $0.price ?? price.from })
    for (variant, fields) in zip(offer.variants, offer.variantFields) {
      guard let own = variant.price, let field = fields[.price], let whole, !price.holds(own) else { continue }
      reader.report(
        .variantOutsideThePrice(own, price, whole: whole, at: reader.place(field), writtenAt: reader.place(written)))
    }
  }

  /// A name without what a shopper doesn't see: capitals, and how wide a gap is.
  private func asRead(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

extension Price {
  /// The lowest price that holds all of some sums; `nil` for none.
  fileprivate init?(holding sums: [Money]) {
    guard let lowest = sums.min(), let highest = sums.max() else { return nil }
    self.init(from: lowest, to: lowest == highest ? nil : highest)
  }

  fileprivate func holds(_ sum: Money) -> Bool { from <= sum && sum <= (to ?? from) }
}
