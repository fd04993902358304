import Diagnostics

enum ProgrammesKey: Int, FieldKey {
  case flagshipPerRw, entrepreneurPerRt
  static let table = FieldTable(Self.self, "flagship_per_rw entrepreneur_per_rt")
}

enum ProgrammeKey: Int, FieldKey {
  case target, name, description, source
  static let table = FieldTable(Self.self, "target name description source")
}

/// Decodes `programmes.yaml`.
struct ProgrammesDecoder {
  private var reader: DocumentReader
  private let languages: [String]?

  /// - Parameter languages: codes, without the default language's; `nil` when they aren't known.
  static func decode(_ file: SourceFile, languages: [String]?, _ diagnostics: inout [Diagnostic]) -> Programmes? {
    guard let content = ContentFile.yaml(file, &diagnostics) else { return nil }
    var decoder = ProgrammesDecoder(reader: content.reader, languages: languages)
    let programmes = decoder.programmes()
    diagnostics += decoder.reader.diagnostics
    return programmes
  }

  private mutating func programmes() -> Programmes? {
    guard let fields = reader.topLevel(ProgrammesKey.self, scope: "programmes") else { return nil }
    let flagship = programme(reader.required(fields, .flagshipPerRw))
    let entrepreneur = programme(reader.required(fields, .entrepreneurPerRt))
    guard let flagship, let entrepreneur else { return nil }
    return Programmes(flagshipPerRW: flagship, entrepreneurPerRT: entrepreneur)
  }

  private mutating func programme(_ field: Field?) -> Programme? {
    let localized: [ProgrammeKey] = [.name, .description]
    guard let fields = reader.group(field, ProgrammeKey.self, localized: localized, languages: languages) else {
      return nil
    }
    let target = reader.integer(reader.required(fields, .target), 1...1000)
    let name = reader.localized(fields, .name, 2...120)
    let description = reader.localized(fields, .description, 2...500)
    let source = reader.text(reader.required(fields, .source), 2...500)
    guard let target, let name, let description, let source else { return nil }
    return Programme(target: target, name: name, description: description, source: source)
  }
}
