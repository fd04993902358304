internal import TemplateEngine

struct SearchPage: TemplateRecord {
  let chrome: Chrome
  let index: WebURL
  let categories: [Shared<CategoryCount>]
  let places: [SearchPlace]
  let bands: [PriceBand]
  let reaches: [Choice]
  let availabilities: [Choice]

  static let fields = TemplateFields<SearchPage>("search.html", "Search, and lists to find things without a script") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("index", "The folder of the search index, for the script") { $0.index }
    Field("categories", "The category tree") { $0.categories }
    Field("places", "Kelurahan with products, each with its RW") { $0.places }
    Field("bands", "The bands that prices are sorted into, from the lowest") { $0.bands }
    Field("reaches", "How far products may travel, from the nearest") { $0.reaches }
    Field("availabilities", "Whether and when products can be had") { $0.availabilities }
  }
}

struct SearchPlace: TemplateRecord {
  let slug, name: String
  let url: WebURL
  let count: Int
  let rws: [PlaceCount]

  static let fields = TemplateFields<SearchPlace>("SearchPlace", "A kelurahan, what is made there, and in which RW") {
    Field("slug", "Its word in addresses") { $0.slug }
    Field("name", "Its name") { $0.name }
    Field("url", "Its page") { $0.url }
    Field("count", "Products") { $0.count }
    Field("rws", "Its RW with products") { $0.rws }
  }
}

struct PriceBand: TemplateRecord {
  let from: Int
  let to: Int?

  static let fields = TemplateFields<PriceBand>("PriceBand", "Prices from one to below another") {
    Field("from", "Rupiah; 0 for the lowest band") { $0.from }
    Field("to", "The next band's `from`; absent for the highest") { $0.to }
  }
}

struct Choice: TemplateRecord {
  let value, label: String

  static let fields = TemplateFields<Choice>("Choice", "One of several") {
    Field("value", "Its word in addresses") { $0.value }
    Field("label", "The same in words") { $0.label }
  }
}

struct BasketPage: TemplateRecord {
  let chrome: Chrome

  static let fields = TemplateFields<BasketPage>("basket.html", "What the visitor has chosen; filled by a script") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
  }
}
