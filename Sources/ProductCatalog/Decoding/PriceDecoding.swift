import Diagnostics

enum PriceKey: Int, FieldKey {
  case from, to
  static let table = FieldTable(Self.self, "from to")
}

extension DocumentReader {
  /// A price: whole rupiah, or a group of `from` and `to`.
  mutating func price(_ field: Field?) -> Price? {
    guard let field else { return nil }
    guard kind(field) == .mapping else { return money(field).map { Price(from: $0) } }
    guard let fields = group(field, PriceKey.self) else { return nil }
    let from = money(required(fields, .from))
    let to = money(required(fields, .to))
    guard let from, let to else { return nil }
    guard from < to else {
      fields[.to].map { report(.priceRangeReversed($0.path, from: from, to: to, at: place($0))) }
      return nil
    }
    return Price(from: from, to: to)
  }

  /// A sum in whole rupiah. For `Rp 15.000` and the like the diagnostic says which digits to write.
  mutating func money(_ field: Field?) -> Money? {
    guard let field, let text = scalar(field, { .notAPrice($0.path, $0.name, "", fix: nil, at: $1) }) else {
      return nil
    }
    guard let value = WholeNumber.parse(text) else {
      let meant = WholeNumber.meant(text).flatMap { Price.allowed.contains($0) ? $0 : nil }
      report(.notAPrice(field.path, field.name, text, fix: meant, at: place(field)))
      return nil
    }
    guard Price.allowed.contains(value) else {
      report(.priceOutOfRange(field.path, value, at: place(field)))
      return nil
    }
    return Money(rupiah: value)
  }
}
