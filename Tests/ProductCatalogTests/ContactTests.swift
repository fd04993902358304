import Diagnostics
import ProductCatalog
import Testing

/// Ways to reach a person, and numbers that identify one, in running text.
@Suite struct ContactTests {
  private let place = Samples.productPath

  private func body(_ text: String) -> [String] { Loaded.product([:], body: text + "\n").codes }

  @Test func contactInBody() {
    let loaded = Loaded.product([:], body: "Dibuat di rumah.\n\nPesan lewat 0812-3456-7890, ya.\n")
    #expect(
      loaded.text == """
        \(place):13:13: warning: a telephone number in the text [product.body.contact]
          13 | Pesan lewat 0812-3456-7890, ya.
             |             ^^^^^^^^^^^^^^
          help: consent is recorded in the business's file; write the number there and remove it here

        """)
    #expect(
      loaded.printed(.id) == """
        \(place):13:13: peringatan: ada nomor telepon di dalam teks [product.body.contact]
          13 | Pesan lewat 0812-3456-7890, ya.
             |             ^^^^^^^^^^^^^^
          bantuan: izin pemiliknya dicatat di berkas usaha; tulis nomornya di sana dan hapus di sini

        """)
    #expect(loaded.catalog != nil)
  }

  @Test(arguments: [
    ("WA 081234567890", 4, 16), ("Telp. (0293) 362123", 7, 20), ("+62 812 3456 7890", 1, 18),
    ("HP:62812.3456.7890.", 4, 19), ("+62 (0)812-3456-7890", 1, 21), ("**0812 3456 789**", 3, 16),
    ("021-12345678", 1, 13), ("WA081234567890", 3, 15), ("0812/34567890", 1, 14), ("(0293)362123", 1, 13),
  ])
  func findsTelephoneNumbers(text: String, start: Int, end: Int) {
    let loaded = Loaded.product([:], body: text + "\n")
    #expect(loaded.codes == ["product.body.contact@11:\(start)"], "\(loaded.text)")
    #expect(loaded.diagnostics.first?.location.end.column == end)
  }

  @Test(arguments: [
    ("Surel: ibu.contoh@surel.example.", "8", "an e-mail address"), ("<ibu@surel.example>", "2", "an e-mail address"),
    ("[surel](mailto:ibu@surel.example)", "16", "an e-mail address"),
    ("[WA](https://wa.me/6281234567890)", "14", "a WhatsApp link"), ("WA.me/message/ABC", "1", "a WhatsApp link"),
    ("https://api.whatsapp.com/send?phone=6281234567890", "13", "a WhatsApp link"),
    ("https://chat.whatsapp.com/AbCd", "14", "a WhatsApp link"),
    ("Transfer BCA 1234567890 a.n. Ibu", "14", "a bank account"),
    ("No. rek. 0123-01-012345-50-1", "10", "a bank account"),
    ("rekening Mandiri: 137 00 1234567 8", "19", "a bank account"), ("BRI 081234567890123", "5", "a bank account"),
  ])
  func findsOtherContacts(text: String, column: String, found: String) {
    let loaded = Loaded.product([:], body: text + "\n")
    #expect(loaded.codes == ["product.body.contact@11:\(column)"], "\(loaded.text)")
    #expect(loaded.diagnostics.first?.message.en == "\(found) in the text")
  }

  @Test func saysWhereEachContactBelongs() {
    let loaded = Loaded.product([:], body: "ibu@surel.example, wa.me/628123456789, BCA 1234567890\n")
    #expect(
      loaded.diagnostics.map(\.help?.en) == [
        "consent is recorded in the business's file; write the address there and remove it here",
        "consent is recorded in the business's file; write the number there and remove it here",
        "remove it: buyers get it from the seller when they order",
      ])
    #expect(
      loaded.diagnostics.map(\.help?.id) == [
        "izin pemiliknya dicatat di berkas usaha; tulis alamatnya di sana dan hapus di sini",
        "izin pemiliknya dicatat di berkas usaha; tulis nomornya di sana dan hapus di sini",
        "hapus: pembeli menerimanya dari penjual saat memesan",
      ])
    #expect(
      loaded.diagnostics.map(\.message.id) == [
        "ada alamat surel di dalam teks", "ada tautan WhatsApp di dalam teks", "ada nomor rekening di dalam teks",
      ])
  }

  @Test(arguments: [
    "Buka 08.00-16.00, tutup 08-12-2026 pukul 10.30.", "Harga 250.000 sampai 300.000 sejak 2019.",
    "Isi 10 x 20 x 30 cm, 1.000 butir, 2026-11-24 12:00.", "P-IRT 2063371010143-30, NIB 0220001234567.",
    "Lihat [tokonya](https://shopee.co.id/toko/081234567890).", "Ikuti @batik_watu_toren di Instagram.",
    "Bank sampah sejak 1998; harga Rp10.000.000 per tahun.", "Lihat ![kain](kain_081234567890.jpg \"a\").",
    "Batik @ Rp25.000, user@, @b.id, a@b.", "Buku ISBN 978-602-03-1234-5.", "Rekening listrik 2024, 900 VA.",
    "Dikirim lewat whatsapp.", "Nomor 0812 saja.", "Halal ID33110000000000101.",
  ])
  func leavesOrdinaryTextsAlone(text: String) {
    let codes = body(text).filter { !$0.hasPrefix("product.price") && !$0.hasPrefix("product.claim") }
    #expect(codes.allSatisfy { !$0.contains("contact") }, "\(codes)")
  }

  @Test func namesEachContactOnce() {
    #expect(
      body("WA 0812-3456-7890 atau 0813 3456 7890.\nibu@surel.example, https://wa.me/6281234567890?text=a")
        == [
          "product.body.contact@11:4", "product.body.contact@11:24", "product.body.contact@12:1",
          "product.body.contact@12:28",
        ])
    #expect(body(String(repeating: "0812-3456-7890, ", count: 50)).count == 10)
  }

  @Test func contactInStoriesAndTranslations() {
    let loaded = Loaded([
      Samples.businessPath: Samples.business + "WA 0812-3456-7890\n",
      "content/businesses/batik-watu-toren.en.md": "---\nname: Batik\n---\nCall 0812-3456-7890.\n",
      "content/products/kain-batik/index.en.md": "---\nname: Cloth\n---\nMail ibu@surel.example.\n",
      "content/pages/x.md": "---\ntitle: Kantor\n---\nTelp. (0293) 362123\n",
    ])
    #expect(
      loaded.codes == [
        "business.body.contact@4:6", "business.body.contact@10:4", "product.body.contact@4:6",
      ])
  }

  @Test func numberOfAnIdentityCardInPieces() {
    let loaded = Loaded.product([:], body: "NIK 3371**01**4506780001.\n")
    #expect(
      loaded.text == """
        \(place):11:5: error: 16 digits: this may be a NIK, which must never be published [privacy.number.forbidden]
          11 | NIK 3371**01**4506780001.
             |     ^^^^^^^^^^^^^^^^^^^^
          help: remove it, also from the file's history if it was ever committed

        """)
  }

  @Test(arguments: [
    ("３３７１０１４５０６７８０００１", 0), ("337101450678000&#49;", 0), ("&#51;371014506780001", 0),
    ("&#x33;371014506780001", 0), ("*3371*014506780001", 1), ("3371 **0145** 0678 0001", 0),
    ("337101`450678`0001", 0), ("~~337101~~4506780001", 2), ("<b>337101</b>4506780001", 3),
    ("337101\u{A0}450678\u{A0}0001", 0), ("337101\u{2013}450678\u{2011}0001", 0), ("337101\\-450678\\-0001", 0),
    ("٣٣٧١٠١٤٥٠٦٧٨٠٠٠١", 0), ("꧓꧓꧗꧑꧐꧑꧔꧕꧐꧖꧗꧘꧐꧐꧐꧑", 0), ("3371\u{200B}014506780001", 0),
  ])
  func findsItHoweverItIsWritten(number: String, before: Int) {
    for shift in 0..<9 {
      let loaded = Loaded.product([:], body: String(repeating: "x", count: shift) + " \(number) y\n")
      let codes = loaded.codes.filter { $0.hasPrefix("privacy") }
      #expect(codes == ["privacy.number.forbidden@11:\(shift + 2 + before)"], "\(shift) \(loaded.text)")
    }
  }

  @Test(arguments: [
    "**3371** 0145 0678", "IMG_20261124_12345678.jpg", "**1234** 5678 9012 3456", "33710145067800012 **3**",
    "ID3371**01**4506780001", "Rp1.000 **2** 3", "１２３４５６７８９０１２３４５", "&#49;&#50;",
  ])
  func leavesOtherNumbersAlone(number: String) {
    let loaded = Loaded.product([:], body: "Nomor \(number)\n")
    #expect(loaded.codes.filter { $0.hasPrefix("privacy") } == [], "\(loaded.text)")
  }

  @Test func namesANumberInPiecesOnce() {
    let loaded = Loaded.product([:], body: "3371014506780001 dan **3371014506780001** serta 3371*0145*06780001\n")
    #expect(
      loaded.codes == [
        "privacy.number.forbidden@11:1", "privacy.number.forbidden@11:24", "privacy.number.forbidden@11:49",
      ])
  }
}
