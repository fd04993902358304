internal import TemplateEngine

struct Card: TemplateRecord, Sendable {
  let name, summary, maker, rw, category, availability, availabilityLabel: String
  let url, makerURL, rwURL, categoryURL: WebURL
  let summaryLang: String?
  let price, priceTo: Int?
  let unit: String?
  let photo: PhotoView?
  let flagship, candidate, halal, onShow, sample, draft: Bool

  static let fields = TemplateFields<Card>("Card", "A product as lists show it") {
    Field("name", "The product's name") { $0.name }
    Field("url", "Its page") { $0.url }
    Field("summary", "One sentence") { $0.summary }
    Field("summary_lang", "Its language, when it is not the page's") { $0.summaryLang }
    Field("price", "Rupiah; absent when the seller must be asked") { $0.price }
    Field("price_to", "The highest price, when there are several") { $0.priceTo }
    Field("unit", "What the price is for, such as dus") { $0.unit }
    Field("maker", "The business's name") { $0.maker }
    Field("maker_url", "The business's page") { $0.makerURL }
    Field("rw", "Such as RW 3 Kemirirejo") { $0.rw }
    Field("rw_url", "The RW's page") { $0.rwURL }
    Field("category", "The category's name") { $0.category }
    Field("category_url", "The category's page") { $0.categoryURL }
    Field("photo", "Its cover") { $0.photo }
    Field("flagship", "Whether it is the designated flagship of its RW") { $0.flagship }
    Field("candidate", "Whether it is a candidate for that") { $0.candidate }
    Field("halal", "Whether it is certified halal") { $0.halal }
    Field("availability", "ready, made-to-order, seasonal or sold-out") { $0.availability }
    Field("availability_label", "The same in words") { $0.availabilityLabel }
    Field("on_show", "Whether it stands on a shelf at the IKM Center") { $0.onShow }
    Field("sample", "Whether its business is invented") { $0.sample }
    Field("draft", "Whether it is a draft") { $0.draft }
  }
}

struct BusinessCard: TemplateRecord, Sendable {
  let name, kindLabel, rw, summary: String
  let summaryLang: String?
  let url, rwURL: WebURL
  let productCount: Int
  let photo: PhotoView?
  let halal, sample, draft: Bool

  static let fields = TemplateFields<BusinessCard>("BusinessCard", "A business as lists show it") {
    Field("name", "The business's name") { $0.name }
    Field("url", "Its page") { $0.url }
    Field("kind_label", "Whether it sells goods, services or both, in words") { $0.kindLabel }
    Field("rw", "Such as RW 3 Kemirirejo") { $0.rw }
    Field("rw_url", "The RW's page, or the kelurahan's when the RW has none") { $0.rwURL }
    Field("product_count", "Products in this language") { $0.productCount }
    Field("photo", "The cover of its newest product") { $0.photo }
    Field("summary", "The story's first sentences; may be empty") { $0.summary }
    Field("summary_lang", "Its language, when it is not the page's") { $0.summaryLang }
    Field("halal", "Whether it is certified halal") { $0.halal }
    Field("sample", "Whether it is invented") { $0.sample }
    Field("draft", "Whether it is a draft") { $0.draft }
  }
}

struct CategoryCount: TemplateRecord, Sendable {
  let name, path, description, icon: String
  let url: WebURL
  let count: Int
  let current: Bool
  let children: [CategoryCount]
  let photo: PhotoView?

  static let fields = TemplateFields<CategoryCount>("CategoryCount", "A category and how much is in it") {
    Field("name", "Its name") { $0.name }
    Field("path", "Its words in addresses, such as makanan/camilan") { $0.path }
    Field("url", "Its page") { $0.url }
    Field("count", "Products in it and below it") { $0.count }
    Field("description", "One sentence; may be empty") { $0.description }
    Field("icon", "food, drink, fashion, craft or service") { $0.icon }
    Field("current", "Whether this page is about it") { $0.current }
    Field("children", "The categories below it") { $0.children }
    Field("photo", "The cover of its newest product") { $0.photo }
  }
}

struct PlaceCount: TemplateRecord, Sendable {
  let name: String
  let url: WebURL
  let count: Int
  var current = false

  static let fields = TemplateFields<PlaceCount>("PlaceCount", "A kelurahan and how much is made there") {
    Field("name", "Its name") { $0.name }
    Field("url", "Its page") { $0.url }
    Field("count", "Products or businesses, as the list is about") { $0.count }
    Field("current", "Whether this page is about it") { $0.current }
  }
}

struct RWCount: TemplateRecord {
  let name: String
  let url: WebURL
  let count: Int
  let flagship: Shared<Card>?

  static let fields = TemplateFields<RWCount>("RWCount", "An RW and how much is made there") {
    Field("name", "Such as RW 3") { $0.name }
    Field("url", "Its page") { $0.url }
    Field("count", "Products") { $0.count }
    Field("flagship", "Its designated flagship") { $0.flagship }
  }
}

struct Group: TemplateRecord {
  let name: String
  let url: WebURL
  let cards: [Shared<Card>]

  static let fields = TemplateFields<Group>("Group", "The products of an RW in a category") {
    Field("name", "The category's name") { $0.name }
    Field("url", "The page of both, or else the category's") { $0.url }
    Field("cards", "The products") { $0.cards }
  }
}
