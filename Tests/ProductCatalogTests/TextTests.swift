import Diagnostics
import ProductCatalog
import Testing

/// Bytes and characters that no content file may hold.
@Suite struct TextTests {
  private func load(_ bytes: [UInt8]) -> Loaded {
    let others = Samples.files.filter { $0.key != Samples.productPath }.map { SourceFile(path: $0.key, text: $0.value) }
    return Loaded(files: others + [SourceFile(path: Samples.productPath, bytes: bytes)])
  }

  /// The sample product with `X` in its body, that byte replaced.
  private func body(_ bytes: [UInt8]) -> Loaded {
    load(Array(Samples.product(body: "Kafe ").utf8) + bytes + Array(" enak.\n".utf8))
  }

  @Test func namesTheLikelyEncodingOfASingleByteLetter() {
    #expect(
      body([0xE9]).text == """
        \(Samples.productPath):11:6: error: this letter looks like Windows-1252 (Latin-1); texts must be UTF-8 \
        [text.encoding.invalid]
          11 | Kafe \u{FFFD} enak.
             |      ^
          help: open the file in an editor and save it as UTF-8

        """)
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80],
      [0xFF], [0x80], [0xE2, 0x82], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) {
    #expect(body(bytes).codes == ["text.encoding.invalid@11:6"])
  }

  @Test func recognisesUTF16() {
    let text = Samples.product()
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + little, little, [0xFE, 0xFF] + big, big] {
      let loaded = load(bytes)
      #expect(loaded.codes == ["text.encoding.invalid@1:1"])
      #expect(loaded.diagnostics.first?.message.en == "this file looks like UTF-16; texts must be UTF-8")
    }
  }

  @Test(arguments: [0x00, 0x07, 0x1B, 0x7F, 0x9B, 0xFDD0, 0xFFFE, 0x1FFFF] as [UInt32])
  func refusesControlCharacters(value: UInt32) throws {
    let text = String(Character(try #require(Unicode.Scalar(value))))
    #expect(body(Array(text.utf8)).codes == ["text.character.control@11:6"])
  }

  @Test func findsControlCharactersWhereverTheyStand() {
    for shift in 0..<17 {
      let text = String(repeating: "x", count: shift) + "\n\u{B}\n \u{1F}xxxxxxxxxxxxxxxxx"
      let expected = ["text.character.control@12:1", "text.character.control@13:2"]
      #expect(Loaded.product([:], body: text).codes == expected)
    }
  }

  @Test func reportsOnlySomeOfManyAlikeCharacters() {
    #expect(body([UInt8](repeating: 7, count: 1000)).diagnostics.count == 10)
    let numbers = String(repeating: "3371014101900001 ", count: 100)
    #expect(Loaded.product([:], body: numbers + "\n").diagnostics.count == 10)
  }

  @Test(arguments: ["\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{AD}", "\u{E0041}"])
  func warnsAboutInvisibleCharacters(character: String) {
    let loaded = Loaded.product(["care": "\"Cuci \(character)tangan\""])
    #expect(loaded.codes == ["text.character.invisible@10:13"] && loaded.catalog != nil)
    #expect(loaded.fix == "")
  }

  @Test func warnsWhereAnotherProgramLostALetter() {
    #expect(
      Loaded.product([:], body: "Keripik khas Kedu\u{FFFD}\n").text == """
        \(Samples.productPath):11:18: warning: a letter got lost here: another program could not read it, and visitors see \
        a question mark in a box [text.character.lost]
          11 | Keripik khas Kedu\u{FFFD}
             |                  ^
          help: type the letter again

        """)
  }

  @Test func leavesJoinersAndEmojiAlone() {
    #expect(Loaded.product([:], body: "👩‍👩‍👧 ꦗꦮ 👍🏽 e\u{301}\n").text == "")
  }

  @Test(arguments: ["\\u200b", "\\x1b", "\\0"])
  func looksAtEscapedCharactersToo(escape: String) {
    let loaded = Loaded.product(["care": "\"Cuci \(escape)tangan\""])
    #expect(loaded.codes.count == 1 && loaded.codes[0].hasSuffix("@10:7"))
  }

  @Test func findsANumberOfAnIdentityCardAnywhere() {
    #expect(
      Loaded.product([:], body: "Hubungi pemilik, NIK 3371014101900001.\n").text == """
        \(Samples.productPath):11:22: error: 16 digits: this may be a NIK, which must never be published \
        [privacy.number.forbidden]
          11 | Hubungi pemilik, NIK 3371014101900001.
             |                      ^^^^^^^^^^^^^^^^
          help: remove it, also from the file's history if it was ever committed

        """)
    #expect(Loaded.product(["care": "3371014101900001"]).codes == ["privacy.number.forbidden@10:7"])
    #expect(Loaded.business("licences: {nib: \"3371014101900001\"}").codes.contains("privacy.number.forbidden@4:18"))
    #expect(Loaded.product(["care": "\"\\x33371014101900001\""]).codes == ["privacy.number.forbidden@10:7"])
  }

  @Test(arguments: [
    "3371 0141 0190 0001", "337101-410190-0001", "33.71.01.410190.0001", "337101 4101900001", "1234567890123456",
  ])
  func findsItInTheGroupsThatPeopleWrite(number: String) {
    for shift in 0..<9 {
      let loaded = Loaded.product([:], body: String(repeating: "x", count: shift) + " \(number) y\n")
      #expect(loaded.codes == ["privacy.number.forbidden@11:\(shift + 2)"], "\(shift)")
    }
  }

  @Test(arguments: [
    "33710141019000012", "337101410190000", "2019 2020 2021 2022", "1000 2000 3000 4000", "ID3371014101900001",
    "10 20 30 40 50 60 70 80", "081234567890, 081234567891",
  ])
  func acceptsOtherNumbers(number: String) {
    let codes = Loaded.product([:], body: "Nomor \(number)\n").codes
    #expect(codes.filter { $0.hasPrefix("privacy") } == [])
  }
}
