import Diagnostics
import Foundation
import TemplateEngine
import Testing

/// What each `Fixtures/errors/err_*.txt` prints stands beside it in `err_*.expected`.
///
/// A fixture is data as JSON, then templates, each below a line `--- name`. A baseline that is missing is written, and
/// the test fails; `RECORD_SNAPSHOTS=1` writes all of them anew.
@Suite("Error messages")
struct ErrorFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/errors")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasPrefix("err_") && $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test(arguments: names)
  func printsWhatIsWrong(_ name: String) throws {
    let fixture = try String(contentsOf: Self.folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    let printed = Self.errors(of: fixture)
    let baseline = Self.folder.appendingPathComponent(name + ".expected")
    let expected = try? String(contentsOf: baseline, encoding: .utf8)
    if expected == nil || ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try printed.write(to: baseline, atomically: false, encoding: .utf8)
    }
    #expect(expected != nil, "the baseline was written; look at it and run again")
    if let expected { #expect(printed == expected) }
  }

  private static func errors(of fixture: String) -> String {
    var parts = fixture.components(separatedBy: "--- ")
    let root = InferredSchema.closed(JSONReader.value(parts.removeFirst()))
    let templates = parts.map { part -> TemplateSource in
      let name = String(part.prefix { $0 != "\n" })
      return TemplateSource(name: name, file: SourceFile(path: name, text: String(part.dropFirst(name.count + 1))))
    }
    let page = PageKind(template: "main.html", schema: root.schema)
    let (library, diagnostics) = TemplateLibrary.compile(templates, pages: [page])
    var found = diagnostics
    if let template = library?.template("main.html") {
      var buffer = OutputBuffer()
      do { try template.render(root, into: &buffer) } catch { found.append(error.diagnostic) }
    }
    return MessageLanguage.allCases.map { language in
      found.map { TextFormatter(language: language).format($0) }.joined()
    }.joined(separator: "\n")
  }
}
