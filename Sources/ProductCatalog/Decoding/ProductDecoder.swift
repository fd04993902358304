import Diagnostics

enum ProductKey: Int, FieldKey {
  case name, business, category, summary, price, unit, variants, availability, leadDays, months, minOrder, weightG,
    sizeCm, shelfLifeDays, storage, reach, ingredients, allergens, materials, technique, motif, care, licences,
    flagship,
    photos, ikmCenter, tags, aliases, updated, draft
  static let table = FieldTable(
    Self.self,
    """
    name business category summary price unit variants availability lead_days months min_order weight_g \
    size_cm shelf_life_days storage reach ingredients allergens materials technique motif care licences \
    flagship photos ikm_center tags aliases updated draft
    """)
}

/// What the rules across files need of a product, also when it isn't complete.
struct ProductEntry: Sendable {
  let unit: ContentUnit
  let file: SourceFile
  /// What is wrong with its files.
  var diagnostics: [Diagnostic] = []
  var product: Product?
  var isDraft = false
  /// Index into `DecodingContext.businesses`.
  var business: Int?
  var businessRange = SourceRange.start
  var name: Located<String>?
  var aliases: [Located<Slug>] = []
  /// Where it says that it is the designated flagship.
  var designation: SourceRange?
  /// What its texts may claim, and the prices that they may name; `nil` while it can't be said.
  var words: ProtectedWords?
  var prices: PriceInBody?

  var slug: String { unit.slug }
}

/// What a product's own file says, complete and right.
struct ProductFacts {
  let slug: Slug
  let aliases: [Slug]
  let name: String
  /// Index into `Catalog.businesses`.
  let business: Int
  let category: CategoryID
  let rw: RW
  let summary: String
  let offer: Offer
  let traits: Traits
  let updated: CalendarDate
  let isDraft: Bool
  let body: Body
}

/// Decodes `products/<slug>/index.md` and its translations.
struct ProductDecoder {
  var reader: DocumentReader
  let body: Body
  let slug: String
  let photoFolder: PhotoFolder
  let translations: [SourceFile]
  let context: DecodingContext

  static func decode(_ unit: ContentUnit, _ file: SourceFile, _ context: DecodingContext) -> ProductEntry {
    var entry = ProductEntry(unit: unit, file: file)
    var diagnostics: [Diagnostic] = []
    var facts: ProductFacts?
    if let content = ContentFile.document(file, keys: ProductKey.table, &diagnostics) {
      var decoder = ProductDecoder(
        reader: content.reader, body: content.body, slug: unit.slug, photoFolder: unit.photoFolder,
        translations: unit.translations.map(\.file), context: context)
      facts = decoder.decode(into: &entry)
      diagnostics += decoder.reader.diagnostics
    }
    let photos = facts?.traits.photos.map(\.file) ?? unit.photoFolder.names
    var translations: [String: ProductTranslation] = [:]
    for (language, file) in unit.translations {
      translations[language] = TranslationDecoder.product(file, of: entry, photos: photos, &diagnostics)
    }
    entry.product = facts.map { Product($0, translations: translations) }
    entry.diagnostics = diagnostics
    return entry
  }

  /// - Returns: `nil` when anything is missing or wrong that a product can't be without.
  private mutating func decode(into entry: inout ProductEntry) -> ProductFacts? {
    guard let fields = reader.topLevel(ProductKey.self, scope: "product") else { return nil }
    let name = reader.productName(reader.required(fields, .name))
    entry.business = business(reader.required(fields, .business))
    entry.businessRange = fields[.business].map(reader.range) ?? .start
    entry.isDraft = reader.bool(fields[.draft]) ?? false
    entry.aliases = reader.aliases(fields[.aliases])
    entry.name = name.flatMap { name in fields[.name].map { Located(name, reader.range($0)) } }
    let category = category(reader.required(fields, .category))
    let summary = reader.summary(reader.required(fields, .summary))
    let updated = updated(reader.required(fields, .updated))
    let offer = offer(fields)
    let traits = traits(fields)
    if traits.flagship?.status == .designated { entry.designation = fields[.flagship].map(reader.range) }
    let shared = entry.business.map { context.businesses[$0].licences } ?? .none
    entry.words = ProtectedWords("product", [traits.licences, shared])
    entry.prices = PriceInBody(offer, at: fields[.price].map(reader.place))
    check(offer, fields)
    checkTexts(fields, traits, category, entry)
    let rw = entry.business.flatMap { context.businesses[$0].rw }
    guard let name, let business = entry.business, let rw, let category, let summary, let updated,
      let slug = Slug(slug)
    else { return nil }
    return ProductFacts(
      slug: slug, aliases: entry.aliases.map(\.value), name: name, business: context.catalogIndex(business),
      category: category, rw: rw, summary: summary, offer: offer, traits: traits, updated: updated,
      isDraft: entry.isDraft, body: body)
  }

  /// The business must be one of `businesses/`.
  private mutating func business(_ field: Field?) -> Int? {
    guard let field, let text = reader.scalar(field, { .notASlug($0.path, "", at: $1) }) else {
      return nil
    }
    if let index = context.business(text) { return index }
    reader.report(.unknownBusiness(text, known: context.businesses.map(\.slug), at: reader.place(field)))
    return nil
  }

  /// The category must be one of `categories.yaml`.
  private mutating func category(_ field: Field?) -> CategoryID? {
    guard let field, let text = reader.scalar(field, { .notASlug($0.path, "", at: $1) }),
      let categories = context.categories
    else { return nil }
    if let category = context.category(text) { return category }
    reader.report(.unknownCategory(text, known: categories.map(\.path), at: reader.place(field)))
    return nil
  }

  /// A day that is still to come would keep the price fresh for ever; one before 2000 has a digit too few or swapped.
  private mutating func updated(_ field: Field?) -> CalendarDate? {
    guard let field, let date = reader.date(field) else { return nil }
    guard date.year >= 2000 else {
      reader.report(.updatedTooEarly(date, today: context.date, at: reader.place(field)))
      return nil
    }
    if context.isStillToCome(date) { reader.report(.updatedInFuture(context.date, at: reader.place(field))) }
    return date
  }
}

extension DocumentReader {
  /// A product's name. Capitals throughout read as shouting and can't be searched by eye.
  mutating func productName(_ field: Field?) -> String? {
    guard let field, let name = text(field, 2...80) else { return nil }
    if isInCapitals(name) { report(.nameInCapitals(at: place(field))) }
    return name
  }

  private func isInCapitals(_ name: String) -> Bool {
    if name.utf8.contains(where: { (0x61...0x7A).contains($0) }) { return false }
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.count >= 4 && letters.allSatisfy { $0.properties.isUppercase }
  }

  /// A product in one sentence, without ways to contact anybody: cards show it where no consent has been checked.
  mutating func summary(_ field: Field?) -> String? {
    guard let field, let text = text(field, 2...160) else { return nil }
    if let found = ContactInText.find(text) {
      report(.contactInSummary(found, at: place(field)))
      return nil
    }
    return text
  }
}
