import Diagnostics
import TemplateEngine
import Testing

/// Numbers at the ends of their ranges; none of them stops the program.
@Suite("Numbers")
struct NumberTests {
  @Test func comparesWhatIsNotANumberAsPythonDoes() throws {
    let equalities = "{{ x == 1 }} {{ 1 == x }} {{ x == x }} {{ x != 1.5 }}"
    #expect(try rendered(equalities, .float(.nan)) == "False False False True")
    let orders = "{{ x < 1 }} {{ 1 < x }} {{ x >= 1.5 }} {{ x in [1] }}"
    #expect(try rendered(orders, .float(.nan)) == "False False False False")
  }

  @Test func comparesInfinities() throws {
    let template = "{{ x > 9223372036854775807 }} {{ -x < 1 }} {{ x == x }}"
    #expect(try rendered(template, .float(.infinity)) == "True True True")
  }

  @Test(arguments: [Int.min, -400, -19, 400, Int.max])
  func roundsToAnyPrecision(_ digits: Int) throws {
    let expected = digits < 0 ? "0 0.0" : "7 0.25"
    #expect(try rendered("{{ 7|round(x) }} {{ 0.25|round(x) }}", .int(digits)) == expected)
  }

  private func rendered(_ template: String, _ x: Value) throws -> String {
    let schema = RecordSchema("Page", "", fields: [.init("x", "", .any)])
    let source = TemplateSource(name: "main.html", file: SourceFile(path: "main.html", text: template))
    let (library, _) = TemplateLibrary.compile([source], pages: [PageKind(template: "main.html", schema: schema)])
    var buffer = OutputBuffer()
    try #require(library?.template("main.html")).render(Record(schema, [x]), into: &buffer)
    return buffer.string
  }
}
