internal import ProductCatalog

/// What the list of answers shows of each product: `cards/<number>.json` holds those of 16 neighbouring documents.
///
///     [["Getuk Gulung Kelapa","getuk-gulung-kelapa/","Getuk Mbah Sarinem",18000,0,"dus isi 8",0,"/assets/foto/….jpg"],…]
///
/// That is name, address below that of all products, maker, price (0 to ask for it), highest price (0 for one price),
/// unit, marks (a sum of `Marks`), picture (empty for none).
struct SearchCards {
  static let perFile = 16

  /// What a card may be marked as.
  struct Marks: OptionSet {
    let rawValue: Int
    static let flagship = Marks(rawValue: 1)
    static let candidate = Marks(rawValue: 2)
    static let sample = Marks(rawValue: 4)
    static let draft = Marks(rawValue: 8)
  }

  let catalog: Catalog
  let photos: PhotoLibrary
  let edition: Edition

  /// - Parameter order: the product of each document.
  func files(_ order: [Int]) -> [[UInt8]] {
    stride(from: 0, to: order.count, by: Self.perFile).map { start in
      file(order[start..<min(start + Self.perFile, order.count)])
    }
  }

  func file(_ products: ArraySlice<Int>) -> [UInt8] {
    var bytes = [UInt8(ascii: "[")]
    for (place, product) in products.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      append(product, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  private func append(_ index: Int, to bytes: inout [UInt8]) {
    let product = catalog.products[index]
    let (comma, language) = (UInt8(ascii: ","), edition.language.code)
    bytes.append(UInt8(ascii: "["))
    SearchCode.append(product.name(in: language), to: &bytes)
    bytes.append(comma)
    SearchCode.append(product.slug.text + "/", to: &bytes)
    bytes.append(comma)
    SearchCode.append(catalog.businesses[product.business].name(in: language), to: &bytes)
    for price in [product.price?.from, product.price?.to] {
      bytes.append(comma)
      bytes += String(price?.rupiah ?? 0).utf8
    }
    bytes.append(comma)
    SearchCode.append(product.unit ?? "", to: &bytes)
    bytes.append(comma)
    bytes += String(marks(product).rawValue).utf8
    bytes.append(comma)
    let picture = product.photos.first.flatMap { photos[$0.path] }
    SearchCode.append(picture?.files.smallURL.text ?? "", to: &bytes)
    bytes.append(UInt8(ascii: "]"))
  }

  private func marks(_ product: Product) -> Marks {
    var marks: Marks = []
    if product.isDesignated { marks.insert(.flagship) }
    if product.isCandidate { marks.insert(.candidate) }
    if catalog.businesses[product.business].isSample { marks.insert(.sample) }
    if product.isDraft { marks.insert(.draft) }
    return marks
  }
}
