import Diagnostics
import ProductCatalog
import Testing

/// What a product's file may say. Tests that share their name with a rule show what that rule forbids.
@Suite struct ProductTests {
  private let place = Samples.productPath

  @Test func saysWhichIntegerToWriteForAPriceWithRp() {
    let loaded = Loaded.product(["price": "Rp 15.000"])
    #expect(
      loaded.text == """
        \(place):6:8: error: "Rp 15.000" is not a price in whole rupiah [product.price.invalid]
          6 | price: Rp 15.000
            |        ^^^^^^^^^
          help: write only digits: price: 15000

        """)
    #expect(loaded.fix == "15000")
    #expect(
      loaded.printed(.id) == """
        \(place):6:8: kesalahan: "Rp 15.000" bukan harga dalam rupiah bulat [product.price.invalid]
          6 | price: Rp 15.000
            |        ^^^^^^^^^
          bantuan: tulis angka saja: price: 15000

        """)
  }

  @Test(arguments: [
    ("15.000", "15000"), ("15,000", "15000"), ("15000.0", "15000"), ("15.000,00", "15000"), ("15 ribu", "15000"),
    ("15rb", "15000"), ("15k", "15000"), ("\"15 000\"", "15000"), ("Rp15.000,-", "15000"), ("Rp. 15.000", "15000"),
    ("IDR 15000", "15000"), ("\"1,5 juta\"", "1500000"), ("15_000", "15000"), ("Rp 1.250.000", "1250000"),
    ("Rp 15.000/dus", "15000"), ("15000 rupiah", "15000"),
  ])
  func proposesTheIntegerThatAPriceMeans(written: String, fix: String) {
    let loaded = Loaded.product(["price": written])
    #expect(loaded.diagnostics.map(\.code) == ["product.price.invalid"])
    #expect(loaded.fix == fix)
  }

  @Test(arguments: [
    "NO", "0x3A98", "1e3", "1e999", ".nan", ".inf", "12:30", "seribu", "Rp", "15..000", "15000000000000000000000",
    "1.2.3", "15.00.000", "+15000", "0b11",
  ])
  func neverGuessesAPrice(written: String) {
    let loaded = Loaded.product(["price": written])
    #expect(loaded.codes == ["product.price.invalid@6:8"])
    #expect(loaded.catalog == nil)
  }

  @Test(arguments: ["99", "0", "-15000", "1000000001"])
  func limitsPrices(written: String) {
    #expect(Loaded.product(["price": written]).codes == ["product.price.range@6:8"])
  }

  @Test func acceptsAPriceInQuotes() {
    #expect(Loaded.product(["price": "\"15000\""]).catalog?.products[0].price?.from.rupiah == 15_000)
  }

  @Test func aPriceRangeMustRise() {
    #expect(Loaded.product(["price": "{from: 500, to: 500}"]).codes == ["product.price.to.range@6:24"])
    #expect(Loaded.product(["price": "{from: 500}"]).codes == ["product.price.to.missing@6:9"])
  }

  @Test func aProductWithoutAPriceIsAskedFor() throws {
    let product = try #require(Loaded.product(["price": nil, "unit": nil]).catalog?.products.first)
    #expect(product.price == nil)
  }

  @Test func aPriceNeedsAUnit() {
    #expect(
      Loaded.product(["unit": nil]).text == """
        \(place):6:8: error: unit is missing: what is this price for? [product.unit.missing]
          6 | price: 250000
            |        ^^^^^^
          help: add a line such as unit: dus

        """)
  }

  @Test func suggestsTheKeyThatWasMeant() {
    let loaded = Loaded.product(["price": nil, "pirce": "18000"])
    #expect(
      loaded.text == """
        \(place):9:1: error: unknown key "pirce" [product.key.unknown]
          9 | pirce: 18000
            | ^^^^^
          help: did you mean "price"?

        """)
    #expect(loaded.fix == "price")
  }

  @Test func showsWhereARequiredKeyIsMissing() {
    #expect(
      Loaded.product(["name": nil]).text == """
        \(place):1:1: error: name is missing [product.name.missing]
          1 | ---
            | ^^^
          help: add a line name: …

        """)
  }

  @Test(arguments: ["name", "business", "category", "summary", "updated"])
  func requires(key: String) {
    let lines = Samples.productLines.filter { $0.key != key }.map { "\($0.key): \($0.value)\n" }.joined()
    #expect(Loaded([place: "---\n\(lines)---\n"]).diagnostics.map(\.code) == ["product.\(key).missing"])
  }

  @Test(arguments: ["", "~", "null"])
  func saysThatAKeyHasNoValue(value: String) {
    #expect(Loaded.product(["care": value]).diagnostics.map(\.code) == ["product.care.empty"])
    #expect(Loaded.product(["min_order": value]).diagnostics.map(\.code) == ["product.min_order.empty"])
    #expect(Loaded.product(["tags": value]).diagnostics.map(\.code) == ["product.tags.empty"])
  }

  @Test(
    arguments: [
      ("010", "10"), ("1_000", "1000"), ("12:30", nil), ("NO", nil), (".nan", nil), ("0x10", nil), ("1e3", nil),
      ("5.5", nil),
      ("lima", nil), ("9223372036854775808", nil), ("1.000", "1000"), ("5 ", nil),
    ] as [(String, String?)])
  func neverTakesANumberForAnother(written: String, fix: String?) {
    let loaded = Loaded.product(["min_order": written])
    if written == "5 " {
      #expect(loaded.catalog?.products[0].minOrder == 5)
    } else {
      #expect(loaded.codes == ["product.min_order.invalid@10:12"])
      #expect(loaded.fix == fix)
    }
  }

  @Test func keepsTextsThatLookLikeSomethingElse() {
    let loaded = Loaded.product(["tags": "[NO, 010, 12:30, .nan, 1e3, 2024-02-30]"])
    #expect(loaded.catalog?.products[0].tags == ["NO", "010", "12:30", ".nan", "1e3", "2024-02-30"])
  }

  @Test(arguments: [
    "2024-02-30", "2026-13-01", "24-11-2026", "2026/11/24", "24 November 2026", "2026-11-1", "20261124",
  ])
  func refusesDaysThatDoNotExist(written: String) {
    #expect(Loaded.product(["updated": written]).codes == ["product.updated.invalid@9:10"])
  }

  @Test func warnsAboutADayInTheFuture() {
    let loaded = Loaded.product(["updated": "2026-11-26"])
    #expect(loaded.catalog != nil && loaded.codes == ["product.updated.future@9:10"])
  }

  @Test func acceptsTomorrowWhichHasBegunFurtherEast() {
    #expect(Loaded.product(["updated": "2026-11-25"]).text == "")
  }

  @Test(arguments: [("yes", "true"), ("ya", "true"), ("True", "true"), ("NO", "false"), ("tidak", "false"), ("1", nil)])
  func saysToWriteTrueOrFalse(written: String, fix: String?) {
    let loaded = Loaded.product(["draft": written])
    #expect(loaded.codes == ["product.draft.invalid@10:8"])
    #expect(loaded.fix == fix)
  }

  @Test func limitsTexts() {
    #expect(
      Loaded.product(["summary": "\"\(String(repeating: "é", count: 161))\""]).text
        == """
        \(place):5:10: error: summary has 161 characters; it needs at most 160 [product.summary.length]
          5 | summary: "\(String(repeating: "é", count: 90))…
            |          \(String(repeating: "^", count: 91))
          help: shorten it by 1 character

        """.replacing(String(repeating: "é", count: 90) + "…", with: String(repeating: "é", count: 99) + "…")
        .replacing(String(repeating: "^", count: 91), with: String(repeating: "^", count: 100)))
    #expect(Loaded.product(["summary": "\"\(String(repeating: "é", count: 160))\""]).text == "")
    #expect(Loaded.product(["name": "A"]).codes == ["product.name.length@2:7"])
  }

  @Test func joinsTheLinesOfAText() {
    let loaded = Loaded.product(["care": "|\n  Cuci tangan.\n  Jemur teduh.", "storage": ">-\n  Simpan\n  kering."])
    #expect(loaded.catalog?.products[0].care == "Cuci tangan. Jemur teduh.")
    #expect(loaded.catalog?.products[0].storage == "Simpan kering.")
  }

  @Test func warnsAboutANameInCapitals() {
    #expect(Loaded.product(["name": "KAIN BATIK 2"]).codes == ["product.name.capitals@2:7"])
    #expect(Loaded.product(["name": "PIR"]).text == "")
  }

  @Test(arguments: [
    "\"WA 0812-3456-7890\"", "\"Hubungi +62 812 3456 7890\"", "\"Lihat https://contoh.id\"", "\"www.contoh\"",
    "\"wa.me/62812\"", "\"contoh.com\"", "\"Pesan di tokopedia.com/x\"",
  ])
  func refusesContactsInASummary(written: String) {
    #expect(Loaded.product(["summary": written]).codes == ["product.summary.contact@5:10"])
  }

  @Test(arguments: ["\"Isi 10 x 2, tahan 2-3 hari. Enak.\"", "\"Ukuran 115.250 cm\"", "\"Buatan 2026.Idaman\""])
  func acceptsOrdinarySummaries(written: String) {
    #expect(Loaded.product(["summary": written]).text == "")
  }

  @Test func suggestsTheBusinessThatWasMeant() {
    #expect(
      Loaded.product(["business": "batik-watu-torn"]).text == """
        \(place):3:11: error: "batik-watu-torn" is not a business here [product.business.unknown]
          3 | business: batik-watu-torn
            |           ^^^^^^^^^^^^^^^
          help: did you mean "batik-watu-toren"?

        """)
  }

  @Test(arguments: ["Batik Watu Toren", "BATIK-WATU-TOREN", "batik watu-torn", "Batik (Watu) Tore'n"])
  func suggestsTheBusinessWhoseNameWasWritten(written: String) {
    let loaded = Loaded.product(["business": written])
    #expect(loaded.diagnostics[0].help?.en == "did you mean \"batik-watu-toren\"?")
    #expect(loaded.fix == "batik-watu-toren")
  }

  @Test func namesTheFileOfABusinessThatIsNotThereAsASlug() {
    let help = Loaded.product(["business": "Getuk Mbah Sarinem"]).diagnostics[0].help
    #expect(
      help?.en == "add businesses/getuk-mbah-sarinem.md" && help?.id == "tambahkan businesses/getuk-mbah-sarinem.md")
    #expect(Loaded.product(["business": "\"!!\""]).diagnostics[0].help?.en == "add businesses/<slug>.md")
  }

  @Test func suggestsTheCategoryThatWasMeant() {
    #expect(Loaded.product(["category": "batik"]).fix == "fesyen/batik")
    #expect(Loaded.product(["category": "fesyen/batk"]).fix == "fesyen/batik")
    #expect(Loaded.product(["category": "fesyen"]).text == "")
  }

  @Test func suggestsTheWordThatWasMeant() {
    let loaded = Loaded.product(["availability": "soldout"])
    #expect(loaded.codes == ["product.availability.unknown@10:15"] && loaded.fix == "sold-out")
  }

  @Test func tiesLeadDaysAndMonthsToTheirAvailability() {
    #expect(Loaded.product(["lead_days": "5"]).codes == ["product.lead_days.unused@10:12"])
    #expect(Loaded.product(["availability": "ready", "months": "[1]"]).codes == ["product.months.unused@11:9"])
    let seasonal = Loaded.product(["availability": "seasonal", "months": "[12, 1, 1]"])
    #expect(seasonal.catalog?.products[0].availability == .seasonal(months: [1, 12]))
    #expect(Loaded.product(["availability": "seasonal", "months": "[13]"]).codes == ["product.months.range@11:10"])
  }

  @Test func sizesHaveThreeSides() {
    #expect(Loaded.product(["size_cm": "[20, 15]"]).codes == ["product.size_cm.invalid@10:10"])
    #expect(Loaded.product(["size_cm": "[20, 15, 0]"]).codes == ["product.size_cm.range@10:19"])
  }

  @Test func limitsTags() {
    #expect(Loaded.product(["tags": "[a, b, c, d, e, f, g, h, i]"]).codes == ["product.tags.count@10:32"])
    #expect(Loaded.product(["tags": "[kain, Kain]"]).codes == ["product.tags.repeated@10:14"])
  }

  @Test func findsProblemsInsideGroupsAndLists() {
    let loaded = Loaded.product([
      "variants": "\n  - name: A\n    price: 15 ribu\n  - {name: B, availability: besok}\n  - C",
      "licences": "{pirt: [123]}",
    ])
    #expect(
      loaded.codes == [
        "product.variants.price.invalid@12:12", "product.variants.availability.unknown@13:29",
        "product.variants.invalid@14:5", "product.licences.pirt.length@15:19",
      ])
  }

  @Test func namesTheKeysThatAnEntryNeeds() {
    let entry = Loaded.product(["photos": "[kain.jpg]"]).diagnostics[0]
    #expect(entry.message.en == "each entry of photos needs keys such as file and alt")
    #expect(entry.message.id == "tiap isian photos perlu kunci seperti file dan alt")
    #expect(entry.help?.id == "tulis {file: …, alt: …, credit: …}")
    let group = Loaded.product(["ikm_center": "A-03"]).diagnostics[0].message
    #expect(group.en == "ikm_center needs the key shelf" && group.id == "ikm_center perlu kunci shelf")
  }

  @Test func saysInPlainWordsThatAKeyIsEmpty() {
    let message = Loaded.product(["care": ""]).diagnostics[0].message
    #expect(message.en == "care has no value" && message.id == "care belum diisi")
  }
}

@Suite struct ProductRuleTests {
  @Test func photoMissing() {
    #expect(
      Loaded.product(["photos": "[{file: kaim.jpg, alt: \"Kain batik\"}]"]).text.hasPrefix(
        """
        \(Samples.productPath):8:17: error: "kaim.jpg" is not beside this file [product.photos.file.missing]
          8 | photos: [{file: kaim.jpg, alt: "Kain batik"}]
            |                 ^^^^^^^^
          help: did you mean "kain.jpg"?

        """))
  }

  @Test(arguments: ["../lain/kain.jpg", "/etc/passwd", "Kain.jpg", "kain.jpg/"])
  func photosLieBesideTheirProduct(file: String) {
    let loaded = Loaded.product(["photos": "[{file: \"\(file)\", alt: \"Kain batik\"}]"])
    #expect(loaded.diagnostics.contains { $0.code == "product.photos.file.missing" })
  }

  @Test(arguments: [("caf\u{E9}.jpg", "cafe\u{301}.jpg"), ("cafe\u{301}.jpg", "caf\u{E9}.jpg")])
  func saysThatAnAccentIsStoredInTwoWays(written: String, stored: String) {
    let others = ["content/products/kain-batik/\(stored)"]
    let photos = { (name: String) in Samples.product(["photos": "[{file: \(name), alt: \"Kain batik\"}]"]) }
    let wrong = Loaded([Samples.productPath: photos(written)], others: others)
    let translation = "---\nphotos: {\(written): A folded cloth}\n---\n"
    let wrongInEnglish = Loaded(
      [Samples.productPath: photos(stored), "content/products/kain-batik/index.en.md": translation], others: others)
    #expect(wrong.codes == ["product.photos.file.missing@8:17"])
    #expect(wrongInEnglish.codes == ["translation.photos.unknown@2:10"])
    for diagnostic in wrong.diagnostics + wrongInEnglish.diagnostics {
      #expect(
        diagnostic.message.en.utf8.elementsEqual(
          "\"\(written)\" has an accent that is stored in two different ways, here and in the photo's name".utf8))
      #expect(diagnostic.help?.en == "rename the photo with plain letters a–z, and write that name here")
      #expect(diagnostic.fix == nil)
    }
  }

  @Test func photosNeedWords() {
    #expect(Loaded.product(["photos": "[{file: kain.jpg}]"]).codes == ["product.photos.alt.missing@8:11"])
    #expect(Loaded.product(["photos": "[{file: kain.jpg, alt: ab}]"]).codes == ["product.photos.alt.length@8:32"])
  }

  @Test func unusedPhotos() {
    let others = [Samples.photo, "content/products/kain-batik/lain.jpg"]
    #expect(
      Loaded(others: others).text == """
        content/products/kain-batik/lain.jpg:1:1: warning: nothing shows this photo [product.photos.unused]
          help: add {file: lain.jpg, alt: …} to photos, or delete it

        """)
    let body = "![Motif](lain.jpg)\n"
    #expect(Loaded([Samples.productPath: Samples.product(body: body)], others: others).text == "")
  }

  @Test func noPhotos() {
    let loaded = Loaded([Samples.productPath: Samples.product(["photos": nil])], others: [])
    #expect(loaded.codes == ["product.photos.missing@1:1"] && loaded.catalog != nil)
  }

  @Test func foodWithoutFacts() {
    let loaded = Loaded.product(["category": "makanan/camilan", "licences": "{pirt: 206337101014330}", "reach": "city"])
    #expect(loaded.diagnostics.map(\.message.en) == ["shelf_life_days, storage missing: buyers of food ask for it"])
    #expect(loaded.codes == ["product.food.facts@4:11"])
  }

  @Test func foodWithoutLicence() {
    let changes: KeyValuePairs<String, String?> = [
      "category": "makanan", "shelf_life_days": "9", "storage": "kering", "reach": "city",
    ]
    #expect(Loaded.product(changes).codes == ["product.food.licence@4:11"])
    let licensed = Samples.business.replacing("sample: true", with: "sample: true\nlicences: {pirt: 206337101014330}")
    let loaded = Loaded([Samples.productPath: Samples.product(changes), Samples.businessPath: licensed])
    #expect(loaded.text == "")
  }

  @Test func shortShelfLifeWithFarReach() {
    let loaded = Loaded.product(["shelf_life_days": "3", "reach": "national"])
    #expect(loaded.codes == ["product.reach.spoils@11:8"])
    #expect(Loaded.product(["shelf_life_days": "3", "reach": "province"]).text == "")
  }

  @Test(arguments: [
    ("Dijamin HALAL.\n", ["product.claim.number@11:9"]),
    ("Sudah BPOM, dan halal.\n", ["product.claim.number@11:7", "product.claim.number@11:17"]),
    ("Tidak halal, non-halal, halaman, halalan.\n", []),
  ])
  func claimsWithoutNumber(body: String, codes: [String]) {
    #expect(Loaded.product([:], body: body).codes == codes)
  }

  @Test func acceptsClaimsWithANumber() {
    let licences = "{halal: {status: certified, number: ID33110000000000101}, bpom: ML 123456789012345}"
    #expect(Loaded.product(["licences": licences, "name": "Kain Halal"], body: "Halal dan BPOM.\n").text == "")
    #expect(Loaded.product(["name": "Kain Halal"]).codes == ["product.claim.number@2:12"])
  }

  @Test func claimsInIngredientsNeedANumber() {
    #expect(Loaded.product(["ingredients": "[singkong, gelatin halal]"]).codes == ["product.claim.number@10:33"])
    #expect(
      Loaded.product(["ingredients": "\n  - gelatin halal # halal\n  - gula"]).codes == ["product.claim.number@11:13"])
  }

  @Test func claimsInTranslationsNeedANumber() {
    let path = "content/products/kain-batik/index.en.md"
    let text = "---\nname: Halal Cloth\nsummary: BPOM cloth.\n---\nCertified halal and BPOM registered.\n"
    let loaded = Loaded([path: text])
    #expect(
      loaded.codes == [
        "product.claim.number@2:7", "product.claim.number@3:10", "product.claim.number@5:11",
        "product.claim.number@5:21",
      ])
    #expect(loaded.diagnostics.allSatisfy { $0.location.file.path == path })
    let licences = "{halal: {status: certified, number: ID33110000000000101}, bpom: ML 123456789012345}"
    #expect(Loaded([path: text, Samples.productPath: Samples.product(["licences": licences])]).text == "")
    let licensed = Samples.business.replacing("sample: true", with: "sample: true\nlicences: \(licences)")
    #expect(Loaded([path: text, Samples.businessPath: licensed]).text == "")
  }

  @Test(arguments: ["Rp15.000", "Rp 15.000", "Rp. 15.000", "rp15000", "Rp 15 ribu", "Rp15rb", "Rp15,000"])
  func priceInBodyDiffers(price: String) {
    let loaded = Loaded.product([:], body: "Dibuat di rumah.\n\nHarganya \(price), murah.\n")
    #expect(loaded.codes == ["product.price.differs@13:10"])
    #expect(loaded.diagnostics.first?.message.en == "Rp15.000 in the text is not the price above, Rp250.000")
    #expect(Loaded.product(["price": "15000"], body: "Harganya \(price).\n").text == "")
  }

  @Test func knowsThePricesOfVariantsAndRanges() {
    let variants: KeyValuePairs<String, String?> = [
      "price": "{from: 1000, to: 2000}", "variants": "[{name: A, price: 9000}]",
    ]
    let outside = "product.variants.price.outside@10:29"
    #expect(Loaded.product(variants, body: "Rp1.000, Rp1.500, Rp9.000.\n").codes == [outside])
    #expect(
      Loaded.product(variants, body: "Rp2.500 dan Karpet Rpx.\n").codes == [outside, "product.price.differs@12:1"])
    #expect(Loaded.product(["price": nil, "unit": nil], body: "Rp2.500\n").text == "")
  }

  @Test func checksPricesInTranslationsToo() {
    let loaded = Loaded(["content/products/kain-batik/index.en.md": "---\nname: Cloth\n---\nIt costs Rp15,000.\n"])
    #expect(
      loaded.text == """
        content/products/kain-batik/index.en.md:4:10: warning: Rp15.000 in the text is not the price in index.md, \
        Rp250.000 \
        [product.price.differs]
          4 | It costs Rp15,000.
            |          ^^^^^^^^
          help: leave prices out of the text: the page shows them
          content/products/kain-batik/index.md:6:8: the price is here

        """)
    #expect(loaded.diagnostics[0].message.id == "Rp15.000 di dalam teks bukan harga di index.md, Rp250.000")
  }

  @Test func productOfDraftBusiness() {
    let draft = Samples.business.replacing("sample: true", with: "sample: true\ndraft: true")
    #expect(Loaded([Samples.businessPath: draft]).codes == ["product.business.draft@3:11"])
    #expect(Loaded([Samples.businessPath: draft, Samples.productPath: Samples.product(["draft": "true"])]).text == "")
  }

  @Test func twoDesignatedFlagships() {
    let flagship: KeyValuePairs<String, String?> = ["flagship": "{status: designated}"]
    let loaded = Loaded(
      [
        Samples.productPath: Samples.product(flagship),
        "content/products/tas/index.md": Samples.product([
          "name": "Tas", "photos": nil, "flagship": "{status: designated}",
        ]),
      ], others: [Samples.photo])
    #expect(
      loaded.diagnostics.filter { $0.code == "product.flagship.repeated" }.map {
        TextFormatter(language: .en).format($0)
      } == [
        """
        content/products/tas/index.md:9:11: warning: RW 4 has a designated flagship already [product.flagship.repeated]
          9 | flagship: {status: designated}
            |           ^^^^^^^^^^^^^^^^^^^^
          help: write status: candidate on one of them
          content/products/kain-batik/index.md:10:11: the other one is here

        """
      ])
  }

  @Test func sameProductName() {
    let loaded = Loaded(["content/products/tas/index.md": Samples.product(["name": "kain batik", "photos": nil])])
    #expect(loaded.codes == ["product.photos.missing@1:1", "product.name.repeated@2:7"])
    #expect(loaded.diagnostics[1].related.map(\.location.file.path) == [Samples.productPath])
  }
}
