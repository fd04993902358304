/// A category's place in `Catalog.categories`.
public struct CategoryID: Sendable, Hashable, Comparable {
  public let index: Int

  public init(index: Int) { self.index = index }

  public static func < (a: CategoryID, b: CategoryID) -> Bool { a.index < b.index }
}

/// One entry of the two-level category tree.
///
/// `Catalog.categories` holds each parent directly before its children, in the order of `categories.yaml`.
public struct Category: Sendable {
  public let slug: Slug
  /// `makanan` or `makanan/jajanan-pasar`: what a product's `category` says.
  public let path: String
  public let name: LocalizedText
  public let description: LocalizedText?
  /// The name of the theme's icon.
  public let icon: String?
  /// True when its products are eaten or drunk; a child takes it from its parent unless it says otherwise.
  public let isFood: Bool
  /// Google's product taxonomy: a number such as `422`, or a path such as `Food, Beverages & Tobacco > Food Items`.
  public let googleProductCategory: String?
  /// `nil` at the top level.
  public let parent: CategoryID?
  /// Empty at the second level.
  public let children: [CategoryID]
}
