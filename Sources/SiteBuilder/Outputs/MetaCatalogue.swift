internal import ProductCatalog
internal import TemplateEngine

/// A catalogue as Meta's Commerce Manager takes it, for Facebook, Instagram and WhatsApp: CSV (RFC 4180)
/// (developers.facebook.com/docs/commerce-platform/catalog/fields).
struct MetaCatalogue {
  let goods: ShopGoods
  /// Whose; `nil` for all.
  let business: Int?

  func write(to buffer: inout OutputBuffer) {
    buffer.append("id,title,description,availability,condition,price,link,image_link,brand,google_product_category,")
    buffer.append("product_type\r\n")
    let edition = goods.edition
    for item in goods.items(business.map { edition.byBusiness[$0] } ?? edition.products) {
      let fields = [
        item.id, item.title, item.description, availability(item), "new", "\(item.price).00 IDR", item.url,
        item.picture ?? "", item.brand, item.googleCategory ?? "", item.productType,
      ]
      for (number, field) in fields.enumerated() {
        if number > 0 { buffer.append(",") }
        buffer.append(csv: field)
      }
      buffer.append("\r\n")
    }
  }

  private func availability(_ item: ShopItem) -> String {
    switch item.stock {
    case .inStock: "in stock"
    case .madeToOrder: "available for order"
    case .outOfStock: "out of stock"
    }
  }
}

extension OutputBuffer {
  /// A field of CSV, in quotes where RFC 4180 wants them.
  mutating func append(csv field: String) {
    let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard field.utf8.contains(where: special.contains) else { return append(text: field) }
    append("\"")
    for (number, part) in field.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if number > 0 { append("\"\"") }
      append(text: String(part))
    }
    append("\"")
  }
}
