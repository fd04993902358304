import Diagnostics
import TemplateEngine

/// An invented product as lists show it.
struct SampleCard: TemplateRecord {
  var name = "Getuk <Trio>"
  var price: Int? = 18_000
  var badge: String?
  var url = WebURL(trusted: "/produk/getuk/")
  var tags = ["manis", "khas"]
  var maker: SampleMaker? = SampleMaker()

  static let fields = TemplateFields<SampleCard>("Card", "A product as lists show it") {
    Field("name", "The product's name") { $0.name }
    Field("price", "Rupiah; absent when the seller must be asked") { $0.price }
    Field("badge", "A word on it") { $0.badge }
    Field("url", "Its page") { $0.url }
    Field("tags", "Its labels") { $0.tags }
    Field("maker", "Who makes it") { $0.maker }
  }
}

/// An invented business.
struct SampleMaker: TemplateRecord {
  var name = "Dapur Contoh"
  var phone: String?

  static let fields = TemplateFields<SampleMaker>("Maker", "Who makes a product") {
    Field("name", "The business's name") { $0.name }
    Field("phone", "Absent without consent") { $0.phone }
  }
}

/// A category with categories in it.
struct SampleCategory: TemplateRecord {
  var name = "Makanan"
  var children: [SampleCategory] = []

  static let fields = TemplateFields<SampleCategory>("Category", "A group of products") {
    Field("name", "The category's name") { $0.name }
    Field("children", "The categories in it") { $0.children }
  }
}

struct SamplePage: TemplateRecord {
  var title = "Getuk & teh"
  var card = SampleCard()
  var cards = [SampleCard(), SampleCard(name: "Teh", price: nil, maker: nil)]
  var category = SampleCategory(children: [SampleCategory(name: "Kue", children: [SampleCategory(name: "Basah")])])
  var body = HTML("<p>Isi</p>")
  var photo: Srcset? = Srcset("a.webp 320w")
  var count = 3
  var isOpen = true
  var note: String?

  static let fields = TemplateFields<SamplePage>("Page", "A page for tests") {
    Field("title", "The page's title") { $0.title }
    Field("card", "One product") { $0.card }
    Field("cards", "Products") { $0.cards }
    Field("category", "A tree") { $0.category }
    Field("body", "Markup") { $0.body }
    Field("photo", "A photo") { $0.photo }
    Field("count", "A number") { $0.count }
    Field("open", "A switch") { $0.isOpen }
    Field("note", "Maybe a note") { $0.note }
  }

  static let rupiah = HostFilter("rupiah", input: [.int], result: .string, about: "Rp18.000 for 18000") { value, _ in
    guard case .int(let amount) = value else { return .string("") }
    return .string("Rp\(amount / 1000).000")
  }

  static let words = HostFilter(
    "t", input: [.string], parameters: [.init("value", .any, default: Value.none)], result: .string,
    about: "A text of the interface"
  ) { (value, _) throws(FilterFailure) in
    if case .string("order.whatsapp") = value { return .string("Pesan <lewat> WhatsApp") }
    throw FilterFailure(
      Message(en: "there is no such text", id: "teks itu tidak ada"), help: .didYouMean("order.whatsapp"))
  }

  /// The page with these templates, of which the first is the page's, or what is wrong with them.
  static func render(
    _ templates: String..., page: SamplePage = SamplePage(), checksHTML: Bool = true
  ) -> Result<String, ConformanceCase.Failure> {
    let sources = templates.enumerated().map { index, text in
      let name = index == 0 ? "main.html" : "t\(index).html"
      return TemplateSource(name: name, file: SourceFile(path: name, text: text))
    }
    let (library, diagnostics) = TemplateLibrary.compile(
      sources, pages: [PageKind("main.html", SamplePage.self)], filters: [rupiah, words], htmlCheck: checksHTML)
    guard let template = library?.template("main.html") else { return .failure(.init(diagnostics: diagnostics)) }
    var buffer = OutputBuffer()
    do throws(RenderFailure) {
      try template.render(page.templateRecord, into: &buffer)
      return .success(buffer.string)
    } catch {
      return .failure(.init(diagnostics: [error.diagnostic]))
    }
  }
}
