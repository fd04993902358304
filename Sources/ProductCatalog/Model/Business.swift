/// A business of the city, from `businesses/<slug>.md`.
///
/// A class, so that a copy costs one reference: it is looked at for every product that shows its maker.
public final class Business: Sendable {
  /// What it sells.
  public enum Kind: String, Sendable, CaseIterable { case goods, services, both }
  /// Its size as UU 20/2008 on micro, small and medium enterprises sorts them.
  public enum Scale: String, Sendable, CaseIterable { case micro, small, medium }
  /// How one can pay; `cod` is paying on delivery.
  public enum Payment: String, Sendable, CaseIterable { case cash, transfer, qris, cod }
  /// How the goods reach the buyer: fetched, brought, or by a courier company.
  public enum Delivery: String, Sendable, CaseIterable {
    case pickup
    case ownCourier = "own-courier"
    case gosend, grab, maxim, jne, jnt, sicepat, pos, anteraja, paxel, tiki, wahana, ninja, spx
    case lionParcel = "lion-parcel"
  }

  public let slug: Slug
  /// Slugs that it had before.
  public let aliases: [Slug]
  public let name: String
  public let kind: Kind
  public let scale: Scale?
  public let rw: RW
  /// 1 to 30.
  public let rt: Int?
  /// The owner's name, with consent; so are `address`, `geo`, `whatsapp`, `phone` and `email`.
  public let owner: String?
  public let address: String?
  public let geo: GeoPoint?
  public let whatsapp: PhoneNumber?
  public let phone: PhoneNumber?
  public let email: String?
  public let consent: Consent?
  /// True for an invented business: nobody can be contacted, and pages say so.
  public let isSample: Bool
  /// The year.
  public let founded: Int?
  public let hours: [OpeningHours]
  public let licences: Licences
  public let channels: [Channel]
  public let payments: [Payment]
  public let delivery: [Delivery]
  public let isDraft: Bool
  public let story: Body
  /// Language code → translation; without the default language.
  public let translations: [String: BusinessTranslation]

  init(_ facts: BusinessFacts, translations: [String: BusinessTranslation]) {
    let (contact, trade) = (facts.contact, facts.trade)
    (slug, aliases, name, kind, scale) = (facts.slug, facts.aliases, facts.name, trade.kind, trade.scale)
    (rw, rt) = (facts.place.rw, facts.place.rt)
    (owner, address, geo) = (contact.owner, contact.address, contact.geo)
    (whatsapp, phone, email) = (contact.whatsapp, contact.phone, contact.email)
    (consent, isSample, founded, hours) = (facts.consent, facts.isSample, trade.founded, trade.hours)
    (licences, channels) = (facts.licences, trade.channels)
    (payments, delivery) = (trade.payments, trade.delivery)
    (isDraft, story) = (facts.isDraft, facts.story)
    self.translations = translations
  }
}

/// What a business has in another language, from `<slug>.en.md`.
public struct BusinessTranslation: Sendable {
  /// `nil` when the name is the same.
  public let name: String?
  public let story: Body
}

/// The owner's recorded permission to publish personal data (UU 27/2022 on personal data protection, articles 20–22).
public struct Consent: Sendable, Hashable {
  /// A key with personal data.
  public enum Field: String, Sendable, CaseIterable { case owner, address, geo, whatsapp, phone, email }

  public let date: CalendarDate
  public let fields: [Field]
}
