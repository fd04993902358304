import Diagnostics

/// What the files of businesses, products and pages are read against.
struct DecodingContext: Sendable {
  /// The day that counts as today.
  let date: CalendarDate
  /// Empty when `site.yaml` is too broken to say.
  let languages: [Language]
  /// `nil` when `regions.yaml` is broken; then nothing is checked against it.
  let regions: Regions?
  /// `nil` when `categories.yaml` is broken.
  let categories: [Category]?
  /// By slug; empty while the businesses themselves are read.
  private(set) var businesses: [BusinessEntry] = []
  private var businessIndices: [String: Int] = [:]
  private var catalogIndices: [Int] = []

  /// The category at a path such as `makanan/jajanan-pasar`.
  func category(_ path: String) -> CategoryID? {
    categories?.firstIndex { $0.path == path }.map(CategoryID.init(index:))
  }

  /// True for a day that has begun nowhere yet. The day after today has, for makers east of this machine's time zone.
  func isStillToCome(_ day: CalendarDate) -> Bool { day.days(since: date) > 1 }

  /// The place of a business in `businesses`.
  func business(_ slug: String) -> Int? { businessIndices[slug] }

  /// The place in `Catalog.businesses` of one of `businesses`. Drafts that are left out have none that could be used.
  func catalogIndex(_ business: Int) -> Int { catalogIndices[business] }

  /// The same, once the businesses are known.
  func with(_ businesses: [BusinessEntry], includeDrafts: Bool) -> DecodingContext {
    var context = self
    context.businesses = businesses
    context.businessIndices = [String: Int](minimumCapacity: businesses.count)
    var next = 0
    for index in businesses.indices {
      context.businessIndices[businesses[index].slug] = index
      context.catalogIndices.append(next)
      if includeDrafts || !businesses[index].isDraft { next += 1 }
    }
    return context
  }

  init(date: CalendarDate, languages: [Language], regions: Regions?, categories: [Category]?) {
    self.date = date
    self.languages = languages
    self.regions = regions
    self.categories = categories
  }
}
