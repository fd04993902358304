import Diagnostics
import Testing

@testable import TemplateEngine

@Suite("Properties")
struct PropertyTests {
  static let pieces = [
    "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", " ", "\n", "\r\n", "\"", "'", "\\", "x", "é", "日", "😀", "1", "0",
    ".", "if", "for", "in", "else", "endif", "raw", "endraw", "|", "upper", "(", ")", "[", "]", "~", "<b>", "&", "set",
    "=",
    ",",
    "block", "endblock", "macro", "endmacro", "super()", "is", "not", "\u{1C}", "\u{A0}", "{", "}", "%", "#", "extends",
  ]

  private func randomTemplate(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
  }

  @Test func tokensCoverTheTemplateWithoutGaps() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<5_000 {
      let text = randomTemplate(&random)
      var end = 0
      for token in Lexer.tokens(of: Array(text.utf8)) {
        #expect(Int(token.range.lower) == end, "\(text.debugDescription)")
        end = Int(token.range.upper)
      }
      #expect(end == text.utf8.count, "\(text.debugDescription)")
    }
  }

  @Test func textWithoutTagsRendersToItself() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let scalars = randomTemplate(&random).unicodeScalars.filter { $0 != "{" && $0 != "\r" }
      let text = String(String.UnicodeScalarView(scalars))
      #expect(try rendered(text, .map(OrderedMap([]))) == text)
    }
  }

  /// Whatever stands in a file, compiling it ends with a library or with errors.
  @Test func survivesMutatedTemplates() {
    var random = SeededGenerator(seed: 3)
    let cases = ConformanceCase.load("template-cases.json", unless: "ETALASE_TEMPLATE_CASES")
    for _ in 0..<4_000 {
      let template = cases.randomElement(using: &random)!.templates[0]
      let bytes = mutated(template.file.bytes, &random)
      let source = TemplateSource(name: "main.html", file: SourceFile(path: "main.html", bytes: bytes))
      let page = PageKind(template: "main.html", schema: RecordSchema("Page", "", fields: []))
      let (library, diagnostics) = TemplateLibrary.compile([source], pages: [page], openSchema: true)
      #expect((library == nil) == diagnostics.hasErrors)
      for diagnostic in diagnostics { #expect(Int(diagnostic.location.range.upper) <= bytes.count) }
    }
  }

  private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random)!.utf8, at: index)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
      case 2: bytes.removeSubrange(index..<min(index + 3, bytes.count))
      default: bytes.append(contentsOf: bytes[..<index])
      }
    }
    return bytes
  }

  /// Text from data never reaches the output with a character that HTML gives a meaning to.
  @Test func noTextReachesTheOutputUnescaped() throws {
    var random = SeededGenerator(seed: 4)
    let filters = [
      "", "|upper", "|trim", "|default('-')", "|replace('a', 'b')", "|truncate(9)", "|string", "|capitalize", "|first",
      "|e", "|join('-')", " ~ 'x'", " ~ n", " if n else 'y'", " or 'z'", "|lower|last",
    ]
    for _ in 0..<2_000 {
      let text = String((0..<12).map { _ in "<>&\"'ab é".randomElement(using: &random)! })
      let expression = "s" + filters.randomElement(using: &random)!
      let template = [
        "{{ \(expression) }}", "{% set v = \(expression) %}{{ v }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(\(expression)) }}",
      ]
      .randomElement(using: &random)!
      let output = try rendered(template, .map(OrderedMap([("s", .string(text)), ("n", .int(1))])))
      #expect(!output.contains { "<>\"'".contains($0) }, "\(template) with \(text)")
      #expect(!output.replacing(#/&(amp|lt|gt|#39|#34);/#, with: "").contains("&"), "\(template) with \(text)")
    }
  }

  @Test func bytesAreFoundWhereverTheyStand() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        [0x00, 0x3B, 0x3C, 0x3D, 0x7F, 0x80, 0xBC, 0xFF].randomElement(using: &random) as UInt8? ?? 0
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = Int.random(in: start...bytes.count, using: &random)
      #expect(bytes.index(of: 0x3C, from: start, to: end) == bytes[start..<end].firstIndex(of: 0x3C) ?? end)
      #expect(bytes.indexBeyondASCII(from: start) == bytes[start...].firstIndex { $0 >= 0x80 } ?? bytes.count)
    }
  }

  @Test func onlyUTF8IsTakenForUTF8() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<5_000 {
      let bytes = mutated(Array(Self.pieces.shuffled(using: &random).joined().utf8), &random)
      #expect(SourceText.isUTF8(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test func manyNamesStayApart() throws {
    let names = (0..<1_000).map { "n\($0)" }
    let template = names.map { "{% set \($0) = \"\($0);\" %}" } + names.map { "{{ \($0) }}" }
    #expect(try rendered(template.joined(), .map(OrderedMap([]))) == names.map { $0 + ";" }.joined())
  }

  private func rendered(_ template: String, _ context: Value) throws -> String {
    let root = InferredSchema.open(context)
    let source = TemplateSource(name: "main.html", file: SourceFile(path: "main.html", text: template))
    let (library, _) = TemplateLibrary.compile(
      [source], pages: [PageKind(template: "main.html", schema: root.schema)], htmlCheck: false, openSchema: true)
    var buffer = OutputBuffer()
    try #require(library?.template("main.html")).render(root, into: &buffer)
    return buffer.string
  }
}
