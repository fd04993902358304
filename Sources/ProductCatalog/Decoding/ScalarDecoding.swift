import Diagnostics

/// Single values. Nothing is taken for what it isn't: YAML's own guesses (`NO` as false, `010` as 8, `12:30` as 750)
/// are never made, because the text is decoded by what the key asks for.
extension DocumentReader {
  /// A text on one line; line breaks in it become spaces.
  /// - Parameter length: of the text, in Unicode scalars.
  mutating func text(_ field: Field?, _ length: ClosedRange<Int> = 1...2000) -> String? {
    guard let field, let text = trimmedText(field) else { return nil }
    guard check(text, length, field) else { return nil }
    return text.utf8.contains { $0 == 0x0A || $0 == 0x0D } ? onOneLine(text) : text
  }

  /// A text that keeps its line breaks.
  mutating func paragraph(_ field: Field?, _ length: ClosedRange<Int> = 1...2000) -> String? {
    guard let field, let text = trimmedText(field), check(text, length, field) else { return nil }
    return text
  }

  /// A whole number.
  mutating func integer(_ field: Field?, _ allowed: ClosedRange<Int>) -> Int? {
    guard let field, let text = scalar(field, { .notANumber($0.path, $0.name, "", fix: nil, at: $1) })
    else { return nil }
    guard let value = WholeNumber.parse(text) else {
      let meant = WholeNumber.meant(text).flatMap { allowed.contains($0) ? String($0) : nil }
      report(.notANumber(field.path, field.name, text, fix: meant, at: place(field)))
      return nil
    }
    guard allowed.contains(value) else {
      report(.outOfRange(field.path, field.name, text, allowed, at: place(field)))
      return nil
    }
    return value
  }

  /// `true` or `false`.
  mutating func bool(_ field: Field?) -> Bool? {
    guard let field, let text = scalar(field, { .notABool($0.path, $0.name, "", fix: nil, at: $1) }) else {
      return nil
    }
    if text == "true" { return true }
    if text == "false" { return false }
    let meant = ["yes", "ya", "y", "on", "iya"].contains(text.lowercased()) || text.lowercased() == "true"
    let denied = ["no", "tidak", "n", "off"].contains(text.lowercased()) || text.lowercased() == "false"
    report(.notABool(field.path, field.name, text, fix: meant ? "true" : denied ? "false" : nil, at: place(field)))
    return nil
  }

  /// One of an enum's words.
  mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ field: Field?, _ values: Value.Type = Value.self
  ) -> Value? {
    let words = { Value.allCases.map(\.rawValue) }
    guard let field, let text = scalar(field, { .notAChoice($0.path, $0.name, "", words(), at: $1) }) else {
      return nil
    }
    if let value = Value(rawValue: text) { return value }
    report(.notAChoice(field.path, field.name, text, words(), at: place(field)))
    return nil
  }

  /// A day as `YYYY-MM-DD`.
  mutating func date(_ field: Field?) -> CalendarDate? {
    guard let field, let text = scalar(field, { .notADate($0.path, $0.name, "", at: $1) }) else {
      return nil
    }
    if let date = CalendarDate(iso: text) { return date }
    report(.notADate(field.path, field.name, text, at: place(field)))
    return nil
  }

  /// A slug.
  mutating func slug(_ field: Field?) -> Slug? {
    guard let field, let text = scalar(field, { .notASlug($0.path, "", at: $1) }) else { return nil }
    if let slug = Slug(text) { return slug }
    report(.notASlug(field.path, text, at: place(field)))
    return nil
  }

  /// A decimal number such as `-7.4766`.
  mutating func decimal(_ field: Field?, _ allowed: ClosedRange<Double>) -> Double? {
    guard let field, let text = scalar(field, { .notADecimal($0.path, $0.name, "", at: $1) }) else {
      return nil
    }
    let isPlain = text.utf8.allSatisfy { (0x2D...0x39).contains($0) && $0 != 0x2F }
    guard isPlain, text.utf8.count <= 20, let value = Double(text), allowed.contains(value) else {
      report(.notADecimal(field.path, field.name, text, at: place(field)))
      return nil
    }
    return value
  }

  /// A scalar's text without white space around it; reports an empty value, and `wrongKind` for a list or group.
  mutating func scalar(_ field: Field, _ wrongKind: (Field, SourceLocation) -> Diagnostic) -> String? {
    switch kind(field) {
    case .plain, .quoted, .block:
      let bytes = trimmedBytes(field)
      guard !bytes.isEmpty, !isNull(field) else {
        report(.empty(field.path, field.name, at: place(field)))
        return nil
      }
      return String(decoding: bytes, as: UTF8.self)
    case .mapping, .sequence:
      report(wrongKind(field, place(field)))
      return nil
    case .refused: return nil
    }
  }

  private mutating func trimmedText(_ field: Field) -> String? {
    let isList = kind(field) == .sequence
    return scalar(field, { .notAText($0.path, $0.name, isList: isList, at: $1) })
  }

  private func trimmedBytes(_ field: Field) -> ArraySlice<UInt8> {
    var bytes = document.bytes(field.node)
    while let last = bytes.last, isWhiteSpace(last) { bytes.removeLast() }
    while let first = bytes.first, isWhiteSpace(first) { bytes.removeFirst() }
    return bytes
  }

  private mutating func check(_ text: String, _ length: ClosedRange<Int>, _ field: Field) -> Bool {
    // A scalar has one to four bytes, so most texts need no counting.
    let bytes = text.utf8.count
    if bytes <= length.upperBound, bytes >= 4 * length.lowerBound { return true }
    let scalars = text.unicodeScalars.count
    if length.contains(scalars) { return true }
    report(.wrongLength(field.path, field.name, found: scalars, allowed: length, at: place(field)))
    return false
  }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop(while: \.isWhitespace))
    }.joined(separator: " ")
  }
}
