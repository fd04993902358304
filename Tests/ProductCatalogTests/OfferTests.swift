import Diagnostics
import ProductCatalog
import Testing

/// What a product's price and its variants' say together. Tests that share their name with a rule show what it forbids.
@Suite struct OfferTests {
  private let place = Samples.productPath

  @Test func repeatedVariant() {
    let loaded = Loaded.product(["variants": "\n  - {name: Kecil, price: 250000}\n  - {name: kecil}"])
    #expect(
      loaded.text == """
        \(place):12:12: error: "kecil" is the name of two variants [product.variants.name.repeated]
          12 |   - {name: kecil}
             |            ^^^^^
          help: give each variant a name of its own: the basket tells them apart by it
          \(place):11:12: the other one is here

        """)
    #expect(
      loaded.printed(.id) == """
        \(place):12:12: kesalahan: "kecil" adalah nama dua pilihan [product.variants.name.repeated]
          12 |   - {name: kecil}
             |            ^^^^^
          bantuan: beri setiap pilihan nama yang berbeda: keranjang membedakannya dari nama
          \(place):11:12: yang lain ada di sini

        """)
  }

  @Test(arguments: ["\" Dus  isi 10 \"", "DUS ISI 10", "\"Dus\u{A0}isi 10\"", "dus isi 10"])
  func comparesNamesOfVariantsAsAShopperReads(name: String) {
    let loaded = Loaded.product(["variants": "[{name: \(name)}, {name: Dus isi 10}]"])
    #expect(loaded.diagnostics.map(\.code) == ["product.variants.name.repeated"])
  }

  @Test func comparesAccentsHoweverTheyAreStored() {
    let loaded = Loaded.product(["variants": "[{name: \"Caf\u{E9}\"}, {name: \"Cafe\u{301}\"}]"])
    #expect(loaded.diagnostics.map(\.code) == ["product.variants.name.repeated"])
    #expect(Loaded.product(["variants": "[{name: Dus isi 10}, {name: Dus isi 1}, {name: Dus-isi 10}]"]).text == "")
  }

  @Test func variantOutsideThePriceRange() {
    let loaded = Loaded.product([
      "price": "{from: 12000, to: 22000}", "variants": "[{name: A, price: 11000}, {name: B, price: 22000}]",
    ])
    #expect(
      loaded.text == """
        \(place):10:29: warning: Rp11.000 lies outside the product's price, Rp12.000–Rp22.000 \
        [product.variants.price.outside]
          10 | variants: [{name: A, price: 11000}, {name: B, price: 22000}]
             |                             ^^^^^
          help: lists show only the product's price: write price: {from: 11000, to: 22000}, or correct this one
          \(place):6:8: the product's price is here

        """)
    #expect(
      loaded.printed(.id) == """
        \(place):10:29: peringatan: Rp11.000 di luar harga produk, Rp12.000–Rp22.000 [product.variants.price.outside]
          10 | variants: [{name: A, price: 11000}, {name: B, price: 22000}]
             |                             ^^^^^
          bantuan: daftar hanya menampilkan harga produk: tulis price: {from: 11000, to: 22000}, atau perbaiki yang ini
          \(place):6:8: harga produk ada di sini

        """)
    #expect(loaded.catalog != nil)
  }

  @Test func variantThatCostsOtherThanTheOnlyPrice() {
    let loaded = Loaded.product(["variants": "[{name: A, price: 250000}, {name: B, price: 300000}, {name: C}]"])
    #expect(loaded.codes == ["product.variants.price.outside@10:55"])
    let diagnostic = loaded.diagnostics.first
    #expect(diagnostic?.message.en == "Rp300.000 is not the product's price, Rp250.000")
    #expect(diagnostic?.message.id == "Rp300.000 bukan harga produk, Rp250.000")
    #expect(
      diagnostic?.help?.en
        == "lists show only the product's price: write price: {from: 250000, to: 300000}, or correct this one")
  }

  @Test func proposesARangeThatHoldsEveryVariant() {
    let loaded = Loaded.product([
      "price": "500", "variants": "[{name: A, price: 700}, {name: B, price: 300}, {name: C, price: 900}]",
    ])
    let same = Loaded.product(["price": "500", "variants": "[{name: A, price: 700}, {name: B, price: 700}]"])
    #expect(same.diagnostics.first?.help?.en.contains("write price: 700, or") == true)
    #expect(
      loaded.codes.map { $0.prefix { $0 != "@" } } == .init(repeating: "product.variants.price.outside", count: 3))
    for diagnostic in loaded.diagnostics {
      #expect(diagnostic.help?.en.contains("price: {from: 300, to: 900}") == true)
    }
  }

  @Test func pricesOfVariantsAloneAreComparedWithNothing() {
    #expect(Loaded.product(["price": nil, "unit": nil, "variants": "[{name: A, price: 700}, {name: B}]"]).text == "")
    #expect(
      Loaded.product(["price": "500 rb", "variants": "[{name: A, price: 700}]"]).codes == ["product.price.invalid@6:8"])
  }
}
