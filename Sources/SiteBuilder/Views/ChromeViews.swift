internal import TemplateEngine

/// What stands around the content of every page, and the small records that many pages share.
struct SiteView: TemplateRecord {
  let name, tagline, accent, origin: String
  let homeURL, productsURL, categoriesURL, rwBoardURL, businessesURL: WebURL
  let searchURL, basketURL: WebURL
  let centre: Shared<CentreView>
  let menu, footer, social: [Link]
  let sample, canOrder: Bool
  let productCount, businessCount: Int

  static let fields = TemplateFields<SiteView>("Site", "The site, in the page's language") {
    Field("name", "The site's name") { $0.name }
    Field("tagline", "One line on what it is") { $0.tagline }
    Field("accent", "The accent colour, as #rrggbb") { $0.accent }
    Field("origin", "Scheme and host, to make an address whole: https://example.org") { $0.origin }
    Field("home_url", "The home page") { $0.homeURL }
    Field("products_url", "The list of all products") { $0.productsURL }
    Field("categories_url", "The category tree") { $0.categoriesURL }
    Field("rw_board_url", "The board of all RW") { $0.rwBoardURL }
    Field("businesses_url", "The list of all businesses") { $0.businessesURL }
    Field("search_url", "The search page") { $0.searchURL }
    Field("basket_url", "The basket") { $0.basketURL }
    Field("centre", "The IKM Center") { $0.centre }
    Field("menu", "The main menu") { $0.menu }
    Field("footer", "Links to the free pages") { $0.footer }
    Field("social", "The centre's social media") { $0.social }
    Field("sample", "Whether any business shown is invented") { $0.sample }
    Field("can_order", "Whether anything can be ordered by WhatsApp, so that a basket is of use") { $0.canOrder }
    Field("product_count", "Products in this language") { $0.productCount }
    Field("business_count", "Businesses in this language") { $0.businessCount }
  }
}

struct PageInfo: TemplateRecord {
  let kind, title, description, lang: String
  let originalLang: String?
  let url, canonical: WebURL
  let languages: [LanguageLink]
  let breadcrumbs: [Shared<Link>]
  let alternates: [Alternate]
  let feeds: [FeedLink]
  let untranslated: Untranslated?
  let image: SharePicture?
  let noindex: Bool

  static let fields = TemplateFields<PageInfo>("Page", "This page") {
    Field("kind", "Which page kind it is: home, product, …") { $0.kind }
    Field("title", "Its title, without the site's name") { $0.title }
    Field("description", "One sentence for search engines") { $0.description }
    Field("lang", "The language's code") { $0.lang }
    Field(
      "original_lang",
      "The language of units, ingredients, addresses and other texts without translation; absent when it is the page's own"
    ) {
      $0.originalLang
    }
    Field("untranslated", "What the page's list has in the site's first language only; absent when nothing") {
      $0.untranslated
    }
    Field("url", "Its address below the host") { $0.url }
    Field("canonical", "Its address with scheme and host") { $0.canonical }
    Field("languages", "The page in each language, or that language's home page") { $0.languages }
    Field("breadcrumbs", "The pages above it, from the home page down") { $0.breadcrumbs }
    Field("alternates", "The page in every language; empty when it has only one") { $0.alternates }
    Field("feeds", "Feeds of the products that the page lists, for feed readers") { $0.feeds }
    Field("image", "The picture of a link's preview") { $0.image }
    Field("noindex", "Whether search engines should leave it out") { $0.noindex }
  }
}

struct Link: TemplateRecord, Sendable {
  let label: String
  let url: WebURL
  var current = false

  static let fields = TemplateFields<Link>("Link", "A link with its text") {
    Field("label", "The text") { $0.label }
    Field("url", "Where it leads") { $0.url }
    Field("current", "Whether this page is, or lies below, what it leads to") { $0.current }
  }
}

struct LanguageLink: TemplateRecord {
  let code, name: String
  let url: WebURL
  let current: Bool

  static let fields = TemplateFields<LanguageLink>("LanguageLink", "The page in another language") {
    Field("code", "ISO 639-1, such as id") { $0.code }
    Field("name", "The language's own name for itself") { $0.name }
    Field("url", "Where it leads") { $0.url }
    Field("current", "Whether it is this page's language") { $0.current }
  }
}

struct Alternate: TemplateRecord {
  let lang: String
  let url: WebURL
  let locale: String?

  static let fields = TemplateFields<Alternate>("Alternate", "The page in a language, for search engines") {
    Field("lang", "The language's code, or x-default") { $0.lang }
    Field("url", "The address with scheme and host") { $0.url }
    Field("locale", "The language as previews name it: id_ID; absent for x-default") { $0.locale }
  }
}

/// Products that a list has in the site's first language only.
struct Untranslated: TemplateRecord {
  let count: Int
  let url: WebURL
  let lang, label: String

  static let fields = TemplateFields<Untranslated>("Untranslated", "What a list has in the site's first language only")
  {
    Field("count", "How many products") { $0.count }
    Field("url", "The list in that language") { $0.url }
    Field("lang", "That language's code") { $0.lang }
    Field("label", "The list's title in that language") { $0.label }
  }
}

struct FeedLink: TemplateRecord {
  let title, type: String
  let url: WebURL

  static let fields = TemplateFields<FeedLink>("FeedLink", "A feed of new products") {
    Field("title", "What is in it") { $0.title }
    Field("type", "Its media type, such as application/atom+xml") { $0.type }
    Field("url", "Its address below the host") { $0.url }
  }
}

/// The picture of a link's preview, as other programs fetch it.
struct SharePicture: TemplateRecord {
  let url: WebURL
  /// Pixels.
  let width, height: Int
  let alt: String

  static let fields = TemplateFields<SharePicture>("SharePicture", "The picture of a link's preview") {
    Field("url", "Its address with scheme and host") { $0.url }
    Field("width", "In pixels") { $0.width }
    Field("height", "In pixels") { $0.height }
    Field("alt", "What it shows, in words") { $0.alt }
  }
}

struct CentreView: TemplateRecord, Sendable {
  let name, address: String
  let mapURL, pageURL: WebURL
  let phone: String?
  let hours: [HoursView]

  static let fields = TemplateFields<CentreView>("Centre", "The IKM Center") {
    Field("name", "Its name") { $0.name }
    Field("address", "Street and kelurahan") { $0.address }
    Field("map_url", "A map search for the address") { $0.mapURL }
    Field("page_url", "The page about visiting it") { $0.pageURL }
    Field("phone", "Telephone, as it is dialled abroad") { $0.phone }
    Field("hours", "When it is open; empty when not known") { $0.hours }
  }
}

struct HoursView: TemplateRecord, Sendable {
  let days, time, code: String

  static let fields = TemplateFields<HoursView>("Hours", "Opening hours of some days") {
    Field("code", "The same for programs, as schema.org writes it: Mo,Tu 08:00-16:00") { $0.code }
    Field("days", "The days, such as Senin–Jumat") { $0.days }
    Field("time", "From when to when") { $0.time }
  }
}

struct PhotoView: TemplateRecord, Sendable {
  let alt: String
  let altLang: String?
  let credit: String?
  let photo: SitePhoto

  static let fields = TemplateFields<PhotoView>("Photo", "A photo in several widths") {
    Field("url", "A JPEG some 720 pixels wide, for browsers that know nothing newer") { $0.photo.files.url }
    Field("large_url", "The widest JPEG") { $0.photo.files.largeURL }
    Field("small_url", "A JPEG some 360 pixels wide") { $0.photo.files.smallURL }
    Field("webp", "WebP files for srcset, up to 1066 pixels wide") { $0.photo.files.webP }
    Field("jpeg", "The same as JPEG") { $0.photo.files.jpeg }
    Field("card_webp", "WebP files for srcset, up to 720 pixels wide") { $0.photo.files.cardWebP }
    Field("thumb_webp", "WebP files for srcset, up to 360 pixels wide") { $0.photo.files.thumbWebP }
    Field("width", "Pixels of the widest file") { $0.photo.files.width }
    Field("height", "Pixels of the widest file") { $0.photo.files.height }
    Field("tone", "Classes that paint its main colour while it loads") { $0.photo.files.tone }
    Field("alt", "What it shows, in words") { $0.alt }
    Field("alt_lang", "The language of alt, when it is not the page's") { $0.altLang }
    Field("credit", "Who made it") { $0.credit }
  }
}

struct Pagination: TemplateRecord {
  let current, total: Int
  let previous, next: WebURL?
  let pages: [PageLink]

  static let fields = TemplateFields<Pagination>("Pagination", "The pages of a long list") {
    Field("current", "This page's number, from 1") { $0.current }
    Field("total", "How many pages there are") { $0.total }
    Field("previous", "The page before") { $0.previous }
    Field("next", "The page after") { $0.next }
    Field("pages", "Links to the first, the last and the neighbouring pages") { $0.pages }
  }
}

struct PageLink: TemplateRecord {
  let number: Int
  let url: WebURL
  let current, gap: Bool

  static let fields = TemplateFields<PageLink>("PageLink", "A link to a page of a list") {
    Field("number", "The page's number") { $0.number }
    Field("url", "The page") { $0.url }
    Field("current", "Whether it is this page") { $0.current }
    Field("gap", "Whether pages before it are left out") { $0.gap }
  }
}
