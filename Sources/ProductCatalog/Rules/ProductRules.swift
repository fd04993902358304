import Diagnostics

/// The rules of one product that look at several of its values at once. Each is one function and one test.
extension ProductDecoder {
  mutating func checkTexts(
    _ fields: Fields<ProductKey>, _ traits: Traits, _ category: CategoryID?, _ entry: ProductEntry
  ) {
    let isFood = category.flatMap { id in context.categories?[id.index].isFood } ?? false
    if isFood {
      foodWithoutFacts(fields)
      foodWithoutLicence(fields, traits, entry.business)
    }
    shortShelfLifeWithFarReach(fields, traits)
    let claims = TextClaims.all(in: body.file.bytes, body.range)
    let texts = reader.texts(in: [fields[.name], fields[.summary], fields[.ingredients]])
    entry.words?.check(texts, in: body.file, &reader.diagnostics)
    entry.words?.check(claims, in: body.file, &reader.diagnostics)
    entry.prices?.check(claims, in: body.file, &reader.diagnostics)
    body.checkContacts("product", &reader.diagnostics)
    noPhotos(fields)
    unusedPhotos(traits)
  }

  /// Food must say how long it keeps, how to keep it and how far it may travel: buyers and couriers ask first.
  private mutating func foodWithoutFacts(_ fields: Fields<ProductKey>) {
    let missing = [ProductKey.shelfLifeDays, .storage, .reach].filter(fields.lacks)
    guard !missing.isEmpty else { return }
    let place = fields[.category].map(reader.place) ?? reader.location(reader.opening)
    reader.report(.foodWithoutFacts(missing.map { ProductKey.table.names[$0.rawValue] }, at: place))
  }

  /// Food for sale needs at least one of halal, P-IRT or BPOM, of its own or its business's.
  private mutating func foodWithoutLicence(_ fields: Fields<ProductKey>, _ traits: Traits, _ business: Int?) {
    let shared = business.map { context.businesses[$0].licences } ?? .none
    let has = { (licences: Licences) in licences.halal != nil || !licences.pirt.isEmpty || !licences.bpom.isEmpty }
    guard fields.lacks(.licences), !has(traits.licences), !has(shared), business != nil else { return }
    let place = fields[.category].map(reader.place) ?? reader.location(reader.opening)
    reader.report(.foodWithoutLicence(at: place))
  }

  /// What spoils within three days can't be sent beyond the province.
  private mutating func shortShelfLifeWithFarReach(_ fields: Fields<ProductKey>, _ traits: Traits) {
    guard let days = traits.shelfLifeDays, days < 4, traits.reach == .national || traits.reach == .international,
      let reach = fields[.reach]
    else { return }
    reader.report(.spoilsOnTheWay(days: days, at: reader.place(reach)))
  }

  /// A product without a picture is hardly looked at.
  private mutating func noPhotos(_ fields: Fields<ProductKey>) {
    guard fields[.photos] != nil || fields.lacks(.photos) else { return }
    if let field = fields[.photos], reader.kind(field) != .sequence || reader.document.childCount(of: field.node) > 0 {
      return
    }
    reader.report(.noPhotos(at: fields[.photos].map(reader.place) ?? reader.location(reader.opening)))
  }

  /// A picture that nothing shows was probably meant to be shown. Texts may show it, and so may an entry that is wrong.
  private mutating func unusedPhotos(_ traits: Traits) {
    for name in photoFolder.names where !traits.photos.contains(where: { $0.file == name }) {
      let texts = [body.file] + translations
      if texts.contains(where: { $0.mentions(name) }) { continue }
      let place = SourceLocation(SourceFile(path: photoFolder.path + name, bytes: []))
      reader.report(.photoUnused(name, at: place))
    }
  }

}

/// A price in running text must be one that the front matter knows, or readers see two prices.
struct PriceInBody: Sendable {
  private let price: Price?
  private let place: SourceLocation?
  private let variants: [Int]

  /// - Parameter place: where the price is written.
  init(_ offer: Offer, at place: SourceLocation?) {
    price = offer.price
    self.place = place
    variants = offer.variants.compactMap { $0.price?.rupiah }
  }

  /// Warns at each price in a body that differs. A reader of a translation doesn't see the price, and is shown it.
  func check(
    _ claims: [TextClaims.Spot], in file: SourceFile, isTranslation: Bool = false, _ diagnostics: inout [Diagnostic]
  ) {
    guard let price else { return }
    var count = 0
    for (claim, range) in claims where count < Limits.repeatedReports {
      guard case .price(let amount) = claim, !isKnown(amount, price) else { continue }
      count += 1
      let spot = SourceLocation(file, SourceRange(range))
      diagnostics.append(.priceDiffers(amount, price: price, writtenAt: isTranslation ? place : nil, at: spot))
    }
  }

  private func isKnown(_ amount: Int, _ price: Price) -> Bool {
    variants.contains(amount) || amount == price.from.rupiah
      || (price.to.map { (price.from.rupiah...$0.rupiah).contains(amount) } ?? false)
  }
}

extension SourceFile {
  /// True when a file's name stands in the text.
  fileprivate func mentions(_ name: String) -> Bool {
    let wanted = Array(name.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return bytes.indices.dropLast(wanted.count - 1).contains { index in
      bytes[index] == first && bytes[index..<index + wanted.count].elementsEqual(wanted)
    }
  }
}
