/// A free page, from `pages/<slug>.md`: about, how to order, visiting.
public struct InfoPage: Sendable {
  public let slug: Slug
  /// Slugs that it had before.
  public let aliases: [Slug]
  public let title: String
  public let summary: String?
  /// True when the site's menu links to it.
  public let isInMenu: Bool
  /// Its place in the menu; pages without one come last, by slug.
  public let order: Int?
  public let isDraft: Bool
  public let body: Body
  /// Language code → translation; without the default language.
  public internal(set) var translations: [String: PageTranslation] = [:]
}

/// What a page has in another language, from `<slug>.en.md`.
public struct PageTranslation: Sendable {
  /// `nil` when the title is the same.
  public let title: String?
  public let summary: String?
  public let body: Body
}
