internal import Diagnostics
internal import Foundation
internal import TemplateEngine

/// Does what the driver asks on the standard input, one line at a time, and answers with a line:
///
///     text ENGINE PAGE FILE      writes the page to a file
///     time ENGINE PAGE SECONDS   the seconds of one rendering, measured for about so long
///     count ENGINE PAGE NUMBER   renders so often, for a profiler or a counter of allocations
@main
struct TemplateBenchmarks {
  private let folder: URL
  private let data: PageData
  private var engines: [String: any Engine] = [:]

  static func main() throws {
    var benchmarks = try TemplateBenchmarks(
      folder: URL(fileURLWithPath: CommandLine.arguments[1]), data: URL(fileURLWithPath: CommandLine.arguments[2]))
    while let line = readLine() {
      print(try benchmarks.answer(line.split(separator: " ").map(String.init)))
      fflush(nil)
    }
  }

  private init(folder: URL, data: URL) throws {
    self.folder = folder
    self.data = try JSONDecoder().decode(PageData.self, from: Data(contentsOf: data))
  }

  private mutating func answer(_ words: [String]) throws -> String {
    guard words.count == 4 else { throw BenchmarkFailure.message("four words, not \(words)") }
    let key = words[1] + " " + words[2]
    var engine = try engines[key] ?? engine(words[1], words[2])
    defer { engines[key] = engine }
    switch words[0] {
    case "text":
      try engine.text().write(toFile: words[3], atomically: false, encoding: .utf8)
      return "ok"
    case "count":
      for _ in 0..<(Int(words[3]) ?? 1) { try engine.render() }
      return "ok"
    default: return try "\(secondsPerPage(&engine, for: Double(words[3]) ?? 0.2))"
    }
  }

  private func secondsPerPage(_ engine: inout any Engine, for seconds: Double) throws -> Double {
    var (count, elapsed) = (1, 0.0)
    while true {
      elapsed = try time(&engine, count)
      if elapsed >= seconds / 2 { return elapsed / Double(count) }
      count = max(count * 2, Int(Double(count) * seconds / max(elapsed, 1e-6) / 2))
    }
  }

  private func time(_ engine: inout any Engine, _ count: Int) throws -> Double {
    let start = ContinuousClock.now
    for _ in 0..<count { try engine.render() }
    let duration = (ContinuousClock.now - start).components
    return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
  }

  private func engine(_ name: String, _ page: String) throws -> any Engine {
    switch page {
    case "product.html": try engine(name, page, data.product)
    case "list.html": try engine(name, page, data.list)
    default: try engine(name, page, data.table)
    }
  }

  private func engine(_ name: String, _ page: String, _ value: some TemplateRecord) throws -> any Engine {
    let record = value.templateRecord
    switch name {
    case "mustache": return try MustacheEngine(page, record, files("mustache"))
    case "stencil": return try StencilEngine(page, record, files("stencil"))
    case "etalase-from-values": return try OursFromValues(page, value, sources(of: page))
    case "etalase-compiling": return OursCompiling(page, record.schema, try sources(of: page))
    default: return try Ours(page, record, sources(of: page))
    }
  }

  /// A page's template and those that it needs.
  private func sources(of page: String) throws -> [TemplateSource] {
    let others = ["table.html", "list.html", "product.html"].filter { $0 != page }
    let files = try files("jinja").filter { !others.contains($0.key) }.sorted { $0.key < $1.key }
    return files.map { TemplateSource(name: $0.key, file: SourceFile(path: $0.key, text: $0.value)) }
  }

  private func files(_ language: String) throws -> [String: String] {
    let folder = folder.appendingPathComponent(language)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
      })
  }
}
