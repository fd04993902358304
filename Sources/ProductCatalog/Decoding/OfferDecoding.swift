import Diagnostics

enum VariantKey: Int, FieldKey {
  case name, price, availability
  static let table = FieldTable(Self.self, "name price availability")
}

/// What a product costs and when it can be had.
struct Offer {
  var price: Price?
  var unit: String?
  var variants: [Variant]
  /// Where each of them is written.
  var variantFields: [Fields<VariantKey>]
  var availability: Availability
  var minOrder: Int?
}

private enum AvailabilityWord: String, CaseIterable {
  case ready
  case madeToOrder = "made-to-order"
  case seasonal
  case soldOut = "sold-out"
}

extension ProductDecoder {
  mutating func offer(_ fields: Fields<ProductKey>) -> Offer {
    let price = reader.price(fields[.price])
    let unit = reader.text(fields[.unit], 1...40)
    requireUnit(fields)
    let variants = variants(fields[.variants])
    return Offer(
      price: price, unit: unit, variants: variants.map(\.variant), variantFields: variants.map(\.fields),
      availability: availability(fields), minOrder: reader.integer(fields[.minOrder], 1...1_000_000))
  }

  /// A price says nothing without what it is for.
  private mutating func requireUnit(_ fields: Fields<ProductKey>) {
    guard let price = fields[.price], fields.lacks(.unit) else { return }
    reader.report(.unitMissing(at: reader.place(price)))
  }

  private mutating func variants(_ field: Field?) -> [(variant: Variant, fields: Fields<VariantKey>)] {
    var result: [(variant: Variant, fields: Fields<VariantKey>)] = []
    for entry in reader.entries(field) ?? [] {
      guard let fields = reader.group(entry, VariantKey.self) else { continue }
      let name = reader.text(reader.required(fields, .name), 1...60)
      let price = reader.money(fields[.price])
      let word: AvailabilityWord? = reader.choice(fields[.availability])
      guard let name else { continue }
      result.append((Variant(name: name, price: price, availability: word.map(availability)), fields))
    }
    return result
  }

  /// `lead_days` belongs to what is made to order, `months` to what is seasonal.
  private mutating func availability(_ fields: Fields<ProductKey>) -> Availability {
    let word: AvailabilityWord? = reader.choice(fields[.availability])
    let leadDays = reader.integer(fields[.leadDays], 1...365)
    let months = months(fields[.months])
    if let field = fields[.leadDays], word != .madeToOrder, word != nil || fields[.availability] == nil {
      reader.report(.needsAvailability("lead_days", "made-to-order", at: reader.place(field)))
    }
    if let field = fields[.months], word != .seasonal, word != nil || fields[.availability] == nil {
      reader.report(.needsAvailability("months", "seasonal", at: reader.place(field)))
    }
    switch word {
    case .madeToOrder: return .madeToOrder(leadDays: leadDays)
    case .seasonal: return .seasonal(months: months)
    case .soldOut: return .soldOut
    case .ready, nil: return .ready
    }
  }

  private func availability(_ word: AvailabilityWord) -> Availability {
    switch word {
    case .ready: .ready
    case .madeToOrder: .madeToOrder(leadDays: nil)
    case .seasonal: .seasonal(months: [])
    case .soldOut: .soldOut
    }
  }

  private mutating func months(_ field: Field?) -> [Int] {
    var found: Set<Int> = []
    for entry in reader.entries(field, atMost: 12) ?? [] {
      if let month = reader.integer(entry, 1...12) { found.insert(month) }
    }
    return found.sorted()
  }
}
