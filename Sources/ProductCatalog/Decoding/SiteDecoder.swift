import Diagnostics

enum SiteKey: Int, FieldKey {
  case name, tagline, baseUrl, languages, centre, social, orderMessage, accent, budgets
  static let table = FieldTable(
    Self.self,
    """
    name tagline base_url languages centre social order_message accent budgets
    """)
}

enum LanguageKey: Int, FieldKey {
  case code, name, sections
  static let table = FieldTable(Self.self, "code name sections")
}

enum SectionKey: Int, FieldKey {
  case products, page, categories, rw, businesses, centre
  static let table = FieldTable(Self.self, "products page categories rw businesses centre")
}

enum CentreKey: Int, FieldKey {
  case name, address, mapUrl, geo, phone, hours
  static let table = FieldTable(Self.self, "name address map_url geo phone hours")
}

/// Decodes `site.yaml`.
struct SiteDecoder {
  /// What `site.yaml` says, also when parts of it are wrong: the other files are read with its languages.
  struct Result {
    var settings: SiteSettings?
    /// Empty when any of them is wrong; then nothing is checked against them.
    var languages: [Language] = []
    /// Codes of the languages after the first, as written; `nil` when the file is too broken to say.
    var translationCodes: [String]?
  }

  private var reader: DocumentReader
  /// Codes of the languages after the first, as written; `nil` when there is no list of languages.
  private var codes: [String]?

  static func decode(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Result {
    guard let content = ContentFile.yaml(file, &diagnostics) else { return Result() }
    var decoder = SiteDecoder(reader: content.reader)
    let result = decoder.site()
    diagnostics += decoder.reader.diagnostics
    return result
  }

  private mutating func site() -> Result {
    codes = languageCodes()
    guard let fields = reader.topLevel(SiteKey.self, scope: "site", localized: [.name, .tagline], languages: codes)
    else { return Result(translationCodes: codes) }
    let name = reader.localized(fields, .name, 2...80)
    let tagline = reader.localized(fields, .tagline, 2...160)
    let baseURL = baseURL(reader.required(fields, .baseUrl))
    let languages = languages(reader.required(fields, .languages))
    let centre = centre(reader.required(fields, .centre))
    let social = reader.channels(fields[.social])
    let messages = orderMessages(reader.required(fields, .orderMessage), languages)
    let accent = accent(fields[.accent])
    let budgets = budgets(fields[.budgets])
    guard let name, let tagline, let baseURL, let centre, !languages.isEmpty else {
      return Result(languages: languages, translationCodes: codes)
    }
    let settings = SiteSettings(
      name: name, tagline: tagline, baseURL: baseURL, languages: languages, centre: centre, social: social,
      orderMessages: messages, accent: accent, budgets: budgets)
    return Result(settings: settings, languages: languages, translationCodes: codes)
  }

  /// The codes of the languages after the first, read ahead: keys such as `tagline_en` stand before the list.
  private func languageCodes() -> [String]? {
    let top = Array(reader.document.children(of: 0))
    let keys = stride(from: 0, to: top.count, by: 2)
    guard let at = keys.first(where: { reader.document.bytes(top[$0]).elementsEqual("languages".utf8) }) else {
      return nil
    }
    let languages = Array(reader.document.children(of: top[at + 1]))
    return languages.isEmpty
      ? nil
      : languages.dropFirst().compactMap { language in
        let parts = Array(reader.document.children(of: language))
        let code = stride(from: 0, to: parts.count, by: 2).first {
          reader.document.bytes(parts[$0]).elementsEqual("code".utf8)
        }
        return code.map { String(decoding: reader.document.bytes(parts[$0 + 1]), as: UTF8.self) }
      }
  }

  /// Where the site is published: `https`, no query, no slash at the end.
  private mutating func baseURL(_ field: Field?) -> String? {
    guard let field, let address = reader.webAddress(field) else { return nil }
    if let base = address.base { return base }
    reader.report(.notABaseURL(at: reader.place(field)))
    return nil
  }

  private mutating func centre(_ field: Field?) -> Centre? {
    guard let fields = reader.group(field, CentreKey.self) else { return nil }
    let name = reader.text(reader.required(fields, .name), 2...80)
    let address = reader.text(reader.required(fields, .address), 2...200)
    let map = reader.webAddress(reader.required(fields, .mapUrl))
    let geo = reader.point(fields[.geo])
    let phone = reader.phone(fields[.phone])
    let hours = reader.hours(fields[.hours])
    guard let name, let address, let map else { return nil }
    return Centre(
      name: name, address: address, mapURL: "https://" + map.host + map.rest, geo: geo, phone: phone, hours: hours)
  }

  private mutating func accent(_ field: Field?) -> String? {
    guard let field else { return nil }
    guard let text = reader.scalar(field, { .notAColour($0.path, "", at: $1) }) else { return nil }
    let isColour =
      text.hasPrefix("#") && text.utf8.count == 7 && text.utf8.dropFirst().allSatisfy { UnicodeScalar($0).isHexDigit }
    if isColour { return text.lowercased() }
    reader.report(.notAColour(field.path, text, at: reader.place(field)))
    return nil
  }
}

extension SiteDecoder {
  private mutating func languages(_ field: Field?) -> [Language] {
    var result: [Language] = []
    var isComplete = true
    for entry in reader.entries(field, atMost: 20) ?? [] {
      guard let language = language(entry) else {
        isComplete = false
        continue
      }
      if result.contains(where: { $0.code == language.code }) {
        reader.report(.repeatedEntry(entry.path, language.code, at: reader.place(entry)))
      } else {
        result.append(language)
      }
    }
    if let field, reader.kind(field) == .sequence, reader.document.childCount(of: field.node) == 0 {
      reader.report(.empty(field.path, field.name, at: reader.place(field)))
    }
    return isComplete ? result : []
  }

  private mutating func language(_ entry: Field) -> Language? {
    guard let fields = reader.group(entry, LanguageKey.self) else { return nil }
    let code = languageCode(reader.required(fields, .code))
    let name = reader.text(reader.required(fields, .name), 2...40)
    let sections = sections(reader.required(fields, .sections))
    guard let code, let name, let sections else { return nil }
    return Language(code: code, name: name, sections: sections)
  }

  /// ISO 639: two or three small letters.
  private mutating func languageCode(_ field: Field?) -> String? {
    guard let field, let text = reader.scalar(field, { .notALanguageCode($0.path, "", at: $1) }) else {
      return nil
    }
    if Language.isCode(text) { return text }
    reader.report(.notALanguageCode(field.path, text, at: reader.place(field)))
    return nil
  }

  /// The words must differ: two sections at one address would hide each other.
  private mutating func sections(_ field: Field?) -> Sections? {
    guard let fields = reader.group(field, SectionKey.self) else { return nil }
    var words: [Slug?] = []
    for key in SectionKey.allCases {
      let field = reader.required(fields, key)
      let word = reader.slug(field)
      if let word, let field, key != .page {
        if RouteWord.fixed.contains(word.text) || codes?.contains(word.text) == true {
          reader.report(.reservedSlug(word.text, field.path, at: reader.place(field)))
        }
        if words.contains(word) { reader.report(.repeatedEntry(field.path, word.text, at: reader.place(field))) }
      }
      words.append(word)
    }
    let found = words.compactMap { $0 }
    guard found.count == SectionKey.allCases.count else { return nil }
    return Sections(
      products: found[0], page: found[1], categories: found[2], rw: found[3], businesses: found[4], centre: found[5])
  }

  /// Language code → text, each with known placeholders only.
  private mutating func orderMessages(_ field: Field?, _ languages: [Language]) -> [String: String] {
    guard let field else { return [:] }
    guard reader.kind(field) == .mapping else {
      let keys = languages.map(\.code)
      reader.reportKind(field, .notAGroup(field, keys: keys, at: reader.place(field)))
      return [:]
    }
    var result: [String: String] = [:]
    let children = Array(reader.document.children(of: field.node))
    for index in stride(from: 0, to: children.count, by: 2) {
      let code = String(decoding: reader.document.bytes(children[index]), as: UTF8.self)
      let entry = Field(node: children[index + 1], scope: field.scope.appending(field.name), name: code)
      if !languages.isEmpty, !languages.contains(where: { $0.code == code }) {
        reportLanguage(code, ofKey: children[index], languages)
      } else if let text = reader.paragraph(entry, 2...1000) {
        checkPlaceholders(text, entry)
        result[code] = text
      }
    }
    return result
  }

  /// A language that the site gave up is counted with its other keys; another one is probably misspelt.
  private mutating func reportLanguage(_ code: String, ofKey key: Int, _ languages: [Language]) {
    if reader.hasReported(language: code) {
      reader.report(language: code, ofKey: key, scope: "site")
    } else {
      let place = reader.location(reader.document.nodes[key].range)
      let known = languages.map(\.code)
      let suggestion = nearestMatch(to: code, in: known)
      reader.report(.unknownKey(code, scope: "site", known: known, suggestion: suggestion, at: place))
    }
  }

  private mutating func checkPlaceholders(_ text: String, _ field: Field) {
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix { $0 != "}" && !$0.isNewline }
      if name.endIndex == part.endIndex || OrderPlaceholder(rawValue: String(name)) == nil {
        reader.report(.unknownPlaceholder(String(name), at: reader.place(field)))
      }
    }
  }

  /// Kind of page or file → kB.
  private mutating func budgets(_ field: Field?) -> [Budget] {
    guard let field else { return [] }
    guard reader.kind(field) == .mapping else {
      let keys = ["list", "product", "css", "js"]
      reader.reportKind(field, .notAGroup(field, keys: keys, at: reader.place(field)))
      return []
    }
    var result: [Budget] = []
    let children = Array(reader.document.children(of: field.node))
    for index in stride(from: 0, to: children.count, by: 2) {
      let kind = String(decoding: reader.document.bytes(children[index]), as: UTF8.self)
      let entry = Field(node: children[index + 1], scope: field.scope.appending(field.name), name: kind)
      if let kilobytes = reader.integer(entry, 1...100_000) { result.append(Budget(kind: kind, kilobytes: kilobytes)) }
    }
    return result.sorted { precedes($0.kind, $1.kind) }
  }
}

extension UnicodeScalar {
  fileprivate var isHexDigit: Bool { Character(self).isHexDigit }
}
