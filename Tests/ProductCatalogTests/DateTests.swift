import Diagnostics
import ProductCatalog
import Testing

/// Whatever day counts as today, a catalog is read without falling over.
@Suite struct DateTests {
  private func codes(on day: String, year: Int) throws -> [String] {
    let flagship: KeyValuePairs<String, String?> = ["flagship": "{status: candidate, year: \(year)}"]
    let today = try #require(CalendarDate(iso: day))
    return Loaded([Samples.productPath: Samples.product(flagship)], date: today).codes
  }

  @Test(arguments: ["0001-01-01", "1899-12-31", "1998-12-31", "1999-01-01"])
  func readsAFlagshipsYearOnAnyDayOfThePast(day: String) throws {
    let early = ["business.consent.date.future@6:17", "product.updated.future@9:10"]
    #expect(try codes(on: day, year: 2000) == early)
    #expect(try codes(on: day, year: 2001) == early + ["product.flagship.year.range@10:37"])
  }

  @Test func readsAFlagshipsYearOnTheLastDay() throws {
    #expect(try codes(on: "9999-12-31", year: 10000) == [])
    #expect(try codes(on: "9999-12-31", year: 10001) == ["product.flagship.year.range@10:37"])
  }
}
