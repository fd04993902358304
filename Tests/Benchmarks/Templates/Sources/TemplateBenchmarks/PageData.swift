// Names are those that the templates use.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

internal import TemplateEngine

/// The data of the pages, as `data.py` makes them up.
struct PageData: Decodable {
  let site: Site
  let product: ProductPage
  let list: ListPage
  let table: TablePage
}

struct ProductPage: Decodable, TemplateRecord {
  let site: Site
  let page: Page
  let product: Product
  let related: [Card]

  static let fields = TemplateFields<ProductPage>("ProductPage", "One product") {
    Field("site", "The site") { $0.site }
    Field("page", "The page") { $0.page }
    Field("product", "The product") { $0.product }
    Field("related", "Others of its maker") { $0.related }
  }
}

struct ListPage: Decodable, TemplateRecord {
  let site: Site
  let page: Page
  let cards: [Card]

  static let fields = TemplateFields<ListPage>("ListPage", "Many products") {
    Field("site", "The site") { $0.site }
    Field("page", "The page") { $0.page }
    Field("cards", "The products") { $0.cards }
  }
}

struct TablePage: Decodable, TemplateRecord {
  let rows: [[Int]]

  static let fields = TemplateFields<TablePage>("TablePage", "Numbers") {
    Field("rows", "Rows of cells") { $0.rows }
  }
}

struct Site: Decodable, TemplateRecord {
  let name: String
  let tagline: String
  let home: Address
  let stylesheet: Address
  let menu: [Link]
  let footer: [Link]

  static let fields = TemplateFields<Site>("Site", "The site") {
    Field("name", "") { $0.name }
    Field("tagline", "") { $0.tagline }
    Field("home", "") { $0.home }
    Field("stylesheet", "") { $0.stylesheet }
    Field("menu", "") { $0.menu }
    Field("footer", "") { $0.footer }
  }
}

struct Link: Decodable, TemplateRecord {
  let url: Address
  let label: String
  let current: Bool

  static let fields = TemplateFields<Link>("Link", "A link") {
    Field("url", "") { $0.url }
    Field("label", "") { $0.label }
    Field("current", "") { $0.current }
  }
}

struct Page: Decodable, TemplateRecord {
  let title: String
  let description: String
  let canonical: Address

  static let fields = TemplateFields<Page>("Page", "What all pages have") {
    Field("title", "") { $0.title }
    Field("description", "") { $0.description }
    Field("canonical", "") { $0.canonical }
  }
}

struct Product: Decodable, TemplateRecord {
  let name: String
  let summary: String
  let flagship: Bool
  let flagship_year: Int
  let rw: String
  let price: String
  let unit: String?
  let photos: [Photo]
  let variants: [Variant]
  let whatsapp: Address?
  let body: Markup
  let facts: [Fact]
  let tags: [String]
  let maker: Maker

  static let fields = TemplateFields<Product>("Product", "A product") {
    Field("name", "") { $0.name }
    Field("summary", "") { $0.summary }
    Field("flagship", "") { $0.flagship }
    Field("flagship_year", "") { $0.flagship_year }
    Field("rw", "") { $0.rw }
    Field("price", "") { $0.price }
    Field("unit", "") { $0.unit }
    Field("photos", "") { $0.photos }
    Field("variants", "") { $0.variants }
    Field("whatsapp", "") { $0.whatsapp }
    Field("body", "") { $0.body }
    Field("facts", "") { $0.facts }
    Field("tags", "") { $0.tags }
    Field("maker", "") { $0.maker }
  }
}

struct Photo: Decodable, TemplateRecord {
  let url: Address
  let alt: String
  let credit: String?

  static let fields = TemplateFields<Photo>("Photo", "A photo") {
    Field("url", "") { $0.url }
    Field("alt", "") { $0.alt }
    Field("credit", "") { $0.credit }
  }
}

struct Variant: Decodable, TemplateRecord {
  let name: String
  let price: String
  let stock: Int

  static let fields = TemplateFields<Variant>("Variant", "A variant") {
    Field("name", "") { $0.name }
    Field("price", "") { $0.price }
    Field("stock", "") { $0.stock }
  }
}

struct Fact: Decodable, TemplateRecord {
  let name: String
  let value: String

  static let fields = TemplateFields<Fact>("Fact", "A fact") {
    Field("name", "") { $0.name }
    Field("value", "") { $0.value }
  }
}

struct Maker: Decodable, TemplateRecord {
  let name: String
  let url: Address
  let about: String
  let phone: String?

  static let fields = TemplateFields<Maker>("Maker", "A business") {
    Field("name", "") { $0.name }
    Field("url", "") { $0.url }
    Field("about", "") { $0.about }
    Field("phone", "") { $0.phone }
  }
}

struct Card: Decodable, TemplateRecord {
  let name: String
  let url: Address
  let photo: Address
  let alt: String
  let price: String
  let unit: String?
  let maker: String
  let rw: String
  let flagship: Bool

  static let fields = TemplateFields<Card>("Card", "A product in a list") {
    Field("name", "") { $0.name }
    Field("url", "") { $0.url }
    Field("photo", "") { $0.photo }
    Field("alt", "") { $0.alt }
    Field("price", "") { $0.price }
    Field("unit", "") { $0.unit }
    Field("maker", "") { $0.maker }
    Field("rw", "") { $0.rw }
    Field("flagship", "") { $0.flagship }
  }
}

/// A link, as a text in JSON.
struct Address: Decodable, TemplateValue {
  let url: WebURL

  init(from decoder: any Decoder) throws { url = WebURL(trusted: try String(from: decoder)) }

  static var templateType: ValueType { WebURL.templateType }
  var templateValue: Value { url.templateValue }
}

/// Markup, as a text in JSON.
struct Markup: Decodable, TemplateValue {
  let html: HTML

  init(from decoder: any Decoder) throws { html = HTML(try String(from: decoder)) }

  static var templateType: ValueType { HTML.templateType }
  var templateValue: Value { html.templateValue }
}

extension Value {
  /// The same data as the other engines take them: dictionaries without what is absent.
  var plain: Any {
    switch self {
    case .bool(let flag): flag
    case .int(let number): number
    case .float(let number): number
    case .string(let text), .html(let text), .url(let text), .srcset(let text): text
    case .list(let elements): elements.map(\.plain)
    case .record(let record): record.plain
    case .map(let map): Dictionary(uniqueKeysWithValues: zip(map.keys, map.values.map(\.plain)))
    case .undefined, .none: preconditionFailure("absent values have no form of their own")
    }
  }
}

extension Record {
  var plain: [String: Any] {
    let pairs = zip(schema.fields, slots).compactMap { field, value -> (String, Any)? in
      if case .undefined = value { nil } else { (field.name, value.plain) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
