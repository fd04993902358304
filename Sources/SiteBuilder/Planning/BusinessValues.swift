internal import ProductCatalog
internal import TemplateEngine

/// The page of a business.
extension PageValues {
  func business(_ index: Int) -> BusinessPage {
    let business = catalog.businesses[index]
    let related = edition.businessesByKelurahan[business.rw.kelurahan].filter { $0 != index }
    return BusinessPage(
      chrome: chrome, business: businessView(index, business), cards: cards(edition.byBusiness[index]),
      related: businessCards(related.prefix(4)))
  }

  private func businessView(_ index: Int, _ business: Business) -> BusinessView {
    let contact = business.isSample ? nil : business
    return BusinessView(
      name: business.name(in: language), body: HTML(site.bodies.business(index, number)),
      kindLabel: texts("kind.\(business.kind.rawValue)"),
      scaleLabel: business.scale.map { texts("scale.\($0.rawValue)") },
      rw: rwLink(business.rw), kelurahan: kelurahanLink(business.rw.kelurahan),
      district: catalog.districts[catalog.kelurahan[business.rw.kelurahan].district].name,
      owner: business.owner, address: business.address, phone: business.phone?.e164, email: business.email,
      phoneURL: contact?.phone.map { WebURL(trusted: "tel:\($0.e164)") },
      emailURL: contact?.email.flatMap {
        WebURL("mailto:" + $0.split(separator: "@").map { percentEncoded(String($0)) }.joined(separator: "@"))
      },
      whatsappURL: contact?.whatsapp.map { WebURL(trusted: "https://wa.me/\($0.digits)") },
      latitude: contact?.geo?.latitude, longitude: contact?.geo?.longitude, founded: business.founded,
      hours: hours(business.hours), nib: business.licences.nib,
      trademark: business.licences.trademark, sni: business.licences.sni, licences: licences(business.licences),
      channels: channels(business.channels), payments: business.payments.map { texts("payment.\($0.rawValue)") },
      delivery: business.delivery.map { texts("delivery.\($0.rawValue)") }, sample: business.isSample,
      draft: business.isDraft)
  }

  private func hours(_ hours: [OpeningHours]) -> [HoursView] {
    hours.map { $0.view(texts, edition.formatting) }
  }
}

extension OpeningHours {
  func view(_ texts: InterfaceTexts, _ formatting: Formatting) -> HoursView {
    HoursView(
      days: dayWords(texts),
      time: texts("hours.range", formatting.time(minutes: open), formatting.time(minutes: close)), code: code)
  }

  /// `Mo,Tu 08:00-16:00` (schema.org, openingHours).
  private var code: String {
    let days = days.map { String($0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst().prefix(1)) }
    return "\(days.joined(separator: ",")) \(Formatting.clock(minutes: open))-\(Formatting.clock(minutes: close))"
  }

  /// `Senin–Jumat` for neighbouring days, else `Senin, Rabu`.
  private func dayWords(_ texts: InterfaceTexts) -> String {
    let numbers = days.compactMap { Weekday.allCases.firstIndex(of: $0) }
    let words = days.map { texts("day.\($0.rawValue)") }
    let areNeighbours = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    guard days.count > 2, areNeighbours else { return words.joined(separator: ", ") }
    return texts("days.range", words[0], words[words.count - 1])
  }
}
