import Diagnostics

enum BusinessKey: Int, FieldKey {
  case name, kind, scale, place, owner, address, geo, whatsapp, phone, email, consent, sample, founded, hours, licences,
    channels, payments, delivery, aliases, draft
  static let table = FieldTable(
    Self.self,
    """
    name kind scale place owner address geo whatsapp phone email consent sample founded hours licences \
    channels payments delivery aliases draft
    """)
}

enum ConsentKey: Int, FieldKey {
  case date, fields
  static let table = FieldTable(Self.self, "date fields")
}

/// What the rules across files need of a business, also when it isn't complete.
struct BusinessEntry: Sendable {
  let unit: ContentUnit
  let file: SourceFile
  /// What is wrong with its files.
  var diagnostics: [Diagnostic] = []
  var business: Business?
  var rw: RW?
  var isDraft = false
  var licences = Licences.none
  var name: SourceRange?
  var aliases: [Located<Slug>] = []
  var whatsapp: Located<PhoneNumber>?
  /// What its texts may claim; `nil` while it can't be said.
  var words: ProtectedWords?

  var slug: String { unit.slug }
}

/// What a business's own file says, complete and right.
struct BusinessFacts {
  let slug: Slug
  let aliases: [Slug]
  let name: String
  let place: Place
  let contact: Contact
  let consent: Consent?
  let isSample: Bool
  let trade: Trade
  let licences: Licences
  let isDraft: Bool
  let story: Body

  struct Contact {
    var owner, address, email: String?
    var geo: GeoPoint?
    var whatsapp, phone: PhoneNumber?
  }

  struct Trade {
    var kind: Business.Kind
    var scale: Business.Scale?
    var founded: Int?
    var hours: [OpeningHours]
    var channels: [Channel]
    var payments: [Business.Payment]
    var delivery: [Business.Delivery]
  }
}

/// Decodes `businesses/<slug>.md` and its translations.
struct BusinessDecoder {
  private var content: ContentFile
  private let context: DecodingContext

  static func decode(_ unit: ContentUnit, _ file: SourceFile, _ context: DecodingContext) -> BusinessEntry {
    var entry = BusinessEntry(unit: unit, file: file)
    var diagnostics: [Diagnostic] = []
    var facts: BusinessFacts?
    if let content = ContentFile.document(file, keys: BusinessKey.table, &diagnostics) {
      var decoder = BusinessDecoder(content: content, context: context)
      facts = decoder.decode(into: &entry)
      diagnostics += decoder.content.reader.diagnostics
    }
    var translations: [String: BusinessTranslation] = [:]
    for (language, file) in unit.translations {
      translations[language] = TranslationDecoder.business(file, of: entry, &diagnostics)
    }
    entry.business = facts.map { Business($0, translations: translations) }
    entry.diagnostics = diagnostics
    return entry
  }

  /// - Returns: `nil` when anything is missing or wrong that a business can't be without.
  private mutating func decode(into entry: inout BusinessEntry) -> BusinessFacts? {
    guard let fields = content.reader.topLevel(BusinessKey.self, scope: "business") else { return nil }
    let name = content.reader.text(content.reader.required(fields, .name), 2...80)
    let place = content.reader.place(content.reader.required(fields, .place), in: context.regions)
    let isSample = content.reader.bool(fields[.sample]) ?? false
    let contact = contact(fields, isSample: isSample)
    let consent = consent(fields)
    let licences = content.reader.businessLicences(fields[.licences], on: context.date)
    entry.rw = place?.rw
    entry.licences = licences
    entry.words = ProtectedWords("business", [licences])
    let texts = content.reader.texts(in: [fields[.name]]) + [content.body.range]
    entry.words?.check(texts, in: content.body.file, &content.reader.diagnostics)
    content.body.checkContacts("business", &content.reader.diagnostics)
    entry.isDraft = content.reader.bool(fields[.draft]) ?? false
    entry.aliases = content.reader.aliases(fields[.aliases])
    entry.name = fields[.name].map(content.reader.range)
    entry.whatsapp = contact.whatsapp.flatMap { number in
      fields[.whatsapp].map { Located(number, content.reader.range($0)) }
    }
    let trade = trade(fields)
    guard let name, let place, let slug = Slug(entry.slug) else { return nil }
    return BusinessFacts(
      slug: slug, aliases: entry.aliases.map(\.value), name: name, place: place, contact: contact, consent: consent,
      isSample: isSample, trade: trade, licences: licences, isDraft: entry.isDraft, story: content.body)
  }

  private mutating func contact(_ fields: Fields<BusinessKey>, isSample: Bool) -> BusinessFacts.Contact {
    BusinessFacts.Contact(
      owner: content.reader.text(fields[.owner], 2...80),
      address: content.reader.text(fields[.address], 2...200),
      email: content.reader.email(fields[.email]),
      geo: geo(fields[.geo]),
      whatsapp: content.reader.whatsapp(fields[.whatsapp], isSample: isSample),
      phone: content.reader.phone(fields[.phone], isSample: isSample))
  }

  private mutating func trade(_ fields: Fields<BusinessKey>) -> BusinessFacts.Trade {
    BusinessFacts.Trade(
      kind: content.reader.choice(fields[.kind]) ?? .goods,
      scale: content.reader.choice(fields[.scale]),
      founded: content.reader.integer(fields[.founded], 1900...max(1900, context.date.year)),
      hours: content.reader.hours(fields[.hours]),
      channels: content.reader.channels(fields[.channels]),
      payments: content.reader.choices(fields[.payments]),
      delivery: content.reader.choices(fields[.delivery]))
  }

  /// A place on the map must be in the city: latitude and longitude are easily swapped.
  private mutating func geo(_ field: Field?) -> GeoPoint? {
    guard let field, let point = content.reader.point(field) else { return nil }
    guard let box = context.regions?.city.box, !box.contains(point) else { return point }
    let isSwapped = box.contains(GeoPoint(latitude: point.longitude, longitude: point.latitude))
    content.reader.report(.outsideTheCity(isSwapped: isSwapped, at: content.reader.place(field)))
    return nil
  }
}

extension BusinessDecoder {
  /// The recorded permission, and that every personal field that is there is named in it.
  private mutating func consent(_ fields: Fields<BusinessKey>) -> Consent? {
    let given = content.reader.group(fields[.consent], ConsentKey.self)
    var consent: Consent?
    var listed: [Consent.Field] = []
    if let given {
      let date = consentDate(content.reader.required(given, .date))
      listed = content.reader.choices(content.reader.required(given, .fields))
      if let date { consent = Consent(date: date, fields: listed) }
    }
    if given == nil, fields[.consent] != nil { return nil }
    requireConsent(for: fields, listed: listed)
    return consent
  }

  /// A permission that is given on a day to come hasn't been given.
  private mutating func consentDate(_ field: Field?) -> CalendarDate? {
    guard let field, let date = content.reader.date(field) else { return nil }
    if !context.isStillToCome(date) { return date }
    content.reader.report(.consentInFuture(context.date, at: content.reader.place(field)))
    return nil
  }

  /// Personal data may be published only with the owner's consent to that very field (UU 27/2022, articles 20 to 22).
  private mutating func requireConsent(for fields: Fields<BusinessKey>, listed: [Consent.Field]) {
    let personal: [(BusinessKey, Consent.Field)] = [
      (.owner, .owner), (.address, .address), (.geo, .geo), (.whatsapp, .whatsapp), (.phone, .phone), (.email, .email),
    ]
    for (key, field) in personal where !listed.contains(field) {
      guard let value = fields[key] else { continue }
      content.reader.report(.consentMissing(field.rawValue, at: content.reader.place(value)))
    }
  }
}

extension DocumentReader {
  /// An e-mail address: something, `@`, a domain.
  mutating func email(_ field: Field?) -> String? {
    guard let field, let text = scalar(field, { .notAnEmail($0.path, "", at: $1) }) else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isName = { (text: Substring) in
      !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"(),:;<>[\\]".utf8.contains($0) }
    }
    let isAddress = parts.count == 2 && parts.allSatisfy(isName) && parts[1].contains(".") && !parts[1].hasSuffix(".")
    if isAddress, !parts[1].hasPrefix("."), text.utf8.count <= 254 { return text }
    report(.notAnEmail(field.path, text, at: place(field)))
    return nil
  }
}
