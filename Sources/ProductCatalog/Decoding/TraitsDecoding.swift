import Diagnostics

enum FlagshipKey: Int, FieldKey {
  case status, year
  static let table = FieldTable(Self.self, "status year")
}

enum PhotoKey: Int, FieldKey {
  case file, alt, credit
  static let table = FieldTable(Self.self, "file alt credit")
}

enum ShelfKey: Int, FieldKey {
  case shelf
  static let table = FieldTable(Self.self, "shelf")
}

/// What a product is like.
struct Traits {
  var weight, shelfLifeDays: Int?
  var size: Size?
  var storage, materials, technique, motif, care, shelf: String?
  var reach: Product.Reach?
  var ingredients, allergens, tags: [String]
  var licences: Licences
  var flagship: Flagship?
  var photos: [Photo]
}

extension ProductDecoder {
  mutating func traits(_ fields: Fields<ProductKey>) -> Traits {
    Traits(
      weight: reader.integer(fields[.weightG], 1...1_000_000),
      shelfLifeDays: reader.integer(fields[.shelfLifeDays], 1...3650),
      size: size(fields[.sizeCm]),
      storage: reader.text(fields[.storage], 2...300),
      materials: reader.text(fields[.materials], 2...300),
      technique: reader.text(fields[.technique], 2...300),
      motif: reader.text(fields[.motif], 2...300),
      care: reader.text(fields[.care], 2...500),
      shelf: shelf(fields[.ikmCenter]),
      reach: reader.choice(fields[.reach]),
      ingredients: reader.texts(fields[.ingredients]),
      allergens: reader.texts(fields[.allergens]),
      tags: tags(fields[.tags]),
      licences: reader.productLicences(fields[.licences], on: context.date),
      flagship: flagship(fields[.flagship]),
      photos: photos(fields[.photos]))
  }

  /// `[length, width, height]` in centimetres.
  private mutating func size(_ field: Field?) -> Size? {
    guard let field else { return nil }
    guard reader.kind(field) == .sequence, reader.document.childCount(of: field.node) == 3 else {
      reader.reportKind(field, .notASize(at: reader.place(field)))
      return nil
    }
    let sides = reader.document.children(of: field.node).map { reader.integer(field.part($0), 1...10_000) }
    guard let length = sides[0], let width = sides[1], let height = sides[2] else { return nil }
    return Size(length: length, width: width, height: height)
  }

  /// Capital letters, digits and hyphens, at most 12, as on the shelf's sign: `A-03`.
  private mutating func shelf(_ field: Field?) -> String? {
    guard let fields = reader.group(field, ShelfKey.self), let field = reader.required(fields, .shelf),
      let text = reader.text(field, 1...12)
    else { return nil }
    if isShelf(text) { return text }
    let meant = text.split { $0.isWhitespace || "-_./".contains($0) }.joined(separator: "-").uppercased()
    reader.report(.notAShelf(field.path, text, fix: isShelf(meant) ? meant : nil, at: reader.place(field)))
    return nil
  }

  private func isShelf(_ text: String) -> Bool {
    let isSign = { (byte: UInt8) in WholeNumber.isDigit(byte) || (0x41...0x5A).contains(byte) }
    return text.utf8.allSatisfy { isSign($0) || $0 == UInt8(ascii: "-") } && text.utf8.contains(where: isSign)
  }

  /// Each tag once, whatever its capitals.
  private mutating func tags(_ field: Field?) -> [String] {
    var result: [String] = []
    for entry in reader.entries(field, atMost: Limits.tags) ?? [] {
      guard let tag = reader.text(entry, 1...40) else { continue }
      if result.contains(where: { $0.utf8.count == tag.utf8.count && $0.lowercased() == tag.lowercased() }) {
        reader.report(.repeatedEntry(entry.path, tag, at: reader.place(entry)))
      } else {
        result.append(tag)
      }
    }
    return result
  }

  private mutating func flagship(_ field: Field?) -> Flagship? {
    guard let fields = reader.group(field, FlagshipKey.self) else { return nil }
    let status: Flagship.Status? = reader.choice(reader.required(fields, .status))
    let year = reader.integer(fields[.year], 2000...max(2000, context.date.year + 1))
    return status.map { Flagship(status: $0, year: year) }
  }

  private mutating func photos(_ field: Field?) -> [Photo] {
    var result: [Photo] = []
    for entry in reader.entries(field) ?? [] {
      guard let fields = reader.group(entry, PhotoKey.self) else { continue }
      let file = reader.required(fields, .file)
      let name = reader.text(file, 1...255)
      let alt = reader.text(reader.required(fields, .alt), 5...160)
      let credit = reader.text(fields[.credit], 1...80)
      guard let name, let file, photoExists(name, file), let alt else { continue }
      if result.contains(where: { $0.file == name }) {
        reader.report(.repeatedEntry(file.path, name, at: reader.place(file)))
        continue
      }
      result.append(
        Photo(file: name, path: photoFolder.path + name, alt: alt, credit: credit, range: reader.range(file)))
    }
    return result
  }

  /// A photo must lie beside the product's `index.md`.
  private mutating func photoExists(_ name: String, _ field: Field) -> Bool {
    if photoFolder.names.contains(where: { isSame($0, name) }) { return true }
    // Swift's strings are equal when they look the same. Such a photo is there, only not on every computer.
    let looksThere = photoFolder.names.contains(name)
    reader.report(
      looksThere
        ? .accentStoredTwice("product.photos.file.missing", name, at: reader.place(field))
        : .photoMissing(name, beside: photoFolder.names, at: reader.place(field)))
    return looksThere
  }
}
