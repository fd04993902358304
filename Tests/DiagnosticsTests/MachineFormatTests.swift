import Diagnostics
import Testing

private let file = SourceFile(path: "content/a b,c:d%/é.md", text: "x\nname: \"50% *off*\"\n")
private let sample = Diagnostic(
  .warning, "product.name.caps", Message(en: "50% of it\nis wrong", id: "salah"),
  at: SourceLocation(file, SourceRange(8, 19)),
  related: [.init(Message(en: "see, here", id: "lihat"), at: SourceLocation(file, SourceRange(0, 1)))],
  help: Message(en: "write: it", id: "tulis"), fix: "y")

private struct Report: Encodable { let pages = 3 }

@Suite struct MachineFormats {
  @Test func writesJSONWithSortedKeys() throws {
    let json = try JSONFormatter(language: .en).document([sample], report: Report())
    #expect(
      json == """
        {"diagnostics":[{"code":"product.name.caps","column":7,"endColumn":18,"endLine":2,\
        "file":"content/a b,c:d%/é.md","fix":"y","help":"write: it","line":2,"message":"50% of it\\nis wrong",\
        "related":[{"column":1,"file":"content/a b,c:d%/é.md","line":1,"message":"see, here"}],\
        "severity":"warning"}],"report":{"pages":3}}

        """)
  }

  @Test func escapesGitHubCommands() {
    #expect(
      GitHubFormatter(language: .en).format(sample) == """
        ::warning file=content/a b%2Cc%3Ad%25/é.md,line=2,endLine=2,col=7,endColumn=18,\
        title=product.name.caps::50%25 of it is wrong%0Awrite: it

        """)
  }

  @Test func summarisesAllDiagnosticsAsAMarkdownTable() {
    #expect(
      GitHubFormatter(language: .en).summary([sample]) == """
        | | | | |
        | --- | --- | --- | --- |
        | warning | content/a b,c:d%/é.md:2:7 | 50% of it is wrong; write: it | product.name.caps |

        """)
  }

  @Test func writesSARIFWithEncodedURIsAndCodePointColumns() throws {
    let sarif = try SARIFFormatter(language: .en, version: "0.1.0").document([sample])
    #expect(sarif.hasPrefix("{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/"))
    #expect(sarif.contains("\"version\":\"2.1.0\""))
    #expect(sarif.contains("\"uri\":\"content/a%20b%2Cc%3Ad%25/%C3%A9.md\""))
    #expect(sarif.contains("\"region\":{\"endColumn\":18,\"endLine\":2,\"startColumn\":7,\"startLine\":2}"))
    #expect(sarif.contains("\"columnKind\":\"unicodeCodePoints\""))
    #expect(sarif.contains("\"rules\":[{\"id\":\"product.name.caps\"}]"))
    #expect(sarif.contains("\"text\":\"50% of it\\nis wrong. write: it\""))
  }
}
