import Diagnostics

enum RegionsKey: Int, FieldKey {
  case city, districts
  static let table = FieldTable(Self.self, "city districts")
}

enum CityKey: Int, FieldKey {
  case name, code, box, rwTotal, rtTotal, source, asOf
  static let table = FieldTable(Self.self, "name code box rw_total rt_total source as_of")
}

enum BoxKey: Int, FieldKey {
  case south, west, north, east
  static let table = FieldTable(Self.self, "south west north east")
}

enum DistrictKey: Int, FieldKey {
  case name, code, kelurahan
  static let table = FieldTable(Self.self, "name code kelurahan")
}

enum KelurahanKey: Int, FieldKey {
  case name, slug, code, bpsCode, postcode, centroid, aliases, rwCount, rtCount
  static let table = FieldTable(
    Self.self,
    """
    name slug code bps_code postcode centroid aliases rw_count rt_count
    """)
}

/// The city and its regions.
struct Regions: Sendable {
  let city: City
  let districts: [District]
  let kelurahan: [Kelurahan]
}

/// Decodes `regions.yaml`.
struct RegionsDecoder {
  private var reader: DocumentReader
  private var kelurahan: [Kelurahan] = []
  private var places: [SourceRange] = []
  private var rwTotal: Field?

  static func decode(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Regions? {
    guard let content = ContentFile.yaml(file, &diagnostics) else { return nil }
    var decoder = RegionsDecoder(reader: content.reader)
    let regions = decoder.regions()
    diagnostics += decoder.reader.diagnostics
    return regions
  }

  private mutating func regions() -> Regions? {
    guard let fields = reader.topLevel(RegionsKey.self, scope: "regions") else { return nil }
    let city = city(reader.required(fields, .city))
    var districts: [District] = []
    var isComplete = true
    for entry in reader.entries(reader.required(fields, .districts)) ?? [] {
      if let district = district(entry, index: districts.count) {
        districts.append(district)
      } else {
        isComplete = false
      }
    }
    checkTotals(city)
    guard let city, isComplete, !districts.isEmpty else { return nil }
    return Regions(city: city, districts: districts, kelurahan: kelurahan)
  }

  private mutating func city(_ field: Field?) -> City? {
    guard let fields = reader.group(field, CityKey.self) else { return nil }
    let name = reader.text(reader.required(fields, .name), 2...80)
    let code = reader.text(reader.required(fields, .code), 1...20)
    let box = box(reader.required(fields, .box))
    self.rwTotal = fields[.rwTotal]
    let rwTotal = reader.integer(reader.required(fields, .rwTotal), 1...10_000)
    let rtTotal = reader.integer(reader.required(fields, .rtTotal), 1...100_000)
    let source = reader.text(reader.required(fields, .source), 2...500)
    let asOf = reader.text(reader.required(fields, .asOf), 4...40)
    guard let name, let code, let box, let rwTotal, let rtTotal, let source, let asOf else { return nil }
    return City(name: name, code: code, box: box, rwTotal: rwTotal, rtTotal: rtTotal, source: source, asOf: asOf)
  }

  private mutating func box(_ field: Field?) -> GeoBox? {
    guard let fields = reader.group(field, BoxKey.self) else { return nil }
    let south = reader.decimal(reader.required(fields, .south), -90...90)
    let west = reader.decimal(reader.required(fields, .west), -180...180)
    let north = reader.decimal(reader.required(fields, .north), -90...90)
    let east = reader.decimal(reader.required(fields, .east), -180...180)
    guard let south, let west, let north, let east, let field else { return nil }
    guard south < north, west < east else {
      reader.report(.boxReversed(at: reader.place(field)))
      return nil
    }
    return GeoBox(south: south, west: west, north: north, east: east)
  }

  private mutating func district(_ entry: Field, index: Int) -> District? {
    guard let fields = reader.group(entry, DistrictKey.self) else { return nil }
    let name = reader.text(reader.required(fields, .name), 2...80)
    let code = reader.text(reader.required(fields, .code), 1...20)
    let first = kelurahan.count
    var isComplete = true
    for entry in reader.entries(reader.required(fields, .kelurahan)) ?? [] {
      if let item = kelurahan(entry, district: index) { kelurahan.append(item) } else { isComplete = false }
    }
    guard let name, let code, isComplete else { return nil }
    return District(name: name, code: code, kelurahan: first..<kelurahan.count)
  }

  private mutating func kelurahan(_ entry: Field, district: Int) -> Kelurahan? {
    guard let fields = reader.group(entry, KelurahanKey.self) else { return nil }
    let name = reader.text(reader.required(fields, .name), 2...80)
    let slug = reader.slug(reader.required(fields, .slug))
    let code = reader.text(reader.required(fields, .code), 1...20)
    let bpsCode = reader.text(fields[.bpsCode], 1...20)
    let postcode = postcode(fields[.postcode])
    let centroid = reader.point(fields[.centroid])
    let aliases = reader.texts(fields[.aliases])
    let rwCount = reader.integer(fields[.rwCount], 1...500)
    let rtCount = reader.integer(fields[.rtCount], 1...5000)
    guard let name, let slug, let code, isNew(slug, fields[.slug]) else { return nil }
    return Kelurahan(
      slug: slug, name: name, code: code, bpsCode: bpsCode, postcode: postcode, centroid: centroid, aliases: aliases,
      rwCount: rwCount, rtCount: rtCount, district: district)
  }

  /// Two kelurahan with one slug would have one address.
  private mutating func isNew(_ slug: Slug, _ field: Field?) -> Bool {
    guard let field else { return true }
    if let first = kelurahan.firstIndex(where: { $0.slug == slug }) {
      reader.report(.repeatedSlug(slug.text, at: reader.place(field), first: reader.location(places[first])))
      return false
    }
    places.append(reader.range(field))
    return true
  }

  private mutating func postcode(_ field: Field?) -> String? {
    guard let field, let text = reader.text(field, 1...20) else { return nil }
    if text.utf8.count == 5, text.utf8.allSatisfy(WholeNumber.isDigit) { return text }
    reader.report(.notAPostcode(field.path, text, at: reader.place(field)))
    return nil
  }

  /// The RW of the kelurahan can't be more than the city has.
  private mutating func checkTotals(_ city: City?) {
    guard let city, let field = rwTotal else { return }
    let known = kelurahan.reduce(0) { $0 + ($1.rwCount ?? 0) }
    if known > city.rwTotal { reader.report(.rwTotalTooSmall(city.rwTotal, known: known, at: reader.place(field))) }
  }
}
