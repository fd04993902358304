import Diagnostics
import Testing

@testable import ProductCatalog

/// Small values and how they are read.
@Suite struct ValueTests {
  @Test func countsDays() throws {
    let day = { (text: String) throws in try #require(CalendarDate(iso: text)) }
    #expect(try day("2026-02-28").days(since: day("2026-01-01")) == 58)
    #expect(try day("2024-03-01").days(since: day("2024-02-28")) == 2)
    #expect(try day("2023-03-01").days(since: day("2023-02-28")) == 1)
    #expect(try day("2000-03-01").days(since: day("1900-03-01")) == 36_525)
    #expect(try day("0001-01-01").days(since: day("9999-12-31")) == -3_652_058)
    #expect(try day("2026-11-24").iso == "2026-11-24" && day("0042-01-02").iso == "0042-01-02")
    #expect(try day("2026-01-31") < day("2026-02-01"))
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2026-00-10", "2026-01-00", "0000-01-01", "2026-1-1", "2026-01-01T", "２０２６-01-01",
  ])
  func knowsWhichDaysThereAre(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var previous = try #require(CalendarDate(year: 1999, month: 12, day: 31))
    for year in 2000...2030 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(date.days(since: previous) == 1)
          previous = date
        }
      }
    }
  }

  @Test(arguments: ["a", "getuk-3-warna", "0", String(repeating: "a", count: 60)])
  func acceptsSlugs(text: String) { #expect(Slug(text)?.text == text) }

  @Test(arguments: ["", "-a", "a-", "a--b", "A", "a b", "a_b", "é", "a/b", "..", String(repeating: "a", count: 61)])
  func refusesWhatIsNoSlug(text: String) { #expect(Slug(text) == nil) }

  @Test func ordersByBytes() {
    #expect(precedes("a-b", "a.md") && !precedes("a", "a") && precedes("a", "ab"))
    #expect(precedes("e\u{301}", "\u{E9}") && !precedes("\u{E9}", "e\u{301}"))
    #expect(!isSame("\u{E9}", "e\u{301}"))
  }

  @Test(arguments: ["", "-", "00", "-0", "1 2", "１２", "12345678901234567890"])
  func parsesOnlyWholeNumbers(text: String) { #expect(WholeNumber.parse(text) == nil) }

  @Test func namesKeysAfterTheirCases() {
    func check<Key: FieldKey>(_ keys: Key.Type) {
      let cases = Key.allCases.map { key in
        String(describing: key).reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
      }
      #expect(Key.table.names == cases)
      #expect(Key.allCases.map(\.rawValue) == Array(0..<cases.count))
    }
    let all: [any FieldKey.Type] = [
      SiteKey.self, LanguageKey.self, SectionKey.self, CentreKey.self, RegionsKey.self, CityKey.self, BoxKey.self,
      DistrictKey.self, KelurahanKey.self, CategoryKey.self, ProgrammesKey.self, ProgrammeKey.self, PlaceKey.self,
      BusinessKey.self, ConsentKey.self, ChannelKey.self, HoursKey.self, BusinessLicenceKey.self,
      ProductLicenceKey.self, HalalKey.self, ProductKey.self, PriceKey.self, VariantKey.self, FlagshipKey.self,
      PhotoKey.self, ShelfKey.self, PageKey.self, BusinessTranslationKey.self, ProductTranslationKey.self,
      PageTranslationKey.self,
    ]
    for keys in all { check(keys) }
  }

  @Test func mapsInParallelInOrder() {
    let numbers = Array(0..<1000)
    for jobs in [1, 2, 7, 64, 5000] {
      let (results, notes) = numbers.compactMapInParallel(jobs: jobs) { number, notes in
        if number % 10 == 0 { notes.append("\(number)") }
        return number % 3 == 0 ? nil : number * 2
      }
      #expect(results == numbers.filter { $0 % 3 != 0 }.map { $0 * 2 })
      #expect(notes == numbers.filter { $0 % 10 == 0 }.map(String.init))
    }
  }
}
