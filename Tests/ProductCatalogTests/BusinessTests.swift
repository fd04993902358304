import Diagnostics
import ProductCatalog
import Testing

/// What a business's file may say.
@Suite struct BusinessTests {
  private func codes(_ lines: String) -> [String] { Loaded.business(lines).codes }

  @Test func asksWhichOfTwoKelurahanIsMeant() {
    #expect(
      Loaded.business("founded: 1999", place: "{kelurahan: Rejowinangun, rw: 1}").text == """
        content/businesses/batik-watu-toren.md:3:20: error: "Rejowinangun" can mean 2 kelurahan \
        [business.place.kelurahan.ambiguous]
          3 | place: {kelurahan: Rejowinangun, rw: 1}
            |                    ^^^^^^^^^^^^
          help: write one of: rejowinangun-selatan, rejowinangun-utara

        """)
  }

  @Test(arguments: [
    "tidar-selatan", "33.71.01.1011", "\"3371010008\"", "\"Tidar Selatan\"", "\"Kelurahan Tidar Selatan\"",
    "\"Kel. Tidar Selatan\"",
    "\"TIDAR selatan\"",
  ])
  func knowsAKelurahanByItsNames(written: String) {
    let loaded = Loaded.business("founded: 1999", place: "{kelurahan: \(written), rw: 1}")
    #expect(loaded.catalog?.businesses[0].rw == RW(kelurahan: 1, number: 1), "\(loaded.text)")
  }

  @Test func takesMagelangForTheKelurahanOfThatName() {
    #expect(
      Loaded.business("founded: 1999", place: "{kelurahan: Magelang, rw: 1}").catalog?.businesses[0].rw.kelurahan == 3)
  }

  @Test func suggestsTheKelurahanThatWasMeant() {
    let loaded = Loaded.business("founded: 1999", place: "{kelurahan: Tidar Selatn, rw: 1}")
    #expect(loaded.codes == ["business.place.kelurahan.unknown@3:20"] && loaded.fix == "tidar-selatan")
  }

  @Test func saysWhichRWAKelurahanHas() {
    #expect(
      Loaded.business("founded: 1999", place: "{kelurahan: tidar-selatan, rw: 13}").text == """
        content/businesses/batik-watu-toren.md:3:39: error: RW 13 does not exist there [business.place.rw.range]
          3 | place: {kelurahan: tidar-selatan, rw: 13}
            |                                       ^^
          help: Tidar Selatan has RW 1 to 12

        """)
    let unknown = Loaded.business("founded: 1999", place: "{kelurahan: magelang, rw: 31}")
    #expect(unknown.diagnostics[0].help?.en == "how many RW Magelang has is not known; up to 30 are accepted")
    #expect(
      Loaded.business("founded: 1999", place: "{kelurahan: magelang, rw: 30, rt: 31}").codes == [
        "business.place.rt.range@3:42"
      ])
  }

  @Test func consentMissing() {
    #expect(
      Loaded.business("owner: Ibu Contoh").text == """
        content/businesses/batik-watu-toren.md:4:8: error: owner is personal data and may be published only with the \
        owner's consent [business.consent.missing]
          4 | owner: Ibu Contoh
            |        ^^^^^^^^^^
          help: ask, then add owner to consent: {date: …, fields: [owner]}; or remove it

        """)
  }

  @Test(arguments: [
    "owner: Ibu", "address: Jl. A 1", "geo: [-7.47, 110.22]", "whatsapp: 081234567890", "phone: 0293362123",
    "email: a@b.example",
  ])
  func consentIsGivenFieldByField(line: String) {
    let other = line.hasPrefix("owner") ? "email" : "owner"
    let loaded = codes("\(line)\nconsent: {date: 2026-01-01, fields: [\(other)]}")
    #expect(loaded == ["business.consent.missing@4:\(line.prefix { $0 != ":" }.count + 3)"])
  }

  @Test func consentInTheFuture() {
    #expect(codes("consent: {date: 2026-11-26, fields: []}") == ["business.consent.date.future@4:17"])
    #expect(codes("consent: {date: 2026-11-25, fields: []}") == [])
    #expect(codes("consent: {date: 2026-11-24, fields: [nama]}") == ["business.consent.fields.unknown@4:38"])
  }

  @Test(arguments: [
    ("nik", "it identifies a person for life (an individual's NPWP is the NIK)"),
    ("NPWP", "it identifies a person for life (an individual's NPWP is the NIK)"),
    ("no_ktp", "it identifies a person for life (an individual's NPWP is the NIK)"),
    ("bank_account", "a person's finances are specific personal data under UU 27/2022"),
    ("omzet", "a person's finances are specific personal data under UU 27/2022"),
    ("birth_date", "it is personal data under UU 27/2022 that buyers don't need"),
    ("agama", "it is personal data under UU 27/2022 that buyers don't need"),
  ])
  func forbiddenKeys(key: String, why: String) {
    #expect(
      Loaded.business("\(key): x").text == """
        content/businesses/batik-watu-toren.md:4:1: error: "\(key)" must not be published [privacy.key.forbidden]
          4 | \(key): x
            | \(String(repeating: "^", count: key.count))
          help: remove it: \(why)

        """)
  }

  @Test func findsForbiddenKeysBelowOthers() {
    #expect(codes("pemilik: {data: [{nik: x}]}") == ["business.key.unknown@4:1", "privacy.key.forbidden@4:19"])
    #expect(codes("licences: {npwp: x}") == ["privacy.key.forbidden@4:12"])
  }

  @Test(arguments: [
    "0812-3456-7890", "+62 812-3456-7890", "62 812 3456 7890", "0062 812 3456 7890", "+62 (0)812.3456.7890",
    "81234567890",
    "\"0812 3456 7890\"", "0812\u{A0}3456\u{A0}7890",
  ])
  func readsWhatsAppNumbersInAnyUsualSpelling(written: String) {
    let loaded = Loaded.business("whatsapp: \(written)\nconsent: {date: 2026-01-01, fields: [whatsapp]}")
    #expect(loaded.catalog?.businesses[0].whatsapp?.e164 == "+6281234567890", "\(loaded.text)")
  }

  @Test(arguments: ["(0293) 362123", "0812-345", "081234567890123", "+1 415 555 0100", "0812 kosong", "08O12345678"])
  func refusesWhatIsNoMobileNumber(written: String) {
    #expect(
      codes("whatsapp: \(written)\nconsent: {date: 2026-01-01, fields: [whatsapp]}") == [
        "business.whatsapp.invalid@4:11"
      ])
  }

  @Test func keepsSampleNumbersAndRealOnesApart() {
    let consent = "consent: {date: 2026-01-01, fields: [whatsapp]}"
    #expect(codes("whatsapp: 0812-3456-7890\nsample: true\n\(consent)") == ["business.whatsapp.sample@4:11"])
    #expect(codes("whatsapp: 0841-0000-1008\n\(consent)") == ["business.whatsapp.unassigned@4:11"])
  }

  @Test func sameWhatsApp() {
    let other = Samples.business.replacing("Batik Watu Toren", with: "Batik Lain")
    let loaded = Loaded(["content/businesses/aaa.md": other])
    #expect(loaded.codes == ["business.products.missing@2:7", "business.whatsapp.repeated@5:11"])
    #expect(loaded.diagnostics[1].related.map(\.location.file.path) == ["content/businesses/aaa.md"])
  }

  @Test func claimsInStoriesNeedANumber() {
    let translation = "---\nname: Halal Batik\n---\nCertified halal and BPOM registered.\n"
    let changes = [
      Samples.businessPath: Samples.business + "\nSemua halal.\n",
      "content/businesses/batik-watu-toren.en.md": translation,
    ]
    #expect(
      Loaded(changes).codes == [
        "business.claim.number@2:7", "business.claim.number@4:11", "business.claim.number@4:21",
        "business.claim.number@11:7",
      ])
    let number = "sample: true\nlicences: {halal: {status: certified, number: ID33110000000000101}}"
    let licensed = changes.mapValues { $0.replacing("sample: true", with: number) }
    #expect(Loaded(licensed).codes == ["business.claim.number@4:21"])
  }

  @Test func businessWithoutProducts() {
    let loaded = Loaded(["content/businesses/baru.md": "---\nname: Baru\nplace: {kelurahan: magelang, rw: 1}\n---\n"])
    #expect(loaded.catalog != nil)
    #expect(
      loaded.text == """
        content/businesses/baru.md:2:7: warning: this business has no products [business.products.missing]
          2 | name: Baru
            |       ^^^^
          help: add a product with business: baru

        """)
  }

  @Test func keepsPointsInTheCity() {
    let consent = "consent: {date: 2026-01-01, fields: [geo]}"
    let swapped = Loaded.business("geo: [110.22, -7.47]\n\(consent)")
    #expect(swapped.codes == ["business.geo.invalid@4:7"])
    #expect(codes("geo: [-7.80, 110.36]\n\(consent)") == ["business.geo.outside@4:6"])
    #expect(codes("geo: -7.47, 110.22\n\(consent)") == ["business.geo.invalid@4:6"])
    #expect(codes("geo: [-7.47, nan]\n\(consent)") == ["business.geo.invalid@4:14"])
  }

  @Test(arguments: ["a@b", "a b@c.id", "@c.id", "a@@c.id", "a@c.id.", "a@.id"])
  func refusesWhatIsNoEmailAddress(written: String) {
    #expect(
      codes("email: \"\(written)\"\nconsent: {date: 2026-01-01, fields: [email]}") == ["business.email.invalid@4:8"])
  }

  @Test(arguments: [
    ("http://www.tokopedia.com/x", "business.channels.url.invalid"),
    ("https://tokopedia.com.evil.example/x", "business.channels.url.host"),
    ("https://eviltokopedia.com/x", "business.channels.url.host"),
    ("https://www.shopee.co.id/x", "business.channels.url.host"),
    ("https://user@tokopedia.com/x", "business.channels.url.invalid"),
    ("https://tokopedia.com:8080/x", "business.channels.url.invalid"),
    ("https://tokopedia.com/a b", "business.channels.url.invalid"),
    ("javascript:alert(1)", "business.channels.url.invalid"),
    ("tokopedia.com/x", "business.channels.url.invalid"), ("https://", "business.channels.url.invalid"),
    ("https://tokopedia.com/\\\"onclick", "business.channels.url.invalid"),
    ("https://192.168.1.1/", "business.channels.url.invalid"),
  ])
  func refusesAddressesThatAreNotTheChannels(url: String, code: String) {
    let loaded = Loaded.business("channels: [{kind: tokopedia, url: \"\(url)\"}]")
    #expect(loaded.codes == ["\(code)@4:35"], "\(loaded.text)")
  }

  @Test func proposesHTTPS() {
    #expect(Loaded.business("channels: [{kind: website, url: \"http://a.id/x\"}]").fix == "https://a.id/x")
  }

  @Test(arguments: [
    ("https://WWW.Tokopedia.com/Toko?utm_source=a&UTM_medium=b", "https://www.tokopedia.com/Toko"),
    ("https://tokopedia.com/x?page=2&fbclid=1&q=a#top", "https://tokopedia.com/x?page=2&q=a#top"),
    ("https://tokopedia.com", "https://tokopedia.com"), ("https://tokopedia.com/x?#a?b", "https://tokopedia.com/x#a?b"),
  ])
  func stripsTrackingParameters(url: String, kept: String) {
    let loaded = Loaded.business("channels: [{kind: tokopedia, url: \"\(url)\"}]")
    #expect(loaded.catalog?.businesses[0].channels.map(\.url) == [kept])
  }

  @Test(arguments: [
    ("[{days: senin-jumat, open: \"08:00\", close: \"16:00\"}]", []), ("[{days: daily, open: 8.00, close: 24.00}]", []),
    ("[{days: sat-mon, open: 22:00, close: 02:00}]", []),
    ("[{days: besok, open: 08:00, close: 16:00}]", ["business.hours.days.invalid@4:16"]),
    (
      "[{days: mon, open: 8, close: 16:60}]", ["business.hours.open.invalid@4:27", "business.hours.close.invalid@4:37"]
    ),
    ("[{days: mon, open: 08:00, close: 08:00}]", ["business.hours.close.invalid@4:41"]),
    (
      "[{days: mon, open: 24:00, close: 0800}]",
      ["business.hours.open.invalid@4:27", "business.hours.close.invalid@4:41"]
    ),
  ])
  func readsOpeningHours(hours: String, expected: [String]) {
    #expect(codes("hours: \(hours)") == expected)
  }

  @Test(arguments: ["1899", "2027", "abad 19"])
  func limitsTheYearOfFounding(year: String) {
    #expect(codes("founded: \(year)").count == 1)
  }

  @Test(arguments: [
    ("{nib: 123}", "business.licences.nib.length", "3 digits; a NIB number has 13"),
    ("{nib: 12345678901ab}", "business.licences.nib.invalid", "\"12345678901ab\" has more than digits in it"),
    ("{pirt: [2063371010143]}", "business.licences.pirt.length", "13 digits; a P-IRT number has 15"),
    ("{bpom: MD 12345}", "business.licences.bpom.length", "5 digits; a BPOM number has 12/15"),
    ("{bpom: 123456789012}", "business.licences.bpom.invalid", "\"123456789012\" is not a BPOM number"),
    ("{halal: {status: certified}}", "licences.halal.number.missing", "certified halal needs the certificate's number"),
    (
      "{halal: {status: certified, number: ID123}}", "business.licences.halal.number.length",
      "3 digits; a halal number has 17"
    ),
    ("{halal: certified}", "business.licences.halal.invalid", "halal needs keys such as status and number"),
  ])
  func refusesLicencesThatCannotBe(licences: String, code: String, message: String) {
    let loaded = Loaded.business("licences: \(licences)")
    #expect(loaded.diagnostics.map(\.code) == [code])
    #expect(loaded.diagnostics.map(\.message.en) == [message])
  }

  @Test(arguments: [
    ("{pirt: 206330801014330}", "region 3308 in this P-IRT number is not Kota Magelang (3371)"),
    ("{pirt: P-IRT 2063371010143-25}", "expired at the end of 2025: the P-IRT badge is not shown"),
    ("{halal: {status: certified, number: ID33110000000001}}", "14 digits are unusual: halal numbers have ID and 17"),
    ("{halal: {status: in-process, number: ID33110000000000101}}", "a halal number with status in-process"),
  ])
  func warnsAboutLicencesThatAreDoubtful(licences: String, message: String) {
    let loaded = Loaded.business("licences: \(licences)")
    #expect(loaded.catalog != nil)
    #expect(loaded.diagnostics.map(\.message.en) == [message])
  }

  @Test func hidesTheBadgeOfAnExpiredPermit() {
    let permits = Loaded.business("licences: {pirt: [206337101014325, 2.06.3371.01.0143.26]}").catalog?.businesses[0]
      .licences.pirt
    #expect(permits?.map(\.isExpired) == [true, false] && permits?.map(\.validThrough) == [2025, 2026])
  }

  @Test func refusesWordsItDoesNotKnow() {
    #expect(
      Loaded.business("payments: [tunai, cash, cash]").codes == [
        "business.payments.unknown@4:12", "business.payments.repeated@4:25",
      ])
    #expect(Loaded.business("delivery: [gosent]").fix == "gosend")
    #expect(Loaded.business("kind: good").fix == "goods")
  }
}
