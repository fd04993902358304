internal import ProductCatalog
internal import TemplateEngine

/// `data/businesses.json`: a business a line, by slug.
///
/// Personal data only of those who agreed, field by field, and of no sample: its numbers and names are invented.
struct BusinessData {
  let site: Site

  func write(to buffer: inout OutputBuffer) {
    buffer.object { buffer in
      buffer.head(.businesses, site)
      buffer.list("businesses") { buffer in
        for index in site.catalog.businesses.indices where !site.catalog.isHidden(.business(index)) {
          buffer.line()
          buffer.object { write(index, site.catalog.businesses[index], to: &$0) }
        }
      }
    }
    buffer.append("\n")
  }

  private func write(_ index: Int, _ business: Business, to buffer: inout OutputBuffer) {
    buffer.member("slug", business.slug.text)
    buffer.member("url", site.editions[0].routes.canonicalURL(of: .business(index)).text)
    buffer.member("name", business.name)
    buffer.member("kind", business.kind.rawValue)
    buffer.member("scale", business.scale?.rawValue)
    buffer.member("kelurahan", site.catalog.kelurahan[business.rw.kelurahan].slug.text)
    buffer.member("rw", business.rw.number)
    buffer.member("sample", business.isSample)
    if !business.isSample { writeContact(business, to: &buffer) }
    buffer.member("founded", business.founded)
    writeHours(business.hours, to: &buffer)
    buffer.member("nib", business.licences.nib)
    buffer.licences(business.licences)
    buffer.member("trademark", business.licences.trademark)
    buffer.member("sni", business.licences.sni)
    buffer.member("payments", business.payments.map(\.rawValue))
    buffer.member("delivery", business.delivery.map(\.rawValue))
    writeChannels(business.channels, to: &buffer)
    buffer.member("products", products(of: index))
    buffer.translations(site.editions, .business(index)) { edition, buffer in
      buffer.member("name", business.name(in: edition.language.code))
    }
  }

  /// A field that its owner has not agreed to is no part of a catalog; it is asked for here once more.
  private func writeContact(_ business: Business, to buffer: inout OutputBuffer) {
    let agreed = business.consent?.fields ?? []
    func consented<Content>(_ field: Consent.Field, _ content: Content?) -> Content? {
      agreed.contains(field) ? content : nil
    }
    buffer.member("owner", consented(.owner, business.owner))
    buffer.member("address", consented(.address, business.address))
    buffer.member("whatsapp", consented(.whatsapp, business.whatsapp)?.e164)
    buffer.member("phone", consented(.phone, business.phone)?.e164)
    buffer.member("email", consented(.email, business.email))
    guard let geo = consented(.geo, business.geo) else { return }
    buffer.object("geo") { buffer in
      buffer.member("latitude", degrees: geo.latitude)
      buffer.member("longitude", degrees: geo.longitude)
    }
  }

  private func writeHours(_ hours: [OpeningHours], to buffer: inout OutputBuffer) {
    guard !hours.isEmpty else { return }
    buffer.list("hours") { buffer in
      for slot in hours {
        buffer.object { buffer in
          buffer.member("days", slot.days.map(\.rawValue))
          buffer.member("open", Formatting.clock(minutes: slot.open))
          buffer.member("close", Formatting.clock(minutes: slot.close))
        }
      }
    }
  }

  private func writeChannels(_ channels: [Channel], to buffer: inout OutputBuffer) {
    guard !channels.isEmpty else { return }
    buffer.list("channels") { buffer in
      for channel in channels {
        buffer.object { buffer in
          buffer.member("kind", channel.kind.rawValue)
          buffer.member("url", channel.url)
        }
      }
    }
  }

  private func products(of business: Int) -> [String] {
    site.catalog.productsByBusiness[business].lazy.map { site.catalog.products[$0] }.filter { !$0.isDraft }
      .map(\.slug.text)
  }
}
