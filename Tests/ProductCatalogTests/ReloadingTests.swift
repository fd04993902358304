import Diagnostics
import Testing

@testable import ProductCatalog

@Suite struct Reloading {
  private func source(_ changes: [String: String] = [:]) -> CatalogSource {
    let texts = Samples.files.merging(changes) { $1 }
    return CatalogSource(
      files: texts.map { SourceFile(path: $0.key, text: $0.value) }, otherPaths: [Samples.photo])
  }

  private let options = LoadOptions(date: Samples.today, includeDrafts: true)

  private func file(_ changes: KeyValuePairs<String, String?>) -> SourceFile {
    SourceFile(path: Samples.productPath, text: Samples.product(changes))
  }

  @Test func readsOneProductAgain() throws {
    var loaded = LoadedContent(source(), options: options)
    #expect(loaded.replaceProduct(with: file(["price": "27000"])) == 0)
    #expect(loaded.catalog?.products[0].price?.from.rupiah == 27_000)
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func hasNoCatalogWhileTheProductHasErrors() {
    var loaded = LoadedContent(source(), options: options)
    #expect(loaded.replaceProduct(with: file(["price": "\"mahal\""])) == 0)
    #expect(loaded.catalog == nil)
    #expect(loaded.diagnostics.map(\.code) == ["product.price.invalid"])
  }

  @Test func asksForAWholeLoadingWhenMoreThanTheProductMayDiffer() {
    var loaded = LoadedContent(source(), options: options)
    let page = SourceFile(path: "content/pages/tentang.md", text: "")
    #expect(loaded.replaceProduct(with: page) == nil)
  }

  @Test func checksTheOtherProductsTooWhenTheNameIsTaken() {
    let second = "content/products/kain-lain/index.md"
    let photo = "content/products/kain-lain/kain.jpg"
    var source = source([second: Samples.product(["name": "\"Kain Lain\""])])
    source.otherPaths.append(photo)
    var loaded = LoadedContent(source, options: options)
    #expect(loaded.diagnostics.isEmpty)
    _ = loaded.replaceProduct(with: SourceFile(path: second, text: Samples.product([:])))
    #expect(loaded.diagnostics.map(\.code) == ["product.name.repeated"])
  }

  @Test func takesOverWhatDidNotChange() {
    let broken = source([Samples.productPath: Samples.product(["price": "\"mahal\""])])
    let first = LoadedContent(broken, options: options)
    let second = LoadedContent(broken, options: options, reusing: first)
    #expect(second.diagnostics.map(\.code) == ["product.price.invalid"])
    let mended = LoadedContent(source(), options: options, reusing: second)
    #expect(mended.diagnostics.isEmpty)
    #expect(mended.catalog?.products.count == 1)
  }

  @Test func readsProductsAgainWhenTheirBusinessMoved() {
    let first = LoadedContent(source(), options: options)
    let business = Samples.business.replacingOccurrence(of: "rw: 4", with: "rw: 5")
    let second = LoadedContent(source([Samples.businessPath: business]), options: options, reusing: first)
    #expect(second.catalog?.products.map(\.rw.number) == [5])
  }
}

extension String {
  fileprivate func replacingOccurrence(of old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
