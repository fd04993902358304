import Diagnostics

/// Lists, and the texts and words in them.
extension DocumentReader {
  /// The entries of a list; `nil` when there is no list to use.
  mutating func entries(_ field: Field?, atMost limit: Int = Limits.listEntries) -> [Field]? {
    guard let field else { return nil }
    guard kind(field) == .sequence else {
      reportKind(field, .notAList(field.path, field.name, at: place(field)))
      return nil
    }
    let children = Array(document.children(of: field.node))
    guard children.count <= limit else {
      let place = location(document.nodes[children[limit]].range)
      report(.tooManyEntries(field.path, field.name, found: children.count, allowed: limit, at: place))
      return nil
    }
    return children.map(field.part)
  }

  /// The entries of a list, or a single value that stands in its place.
  mutating func oneOrMore(_ field: Field?) -> [Field] {
    guard let field else { return [] }
    switch kind(field) {
    case .plain, .quoted, .block: return [field]
    case .mapping, .sequence, .refused: return entries(field) ?? []
    }
  }

  /// A list of texts.
  mutating func texts(
    _ field: Field?, _ length: ClosedRange<Int> = 1...80, atMost limit: Int = Limits.listEntries
  ) -> [String] {
    var result: [String] = []
    for entry in entries(field, atMost: limit) ?? [] {
      if let text = text(entry, length) { result.append(text) }
    }
    return result
  }

  /// A list of an enum's words, each at most once.
  mutating func choices<Value: RawRepresentable<String> & CaseIterable & Equatable>(
    _ field: Field?, _ values: Value.Type = Value.self
  ) -> [Value] {
    var result: [Value] = []
    for entry in entries(field) ?? [] {
      guard let value: Value = choice(entry) else { continue }
      if result.contains(value) {
        report(.repeatedEntry(entry.path, value.rawValue, at: place(entry)))
      } else {
        result.append(value)
      }
    }
    return result
  }

  /// A point as `[latitude, longitude]` in degrees.
  mutating func point(_ field: Field?) -> GeoPoint? {
    guard let field else { return nil }
    guard kind(field) == .sequence, document.childCount(of: field.node) == 2 else {
      reportKind(field, .notAPoint(field.path, field.name, at: place(field)))
      return nil
    }
    let parts = document.children(of: field.node).map(field.part)
    guard let latitude = decimal(parts[0], -90...90), let longitude = decimal(parts[1], -180...180) else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }

  /// A text and its translations at the keys that end in a language's code.
  mutating func localized<Key: FieldKey>(
    _ fields: Fields<Key>, _ key: Key, isRequired: Bool = true, _ length: ClosedRange<Int>
  ) -> LocalizedText? {
    let field = isRequired ? required(fields, key) : fields[key]
    let text = text(field, length)
    var translations: [String: String] = [:]
    for entry in fields.translations where entry.key == key {
      let name = "\(Key.table.names[key.rawValue])_\(entry.language)"
      let field = Field(node: entry.node, scope: fields.scope, name: name)
      if let value = self.text(field, length) { translations[entry.language] = value }
    }
    return text.map { LocalizedText($0, translations: translations) }
  }
}
