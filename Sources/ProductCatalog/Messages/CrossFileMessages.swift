import Diagnostics

// What is said of files that don't go together.

extension Diagnostic {
  static func productOfDraftBusiness(_ slug: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.business.draft",
      Message(
        en: "\(shown(slug)) is a draft, so this product would have no maker",
        id: "\(shown(slug)) masih draf, jadi produk ini tidak punya pembuat"), at: place,
      help: Message(
        en: "write draft: true here too, or publish the business",
        id: "tulis draft: true di sini juga, atau terbitkan usahanya"))
  }

  static func businessWithoutProducts(_ slug: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "business.products.missing",
      Message(en: "this business has no products", id: "usaha ini belum punya produk"), at: place,
      help: Message(
        en: "add a product with business: \(slug)", id: "tambahkan produk dengan business: \(slug)"))
  }

  static func twoFlagships(_ number: Int, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.flagship.repeated",
      Message(
        en: "RW \(number) has a designated flagship already", id: "RW \(number) sudah punya produk unggulan"),
      at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)],
      help: Message(en: "write status: candidate on one of them", id: "tulis status: candidate pada salah satunya"))
  }

  static func sameWhatsApp(_ slug: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "business.whatsapp.repeated",
      Message(
        en: "\(shown(slug)) has the same number", id: "\(shown(slug)) memakai nomor yang sama"), at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)])
  }

  static func sameProductName(_ name: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.name.repeated",
      Message(
        en: "\(shown(name)) is also the name of another product of this business",
        id: "\(shown(name)) juga nama produk lain dari usaha ini"), at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)])
  }
}
