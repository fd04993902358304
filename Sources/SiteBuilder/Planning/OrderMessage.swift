internal import ProductCatalog
internal import TemplateEngine

/// The text of an order and the WhatsApp links that carry it.
///
/// `https://wa.me/<digits>?text=<percent-encoded UTF-8>`; the whole address stays within 2,000 characters, beyond which
/// phones have been seen to cut it.
struct OrderMessage {
  private static let longestURL = 2_000

  let text: String
  /// The same with its placeholders, for the script that knows variant and quantity.
  let pattern: String
  /// `nil` when the seller has no WhatsApp number or is invented.
  let url: WebURL?
  /// Opens WhatsApp with a link to the page, for any of the visitor's contacts.
  let shareURL: WebURL

  init(values: PageValues, product index: Int, _ product: Product, _ business: Business) {
    let order = values.edition.orderText(hasVariants: !product.variants.isEmpty)
    pattern = order.text
    let page = values.edition.routes.canonicalURL(of: .product(index)).text
    let name = product.name(in: values.language)
    let seller = business.name(in: values.language)
    text = order.filled { place in
      switch OrderPlaceholder(rawValue: place) {
      case .product?: name
      case .variant?: ""
      case .quantity?: "1"
      case .url?: page
      case .seller?: seller
      case nil: nil
      }
    }

    let orderable = business.isSample || product.availability == .soldOut ? nil : business.whatsapp
    let message = text
    url = orderable.map { number in
      WebURL(trusted: Self.link("https://wa.me/\(number.digits)?text=", message, fallback: "\(name)\n\(page)"))
    }
    let share = values.texts("share.message", name, page)
    shareURL = WebURL(trusted: Self.link("https://wa.me/?text=", share, fallback: page))
  }

  private static func link(_ start: String, _ text: String, fallback: String) -> String {
    let link = start + queryEncoded(text)
    return link.utf8.count <= longestURL ? link : start + queryEncoded(fallback)
  }

  private static func queryEncoded(_ text: String) -> String { percentEncoded(text, slashes: true) }
}
