import Diagnostics
import ProductCatalog
import Testing

/// Values that are well written and can't be meant. Tests that share their name with a rule show what it forbids.
@Suite struct SenseTests {
  private let place = Samples.productPath

  @Test func overlappingHours() {
    let loaded = Loaded.business(
      "hours:\n  - {days: mon-sat, open: 08:00, close: 16:00}\n  - {days: sat, open: 08:00, close: 12:00}")
    #expect(
      loaded.text == """
        \(Samples.businessPath):6:5: error: the hours on Saturday overlap those of another entry [business.hours.overlap]
          6 |   - {days: sat, open: 08:00, close: 12:00}
            |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: write each day in one entry only, or hours that do not overlap
          \(Samples.businessPath):5:5: the other one is here

        """)
    #expect(
      loaded.printed(.id) == """
        \(Samples.businessPath):6:5: kesalahan: jam buka hari Sabtu bertumpuk dengan isian lain [business.hours.overlap]
          6 |   - {days: sat, open: 08:00, close: 12:00}
            |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          bantuan: tulis setiap hari di satu isian saja, atau jam yang tidak bertumpuk
          \(Samples.businessPath):5:5: yang lain ada di sini

        """)
  }

  @Test(arguments: [
    ("mon, open: 08:00, close: 12:00", "mon-fri, open: 13:00, close: 16:00", false),
    ("mon, open: 08:00, close: 12:00", "mon, open: 12:00, close: 16:00", false),
    ("mon, open: 08:00, close: 12:00", "mon, open: 11:59, close: 16:00", true),
    ("fri, open: 22:00, close: 02:00", "sat, open: 01:00, close: 05:00", true),
    ("fri, open: 22:00, close: 02:00", "sat, open: 02:00, close: 05:00", false),
    ("mon, open: 00:00, close: 01:00", "sun, open: 20:00, close: 00:30", true),
    ("sun, open: 20:00, close: 24:00", "mon, open: 00:00, close: 01:00", false),
    ("daily, open: 22:00, close: 21:00", "wed, open: 21:00, close: 22:00", false),
  ])
  func comparesHoursDayByDay(first: String, second: String, overlap: Bool) {
    let loaded = Loaded.business("hours:\n  - {days: \(first)}\n  - {days: \(second)}")
    #expect(loaded.codes == (overlap ? ["business.hours.overlap@6:5"] : []))
  }

  @Test func overlappingHoursOfTheCentre() {
    let hours = "[{days: mon, open: 08:00, close: 12:00}, {days: mon, open: 09:00, close: 10:00}]"
    let site = Samples.site.replacing("  map_url:", with: "  hours: \(hours)\n  map_url:")
    #expect(Loaded(["content/site.yaml": site]).diagnostics.map(\.code) == ["site.centre.hours.overlap"])
  }

  @Test func madeToOrderWithoutLeadDays() {
    let loaded = Loaded.product(["availability": "made-to-order"])
    #expect(
      loaded.text == """
        \(place):10:15: warning: lead_days is missing: buyers ask how long it takes [product.lead_days.missing]
          10 | availability: made-to-order
             |               ^^^^^^^^^^^^^
          help: add a line such as lead_days: 7, the days from order to delivery

        """)
    #expect(
      loaded.printed(.id) == """
        \(place):10:15: peringatan: lead_days belum ditulis: pembeli menanyakan berapa lama pengerjaannya \
        [product.lead_days.missing]
          10 | availability: made-to-order
             |               ^^^^^^^^^^^^^
          bantuan: tambahkan baris seperti lead_days: 7, jumlah hari dari pesanan sampai jadi

        """)
    #expect(loaded.catalog != nil)
    #expect(Loaded.product(["availability": "made-to-order", "lead_days": "7"]).text == "")
    #expect(
      Loaded.product(["availability": "made-to-order", "lead_days": "x"]).codes == ["product.lead_days.invalid@11:12"])
  }

  @Test func seasonalWithoutMonths() {
    let loaded = Loaded.product(["availability": "seasonal"])
    #expect(
      loaded.text == """
        \(place):10:15: warning: months is missing: buyers ask when there is any [product.months.missing]
          10 | availability: seasonal
             |               ^^^^^^^^
          help: add a line such as months: [11, 12, 1], the numbers of the months

        """)
    #expect(loaded.diagnostics.first?.message.id == "months belum ditulis: pembeli menanyakan kapan tersedia")
    #expect(loaded.diagnostics.first?.help?.id == "tambahkan baris seperti months: [11, 12, 1], nomor bulannya")
    #expect(Loaded.product(["availability": "seasonal", "months": "[]"]).codes == ["product.months.missing@10:15"])
    #expect(Loaded.product(["availability": "seasonal", "months": "[3]"]).text == "")
  }

  @Test func updatedLongBeforeTheCatalog() {
    let loaded = Loaded.product(["updated": "0206-11-01"])
    #expect(
      loaded.text == """
        \(place):9:10: error: 0206-11-01 is too long ago: the year is 2000 or later [product.updated.range]
          9 | updated: 0206-11-01
            |          ^^^^^^^^^^
          help: write the day on which the price was last checked, such as updated: 2026-11-24

        """)
    #expect(loaded.diagnostics.first?.message.id == "0206-11-01 terlalu lama: tahunnya paling awal 2000")
    #expect(
      loaded.diagnostics.first?.help?.id == "tulis tanggal harga terakhir diperiksa, misalnya updated: 2026-11-24")
    #expect(Loaded.product(["updated": "1999-12-31"]).codes == ["product.updated.range@9:10"])
    #expect(Loaded.product(["updated": "2000-01-01"]).text == "")
  }

  @Test func shelvesHaveShortNames() {
    let loaded = Loaded.product(["ikm_center": "{shelf: rak a 3}"])
    #expect(
      loaded.text == """
        \(place):10:21: error: "rak a 3" is not a shelf: only A–Z, 0–9 and hyphens [product.ikm_center.shelf.invalid]
          10 | ikm_center: {shelf: rak a 3}
             |                     ^^^^^^^
          help: write it as on the shelf's sign, such as shelf: RAK-A-3

        """)
    #expect(loaded.diagnostics.first?.message.id == "\"rak a 3\" bukan nama rak: hanya A–Z, 0–9, dan tanda hubung")
    #expect(loaded.diagnostics.first?.help?.id == "tulis seperti pada papan raknya, misalnya shelf: RAK-A-3")
    #expect(Loaded.product(["ikm_center": "{shelf: a-03}"]).fix == "A-03")
    #expect(loaded.fix == "RAK-A-3")
  }

  @Test(arguments: [
    ("A-03", []), ("7", []), ("ETALASE-2-B1", []), ("ETALASE-2-B10", ["product.ikm_center.shelf.length@10:21"]),
    ("---", ["product.ikm_center.shelf.invalid@10:21"]), ("Ä-03", ["product.ikm_center.shelf.invalid@10:21"]),
  ])
  func limitsShelves(shelf: String, codes: [String]) {
    #expect(Loaded.product(["ikm_center": "{shelf: \(shelf)}"]).codes == codes)
  }
}
