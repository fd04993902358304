public import Diagnostics

/// A product or service, from `products/<slug>/index.md`.
///
/// A class, so that a copy costs one reference: it is looked at for every page and list that shows it.
public final class Product: Sendable {
  /// How far it may travel.
  public enum Reach: String, Sendable, CaseIterable { case city, province, national, international }

  public let slug: Slug
  /// Slugs that it had before.
  public let aliases: [Slug]
  public let name: String
  /// Index into `Catalog.businesses`.
  public let business: Int
  public let category: CategoryID
  /// Where its business is.
  public let rw: RW
  public let summary: String
  /// `nil` means "ask the seller".
  public let price: Price?
  /// What the price is for: "dus", "potong", "250 g". Always there with a price.
  public let unit: String?
  public let variants: [Variant]
  public let availability: Availability
  /// In units, above 0; so are the measures below.
  public let minOrder: Int?
  /// Grams.
  public let weight: Int?
  public let size: Size?
  public let shelfLifeDays: Int?
  /// How to keep it, in words.
  public let storage: String?
  public let reach: Reach?
  public let ingredients: [String]
  public let allergens: [String]
  public let materials: String?
  public let technique: String?
  public let motif: String?
  public let care: String?
  public let licences: Licences
  public let flagship: Flagship?
  /// The first is the cover.
  public let photos: [Photo]
  /// Its shelf at the IKM Center, such as `A-03`; `nil` when it is not on show there.
  public let shelf: String?
  public let tags: [String]
  /// The day on which price and facts were last looked at.
  public let updated: CalendarDate
  public let isDraft: Bool
  public let body: Body
  /// Language code → translation; without the default language.
  public let translations: [String: ProductTranslation]

  init(_ facts: ProductFacts, translations: [String: ProductTranslation]) {
    let (offer, traits) = (facts.offer, facts.traits)
    (slug, aliases, name, business) = (facts.slug, facts.aliases, facts.name, facts.business)
    (category, rw, summary) = (facts.category, facts.rw, facts.summary)
    (price, unit, variants, availability) = (offer.price, offer.unit, offer.variants, offer.availability)
    (minOrder, weight, size, shelfLifeDays) = (offer.minOrder, traits.weight, traits.size, traits.shelfLifeDays)
    (storage, reach, ingredients, allergens) = (traits.storage, traits.reach, traits.ingredients, traits.allergens)
    (materials, technique, motif, care) = (traits.materials, traits.technique, traits.motif, traits.care)
    (licences, flagship, photos, shelf) = (traits.licences, traits.flagship, traits.photos, traits.shelf)
    (tags, updated, isDraft, body) = (traits.tags, facts.updated, facts.isDraft, facts.body)
    self.translations = translations
  }
}

/// One of several forms in which a product is sold.
public struct Variant: Sendable, Hashable {
  public let name: String
  /// `nil`: the product's price.
  public let price: Money?
  /// `nil`: the product's availability.
  public let availability: Availability?
}

/// Whether and when a product can be had.
public enum Availability: Sendable, Hashable {
  case ready
  /// Made when ordered; days from order to delivery, when known.
  case madeToOrder(leadDays: Int?)
  /// Made in some months, 1 to 12, ascending; empty when not said.
  case seasonal(months: [Int])
  case soldOut

  /// The word in the file: `ready`, `made-to-order`, `seasonal` or `sold-out`.
  public var word: String {
    switch self {
    case .ready: "ready"
    case .madeToOrder: "made-to-order"
    case .seasonal: "seasonal"
    case .soldOut: "sold-out"
    }
  }
}

/// Length, width and height in centimetres.
public struct Size: Sendable, Hashable {
  public let length: Int
  public let width: Int
  public let height: Int
}

/// A product put forward as, or declared, the flagship (*produk unggulan*) of its RW.
public struct Flagship: Sendable, Hashable {
  /// Put forward, or declared.
  public enum Status: String, Sendable, CaseIterable { case candidate, designated }

  public let status: Status
  public let year: Int?
}

/// A picture of a product, beside its `index.md`.
public struct Photo: Sendable {
  /// The file's name, such as `getuk-tiga-warna.jpg`.
  public let file: String
  /// The picture's path, such as `content/products/getuk-tiga-warna/getuk-tiga-warna.jpg`.
  public let path: String
  /// The picture in words, 5 to 160 letters.
  public let alt: String
  public let credit: String?
  /// Where `file` is written, in the product's `body.file`.
  public let range: SourceRange
}

/// What a product has in another language, from `index.en.md`.
public struct ProductTranslation: Sendable {
  /// `nil` when the name is the same.
  public let name: String?
  public let summary: String?
  /// Photo's file name → the picture in words.
  public let photoAlts: [String: String]
  public let body: Body
}
