import Diagnostics

/// The rules about what a product and its variants cost, and when they can be had. Each is one function and one test.
extension ProductDecoder {
  mutating func check(_ offer: Offer, _ fields: Fields<ProductKey>) {
    repeatedVariant(offer)
    variantOutsideThePrice(offer, fields)
    madeToOrderWithoutLeadDays(offer, fields)
    seasonalWithoutMonths(offer, fields)
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

  /// What is made to order takes time, and buyers ask how much.
  private mutating func madeToOrderWithoutLeadDays(_ offer: Offer, _ fields: Fields<ProductKey>) {
    guard case .madeToOrder = offer.availability, fields.lacks(.leadDays), let field = fields[.availability] else {
      return
    }
    reader.report(.leadDaysMissing(at: reader.place(field)))
  }

  /// What is there in some months only says in which.
  private mutating func seasonalWithoutMonths(_ offer: Offer, _ fields: Fields<ProductKey>) {
    guard case .seasonal = offer.availability, let field = fields[.availability] else { return }
    let isEmpty = fields[.months].map {
      reader.kind($0) == .sequence && reader.document.childCount(of: $0.node) == 0
    }
    if isEmpty ?? fields.lacks(.months) { reader.report(.monthsMissing(at: reader.place(field))) }
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
