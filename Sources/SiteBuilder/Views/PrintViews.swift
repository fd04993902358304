internal import TemplateEngine

/// Pages that are made for paper: the catalog as a booklet, and labels for the shelves.
struct PrintCatalogPage: TemplateRecord {
  let chrome: Chrome
  let volume: String?
  let chapters: [PrintChapter]
  let volumes: [PlaceCount]
  let total, businesses: Int
  let updated: String?
  let qr: QRView?
  let labelsURL: WebURL

  static let fields = TemplateFields<PrintCatalogPage>("print_catalog.html", "The catalog by RW, for paper") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("volume", "The kelurahan that it is about; absent when it is about all") { $0.volume }
    Field("chapters", "The kelurahan with products; empty when each has a volume of its own") { $0.chapters }
    Field("volumes", "The volumes of a catalog that is too large for one") { $0.volumes }
    Field("total", "Products in it, or in all volumes") { $0.total }
    Field("businesses", "Businesses that make them") { $0.businesses }
    Field("updated", "The day on which a product of it was last looked at; absent when it has none") { $0.updated }
    Field("qr", "The address of the home page, or else of the kelurahan") { $0.qr }
    Field("labels_url", "The page of shelf labels") { $0.labelsURL }
  }
}

struct PrintChapter: TemplateRecord {
  let name, district, id: String
  let first, count: Int
  let rws: [PrintRW]

  static let fields = TemplateFields<PrintChapter>("PrintChapter", "A kelurahan in the printed catalog") {
    Field("name", "Its name") { $0.name }
    Field("district", "Its kecamatan") { $0.district }
    Field("id", "A word for links to it, such as kemirirejo") { $0.id }
    Field("first", "The number of its first product") { $0.first }
    Field("last", "The number of its last product") { $0.first + $0.count - 1 }
    Field("count", "How many products it has") { $0.count }
    Field("rws", "Its RW with products") { $0.rws }
  }
}

struct PrintRW: TemplateRecord {
  let name: String
  let first: Int
  let cards: [Shared<Card>]
  let makers: [PrintMaker]
  let qr: QRView?

  static let fields = TemplateFields<PrintRW>("PrintRW", "An RW in the printed catalog") {
    Field("name", "Such as RW 3") { $0.name }
    Field("first", "The number of its first product; the others follow") { $0.first }
    Field("cards", "Its products, the flagship first") { $0.cards }
    Field("makers", "The businesses that make them") { $0.makers }
    Field("qr", "The address of its page") { $0.qr }
  }
}

struct PrintMaker: TemplateRecord {
  let name: String
  let contact: String?
  let sample: Bool

  static let fields = TemplateFields<PrintMaker>("PrintMaker", "A business in the printed catalog") {
    Field("name", "Its name") { $0.name }
    Field("contact", "Its WhatsApp number, or else its telephone; absent for samples") { $0.contact }
    Field("sample", "Whether it is invented") { $0.sample }
  }
}

struct PrintLabelsPage: TemplateRecord {
  let chrome: Chrome
  let sheets: [PrintSheet]
  let total: Int
  let pagination: Pagination
  let catalogURL: WebURL

  static let fields = TemplateFields<PrintLabelsPage>("print_labels.html", "Labels for the IKM Center's shelves") {
    Field("site", "The site") { $0.chrome.site }
    Field("page", "This page") { $0.chrome.page }
    Field("sheets", "The sheets of this page") { $0.sheets }
    Field("total", "Labels on all pages") { $0.total }
    Field("pagination", "The pages of the list") { $0.pagination }
    Field("catalog_url", "The catalog for print") { $0.catalogURL }
  }
}

struct PrintSheet: TemplateRecord {
  let labels: [PrintLabel]

  static let fields = TemplateFields<PrintSheet>("PrintSheet", "The labels on one sheet of A4") {
    Field("labels", "At most 12: two columns of six, each 95 mm wide and 46 mm high") { $0.labels }
  }
}

struct PrintLabel: TemplateRecord {
  let card: Shared<Card>
  let shelf: String
  let qr: QRView?

  static let fields = TemplateFields<PrintLabel>("PrintLabel", "A label for a shelf") {
    Field("card", "The product") { $0.card }
    Field("shelf", "Its shelf, such as A-03") { $0.shelf }
    Field("qr", "The address of its page") { $0.qr }
  }
}

struct QRView: TemplateRecord {
  let size: Int
  let path: String

  init?(_ url: WebURL) {
    guard let code = QRCode(url.text) else { return nil }
    (size, path) = (code.size, code.path)
  }

  static let fields = TemplateFields<QRView>("QRCode", "An address as a QR code, for a drawing that is as wide as high")
  {
    Field("size", "The width of the drawing, with the light border that readers need") { $0.size }
    Field("path", "The dark parts: the d of a path with a stroke of 1 and no fill") { $0.path }
  }
}
