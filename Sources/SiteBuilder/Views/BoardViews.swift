internal import TemplateEngine

/// What the "One RW, one product" board shows.
struct Coverage: TemplateRecord, Sendable {
  let rwTotal, flagship, candidate, withProducts, without, rtTotal, rtWithEntrepreneur: Int

  static let fields = TemplateFields<Coverage>("Coverage", "How far the city's programmes have come") {
    Field("rw_total", "RW in the city") { $0.rwTotal }
    Field("flagship", "RW with a designated flagship") { $0.flagship }
    Field("candidate", "RW with only a candidate") { $0.candidate }
    Field("with_products", "RW with products, but neither of these") { $0.withProducts }
    Field("without", "RW with no product yet") { $0.without }
    Field("rt_total", "RT in the city") { $0.rtTotal }
    Field("rt_with_entrepreneur", "RT with a business in the catalog") { $0.rtWithEntrepreneur }
  }
}

struct ProgrammeView: TemplateRecord {
  let name, description, source: String
  let target, reached, percent: Int

  static let fields = TemplateFields<ProgrammeView>("Programme", "One aim of the city") {
    Field("name", "Its name") { $0.name }
    Field("description", "What it wants") { $0.description }
    Field("target", "How many there should be in all") { $0.target }
    Field("reached", "How many there are") { $0.reached }
    Field("percent", "The same in whole percent, rounded down") { $0.percent }
    Field("source", "Where the aim is written") { $0.source }
  }
}

struct BoardDistrict: TemplateRecord {
  let name: String
  let kelurahan: [BoardKelurahan]

  static let fields = TemplateFields<BoardDistrict>("BoardDistrict", "A kecamatan on the board") {
    Field("name", "Its name") { $0.name }
    Field("kelurahan", "Its kelurahan") { $0.kelurahan }
  }
}

struct BoardKelurahan: TemplateRecord {
  let name: String
  let url: WebURL
  let known: Bool
  let rw: [BoardCell]
  let flagships, withProducts: Int
  let rwCount: Int?

  static let fields = TemplateFields<BoardKelurahan>("BoardKelurahan", "A kelurahan on the board") {
    Field("name", "Its name") { $0.name }
    Field("url", "Its page") { $0.url }
    Field("known", "Whether a source says how many RW it has") { $0.known }
    Field("rw", "Its RW, or those known so far") { $0.rw }
    Field("flagships", "RW with a designated flagship") { $0.flagships }
    Field("with_products", "RW with products") { $0.withProducts }
    Field("rw_count", "How many RW it has, when known") { $0.rwCount }
  }
}

struct BoardCell: TemplateRecord {
  let number: Int
  let state, label: String
  let url: WebURL?

  static let fields = TemplateFields<BoardCell>("BoardCell", "An RW on the board") {
    Field("number", "Its number") { $0.number }
    Field("state", "flagship, candidate, products or none") { $0.state }
    Field("label", "The same in words, with the product's name") { $0.label }
    Field("url", "Its page; absent when it has no products") { $0.url }
  }
}
