internal import TemplateEngine

/// How far the city's programmes have come, in numbers.
struct CoverageView: TemplateRecord, Sendable {
  let rwTotal, flagship, candidate, withProducts, without, rtTotal, rtWithEntrepreneur: Int

  init(_ coverage: Coverage) {
    (rwTotal, rtTotal, rtWithEntrepreneur) = (coverage.rwTotal, coverage.rtTotal, coverage.rtWithEntrepreneur)
    (flagship, candidate) = (coverage.count(.flagship), coverage.count(.candidate))
    (withProducts, without) = (coverage.count(.products), coverage.count(.none))
  }

  static let fields = TemplateFields<CoverageView>("Coverage", "How far the city's programmes have come") {
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

/// Measures of the picture are in units of its drawing, which is 320 wide: about a phone's pixels.
struct BoardDistrict: TemplateRecord {
  let name: String
  let kelurahan: [BoardKelurahan]
  let height: Int

  static let fields = TemplateFields<BoardDistrict>("BoardDistrict", "A kecamatan on the board") {
    Field("name", "Its name") { $0.name }
    Field("kelurahan", "Its kelurahan") { $0.kelurahan }
    Field("height", "Where its part of the picture ends, at a width of 320") { $0.height }
  }
}

struct BoardKelurahan: TemplateRecord {
  let name: String
  let url: WebURL
  let rw: [BoardCell]
  let flagships, candidates, withProducts, without: Int
  let rwCount: Int?
  let y: Int
  let loose: BoardPoint?

  static let fields = TemplateFields<BoardKelurahan>("BoardKelurahan", "A kelurahan on the board") {
    Field("name", "Its name") { $0.name }
    Field("url", "Its page") { $0.url }
    Field("rw", "Its RW, or those known so far") { $0.rw }
    Field("flagships", "RW with a designated flagship") { $0.flagships }
    Field("candidates", "RW with only a candidate") { $0.candidates }
    Field("with_products", "RW with products, but neither of these") { $0.withProducts }
    Field("without", "RW with no product yet, among those listed") { $0.without }
    Field("rw_count", "How many RW it has; absent when no source says so") { $0.rwCount }
    Field("y", "Where its part of the picture begins") { $0.y }
    Field("loose", "The place after the last RW, when there may be more") { $0.loose }
  }
}

struct BoardCell: TemplateRecord {
  let number: Int
  let state, label: String
  let product: Link?
  let url: WebURL?
  let place: BoardPoint

  static let fields = TemplateFields<BoardCell>("BoardCell", "An RW on the board") {
    Field("number", "Its number") { $0.number }
    Field("state", "flagship, candidate, products or none") { $0.state }
    Field("label", "The same in words, with the product's name") { $0.label }
    Field("product", "Its flagship, or else its candidate") { $0.product }
    Field("url", "Its page; absent when it has no products") { $0.url }
    Field("x", "Its place in the picture") { $0.place.x }
    Field("y", "Its place in the picture") { $0.place.y }
  }
}

struct BoardPoint: TemplateRecord {
  let x, y: Int

  static let fields = TemplateFields<BoardPoint>("BoardPoint", "A place in the picture") {
    Field("x", "From its left edge") { $0.x }
    Field("y", "From its upper edge") { $0.y }
  }
}

struct BoardRest: TemplateRecord {
  let count, columns, rows, last, height: Int

  static let fields = TemplateFields<BoardRest>("BoardRest", "The RW that stand in no kelurahan's list") {
    Field("count", "How many") { $0.count }
    Field("columns", "Tiles in a full row") { $0.columns }
    Field("rows", "Full rows") { $0.rows }
    Field("last", "Tiles in the row after those; may be 0") { $0.last }
    Field("height", "Where this part of the picture ends, at a width of 320") { $0.height }
  }
}

struct BoardGap: TemplateRecord {
  let title, text: String
  let links: [Link]
  let more: Int

  static let fields = TemplateFields<BoardGap>("BoardGap", "Something that is missing, and what to do about it") {
    Field("title", "How much is missing") { $0.title }
    Field("text", "What to do") { $0.text }
    Field("links", "Where, the first few") { $0.links }
    Field("more", "How many more there are") { $0.more }
  }
}
