internal import TemplateEngine

/// Everything that a product's own page shows of it.
struct ProductView: TemplateRecord {
  let name, summary: String
  let summaryLang: String?
  let body: HTML
  let price, priceTo: Int?
  let unit: String?
  let variants: [VariantView]
  let availability, availabilityLabel: String
  let leadDays: Int?
  let months: String?
  let minOrder: Int?
  let weight, size: String?
  let shelfLifeDays: Int?
  let storage, reach, reachLabel: String?
  let ingredients, allergens: [String]
  let materials, technique, motif, care: String?
  let licences: LicenceViews
  let flagship, candidate: Bool
  let flagshipYear: Int?
  let photos: [PhotoView]
  let shelf: String?
  let tags: [String]
  let updated: String
  let priceStale, sample, draft: Bool
  let category, rw, kelurahan: Shared<Link>
  let parentCategory: Shared<Link>?
  let maker: Shared<BusinessCard>
  let whatsappURL: WebURL?
  let orderMessage, orderPattern: String
  let shareURL: WebURL
  let marketplaces: [Link]
  let delivery, payments: [String]

  static let fields = TemplateFields<ProductView>("Product", "A product on its own page") {
    Field("name", "Its name") { $0.name }
    Field("summary", "One sentence") { $0.summary }
    Field("summary_lang", "Its language, when it is not the page's") { $0.summaryLang }
    Field("body", "The description; its headings begin at h2") { $0.body }
    Field("price", "Rupiah; absent when the seller must be asked") { $0.price }
    Field("price_to", "The highest price, when there are several") { $0.priceTo }
    Field("unit", "What the price is for, such as dus") { $0.unit }
    Field("variants", "The forms in which it is sold") { $0.variants }
    Field("availability", "ready, made-to-order, seasonal or sold-out") { $0.availability }
    Field("availability_label", "The same in words") { $0.availabilityLabel }
    Field("lead_days", "Days from order to delivery, when made to order") { $0.leadDays }
    Field("months", "When it is made, when seasonal: Januari, Februari") { $0.months }
    Field("min_order", "The least that can be ordered, in units") { $0.minOrder }
    Field("weight", "Such as 250 g") { $0.weight }
    Field("size", "Such as 20 × 15 × 8 cm") { $0.size }
    Field("shelf_life_days", "How long it keeps") { $0.shelfLifeDays }
    Field("storage", "How to keep it") { $0.storage }
    Field("reach", "How far it can travel: city, province, national or international") { $0.reach }
    Field("reach_label", "The same in words") { $0.reachLabel }
    Field("ingredients", "What is in it") { $0.ingredients }
    Field("allergens", "What people may be allergic to") { $0.allergens }
    Field("materials", "What it is made of") { $0.materials }
    Field("technique", "How it is made") { $0.technique }
    Field("motif", "The motif of a cloth") { $0.motif }
    Field("care", "How to look after it") { $0.care }
    Field("halal", "The halal certificate, or what is known instead") { $0.licences.halal }
    Field("pirt", "Permits of a food made at home") { $0.licences.pirt }
    Field("bpom", "The registration with the food authority") { $0.licences.bpom }
    Field("flagship", "Whether it is the designated flagship of its RW") { $0.flagship }
    Field("candidate", "Whether it is a candidate for that") { $0.candidate }
    Field("flagship_year", "Since when") { $0.flagshipYear }
    Field("photos", "Its pictures, the cover first") { $0.photos }
    Field("shelf", "Its shelf at the IKM Center, such as A-03") { $0.shelf }
    Field("tags", "Words to find it by") { $0.tags }
    Field("updated", "When price and facts were last looked at, as 2026-11-24") { $0.updated }
    Field("price_stale", "Whether that was so long ago that the price should be confirmed") { $0.priceStale }
    Field("sample", "Whether its business is invented, so that nothing can be ordered") { $0.sample }
    Field("draft", "Whether it is a draft") { $0.draft }
    Field("category", "Its category") { $0.category }
    Field("parent_category", "The category above that") { $0.parentCategory }
    Field("rw", "Where it is made: RW 3 Kemirirejo") { $0.rw }
    Field("kelurahan", "The same, one level up") { $0.kelurahan }
    Field("maker", "The business") { $0.maker }
    Field("whatsapp_url", "Opens WhatsApp with the order written; absent when nothing can be ordered") {
      $0.whatsappURL
    }
    Field("order_message", "The text of that order") { $0.orderMessage }
    Field("order_pattern", "The same with {variant}, {quantity} and so on, for a script") { $0.orderPattern }
    Field("share_url", "Opens WhatsApp with a link to the page, to send to anyone") { $0.shareURL }
    Field("marketplaces", "Where else the business sells") { $0.marketplaces }
    Field("delivery", "How it can be delivered") { $0.delivery }
    Field("payments", "How it can be paid for") { $0.payments }
  }
}

struct VariantView: TemplateRecord {
  let name: String
  let price: Int?
  let availabilityLabel: String
  let soldOut: Bool

  static let fields = TemplateFields<VariantView>("Variant", "One of the forms in which a product is sold") {
    Field("name", "Its name") { $0.name }
    Field("price", "Rupiah; absent when it costs what the product costs") { $0.price }
    Field("availability_label", "Whether it can be had, in words") { $0.availabilityLabel }
    Field("sold_out", "Whether it cannot") { $0.soldOut }
  }
}

struct LicenceView: TemplateRecord {
  let label: String
  let number, note: String?

  static let fields = TemplateFields<LicenceView>("Licence", "A certificate or registration") {
    Field("label", "What it says, such as Bersertifikat halal") { $0.label }
    Field("number", "Its number") { $0.number }
    Field("note", "A remark, such as that it has expired") { $0.note }
  }
}

/// The certificates that products and businesses both have.
struct LicenceViews: Sendable {
  let halal: LicenceView?
  let pirt: [LicenceView]
  let bpom: LicenceView?
}

struct BusinessView: TemplateRecord {
  let name: String
  let body: HTML
  let kindLabel: String
  let scaleLabel: String?
  let rw, kelurahan: Shared<Link>
  let district: String
  let owner, address, phone, email: String?
  let phoneURL, emailURL, whatsappURL: WebURL?
  let latitude, longitude: Double?
  let founded: Int?
  let hours: [HoursView]
  let nib, trademark, sni: String?
  let licences: LicenceViews
  let channels: [Link]
  let payments, delivery: [String]
  let sample, draft: Bool

  static let fields = TemplateFields<BusinessView>("Business", "A business on its own page") {
    Field("name", "Its name") { $0.name }
    Field("body", "Its story; headings begin at h2") { $0.body }
    Field("kind_label", "Whether it sells goods, services or both, in words") { $0.kindLabel }
    Field("scale_label", "Micro, small or medium, in words") { $0.scaleLabel }
    Field("rw", "Where it is: RW 3 Kemirirejo") { $0.rw }
    Field("kelurahan", "The same, one level up") { $0.kelurahan }
    Field("district", "The kecamatan") { $0.district }
    Field("owner", "Who runs it, with consent") { $0.owner }
    Field("address", "Where to find it, with consent") { $0.address }
    Field("phone", "Telephone, with consent") { $0.phone }
    Field("phone_url", "Calls it; absent for samples") { $0.phoneURL }
    Field("email", "Mail address, with consent") { $0.email }
    Field("email_url", "Writes to it; absent for samples") { $0.emailURL }
    Field("whatsapp_url", "Opens WhatsApp; absent for samples") { $0.whatsappURL }
    Field("latitude", "Where it is, in degrees, with consent; absent for samples") { $0.latitude }
    Field("longitude", "The same") { $0.longitude }
    Field("founded", "The year") { $0.founded }
    Field("hours", "When it is open") { $0.hours }
    Field("nib", "Business registration number") { $0.nib }
    Field("halal", "The halal certificate, or what is known instead") { $0.licences.halal }
    Field("pirt", "Permits of a food made at home") { $0.licences.pirt }
    Field("bpom", "The registration with the food authority") { $0.licences.bpom }
    Field("trademark", "Registered trademark") { $0.trademark }
    Field("sni", "National standard") { $0.sni }
    Field("channels", "Where else it sells or shows itself") { $0.channels }
    Field("payments", "How one can pay") { $0.payments }
    Field("delivery", "How it delivers") { $0.delivery }
    Field("sample", "Whether it is invented") { $0.sample }
    Field("draft", "Whether it is a draft") { $0.draft }
  }
}
