import Diagnostics
import Testing

@Suite struct ByteOrder {
  @Test(arguments: [
    ("", "", false), ("", "a", true), ("a", "", false), ("a", "b", true), ("b", "a", false), ("a", "ab", true),
    ("ab", "a", false), ("a-b", "a/b", true), ("z", "\u{E9}", true), ("e\u{301}", "\u{E9}", true),
    ("kue-lapis-legit-1066", "kue-lapis-legit-165", true),
  ])
  func textsAreInTheOrderOfTheirBytes(_ first: String, _ second: String, _ expected: Bool) {
    #expect(precedes(first, second) == expected)
  }

  @Test func theOrderOfTextsKeepsTheSameOnesInPlace() {
    #expect(byteOrder([]) == [] && byteOrder(["getuk"]) == [0])
    #expect(
      byteOrder(["b", "", "a-long-text-outside-of-the-string", "\u{E9}", "a", "b", "e\u{301}"]) == [
        1, 4, 2, 0, 5, 6, 3,
      ])
  }

  @Test func onlyTheSameBytesAreTheSame() {
    #expect(isSame("", "") && isSame("getuk", "getuk"))
    #expect(!isSame("getuk", "getux") && !isSame("getuk", "getu") && !isSame("", "a"))
    #expect(!isSame("caf\u{E9}", "cafe\u{301}"))
    #expect(isSame([UInt8](), []) && isSame([1, 2], [1, 2] as [UInt8]))
    #expect(!isSame([1, 2], [1, 3] as [UInt8]) && !isSame([1, 2], [1] as [UInt8]))
  }

  @Test func aTextBeginsWithWhatIsInFrontOfItByteByByte() {
    #expect(begins("", with: "") && begins("a", with: "") && begins("produk/a", with: "produk"))
    #expect(!begins("produ", with: "produk") && !begins("", with: "a") && !begins("prodak/a", with: "produk"))
    #expect(begins("e\u{301}", with: "e"))
  }
}
