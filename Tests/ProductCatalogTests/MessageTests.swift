import Diagnostics
import ProductCatalog
import Testing

/// That what is said is true, and helps.
@Suite struct MessageTests {
  private let place = Samples.productPath

  @Test func namesTheLengthOfASlugThatIsTooLong() {
    let long = String(repeating: "a", count: 61)
    let loaded = Loaded.product(["aliases": "[\(long)]"])
    #expect(loaded.diagnostics.first?.message.en == "\"\(long.prefix(49))…\" has 61 characters; a slug has at most 60")
    #expect(loaded.diagnostics.first?.message.id == "\"\(long.prefix(49))…\" berisi 61 karakter; slug paling banyak 60")
    #expect(loaded.codes == ["product.aliases.invalid@10:11"] && loaded.fix == String(long.dropLast()))
    let file = Loaded(["content/pages/\(long).md": "---\ntitle: Halaman\n---\n"])
    #expect(
      file.diagnostics.first?.message.en
        == "\"\(long.prefix(49))…\" can't be an address: it has 61 characters, a slug at most 60")
    #expect(
      file.diagnostics.first?.message.id
        == "\"\(long.prefix(49))…\" tidak bisa menjadi alamat: ada 61 karakter, slug paling banyak 60")
    let other = Loaded.product(["aliases": "[\(long)_A]"]).diagnostics.first
    #expect(other?.message.en == "\"\(long.prefix(49))…\" is not a slug: only a–z, 0–9 and single hyphens")
  }

  @Test func saysWhichRWThereAreForNumbersThatNoKelurahanHas() {
    let rw = { (number: String, kelurahan: String) in
      Loaded.business("founded: 1999", place: "{kelurahan: \(kelurahan), rw: \(number)}").diagnostics
        .first { $0.code == "business.place.rw.range" }
    }
    #expect(rw("0", "tidar-selatan")?.message.en == "RW 0 does not exist there")
    #expect(rw("0", "tidar-selatan")?.help?.en == "Tidar Selatan has RW 1 to 12")
    #expect(rw("501", "tidar-selatan")?.help?.id == "Tidar Selatan punya RW 1 sampai 12")
    #expect(rw("-1", "magelang")?.help?.en == "how many RW Magelang has is not known; up to 30 are accepted")
    #expect(rw("0", "tidak-ada")?.help?.en == "the RW of a kelurahan are counted from 1")
    #expect(rw("0", "tidak-ada")?.help?.id == "RW di kelurahan dihitung dari 1")
    #expect(rw("31", "tidak-ada") == nil)
  }

  @Test func saysWhereAMissingKeyGoesInBraces() {
    let flow = Loaded.product(["price": "{from: 500}"]).diagnostics.first
    #expect(flow?.help?.en == "add to: … inside { }, with a comma between the keys")
    #expect(flow?.help?.id == "tambahkan to: … di dalam { }, dengan koma di antara kunci")
    let block = Loaded.product(["price": "\n  from: 500"]).diagnostics.first
    #expect(block?.help?.en == "add a line to: …" && block?.code == "product.price.to.missing")
  }

  @Test func aMisspeltKeyIsNotMissingToo() {
    #expect(Loaded.product(["unit": nil, "Unit": "dus"]).codes == ["product.key.unknown@9:1"])
    #expect(Loaded.product(["name": nil, "nama": "Kain"]).codes == ["product.key.unknown@9:1"])
    #expect(Loaded.product(["variants": "[{nama: A}]"]).codes == ["product.key.unknown@10:13"])
    #expect(
      Loaded([place: Samples.product(["photos": nil, "photo": "[]"])], others: []).codes == ["product.key.unknown@9:1"])
    #expect(
      Loaded.product(["availability": "made-to-order", "lead_day": "5"]).codes == ["product.key.unknown@11:1"])
    #expect(
      Loaded.business("licences: {halal: {status: certified, nummber: ID33110000000000101}}").codes
        == ["business.key.unknown@4:39"])
    let food: KeyValuePairs<String, String?> = [
      "category": "makanan/camilan", "shelf_life_day": "9", "storage": "kering", "reach": "city",
      "licenses": "{pirt: 206337101014330}",
    ]
    #expect(Loaded.product(food).codes == ["product.key.unknown@10:1", "product.key.unknown@13:1"])
  }

  @Test func aKeyThatResemblesNoneDoesNotExcuseAMissingOne() {
    #expect(
      Loaded.product(["unit": nil, "satuan": "dus"]).codes == ["product.unit.missing@6:8", "product.key.unknown@9:1"])
    #expect(
      Loaded.product(["name": nil, "namme": "Kain", "unit": nil]).codes == [
        "product.unit.missing@5:8", "product.key.unknown@8:1",
      ])
  }

  @Test func countsOneInTheSingular() {
    let length = Loaded.product(["name": "A"]).diagnostics.first?.message
    #expect(length?.en == "name has 1 character; it needs at least 2")
    #expect(length?.id == "name berisi 1 karakter; paling sedikit 2")
    #expect(
      Loaded.business("licences: {nib: 1}").diagnostics.first?.message.en == "1 digit; a NIB number has 13")
    #expect(
      Loaded.product(["shelf_life_days": "1", "reach": "national"]).diagnostics.first?.message.en
        == "1 day of shelf life is short for a parcel beyond the province")
    #expect(
      Loaded.product(["shelf_life_days": "3", "reach": "national"]).diagnostics.first?.message.en
        == "3 days of shelf life are short for a parcel beyond the province")
  }

  @Test func writesPricesAsPeopleDo() {
    let cheap = Loaded.product(["price": "99"]).diagnostics.first?.message
    #expect(cheap?.en == "Rp99 is not between Rp100 and Rp1.000.000.000")
    #expect(cheap?.id == "Rp99 tidak di antara Rp100 dan Rp1.000.000.000")
    #expect(
      Loaded.product(["price": "-15000"]).diagnostics.first?.message.en
        == "-Rp15.000 is not between Rp100 and Rp1.000.000.000")
    let reversed = Loaded.product(["price": "{from: 22000, to: 12000}"]).diagnostics.first?.message
    #expect(
      reversed?.en == "Rp12.000 is not more than Rp22.000" && reversed?.id == "Rp12.000 tidak lebih dari Rp22.000")
    let range = Loaded.product(["price": "{from: 1000, to: 2000}"], body: "Rp2.500\n").diagnostics.first?.message
    #expect(range?.en == "Rp2.500 in the text is not the price above, Rp1.000–Rp2.000")
    #expect(range?.id == "Rp2.500 di dalam teks bukan harga di atas, Rp1.000–Rp2.000")
  }

  @Test func saysWhatToDoAtALimit() {
    let help = { (loaded: Loaded) in loaded.diagnostics.first?.help }
    let comments = String(repeating: "# catatan\n", count: 7000)
    #expect(
      help(Loaded([place: "---\n\(comments)---\n"]))?.en
        == "move long texts below the second ---, and delete what is not needed")
    #expect(
      help(Loaded([place: "---\n\(comments)---\n"]))?.id
        == "pindahkan teks panjang ke bawah --- kedua, dan hapus yang tidak perlu")
    let file = help(Loaded.product([:], body: String(repeating: "kata ", count: 300_000)))
    #expect(file?.en == "shorten it, or divide it into several files")
    #expect(file?.id == "persingkat, atau bagi menjadi beberapa berkas")
    let nesting = help(Loaded([place: "---\na: \(String(repeating: "[", count: 40))\n---\n"]))
    #expect(nesting?.en == "no key needs so many: close each bracket, and check the indentation")
    #expect(nesting?.id == "tidak ada kunci yang perlu sedalam itu: tutup setiap kurung, dan periksa jorokan barisnya")
    let value = help(Loaded.product(["care": String(repeating: "a", count: 20_000)]))
    #expect(value?.en == "shorten it; long texts belong below the second ---")
    #expect(value?.id == "persingkat; teks panjang ditulis di bawah --- kedua")
    let tags = help(Loaded.product(["tags": "[a, b, c, d, e, f, g, h, i]"]))
    #expect(
      tags?.en == "keep the 8 that matter most, and delete 1" && tags?.id == "simpan 8 yang terpenting, dan hapus 1")
    let long = help(Loaded.product(["summary": String(repeating: "a", count: 161)]))
    #expect(long?.en == "shorten it by 1 character" && long?.id == "kurangi 1 karakter")
    let short = help(Loaded.product(["name": "A"]))
    #expect(short?.en == "write it in full" && short?.id == "tulis selengkapnya")
  }
}
