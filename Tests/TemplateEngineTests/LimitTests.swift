import Diagnostics
import Foundation
import TemplateEngine
import Testing

/// Each limit is an error and never a trap, also where the stack is small.
@Suite("Limits")
struct LimitTests {
  @Test func nestedTags() {
    #expect(codes(repeated("{% if t %}", 150, "x", "{% endif %}")) == ["template.limit.nesting"])
  }

  @Test func tagsNestedAsDeepAsAllowed() { #expect(codes(repeated("{% if t %}", 100, "x", "{% endif %}")) == []) }

  @Test func nestedParentheses() {
    #expect(codes("{{ " + repeated("(", 20_000, "1", ")") + " }}") == ["template.limit.nesting"])
  }

  @Test func nestedLists() {
    #expect(codes("{{ " + repeated("[", 101, "1", "]") + "|tojson }}") == ["template.limit.nesting"])
  }

  @Test func longChains() {
    #expect(codes("{{ " + String(repeating: "1 + ", count: 20_000) + "1 }}") == ["template.limit.nesting"])
    #expect(codes("{{ " + String(repeating: "not ", count: 20_000) + "1 }}") == ["template.limit.nesting"])
    #expect(codes("{{ " + String(repeating: "-", count: 20_000) + "1 }}") == ["template.limit.nesting"])
    #expect(codes("{{ t" + String(repeating: ".a", count: 20_000) + " }}") == ["template.limit.nesting"])
    #expect(codes("{{ 1" + String(repeating: " if t else 1", count: 20_000) + " }}") == ["template.limit.nesting"])
  }

  @Test func chainsOfIncludesAndLayouts() {
    func chain(_ tag: String, _ count: Int) -> [TemplateSource] {
      (0..<count).map { index in
        let name = index == 0 ? "main.html" : "t\(index).html"
        let text = index == count - 1 ? "x" : "{% \(tag) \"t\(index + 1).html\" %}"
        return TemplateSource(name: name, file: SourceFile(path: name, text: text))
      }
    }
    #expect(codes(chain("include", 33)) == [])
    #expect(codes(chain("include", 40)) == ["template.limit.include"])
    #expect(codes(chain("extends", 33)) == [])
    #expect(codes(chain("extends", 40)) == ["template.limit.extends"])
  }

  @Test func deepNestingInEachOfManyIncludes() {
    let templates = (0..<33).map { index in
      let name = index == 0 ? "main.html" : "t\(index).html"
      let inner = index == 32 ? "x" : "{% include \"t\(index + 1).html\" %}"
      return TemplateSource(
        name: name, file: SourceFile(path: name, text: repeated("{% if t %}", 100, inner, "{% endif %}")))
    }
    #expect(codes(templates) == ["template.limit.nesting"])
  }

  @Test func includesThatMultiply() {
    let templates = (0..<25).map { index in
      let name = index == 0 ? "main.html" : "t\(index).html"
      let inner = index == 24 ? "x" : String(repeating: "{% include \"t\(index + 1).html\" %}", count: 2)
      return TemplateSource(name: name, file: SourceFile(path: name, text: inner))
    }
    #expect(codes(templates) == ["template.limit.page"])
  }

  @Test func macrosThatCallEachOther() {
    let macros = (0..<80).reversed().map { index in
      "{% macro m\(index)(a) %}" + (index == 79 ? "x" : "{{ m\(index + 1)(a) }}") + "{% endmacro %}"
    }
    #expect(codes(macros.joined() + "{{ m0(1) }}").first == "template.limit.macro")
    #expect(codes("{% macro m(a) %}{{ m([a]) }}{% endmacro %}{{ m(1) }}") == ["template.limit.macro"])
    #expect(codes("{% macro m(a) %}{% if a > 0 %}{{ m(a - 1) }}{% endif %}{% endmacro %}{{ m(63) }}") == [])
  }

  /// Half of what Linux gives a thread.
  private let stackSize = 4 << 20

  private func repeated(_ open: String, _ count: Int, _ inner: String, _ close: String) -> String {
    String(repeating: open, count: count) + inner + String(repeating: close, count: count)
  }

  private func codes(_ template: String) -> [String] {
    codes([TemplateSource(name: "main.html", file: SourceFile(path: "main.html", text: template))])
  }

  /// The codes of the errors of compiling and rendering, on a thread of their own.
  private func codes(_ templates: [TemplateSource]) -> [String] {
    final class Answer: @unchecked Sendable { var codes: [String] = [] }
    let answer = Answer()
    let thread = Thread {
      let schema = RecordSchema("Page", "", fields: [.init("t", "", .bool)])
      let (library, diagnostics) = TemplateLibrary.compile(
        templates, pages: [PageKind(template: "main.html", schema: schema)], openSchema: true)
      answer.codes = diagnostics.map(\.code)
      guard let template = library?.template("main.html") else { return }
      var buffer = OutputBuffer()
      do throws(RenderFailure) {
        try template.render(Record(schema, [.bool(true)]), into: &buffer)
      } catch {
        answer.codes = [error.diagnostic.code]
      }
    }
    thread.stackSize = stackSize
    thread.start()
    while !thread.isFinished { usleep(1_000) }
    return answer.codes
  }
}
