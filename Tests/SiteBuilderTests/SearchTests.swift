import FoundationEssentials
import TemplateEngine
import Testing

@testable import SiteBuilder

struct SearchTests {
  /// The table that `templates/assets/js/search-index.js` is held to as well.
  @Test func wordsAreThoseThatTheBrowserMakes() throws {
    let table = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Browser/search_words.tsv")
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count >= 15)
    for line in lines {
      let cells = line.split(separator: "\t")
      #expect(FoldedWords.of(String(cells[0])).joined(separator: " ") == String(cells[1]))
    }
  }

  @Test func numbersOfAColumnAreCharactersWithoutQuoteAndBackslash() {
    var bytes: [UInt8] = []
    SearchCode.appendColumn([0, 1, 56, 57, 92, 300, 60_000, -1], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"#$[]\u{80}\u{150}\u{C374}#\"")
  }

  @Test func aListOfDocumentsIsWrittenAsDistances() {
    var bytes: [UInt8] = []
    SearchCode.appendList([0, 1, 34, 35, 2000], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "00W10iz1")
  }

  @Test func termsShareTheirBeginnings() {
    var bytes: [UInt8] = []
    SearchCode.appendTerms(["getuk", "getun", "jahe"].map { Array($0.utf8)[...] }, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "AgetukEnAjahe")
  }

  @Test func textsAreWrittenAsJSON() {
    var bytes: [UInt8] = []
    SearchCode.append("a\"b\\c\nd\u{1}é", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #""a\"b\\c\u000ad\u0001é""#)
  }

  @Test func aWordCountsWhereItTellsMost() throws {
    var terms = SearchTerms(ignored: "dan")
    terms.add(["Getuk dan Wajik"], as: .name, to: 0)
    terms.add(["getuk"], as: .label, to: 0)
    terms.add(["getuk x 3"], as: .text, to: 1)
    let lists = terms.lists().map { list in
      "\(String(decoding: list.term, as: UTF8.self)) \(list.documents.map(Array.init))"
    }
    #expect(lists == ["3 [[], [], [1]]", "getuk [[0], [], [1]]", "wajik [[0], [], []]"])
  }

  @Test func manyTermsAreCutIntoShardsAndFoundByTheirFirst() {
    var terms = SearchTerms(ignored: "")
    for document in 0..<3000 {
      terms.add(["k\(document) \(document % 2 == 0 ? "genap" : "ganjil")"], as: .name, to: document)
    }
    let shards = SearchShards(terms.lists())
    #expect(shards.firsts.first == "ganjil")
    #expect(shards.files.count > 2)
    #expect(shards.files.allSatisfy { $0.count < 20_000 })
    #expect(shards.letters == ["g"])
  }

  @Test func theIndexLiesInAFolderThatChangesWithItsContents() throws {
    let first = try SampleProject().site().searchIndexes
    let again = try SampleProject().site().searchIndexes
    let dearer = try SampleProject(edits: [
      "content/products/wajik/index.md": SampleProject.product("Wajik", updated: "2026-10-02", more: "min_order: 2")
        .replacing("15000", with: "16000")
    ]).site().searchIndexes
    #expect(first.map(\.folder) == again.map(\.folder))
    #expect(first[0].folder != dearer[0].folder)
    // English doesn't show the product whose price changed.
    #expect(first[1].folder == dearer[1].folder)
    #expect(first[0].folder.hasPrefix("assets/search/id-"))
  }

  @Test func theIndexIsPublishedAndTheSearchPageNamesIt() throws {
    let template = "<p data-index=\"{{ index }}\">{{ bands|length }}</p>\n"
    let project = SampleProject(edits: ["templates/search.html": template])
    let site = try project.site(baseURL: "https://example.org/toko")
    let folder = site.searchIndexes[0].folder
    let names = site.allFiles.map(\.path).filter { $0.hasPrefix(folder) }.map { $0.dropFirst(folder.count) }
    #expect(names == ["cards/0.json", "index.json", "prices.json", "terms/0.json", "words/0.json"])
    var page = OutputBuffer()
    try site.render(PageAddress(edition: 0, content: .search), into: &page)
    #expect(page.string == "<p data-index=\"/toko/\(folder)\">6</p>\n")
    #expect(site.files.allSatisfy { !$0.path.hasPrefix("assets/search/") })
  }
}
