import Diagnostics
import Foundation
import Testing

private func diagnostic(
  _ text: String, _ range: Range<Int>, path: String = "content/site.yaml", help: Message? = nil,
  related: [Diagnostic.Related] = []
) -> Diagnostic {
  Diagnostic(
    .error, "a.b", Message(en: "wrong", id: "salah"),
    at: SourceLocation(SourceFile(path: path, text: text), SourceRange(range)), related: related, help: help)
}

@Suite struct TextFormatting {
  let english = TextFormatter(language: .en)

  @Test func showsPlaceLineCaretAndHelp() {
    let file = SourceFile(path: "content/products/getuk/index.md", text: "---\nname: Getuk\nunit: dus\npirce: 18000\n")
    let diagnostic = Diagnostic(
      .error, "product.key.unknown", Message(en: "unknown key \"pirce\"", id: "kunci \"pirce\" tidak dikenal"),
      at: SourceLocation(file, SourceRange(26, 31)), help: .didYouMean("price"))
    #expect(
      english.format(diagnostic) == """
        content/products/getuk/index.md:4:1: error: unknown key "pirce" [product.key.unknown]
          4 | pirce: 18000
            | ^^^^^
          help: did you mean "price"?

        """)
    #expect(
      TextFormatter(language: .id).format(diagnostic) == """
        content/products/getuk/index.md:4:1: kesalahan: kunci "pirce" tidak dikenal [product.key.unknown]
          4 | pirce: 18000
            | ^^^^^
          bantuan: maksudnya "price"?

        """)
  }

  @Test func countsColumnsInScalarsAndDrawsCaretsInTerminalColumns() {
    // "日本" is 2 scalars in 4 columns, "e\u{301}" 2 scalars in 1 column, "👩‍🍳" 3 scalars in 2 columns.
    let text = "日本e\u{301}👩‍🍳: x"
    let start = text.utf8.count - 1
    #expect(
      english.format(diagnostic(text, start..<start + 1)) == """
        content/site.yaml:1:10: error: wrong [a.b]
          1 | 日本e\u{301}👩‍🍳: x
            |          ^

        """)
    #expect(
      english.format(diagnostic(text, 0..<6)) == """
        content/site.yaml:1:1: error: wrong [a.b]
          1 | 日本e\u{301}👩‍🍳: x
            | ^^^^

        """)
  }

  @Test func acceptsEveryLineBreakAndAByteOrderMark() {
    let text = "\u{FEFF}a: 1\r\nb: 2\rc: 3\n"
    let file = SourceFile(path: "a", text: text)
    let at = { (needle: Character) in file.position(at: Array(text.utf8).firstIndex(of: needle.asciiValue!)!) }
    #expect(at("a") == .init(line: 1, column: 1))
    #expect(at("b") == .init(line: 2, column: 1))
    #expect(at("c") == .init(line: 3, column: 1))
    #expect(file.position(at: text.utf8.count) == .init(line: 4, column: 1))
  }

  @Test func printsNoControlCharactersFromFiles() {
    let text = "name: \u{1B}[31mx\u{202E}y\tz\n"
    let shown = english.format(diagnostic(text, 6..<7, path: "a\n::error::b"))
    #expect(
      shown == """
        a ::error::b:1:7: error: wrong [a.b]
          1 | name: \u{FFFD}[31mx\u{FFFD}y z
            |       ^

        """)
  }

  @Test func cutsALongLineAroundTheMark() {
    let text = String(repeating: "a", count: 1_000_000) + "XYZ" + String(repeating: "b", count: 1_000_000)
    let lines = english.format(diagnostic(text, 1_000_000..<1_000_003)).split(separator: "\n")
    #expect(lines[1] == "  1 | …" + String(repeating: "a", count: 50) + "XYZ" + String(repeating: "b", count: 47) + "…")
    #expect(lines[2] == "    | " + String(repeating: " ", count: 51) + "^^^")
  }

  @Test func showsNoExcerptForAnEmptyLineAndNamesRelatedPlaces() {
    let other = SourceLocation(SourceFile(path: "b.md", text: "x\ny\n"), SourceRange(2, 3))
    let related = Diagnostic.Related(Message(en: "first used here", id: "dipakai di sini"), at: other)
    #expect(
      english.format(diagnostic("", 0..<0, related: [related])) == """
        content/site.yaml:1:1: error: wrong [a.b]
          b.md:2:1: first used here

        """)
  }

  @Test func marksOnlyTheFirstLineOfALongRange() {
    #expect(
      english.format(diagnostic("abc\ndef\n", 1..<7)) == """
        content/site.yaml:1:2: error: wrong [a.b]
          1 | abc
            |  ^^

        """)
  }

  @Test func showsAllErrorsButCountsWarningsOfAKindBeyondTwenty() {
    let file = SourceFile(path: "a.md", text: "x")
    let warning = Diagnostic(.warning, "w", Message(en: "odd", id: "aneh"), at: SourceLocation(file))
    let error = Diagnostic(.error, "e", Message(en: "wrong", id: "salah"), at: SourceLocation(file))
    let text = english.format([Diagnostic](repeating: warning, count: 25) + [Diagnostic](repeating: error, count: 25))
    #expect(text.components(separatedBy: "warning: odd").count - 1 == 20)
    #expect(text.components(separatedBy: "error: wrong").count - 1 == 25)
    #expect(text.hasSuffix("5 more warnings of this kind [w]; --format json lists all\n"))
  }

  @Test func sortsByPathLineColumnAndCode() {
    let list = [
      diagnostic("abc", 2..<3), diagnostic("abc", 0..<1), diagnostic("abc", 0..<1, path: "B"),
      diagnostic("", 0..<0, path: "a"),
    ]
    #expect(
      list.sortedForDisplay().map { "\($0.location.file.path):\($0.location.range.lower)" } == [
        "B:0", "a:0", "content/site.yaml:0", "content/site.yaml:2",
      ])
  }
}

@Suite struct Suggestions {
  @Test(arguments: [
    ("pirce", "price"), ("Price", "price"), ("prise", "price"), ("weigth_g", "weight_g"), ("busines", "business"),
    ("unti", "unit"),
  ])
  func findsTheNearestKnownWord(_ typed: String, _ meant: String) {
    #expect(nearestMatch(to: typed, in: ["name", "price", "weight_g", "business", "unit"]) == meant)
  }

  @Test(arguments: ["", "colour", "x", String(repeating: "price", count: 20)])
  func suggestsNothingForWordsThatAreFarFromAll(_ typed: String) {
    #expect(nearestMatch(to: typed, in: ["name", "price", "weight_g"]) == nil)
  }
}
