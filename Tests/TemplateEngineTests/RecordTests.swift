import Diagnostics
import TemplateEngine
import Testing

@Suite("Records")
struct RecordTests {
  private static let wide = RecordSchema("Maker", "", fields: [.init("name", "", .string), .init("city", "", .string)])
  private static let narrow = RecordSchema("Maker", "", fields: [.init("name", "", .string)])
  private static let page = RecordSchema("Page", "", fields: [.init("maker", "", .record(wide))])

  private static func render(_ maker: Record) throws -> String {
    let source = TemplateSource(name: "main.html", file: SourceFile(path: "main.html", text: "{{ maker.city }}"))
    let (library, _) = TemplateLibrary.compile([source], pages: [PageKind(template: "main.html", schema: page)])
    var buffer = OutputBuffer()
    try #require(library?.template("main.html")).render(Record(page, [.record(maker)]), into: &buffer)
    return buffer.string
  }

  @Test func showsARecordOfTheDeclaredSchema() throws {
    #expect(try Self.render(Record(Self.wide, [.string("Dapur"), .string("Magelang")])) == "Magelang")
  }

  /// The renderer trusts that records are what their fields were declared as. It never reads behind one that isn't.
  @Test func stopsAtARecordWithFewerFieldsThanDeclared() async {
    await #expect(processExitsWith: .failure) { _ = try? Self.render(Record(Self.narrow, [.string("Dapur")])) }
  }
}
