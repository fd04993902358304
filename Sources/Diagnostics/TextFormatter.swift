/// Diagnostics for a person at a terminal: place, message, the source line with a caret, help and related places.
///
///     content/products/getuk/index.md:4:1: error: unknown key "pirce" [product.key.unknown]
///       4 | pirce: 18000
///         | ^^^^^
///       help: did you mean "price"?
public struct TextFormatter: Sendable {
  /// Longest part of a source line that is shown, in terminal columns.
  static let widestExcerpt = 100

  public let language: MessageLanguage
  public let color: Bool

  public init(language: MessageLanguage, color: Bool = false) {
    self.language = language
    self.color = color
  }

  /// Warnings of one code that are shown; of the others only the number is told.
  static let mostWarningsOfACode = 20

  /// All errors, and the first warnings of each code.
  public func format(_ diagnostics: [Diagnostic]) -> String {
    var text = ""
    var seen: [String: Int] = [:]
    // By index: diagnostics are large, and most of many are not shown.
    for index in diagnostics.indices {
      if diagnostics[index].severity == .warning {
        seen[diagnostics[index].code, default: 0] += 1
        if seen[diagnostics[index].code, default: 0] > Self.mostWarningsOfACode { continue }
      }
      text += format(diagnostics[index])
    }
    for (code, count) in seen.sorted(by: { precedes($0.key, $1.key) }) where count > Self.mostWarningsOfACode {
      let rest = count - Self.mostWarningsOfACode
      text +=
        Message(
          en: "\(rest) more warnings of this kind [\(code)]; --format json lists all\n",
          id: "\(rest) peringatan lain sejenis [\(code)]; --format json menampilkan semua\n")[language]
    }
    return text
  }

  /// The diagnostic's lines, each ended by a line break.
  public func format(_ diagnostic: Diagnostic) -> String {
    let start = diagnostic.location.start
    var text = place(diagnostic.location.file, start)
    text += paint(severityWord(diagnostic.severity), diagnostic.severity == .error ? "1;31" : "1;33")
    text += ": " + paint(diagnostic.message[language].printable, "1") + " [\(diagnostic.code)]\n"
    text += excerpt(diagnostic.location, start)
    if let help = diagnostic.help { text += "  \(label(en: "help", id: "bantuan")): \(help[language].printable)\n" }
    for related in diagnostic.related {
      let position = related.location.start
      text += "  " + place(related.location.file, position) + related.message[language].printable + "\n"
    }
    return text
  }

  private func place(_ file: SourceFile, _ position: SourceFile.Position) -> String {
    "\(file.path.printable):\(position.line):\(position.column): "
  }

  private func severityWord(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: label(en: "error", id: "kesalahan")
    case .warning: label(en: "warning", id: "peringatan")
    }
  }

  private func label(en: String, id: String) -> String { Message(en: en, id: id)[language] }

  private func paint(_ text: String, _ style: String) -> String {
    color ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  private func excerpt(_ location: SourceLocation, _ start: SourceFile.Position) -> String {
    let line = location.file.lineBounds(at: Int(location.range.lower))
    guard !line.isEmpty else { return "" }
    let lower = min(max(Int(location.range.lower), line.lowerBound), line.upperBound)
    let upper = min(max(Int(location.range.upper), lower), line.upperBound)
    let window = Excerpt(file: location.file, line: line, marked: lower..<upper, width: Self.widestExcerpt)
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let carets = String(repeating: "^", count: max(1, window.markedWidth))
    return """
        \(number) | \(window.text)
        \(gutter) | \(String(repeating: " ", count: window.indent))\(paint(carets, "1;31"))

      """
  }
}

/// The part of a line around a marked range, ready to print, with the widths that the caret needs.
private struct Excerpt {
  let text: String
  let indent: Int
  let markedWidth: Int

  /// Bytes looked at on each side of the mark: enough to fill any window, whatever the line's length.
  private static let reach = 400

  init(file: SourceFile, line: Range<Int>, marked: Range<Int>, width: Int) {
    let before = file.text(max(line.lowerBound, marked.lowerBound - Self.reach)..<marked.lowerBound)
    let inside = file.text(marked.lowerBound..<min(marked.upperBound, marked.lowerBound + Self.reach))
    let after = file.text(marked.upperBound..<min(line.upperBound, marked.upperBound + Self.reach))

    let lead = Self.suffix(of: before.printable, columns: width / 2)
    let leadIsCut = lead.utf8.count < before.printable.utf8.count || before.utf8.count >= Self.reach
    let body = Self.prefix(of: inside.printable, columns: width)
    let tail = Self.prefix(of: after.printable, columns: max(0, width - Self.width(lead) - Self.width(body)))
    let tailIsCut = tail.utf8.count < after.printable.utf8.count || body.utf8.count < inside.printable.utf8.count

    text = (leadIsCut ? "…" : "") + lead + body + tail + (tailIsCut ? "…" : "")
    indent = Self.width(lead) + (leadIsCut ? 1 : 0)
    markedWidth = Self.width(body)
  }

  private static func width(_ text: String) -> Int {
    text.isPlainASCII ? text.utf8.count : text.reduce(0) { $0 + $1.terminalWidth }
  }

  private static func prefix(of text: String, columns: Int) -> String {
    if text.isPlainASCII { return String(text.utf8.prefix(columns)) ?? "" }
    var left = columns
    return String(
      text.prefix { character in
        left -= character.terminalWidth
        return left >= 0
      })
  }

  private static func suffix(of text: String, columns: Int) -> String {
    if text.isPlainASCII { return String(text.utf8.suffix(columns)) ?? "" }
    return String(prefix(of: String(text.reversed()), columns: columns).reversed())
  }
}
