import Diagnostics
import ProductCatalog
import TemplateEngine
import Testing

@testable import SiteBuilder

/// A small project in memory: two kelurahan, one category with a child, one business, two products, one of them in
/// English too.
struct SampleProject {
  private var files: [String: String]
  private let otherPaths: [String]

  /// - Parameter edits: texts by path; `nil` removes a file.
  init(edits: [String: String?] = [:], otherPaths: [String] = []) {
    files = Self.files
    for (path, text) in edits { files[path] = text }
    self.otherPaths = otherPaths
  }

  static func product(
    _ name: String, updated: String, more: String = "", body: String = "Enak."
  ) -> String {
    """
    ---
    name: \(name)
    business: dapur-sari
    category: makanan/camilan
    summary: Camilan dari dapur sendiri.
    price: 15000
    unit: dus
    updated: \(updated)
    \(more)
    ---
    \(body)
    """
  }

  func site(baseURL: String? = nil) throws -> Site {
    let (site, diagnostics) = plan(baseURL: baseURL)
    let formatter = TextFormatter(language: .en)
    return try #require(site, "\(diagnostics.map(formatter.format).joined())")
  }

  func plan(baseURL: String? = nil, ownRedirects: SourceFile? = nil) -> (site: Site?, diagnostics: [Diagnostic]) {
    let sources = files.map { SourceFile(path: $0.key, text: $0.value) }
    let content = sources.filter { $0.path.hasPrefix("content/") }
    let date = CalendarDate(iso: "2026-11-24")!
    let (catalog, problems) = CatalogLoader.load(
      CatalogSource(files: content, otherPaths: otherPaths), options: LoadOptions(date: date))
    guard let catalog else { return (nil, problems) }
    let url = baseURL ?? catalog.site.baseURL
    let (theme, themeProblems) = Theme.load(
      Theme.Sources(root: "templates", files: sources.filter { $0.path.hasPrefix("templates/") }),
      languages: catalog.site.languages.map(\.code), baseURL: url, jobs: 1)
    guard let theme else { return (nil, problems + themeProblems) }
    let planned = SitePlanner(
      catalog: catalog, theme: theme, date: date,
      content: ContentFiles(root: "content", texts: content.map(\.path), others: otherPaths), otherFiles: otherPaths,
      ownRedirects: ownRedirects, baseURL: url, photos: .none, makesSearchIndexes: false, jobs: 1
    ).plan()
    return (planned.site, planned.diagnostics)
  }

  func html(_ content: PageContent, edition: Int = 0) throws -> String {
    var buffer = OutputBuffer()
    try site().render(PageAddress(edition: edition, content: content), into: &buffer)
    return buffer.string
  }

  static var files: [String: String] {
    var files = content
    let texts = InterfaceTexts.required.map { "\($0): \"\($0)\"\n" }.joined()
    for language in ["id", "en"] { files["templates/strings/\(language).yaml"] = texts }
    for kind in pageKinds { files["templates/\(kind.template)"] = "<title>{{ page.title }}</title>\n" }
    return files
  }

  static let content = [
    "content/site.yaml": """
    name: IKM Center
    tagline: Satu etalase
    base_url: https://example.org
    languages:
      - code: id
        name: Bahasa Indonesia
        sections: {products: produk, page: halaman, categories: kategori, rw: rw, businesses: usaha, centre: ikm-center}
      - code: en
        name: English
        sections: {products: products, page: page, categories: categories, rw: rw, businesses: businesses, centre: ikm-center}
    centre:
      name: IKM Center
      address: Jl. Contoh
      map_url: https://www.openstreetmap.org/search?query=x
    order_message:
      id: "Halo {seller}, {quantity} {product}\\nPilihan: {variant}\\n{url}"
      en: "Hello {seller}, {quantity} {product} {url}"
    """,
    "content/regions.yaml": """
    city: {name: Kota Magelang, code: "33.71", box: {south: -7.51, north: -7.43, west: 110.19, east: 110.24}, rw_total: 192, rt_total: 1030, source: contoh, as_of: "2025-03"}
    districts:
      - name: Magelang Tengah
        code: "33.71.03"
        kelurahan:
          - {name: Kemirirejo, slug: kemirirejo, code: "33.71.03.1001"}
          - {name: Wates, slug: wates, code: "33.71.02.1003"}
    """,
    "content/categories.yaml": """
    - slug: makanan
      name: Makanan
      name_en: Food
      food: true
      children:
        - {slug: camilan, name: Camilan, name_en: Snacks}
    """,
    "content/programmes.yaml": """
    flagship_per_rw: {target: 1, name: Satu RW, description: Satu produk tiap RW, source: contoh}
    entrepreneur_per_rt: {target: 1, name: Satu RT, description: Satu wirausaha tiap RT, source: contoh}
    """,
    "content/businesses/dapur-sari.md": """
    ---
    name: Dapur Sari
    place: {kelurahan: kemirirejo, rw: 3}
    sample: true
    ---
    Dapur rumahan sejak lama.
    """,
    "content/products/getuk/index.md": product(
      "Getuk", updated: "2026-10-01", more: "flagship: {status: designated, year: 2026}"),
    "content/products/getuk/index.en.md": """
    ---
    name: Cassava cake
    summary: A snack from our own kitchen.
    ---
    Good.
    """,
    "content/products/wajik/index.md": product("Wajik", updated: "2026-10-02"),
    "content/pages/tentang.md": """
    ---
    title: Tentang
    menu: true
    ---
    Isi.
    """,
  ]
}
