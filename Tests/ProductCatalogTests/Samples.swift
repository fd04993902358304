import Diagnostics
import ProductCatalog

/// A small valid site: every test starts from it and changes one thing.
enum Samples {
  static let site = """
    name: "IKM Center"
    tagline: "Yang dibuat di RW kita"
    base_url: "https://ikm.example"
    languages:
      - code: id
        name: "Bahasa Indonesia"
        sections: {products: produk, page: halaman, categories: kategori, rw: rw, businesses: usaha, centre: ikm-center}
      - code: en
        name: "English"
        sections: {products: products, page: page, categories: categories, rw: rw, businesses: businesses, centre: centre}
    centre:
      name: "IKM Center"
      address: "Jl. Letjend Suprapto"
      map_url: "https://www.openstreetmap.org/search?query=Magersari"
    order_message:
      id: "Halo {seller}, saya melihat {product}: {url}"
      en: "Hello {seller}, I found {product}: {url}"
    accent: "#8A3B12"
    budgets: {list: 120, css: 12}

    """

  static let regions = """
    city:
      name: "Kota Magelang"
      code: "33.71"
      box: {south: -7.50603, west: 110.19889, north: -7.43393, east: 110.23666}
      rw_total: 192
      rt_total: 1030
      source: "Contoh"
      as_of: "2025-03"
    districts:
      - name: "Magelang Selatan"
        code: "33.71.01"
        kelurahan:
          - {name: "Rejowinangun Selatan", slug: rejowinangun-selatan, code: "33.71.01.1003", aliases: ["Rejowinangun"]}
          - {name: "Tidar Selatan", slug: tidar-selatan, code: "33.71.01.1011", bps_code: "3371010008", postcode: "56125", centroid: [-7.50009, 110.22965], rw_count: 12, rt_count: 45}
      - name: "Magelang Tengah"
        code: "33.71.03"
        kelurahan:
          - {name: "Rejowinangun Utara", slug: rejowinangun-utara, code: "33.71.03.1003", aliases: ["Rejowinangun"]}
          - {name: "Magelang", slug: magelang, code: "33.71.03.1004"}

    """

  static let categories = """
    - slug: makanan
      name: "Makanan"
      name_en: "Food"
      food: true
      children:
        - {slug: camilan, name: "Camilan", description: "Kering dan gurih."}
    - slug: fesyen
      name: "Fesyen"
      children:
        - {slug: batik, name: "Batik", icon: cloth, google_product_category: "2271"}

    """

  static let programmes = """
    flagship_per_rw: {target: 1, name: "Satu RW", name_en: "One RW", description: "Satu produk.", source: "Contoh"}
    entrepreneur_per_rt: {target: 1, name: "Satu RT", description: "Satu wirausaha.", source: "Contoh"}

    """

  static let business = """
    ---
    name: "Batik Watu Toren"
    place: {kelurahan: tidar-selatan, rw: 4, rt: 2}
    owner: "Ibu Contoh"
    whatsapp: "0841-0000-1008"
    consent: {date: 2026-09-01, fields: [owner, whatsapp]}
    sample: true
    ---
    Cerita usaha.

    """

  /// The front matter of the sample product; `product(_:)` changes single lines of it.
  static let productLines: [(key: String, value: String)] = [
    ("name", "\"Kain Batik\""), ("business", "batik-watu-toren"), ("category", "fesyen/batik"),
    ("summary", "\"Kain katun, dua meter.\""), ("price", "250000"), ("unit", "lembar"),
    ("photos", "[{file: kain.jpg, alt: \"Kain batik cokelat terlipat\"}]"), ("updated", "2026-11-01"),
  ]

  /// A product's file with some keys changed, added (at the end), or, when the value is `nil`, left out.
  static func product(_ changes: KeyValuePairs<String, String?> = [:], body: String = "Dibuat di rumah.\n") -> String {
    var lines = productLines.map { (key: $0.key, value: $0.value as String?) }
    for (key, value) in changes {
      if let index = lines.firstIndex(where: { $0.key == key }) {
        lines[index].value = value
      } else {
        lines.append((key, value))
      }
    }
    let text = lines.compactMap { line in line.value.map { "\(line.key): \($0)\n" } }.joined()
    return "---\n\(text)---\n\(body)"
  }

  static let productPath = "content/products/kain-batik/index.md"
  static let businessPath = "content/businesses/batik-watu-toren.md"
  static let photo = "content/products/kain-batik/kain.jpg"

  static let files: [String: String] = [
    "content/site.yaml": site, "content/regions.yaml": regions, "content/categories.yaml": categories,
    "content/programmes.yaml": programmes, businessPath: business, productPath: product(),
  ]

  static let today = CalendarDate(iso: "2026-11-24")!
}

/// What came of loading the sample site with some files changed, added or (`nil`) removed.
struct Loaded {
  let catalog: Catalog?
  let diagnostics: [Diagnostic]

  init(
    _ changes: [String: String?] = [:], others: [String] = [Samples.photo], drafts: Bool = false, jobs: Int = 1,
    date: CalendarDate = Samples.today
  ) {
    let texts = Samples.files.merging(changes.mapValues { $0 ?? "\u{0}absent" }) { $1 }
    let files = texts.filter { $0.value != "\u{0}absent" }.map { SourceFile(path: $0.key, text: $0.value) }
    self.init(files: files, others: others, drafts: drafts, jobs: jobs, date: date)
  }

  init(
    files: [SourceFile], others: [String] = [Samples.photo], drafts: Bool = false, jobs: Int = 1,
    date: CalendarDate = Samples.today
  ) {
    (catalog, diagnostics) = CatalogLoader.load(
      CatalogSource(files: files, otherPaths: others),
      options: LoadOptions(date: date, includeDrafts: drafts, jobs: jobs))
  }

  /// The sample site with another product file.
  static func product(_ changes: KeyValuePairs<String, String?>, body: String = "Dibuat di rumah.\n") -> Loaded {
    Loaded([Samples.productPath: Samples.product(changes, body: body)])
  }

  /// The sample site with a business that has these lines instead of everything after its name and place.
  static func business(_ lines: String, place: String = "{kelurahan: tidar-selatan, rw: 4}") -> Loaded {
    Loaded([Samples.businessPath: "---\nname: \"Batik\"\nplace: \(place)\n\(lines)\n---\n"])
  }

  /// Everything that was said, as a terminal shows it.
  var text: String { printed(.en) }

  func printed(_ language: MessageLanguage) -> String {
    diagnostics.map(TextFormatter(language: language).format).joined()
  }

  /// `code@line:column`, in the order of display.
  var codes: [String] {
    diagnostics.map { "\($0.code)@\($0.location.start.line):\($0.location.start.column)" }
  }

  /// The text that the first diagnostic proposes to write instead.
  var fix: String? { diagnostics.first?.fix }
}
