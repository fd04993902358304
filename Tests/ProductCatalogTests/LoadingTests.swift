import Diagnostics
import Testing

@testable import ProductCatalog

@Suite struct LoadingTests {
  @Test func loadsTheSampleSiteWithoutComplaint() throws {
    let loaded = Loaded()
    #expect(loaded.text == "")
    let catalog = try #require(loaded.catalog)
    #expect(catalog.products.map(\.slug.text) == ["kain-batik"])
    #expect(catalog.businesses.map(\.slug.text) == ["batik-watu-toren"])
    #expect(catalog.businesses[catalog.products[0].business].name == "Batik Watu Toren")
    #expect(catalog.productsByBusiness[0] == [0])
    #expect(catalog[catalog.products[0].category].path == "fesyen/batik")
    #expect(catalog.products[0].rw == RW(kelurahan: 1, number: 4))
    #expect(catalog.kelurahan[1].name == "Tidar Selatan")
  }

  @Test func keepsEveryKeyOfAProduct() throws {
    let loaded = Loaded.product([
      "price": "{from: 12000, to: 22000}",
      "variants": "[{name: Kecil, price: 12000, availability: sold-out}, {name: Besar}]",
      "availability": "made-to-order", "lead_days": "5", "min_order": "10", "weight_g": "350", "size_cm": "[20, 15, 8]",
      "shelf_life_days": "30", "storage": "\"Suhu ruang\"", "reach": "national", "ingredients": "[singkong, gula]",
      "allergens": "[kedelai]", "materials": "katun", "technique": "\"batik tulis\"", "motif": "watertoren",
      "care": "\"Cuci tangan\"", "flagship": "{status: designated, year: 2025}", "ikm_center": "{shelf: A-03}",
      "tags": "[batik, kain]",
      "licences":
        "{halal: {status: certified, number: ID33110000000000101}, pirt: [206337101014330], bpom: \"MD 123456789012\"}",
    ])
    #expect(loaded.text == "")
    let product = try #require(loaded.catalog?.products.first)
    #expect(product.price == Price(from: Money(rupiah: 12_000), to: Money(rupiah: 22_000)))
    #expect(product.variants.map(\.name) == ["Kecil", "Besar"])
    #expect(product.variants[0].availability == .soldOut)
    #expect(product.variants[1].price == nil)
    #expect(product.availability == .madeToOrder(leadDays: 5))
    #expect(product.minOrder == 10 && product.weight == 350 && product.shelfLifeDays == 30)
    #expect(product.size.map { [$0.length, $0.width, $0.height] } == [20, 15, 8])
    #expect(product.storage == "Suhu ruang" && product.reach == .national)
    #expect(product.ingredients == ["singkong", "gula"] && product.allergens == ["kedelai"])
    #expect(product.materials == "katun" && product.technique == "batik tulis" && product.motif == "watertoren")
    #expect(product.care == "Cuci tangan" && product.shelf == "A-03" && product.tags == ["batik", "kain"])
    #expect(product.flagship == Flagship(status: .designated, year: 2025))
    #expect(product.licences.halal == Halal(status: .certified, number: "ID33110000000000101"))
    #expect(product.licences.pirt.map(\.validThrough) == [2030])
    #expect(product.licences.bpom == [BPOMRegistration(kind: .domestic, number: "123456789012")])
  }

  @Test func keepsEveryKeyOfABusiness() throws {
    let loaded = Loaded.business(
      """
      kind: both
      scale: small
      owner: Ibu Contoh
      address: "Jl. Contoh 1"
      geo: [-7.47, 110.22]
      whatsapp: 0812-3456-7890
      phone: (0293) 362123
      email: ibu@contoh.example
      consent: {date: 2026-09-01, fields: [owner, address, geo, whatsapp, phone, email]}
      founded: 1999
      hours:
        - {days: mon-fri, open: "08:00", close: "16:30"}
        - {days: [sabtu, minggu], open: 09.00, close: 24:00}
      licences: {nib: "0000000001008", trademark: IDM000001, sni: "SNI 123"}
      channels:
        - {kind: tokopedia, url: "https://www.tokopedia.com/contoh?utm_source=wa&page=2"}
      payments: [cash, qris]
      delivery: [pickup, jne]
      """)
    #expect(loaded.text == "")
    let business = try #require(loaded.catalog?.businesses.first)
    #expect(business.kind == .both && business.scale == .small && business.founded == 1999)
    #expect(business.whatsapp?.e164 == "+6281234567890" && business.phone?.e164 == "+62293362123")
    #expect(
      business.owner == "Ibu Contoh" && business.address == "Jl. Contoh 1" && business.email == "ibu@contoh.example")
    #expect(business.geo == GeoPoint(latitude: -7.47, longitude: 110.22))
    #expect(business.hours.map(\.days) == [[.mon, .tue, .wed, .thu, .fri], [.sat, .sun]])
    #expect(business.hours.map(\.open) == [480, 540] && business.hours.map(\.close) == [990, 1440])
    #expect(business.licences.nib == "0000000001008" && business.licences.trademark == "IDM000001")
    #expect(business.channels == [Channel(kind: .tokopedia, url: "https://www.tokopedia.com/contoh?page=2")])
    #expect(business.payments == [.cash, .qris] && business.delivery == [.pickup, .jne])
    #expect(business.consent?.fields.count == 6 && business.isSample == false)
  }

  @Test func keepsTheSiteAndItsRegions() throws {
    let catalog = try #require(Loaded().catalog)
    #expect(catalog.site.baseURL == "https://ikm.example" && catalog.site.accent == "#8a3b12")
    #expect(catalog.site.languages.map(\.code) == ["id", "en"])
    #expect(catalog.site.defaultLanguage.sections.products.text == "produk")
    #expect(catalog.site.budgets == [Budget(kind: "css", kilobytes: 12), Budget(kind: "list", kilobytes: 120)])
    #expect(catalog.site.orderMessages["en"] == "Hello {seller}, I found {product}: {url}")
    #expect(catalog.districts.map(\.kelurahan) == [0..<2, 2..<4])
    #expect(catalog.kelurahan.map(\.rwCount) == [nil, 12, nil, nil])
    #expect(catalog.categories.map(\.path) == ["makanan", "makanan/camilan", "fesyen", "fesyen/batik"])
    #expect(catalog.categories.map(\.isFood) == [true, true, false, false])
    #expect(catalog.categories[0].name["en"] == "Food" && catalog.categories[2].name["en"] == "Fesyen")
    #expect(catalog.categories[0].children == [CategoryID(index: 1)])
    #expect(catalog.programmes.flagshipPerRW.name["en"] == "One RW")
  }

  @Test func findsThingsBySlug() throws {
    let catalog = try #require(
      Loaded([
        "content/products/a-b/index.md": Samples.product(["name": "Kain A B", "photos": nil]),
        "content/products/a/index.md": Samples.product(["name": "Kain A", "photos": nil]),
        "content/pages/tentang.md": "---\ntitle: Tentang\nmenu: true\norder: 1\n---\nIsi.\n",
      ]).catalog)
    #expect(catalog.products.map(\.slug.text) == ["a", "a-b", "kain-batik"])
    #expect(catalog.productIndex("a-b") == 1 && catalog.productIndex("b") == nil)
    #expect(catalog.businessIndex("batik-watu-toren") == 0 && catalog.pageIndex("tentang") == 0)
    #expect(catalog.category("fesyen/batik")?.index == 3)
    #expect(catalog.productsByBusiness[0] == [0, 1, 2])
  }

  @Test func attachesTranslations() throws {
    let catalog = try #require(
      Loaded([
        "content/products/kain-batik/index.en.md":
          "---\nname: Batik Cloth\nphotos: {kain.jpg: \"Folded brown batik cloth\"}\n---\nMade at home.\n",
        "content/businesses/batik-watu-toren.en.md": "---\nname: Stone Tower Batik\n---\nA story.\n",
        "content/pages/tentang.md": "---\ntitle: Tentang\n---\nIsi.\n",
        "content/pages/tentang.en.md": "---\ntitle: About\nsummary: Who we are.\n---\nText.\n",
      ]).catalog)
    let product = catalog.products[0].translations["en"]
    #expect(product?.name == "Batik Cloth" && product?.summary == nil && product?.body.text == "Made at home.\n")
    #expect(product?.photoAlts == ["kain.jpg": "Folded brown batik cloth"])
    #expect(catalog.businesses[0].translations["en"]?.story.text == "A story.\n")
    #expect(catalog.pages[0].translations["en"]?.title == "About")
  }

  @Test func leavesOutDraftsUnlessAsked() throws {
    let changes = [
      "content/businesses/baru.md": "---\nname: Baru\nplace: {kelurahan: magelang, rw: 1}\ndraft: true\n---\n",
      "content/products/baru/index.md": Samples.product(
        ["name": "Baru", "business": "baru", "photos": nil, "draft": "true"]),
    ]
    let published = try #require(Loaded(changes).catalog)
    #expect(published.products.map(\.slug.text) == ["kain-batik"] && published.businesses.count == 1)
    let all = try #require(Loaded(changes, drafts: true).catalog)
    #expect(all.products.map(\.slug.text) == ["baru", "kain-batik"])
    #expect(all.businesses[all.products[0].business].slug.text == "baru")
    #expect(all.businesses[all.products[1].business].slug.text == "batik-watu-toren")
  }

  @Test func pointsPhotosAndBodiesIntoTheirFile() throws {
    let product = try #require(Loaded().catalog?.products.first)
    let photo = product.photos[0]
    #expect(photo.path == "content/products/kain-batik/kain.jpg")
    #expect(product.body.file[photo.range] == "kain.jpg")
    #expect(product.body.text == "Dibuat di rumah.\n" && !product.body.isEmpty)
  }

  @Test func doesNotDependOnTheNumberOfJobsOrTheOrderOfFiles() {
    var texts = Samples.files
    for number in 0..<100 {
      let name = number % 7 == 0 ? "\"Sama\"" : "\"Kain \(number)\""
      let price = number % 5 == 0 ? "Rp 15.000" : "15000"
      texts["content/products/kain-\(number)/index.md"] = Samples.product(
        ["name": name, "price": price, "photos": nil, "flagship": "{status: designated}"])
      texts["content/businesses/usaha-\(number).md"] = Samples.business
    }
    let files = texts.map { SourceFile(path: $0.key, text: $0.value) }
    let first = Loaded(files: files, jobs: 1)
    #expect(first.diagnostics.count > 300)
    for jobs in [2, 3, 16] { #expect(Loaded(files: files.shuffled(), jobs: jobs).text == first.text) }
  }
}
