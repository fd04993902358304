import Diagnostics

/// A content file that could be read: a decoder for its YAML, and its Markdown.
struct ContentFile {
  var reader: DocumentReader
  /// Empty in `.yaml` files.
  let body: Body

  /// Reads a file whose YAML stands between two `---` lines.
  /// - Parameter keys: those that it may have.
  static func document(_ file: SourceFile, keys: FieldTable, _ diagnostics: inout [Diagnostic]) -> ContentFile? {
    guard isReadable(file, &diagnostics) else { return nil }
    do {
      let parts = try FrontMatter(file)
      let below = KeysBelowFence(file, parts.body, known: keys)
      if let below { diagnostics.append(.fenceTooEarly(below, in: file, at: SourceLocation(file, parts.closing))) }
      var content = parse(file, parts.yaml, opening: parts.opening, body: parts.body, &diagnostics)
      content?.reader.keysBelow = below?.names ?? []
      return content
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  /// Reads a file that is YAML as a whole.
  static func yaml(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> ContentFile? {
    guard isReadable(file, &diagnostics) else { return nil }
    let start = file.bytes.starts(with: TextEncoding.byteOrderMark) ? 3 : 0
    let end = file.bytes.count
    return parse(file, start..<end, opening: SourceRange(start, start), body: end..<end, &diagnostics)
  }

  private static func isReadable(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Bool {
    if file.bytes.count > Limits.fileBytes {
      diagnostics.append(.fileTooLarge(bytes: file.bytes.count, at: SourceLocation(file)))
      return false
    }
    let scan = TextScan(file)
    diagnostics += scan.diagnostics
    return scan.isReadable
  }

  private static func parse(
    _ file: SourceFile, _ yaml: Range<Int>, opening: SourceRange, body: Range<Int>, _ diagnostics: inout [Diagnostic]
  ) -> ContentFile? {
    let reading = YAMLEvents.read(file, yaml)
    diagnostics += reading.diagnostics
    guard let document = reading.document else { return nil }
    guard document.root != nil else {
      diagnostics.append(.emptyYAML(at: SourceLocation(file, opening)))
      return nil
    }
    let reader = DocumentReader(file: file, document: document, opening: opening)
    return ContentFile(reader: reader, body: Body(file: file, range: body))
  }
}

extension DocumentReader {
  /// The keys and values that the whole file consists of; reports a file that is something else.
  mutating func topLevel<Key: FieldKey>(
    _ keys: Key.Type, scope: Scope, localized: [Key] = [], languages: [String]? = []
  ) -> Fields<Key>? {
    guard document.nodes[0].kind == .mapping else {
      report(.notKeysAndValues(at: location(document.nodes[0].range)))
      return nil
    }
    var fields = fields(keys, of: 0, scope: scope, localized: localized, languages: languages)
    fields.addReported(keysBelow)
    return fields
  }
}
