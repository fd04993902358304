/// The site and the IKM Center itself, from `site.yaml`.
public struct SiteSettings: Sendable {
  public let name: LocalizedText
  public let tagline: LocalizedText
  /// `https://…` without a slash at its end.
  public let baseURL: String
  /// At least one; the first is the default.
  public let languages: [Language]
  public let centre: Centre
  public let social: [Channel]
  /// Language code → the text of an order, with the placeholders of `OrderPlaceholder`.
  public let orderMessages: [String: String]
  /// `#rrggbb`, in small letters.
  public let accent: String?
  /// The most that each kind of page may weigh, ordered by kind.
  public let budgets: [Budget]

  /// The language that pages without a language in their address are written in.
  public var defaultLanguage: Language { languages[0] }
}

/// A language of the site, and the words that stand for its sections in addresses.
public struct Language: Sendable {
  /// ISO 639-1, such as `id`.
  public let code: String
  /// In the language itself: `Bahasa Indonesia`.
  public let name: String
  public let sections: Sections

  /// ISO 639: two or three small letters.
  static func isCode(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }
}

/// The first part of the addresses of each section: `/produk/…`. No two are the same within a language.
public struct Sections: Sendable {
  public let products: Slug
  /// The part before a page's number: `/produk/halaman/2/`.
  public let page: Slug
  public let categories: Slug
  public let rw: Slug
  public let businesses: Slug
  public let centre: Slug

  public var all: [Slug] { [products, page, categories, rw, businesses, centre] }
}

/// The building of the IKM Center.
public struct Centre: Sendable {
  public let name: String
  public let address: String
  /// An `https` address of a map.
  public let mapURL: String
  public let geo: GeoPoint?
  public let phone: PhoneNumber?
  public let hours: [OpeningHours]
}

/// What the text of an order may contain between braces: `{product}`.
public enum OrderPlaceholder: String, Sendable, CaseIterable { case product, variant, quantity, url, seller }

/// The most that a kind of page may weigh when sent, in kB (1000 bytes).
public struct Budget: Sendable, Hashable {
  public let kind: String
  public let kilobytes: Int
}
