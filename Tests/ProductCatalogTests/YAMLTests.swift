import Diagnostics
import ProductCatalog
import Testing

/// Front matter that is broken as YAML, and YAML that our files don't use.
@Suite struct YAMLTests {
  private func product(_ yaml: String) -> Loaded { Loaded([Samples.productPath: "---\n\(yaml)---\n"]) }

  private func said(_ yaml: String) -> String { product(yaml).text }

  @Test func pointsAtTheOpeningOfAQuoteThatIsNeverClosed() {
    #expect(
      said("name: \"Kain\nbusiness: batik\nprice: 100\n") == """
        content/products/kain-batik/index.md:2:7: error: this quote is opened and never closed [yaml.quote.unclosed]
          2 | name: "Kain
            |       ^
          help: write the same sign at the end of the text

        """)
  }

  @Test(arguments: ["name: \"Kain\nsummary: \"Halus\"\n", "name: 'Kain\nsummary: 'Halus'\n"])
  func pointsAtTheOpeningQuoteThatSwallowedTheNextLines(yaml: String) {
    #expect(product(yaml).codes.first == "yaml.quote.unclosed@2:7")
  }

  @Test func explainsAColonInAValue() {
    let loaded = product("name: Getuk: enak sekali # catatan\n")
    #expect(
      loaded.text == """
        content/products/kain-batik/index.md:2:7: error: a colon and a space in a text look like another key \
        [yaml.value.colon]
          2 | name: Getuk: enak sekali # catatan
            |       ^^^^^^^^^^^^^^^^^^
          help: put the text in quotes: 'Getuk: enak sekali'

        """)
    #expect(loaded.fix == "'Getuk: enak sekali'")
  }

  @Test(arguments: [
    "@kain", "`kain`", "%kain", "* kain", "*kain", "&kain", "& kain", "!kain", "! kain", "- kain", "-", "}kain", "]",
    ", kain",
  ])
  func saysToQuoteAValueThatBeginsWithASign(value: String) {
    let loaded = product("name: \(value)\nunit: dus\n")
    let found = loaded.diagnostics.first { $0.code == "yaml.value.reserved" }
    #expect(found?.location.start == SourceFile(path: "", text: "---\nname: ").position(at: 10))
    #expect(found?.fix == "'\(value)'")
  }

  @Test func showsHowToQuoteAValueThatBeginsWithASign() {
    #expect(
      said("name: @ibu's kain\n") == """
        content/products/kain-batik/index.md:2:7: error: @ at the beginning of a value means something else in YAML \
        [yaml.value.reserved]
          2 | name: @ibu's kain
            |       ^^^^^^^^^^^
          help: put the text in quotes: '@ibu''s kain'

        """)
  }

  @Test func explainsTabs() {
    #expect(
      said("place:\n\tkelurahan: magelang\n") == """
        content/products/kain-batik/index.md:3:1: error: a tab can't indent a line in YAML [yaml.indentation.tab]
          3 |  kelurahan: magelang
            | ^
          help: replace it with two spaces

        """)
  }

  @Test func namesBothPlacesOfADuplicateKey() {
    let text = Loaded.product(["variants": "[{name: A, price: 250000, name: B}]"]).text
    #expect(
      text == """
        content/products/kain-batik/index.md:10:37: error: "name" is written twice [yaml.key.duplicate]
          10 | variants: [{name: A, price: 250000, name: B}]
             |                                     ^^^^
          help: keep one of the two
          content/products/kain-batik/index.md:10:13: the first one is here

        """)
  }

  @Test func findsDuplicatesAmongManyKeys() {
    let keys = (0..<100).map { "k\($0): 1\n" }.joined()
    #expect(product(keys + "k7: 2\n").codes.contains("yaml.key.duplicate@102:1"))
  }

  @Test func refusesAnAliasBombQuickly() {
    var yaml = "a: &a [x, x, x]\n"
    for (name, previous) in zip("bcdefghij", "abcdefghi") {
      yaml += "\(name): &\(name) [*\(previous), *\(previous), *\(previous)]\n"
    }
    let loaded = product(yaml)
    #expect(loaded.catalog == nil)
    #expect(loaded.codes.filter { $0.hasPrefix("yaml.value.reserved") }.count == 37)
  }

  @Test(arguments: [
    "name: *name\n", "name: &name [*name]\n", "<<: *base\n", "name: !!str kain\n", "%YAML 1.1\nname: A\n",
  ])
  func refusesWhatOurFilesDoNotUse(yaml: String) {
    #expect(product(yaml).diagnostics.contains { $0.code == "yaml.value.reserved" }, "\(product(yaml).text)")
  }

  @Test func refusesASecondDocument() {
    let loaded = Loaded(["content/programmes.yaml": Samples.programmes + "---\nname: x\n"])
    #expect(loaded.codes == ["yaml.document.second@3:1"])
    #expect(product("name: A\n...\n--- B\n").codes == ["yaml.document.second@4:1"])
  }

  @Test func limitsNesting() {
    #expect(product("a: " + String(repeating: "[", count: 20_000) + "\n").codes == ["yaml.nesting.limit@2:35"])
    let deep = (0..<40).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(product(deep).codes == ["yaml.nesting.limit@34:33"])
  }

  @Test func limitsTheLengthOfAValue() {
    #expect(Loaded.product(["care": String(repeating: "a", count: 20_000)]).codes == ["yaml.value.size@10:7"])
  }

  @Test func limitsTheFrontMatter() {
    let line = String(repeating: "# catatan\n", count: 7000)
    #expect(product(line).codes == ["frontmatter.size@1:1"])
  }

  @Test func limitsTheFile() {
    let loaded = Loaded.product([:], body: String(repeating: "kata ", count: 300_000))
    #expect(loaded.codes == ["content.file.size@1:1"])
  }

  @Test func limitsTheEntriesOfAList() {
    let list = "[" + (0..<101).map { "a\($0)" }.joined(separator: ", ") + "]"
    #expect(Loaded.product(["ingredients": list]).codes == ["product.ingredients.count@10:505"])
  }

  @Test(arguments: [
    ("name Kain\nprice: 100\n", "yaml.colon.missing@2:1"),
    ("name: Kain\n  price: 100\n", "yaml.indentation.invalid@3:3"),
    ("  name: Kain\nprice: 100\n", "yaml.indentation.invalid@3:1"),
    ("tags: [a, b\nprice: 100\n", "yaml.bracket.unclosed@2:7"),
    ("flagship: {status: candidate\n", "yaml.bracket.unclosed@2:11"),
    ("name: 'Kain' batik\n", "yaml.quote.trailing@2:14"),
    ("name: \"Kain \\q\"\n", "yaml.escape.invalid@2:13"),
    ("{{ name }}: x\n", "yaml.key.invalid@2:2"),
    ("- name: x\n", "yaml.root.invalid@2:1"),
    ("kain\n", "yaml.root.invalid@2:1"),
    ("# hanya catatan\n", "yaml.empty@1:1"),
    ("", "yaml.empty@1:1"),
  ])
  func saysWhatIsWrongWithBrokenYAML(yaml: String, code: String) {
    #expect(product(yaml).codes.first?.hasPrefix(code) == true, "\(product(yaml).text)")
  }

  @Test(arguments: [
    ("", "frontmatter.missing", "this file is empty"), ("\n\n  \n", "frontmatter.missing", "this file is empty"),
    ("# Kain\n", "frontmatter.missing", "the first line must be ---"),
    ("\n---\nname: A\n---\n", "frontmatter.missing", "the first line must be ---"),
    ("---- \nname: A\n---\n", "frontmatter.missing", "the first line must be ---"),
    ("---\nname: A\n", "frontmatter.unclosed", "the second --- is missing: the part that begins here never ends"),
    ("---", "frontmatter.unclosed", "the second --- is missing: the part that begins here never ends"),
  ])
  func saysWhatIsWrongWithTheFences(text: String, code: String, message: String) {
    let loaded = Loaded([Samples.productPath: text])
    #expect(loaded.diagnostics.map(\.code) == [code])
    #expect(loaded.diagnostics.map(\.message.en) == [message])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func acceptsEveryLineBreak(lineBreak: String) {
    let text = Samples.product(["price": "Rp 1"]).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: lineBreak)
    #expect(Loaded([Samples.productPath: text]).codes == ["product.price.invalid@6:8"])
  }

  @Test func acceptsAByteOrderMark() {
    #expect(Loaded([Samples.productPath: "\u{FEFF}" + Samples.product()]).text == "")
    #expect(Loaded(["content/site.yaml": "\u{FEFF}" + Samples.site]).text == "")
    #expect(
      Loaded([Samples.productPath: "\u{FEFF}" + Samples.product(["price": "x"])]).codes == ["product.price.invalid@6:8"]
    )
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}", "é", "😀", "e\u{301}"])
  func countsPlacesInCharactersWhateverStandsBefore(text: String) {
    let loaded = Loaded.product(["name": "\"Kain \(text) batik\"", "price": "x"])
    #expect(loaded.codes.contains("product.price.invalid@6:8"), "\(loaded.codes)")
    #expect(
      Loaded.product(["tags": "[\"\(text)\", [x]]"]).codes.last
        == "product.tags.invalid@10:\(12 + text.unicodeScalars.count)")
  }

  @Test func reportsEveryProblemOfEveryFileAtOnce() {
    let loaded = Loaded([
      Samples.productPath: Samples.product([
        "price": "Rp 1", "availability": "redy", "flagship": "{status: best, yaer: 2025}",
        "variants": "[{name: A, price: 1_000}, {nama: B}]",
      ]),
      Samples.businessPath: "---\nname: B\nplace: {kelurahan: magelang, rw: 99}\n---\n",
      "content/site.yaml": Samples.site.replacing("#8A3B12", with: "red"),
    ])
    #expect(
      loaded.codes == [
        "business.name.length@2:7", "business.place.rw.range@3:34", "product.price.invalid@6:8",
        "product.availability.unknown@10:15", "product.flagship.status.unknown@11:20", "product.key.unknown@11:26",
        "product.variants.price.invalid@12:29", "product.key.unknown@12:38",
        "site.accent.invalid@18:9",
      ])
  }
}
