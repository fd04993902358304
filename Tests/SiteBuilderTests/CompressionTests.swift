import Testing

@testable import SiteBuilder

@Suite struct CompressionTests {
  private let text = Array(String(repeating: "getuk tiga warna, ", count: 300).utf8)

  private func compressed(_ bytes: [UInt8], _ encoding: ContentEncoding) -> [UInt8]? {
    bytes.withUnsafeBytes { Compressor().withCompressed($0, encoding, .quick) { $0.map(Array.init) } }
  }

  private func isCompressed(_ companion: [UInt8], _ bytes: [UInt8], _ encoding: ContentEncoding) -> Bool {
    bytes.withUnsafeBytes { Compressor().isCompressed(companion, $0, encoding) }
  }

  @Test(arguments: ContentEncoding.allCases)
  func knowsItsOwnWork(encoding: ContentEncoding) throws {
    let companion = try #require(compressed(text, encoding))
    #expect(companion.count < text.count / 10)
    #expect(companion == compressed(text, encoding))
    #expect(isCompressed(companion, text, encoding))
  }

  @Test(arguments: ContentEncoding.allCases)
  func tellsEveryOtherFileApart(encoding: ContentEncoding) throws {
    let companion = try #require(compressed(text, encoding))
    #expect(!isCompressed(companion, text.dropLast() + [0x21], encoding))
    #expect(!isCompressed(companion, text.dropLast(), encoding))
    #expect(!isCompressed(companion, text + [0x21], encoding))
    #expect(!isCompressed(companion + [0], text, encoding))
    #expect(!isCompressed([], text, encoding))
    for index in companion.indices {
      #expect(!isCompressed(Array(companion[..<index]), text, encoding))
    }
  }

  @Test(arguments: ContentEncoding.allCases)
  func keepsOnlyWhatIsSmaller(encoding: ContentEncoding) {
    var generator = Generator()
    let noise = (0..<4096).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 32) }
    #expect(compressed(noise, encoding) == nil)
    #expect(compressed([0x61], encoding) == nil)
  }

  @Test func onlyTextFilesHaveCompanions() {
    func paths(_ path: String, _ files: [String] = []) -> [String] {
      let names = CompanionNames(files.map { SiteFile(path: $0, source: .bytes([])) })
      return ContentEncoding.allCases.compactMap { names.path(of: path, $0) }
    }
    #expect(paths("produk/index.html") == ["produk/index.html.gz", "produk/index.html.br"])
    #expect(paths("a/foto.jpg").isEmpty && paths("a.html/README").isEmpty && paths("_redirects").isEmpty)
    #expect(paths("a.csv", ["a.csv", "a.csv.gz"]) == ["a.csv.br"])
  }
}

/// Numbers without a pattern, the same in every run (Steele, Lea, Flood: SplitMix64).
private struct Generator {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
