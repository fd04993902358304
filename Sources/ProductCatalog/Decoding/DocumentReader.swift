import Diagnostics

/// Decodes one file's YAML with our own schema and collects what is wrong.
///
/// Every decoding function takes the value's `Field`, or `nil` for a key that isn't there. It returns `nil` when there
/// is no value to use, and has then reported why, unless the key was absent.
struct DocumentReader {
  let file: SourceFile
  let document: YAMLDocument
  /// Where a key that is missing at the top level is shown.
  let opening: SourceRange
  /// Keys that stand below the `---`, which was reported.
  var keysBelow: [String] = []
  var diagnostics: [Diagnostic] = []
  private var otherLanguages: [OtherLanguage] = []

  init(file: SourceFile, document: YAMLDocument, opening: SourceRange) {
    self.file = file
    self.document = document
    self.opening = opening
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func location(_ range: SourceRange) -> SourceLocation { SourceLocation(file, range) }

  func range(_ field: Field) -> SourceRange { document.nodes[field.node].range }

  /// The place of a value.
  func place(_ field: Field) -> SourceLocation { location(range(field)) }

  func kind(_ field: Field) -> YAMLDocument.Kind { document.nodes[field.node].kind }
}

/// Keys in languages that the site doesn't have.
extension DocumentReader {
  private struct OtherLanguage {
    let code: String
    /// Its place in `diagnostics`.
    let index: Int
    /// The node of the first key.
    var key: Int
    var count: Int
  }

  /// True when a key in this language was reported before.
  func hasReported(language code: String) -> Bool { otherLanguages.contains { $0.code == code } }

  /// Reports the language of a key: once in a file, at its first key, with the number of the others.
  mutating func report(language code: String, ofKey key: Int, scope: Scope) {
    if let at = otherLanguages.firstIndex(where: { $0.code == code }) {
      otherLanguages[at].key = min(otherLanguages[at].key, key)
      otherLanguages[at].count += 1
      diagnostics[otherLanguages[at].index] = diagnostic(otherLanguages[at], scope)
    } else {
      let language = OtherLanguage(code: code, index: diagnostics.count, key: key, count: 1)
      otherLanguages.append(language)
      report(diagnostic(language, scope))
    }
    reportForbiddenKeys(within: key + 1)
  }

  private func diagnostic(_ language: OtherLanguage, _ scope: Scope) -> Diagnostic {
    let key = String(decoding: document.bytes(language.key), as: UTF8.self)
    let place = location(document.nodes[language.key].range)
    return .keyOfOtherLanguage(key, language.code, count: language.count, scope: scope.path, at: place)
  }
}

/// Groups: a mapping's keys and values.
extension DocumentReader {
  /// The values of a group. Reports the keys that it may not have, each at the key.
  /// - Parameter localized: keys that may be followed by `_` and the code of one of `languages`, or of any language if
  ///   `languages` is `nil`.
  mutating func fields<Key: FieldKey>(
    _ keys: Key.Type, of node: Int, scope: Scope, localized: [Key] = [], languages: [String]? = []
  ) -> Fields<Key> {
    var fields = Fields<Key>(node: node, scope: scope)
    let table = Key.table
    var (key, hint) = (node + 1, 0)
    let end = Int(document.nodes[node].end)
    while key < end {
      let value = key + 1
      if let index = table.index(of: document.bytes(key), hint: hint) {
        if fields.slots[index] < 0 { fields.set(index, to: value) }
        hint = index + 1
      } else if let (base, language) = translation(key, localized, languages) {
        if languages?.contains(language) ?? true {
          fields.add(base, language: language, node: value)
        } else {
          report(language: language, ofKey: key, scope: scope)
        }
      } else {
        fields.addReported(reportUnknown(key, scope: scope, known: Key.table.names))
      }
      key = document.next(after: value)
    }
    return fields
  }

  /// The values of a group that stands at a key; reports anything else that stands there.
  mutating func group<Key: FieldKey>(
    _ field: Field?, _ keys: Key.Type, localized: [Key] = [], languages: [String]? = []
  ) -> Fields<Key>? {
    guard let field else { return nil }
    guard kind(field) == .mapping else {
      reportKind(field, .notAGroup(field, keys: Key.table.names, at: place(field)))
      return nil
    }
    return fields(
      keys, of: field.node, scope: field.scope.appending(field.name), localized: localized, languages: languages)
  }

  /// The field at a key that must be there; reports when it isn't, unless it was reported in another way.
  mutating func required<Key: FieldKey>(_ fields: Fields<Key>, _ key: Key) -> Field? {
    guard fields.lacks(key) else { return fields[key] }
    let name = Key.table.names[key.rawValue]
    let place = fields.node == 0 ? opening : groupStart(fields.node)
    let isInBraces = file.bytes.dropFirst(Int(document.nodes[fields.node].range.lower)).first == UInt8(ascii: "{")
    report(.missing("\(fields.scope.path).\(name)", name, isInBraces: isInBraces, at: location(place)))
    return nil
  }

  /// Reports a value of the wrong kind, unless it was refused before or there is none.
  mutating func reportKind(_ field: Field, _ diagnostic: Diagnostic) {
    switch kind(field) {
    case .refused: break
    case .plain where isNull(field): report(.empty(field.path, field.name, at: place(field)))
    default: report(diagnostic)
    }
  }

  /// True for a key without a value, and for YAML's words for none.
  func isNull(_ field: Field) -> Bool {
    guard kind(field) == .plain else { return false }
    let bytes = document.bytes(field.node)
    switch bytes.first {
    case nil: return true
    case UInt8(ascii: "~"): return bytes.count == 1
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      return bytes.count == 4 && ["null", "Null", "NULL"].contains { $0.utf8.elementsEqual(bytes) }
    default: return false
    }
  }

  /// A group's first key, or its bracket.
  private func groupStart(_ node: Int) -> SourceRange {
    let lower = Int(document.nodes[node].range.lower)
    let first = document.nodes[node].end > node + 1 ? document.nodes[node + 1].range : SourceRange(lower, lower + 1)
    return first
  }

  /// A key's base and its language, one of `languages` or any that looks like one.
  private func translation<Key: FieldKey>(
    _ key: Int, _ localized: [Key], _ languages: [String]?
  ) -> (Key, String)? {
    guard !localized.isEmpty else { return nil }
    let name = String(decoding: document.bytes(key), as: UTF8.self)
    guard ForbiddenKey.reason(name) == nil else { return nil }
    for base in localized {
      let start = Key.table.names[base.rawValue] + "_"
      guard name.hasPrefix(start) else { continue }
      let language = String(name.dropFirst(start.count))
      if Language.isCode(language) || languages?.contains(language) == true { return (base, language) }
    }
    return nil
  }

  /// - Returns: the key that was probably meant, if any.
  private mutating func reportUnknown(_ key: Int, scope: Scope, known: [String]) -> [String] {
    let name = String(decoding: document.bytes(key), as: UTF8.self)
    let place = location(document.nodes[key].range)
    defer { reportForbiddenKeys(within: key + 1) }
    if let reason = ForbiddenKey.reason(name) {
      report(.forbiddenKey(name, reason, at: place))
      return []
    }
    let suggestion = nearestMatch(to: name, in: known)
    report(.unknownKey(name, scope: scope.path, known: known, suggestion: suggestion, at: place))
    return suggestion.map { [$0] } ?? []
  }

  /// What may not be published is said even below a key that is unknown itself.
  private mutating func reportForbiddenKeys(within node: Int) {
    let children = Array(document.children(of: node))
    let isMapping = document.nodes[node].kind == .mapping
    for (index, child) in children.enumerated() {
      if isMapping, index % 2 == 0 {
        let name = String(decoding: document.bytes(child), as: UTF8.self)
        guard let reason = ForbiddenKey.reason(name) else { continue }
        report(.forbiddenKey(name, reason, at: location(document.nodes[child].range)))
      } else {
        reportForbiddenKeys(within: child)
      }
    }
  }
}
