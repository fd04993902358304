import Diagnostics
import Testing

@testable import SiteBuilder

struct ScriptTests {
  private func assets(_ scripts: [(String, String)]) -> (texts: [String: String], problems: [String]) {
    let sources = scripts.map { (name: $0.0, file: SourceFile(path: "templates/assets/\($0.0)", text: $0.1)) }
    let (assets, problems) = Assets.make(sources, basePath: "")
    var texts: [String: String] = [:]
    for file in assets.files {
      guard case .bytes(let bytes) = file.source else { continue }
      texts[file.path] = String(decoding: bytes, as: UTF8.self)
    }
    return (texts, problems.map { "\($0.code) \($0.location.file.path)" })
  }

  private func name(_ asset: String, in texts: [String: String]) -> String? {
    texts.keys.first { $0.hasPrefix("assets/\(asset).") }
  }

  @Test func importsNameThePublishedScripts() throws {
    let made = assets([
      ("js/a.js", "import { b } from './b.js'\nimport \"../lib/c.js\"\nimport('./b.js')\nconst t = './b.js'\n"),
      ("js/b.js", "export const b = 1\n"), ("lib/c.js", "export * from '../js/b.js'\n"),
    ])
    let (b, c) = (try #require(name("js/b", in: made.texts)), try #require(name("lib/c", in: made.texts)))
    let a = try #require(name("js/a", in: made.texts))
    #expect(made.problems.isEmpty)
    #expect(made.texts[c] == "export * from '../\(b.dropFirst(7))'\n")
    let relative = { (path: String) in "../\(path.dropFirst(7))" }
    #expect(
      made.texts[a]
        == "import { b } from '\(relative(b))'\nimport \"\(relative(c))\"\nimport('\(relative(b))')\nconst t = './b.js'\n"
    )
  }

  @Test func aScriptsNameChangesWithWhatItImports() throws {
    let one = assets([("a.js", "import './b.js'\n"), ("b.js", "1\n")])
    let two = assets([("a.js", "import './b.js'\n"), ("b.js", "2\n")])
    #expect(name("a", in: one.texts) != name("a", in: two.texts))
  }

  @Test func anImportThatLeadsNowhereIsAnError() {
    #expect(assets([("a.js", "import './c.js'\n")]).problems == ["asset.missing templates/assets/a.js"])
  }

  @Test func scriptsMayNotImportEachOther() {
    let made = assets([("a.js", "import './b.js'\n"), ("b.js", "import './a.js'\n")])
    #expect(made.problems == ["asset.import.cycle templates/assets/b.js"])
  }
}
