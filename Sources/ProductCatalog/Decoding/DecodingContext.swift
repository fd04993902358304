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
  var businesses: [BusinessEntry] = []

  /// Codes of the languages that something can be translated to.
  var translationCodes: [String] { languages.dropFirst().map(\.code) }

  /// The category at a path such as `makanan/jajanan-pasar`.
  func category(_ path: String) -> CategoryID? {
    categories?.firstIndex { $0.path == path }.map(CategoryID.init(index:))
  }

  /// The place of a business in `businesses`.
  func business(_ slug: String) -> Int? {
    var (low, high) = (0, businesses.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(businesses[middle].slug, slug) { low = middle + 1 } else { high = middle }
    }
    return low < businesses.count && isSame(businesses[low].slug, slug) ? low : nil
  }
}
