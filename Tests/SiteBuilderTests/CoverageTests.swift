import ProductCatalog
import Testing

@testable import SiteBuilder

@Suite struct CoverageFigures {
  private func coverage(_ edits: [String: String?] = [:]) throws -> Coverage {
    try SampleProject(edits: edits).site().coverage
  }

  private func business(_ kelurahan: String, rw: Int, rt: Int? = nil) -> String {
    """
    ---
    name: Usaha Lain
    place: {kelurahan: \(kelurahan), rw: \(rw)\(rt.map { ", rt: \($0)" } ?? "")}
    ---
    Cerita.
    """
  }

  private func regions(_ wates: String) throws -> [String: String?] {
    let regions = try #require(SampleProject.content["content/regions.yaml"])
    return ["content/regions.yaml": regions.replacing("slug: wates,", with: "slug: wates, \(wates),")]
  }

  @Test func anRWCountsUnderItsFurthestStateOnly() throws {
    // Its RW has a designated flagship already.
    let coverage = try coverage([
      "content/products/wajik/index.md": SampleProject.product(
        "Wajik", updated: "2026-10-02", more: "flagship: {status: candidate}")
    ])
    #expect(Coverage.State.allCases.map(coverage.count) == [1, 0, 0, 191])
    #expect(coverage.areas[0].places.map(\.products) == [2])
  }

  @Test func theNewestOfSeveralCandidatesStandsForItsRW() throws {
    let site = try SampleProject(edits: [
      "content/products/getuk/index.md": SampleProject.product(
        "Getuk", updated: "2026-10-01", more: "flagship: {status: candidate}"),
      "content/products/wajik/index.md": SampleProject.product(
        "Wajik", updated: "2026-10-02", more: "flagship: {status: candidate}"),
    ]).site()
    let product = try #require(site.coverage.areas[0].places[0].product)
    #expect(site.catalog.products[product].name == "Wajik")
  }

  @Test func aKelurahanOfUnknownSizeListsTheRWThatTheCatalogKnows() throws {
    let coverage = try coverage(["content/businesses/lain.md": business("wates", rw: 7)])
    #expect(coverage.areas.map { $0.places.map(\.rw.number) } == [[3], [7]])
    #expect(coverage.areas[1].places[0].state == .none)
    #expect(coverage.unlisted == 190)
  }

  @Test func aKelurahanOfKnownSizeListsEveryRW() throws {
    let coverage = try coverage(try regions("rw_count: 5"))
    #expect(coverage.areas[1].places.map(\.rw.number) == [1, 2, 3, 4, 5])
    #expect(coverage.unlisted == 186)
    #expect(coverage.count(.none) == 191)
  }

  @Test func anRTCountsOnceAndOnlyWhenItIsWritten() throws {
    let coverage = try coverage([
      "content/businesses/satu.md": business("wates", rw: 7, rt: 2),
      "content/businesses/dua.md": business("wates", rw: 7, rt: 2),
      "content/businesses/tiga.md": business("wates", rw: 8, rt: 2),
      "content/businesses/empat.md": business("wates", rw: 8),
    ])
    #expect(coverage.rtWithEntrepreneur == 2)
    #expect(coverage.businessesWithoutRT == 2)
  }

  @Test func percentIsRoundedDownSoThatAHundredMeansAll() throws {
    let programme = try SampleProject().site().catalog.programmes.flagshipPerRW
    #expect(Progress(programme, reached: 191, regions: 192).percent == 99)
    #expect(Progress(programme, reached: 192, regions: 192).percent == 100)
  }
}

@Suite struct BoardPicture {
  @Test func tilesStandInRowsOfEightBelowTheirKelurahansName() {
    var layout = BoardLayout()
    let (first, points) = layout.add(tiles: 9)
    #expect(first == 29)
    #expect([points[0].x, points[0].y] == [12, 59])
    #expect([points[7].x, points[7].y] == [271, 59])
    #expect([points[8].x, points[8].y] == [12, 96])
    #expect(layout.add(tiles: 1).y == 143)
    #expect(layout.height == 244)
  }

  @Test func theRestIsAClothOfTwelveInARow() throws {
    let rest = try #require(BoardLayout.rest(170))
    #expect([rest.rows, rest.last, rest.height] == [14, 2, 428])
    #expect(BoardLayout.rest(0) == nil)
  }

  @Test func onlyAnRWWithProductsIsALink() throws {
    let site = try SampleProject(edits: [
      "content/businesses/lain.md": "---\nname: Lain\nplace: {kelurahan: wates, rw: 2}\n---\nCerita.\n"
    ]).site()
    let page = PageValues(site: site, edition: site.editions[0], number: 0, content: .rwBoard).board
    #expect(page.districts[0].kelurahan.map { $0.rw.map(\.url?.text) } == [["/rw/kemirirejo/rw-03/"], [nil]])
  }

  @Test func whatIsMissingIsToldFromTheNearestToItsAimOn() throws {
    let site = try SampleProject(edits: [
      "content/products/getuk/index.md": SampleProject.product("Getuk", updated: "2026-10-01")
    ]).site()
    let page = PageValues(site: site, edition: site.editions[0], number: 0, content: .rwBoard).board
    #expect(
      page.gaps.map(\.title) == ["board.gap.nominate", "board.gap.kelurahan", "board.gap.unlisted", "board.gap.rt"])
    #expect(page.gaps[1].links.map(\.label) == ["Wates"])
  }
}

@Suite struct CoverageTables {
  @Test func fieldsOfACSVAreQuotedOnlyWhenTheyMustBe() {
    #expect(CoverageReport.record(["a", "b c", "", "d,e", "f\"g", "h\ni"]) == "a,b c,,\"d,e\",\"f\"\"g\",\"h\ni\"\r\n")
  }

  @Test func numbersOfAPlainTableStandBelowEachOther() {
    let table = PlainTable(header: ["Nama", "RW"], rows: [["Wates", "7"], ["Panjang", "12"]])
    #expect(table.lines == ["Nama     RW", "Wates     7", "Panjang  12"])
  }
}
