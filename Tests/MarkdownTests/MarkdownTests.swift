import Diagnostics
import Markdown
import Testing

private func render(
  _ text: String, resolve: (LinkReference) -> LinkResolution = { .url($0.destination) }
) -> (html: String, messages: [String], document: MarkdownDocument) {
  let file = SourceFile(path: "a.md", text: text)
  let result = MarkdownDocument.render(file, body: 0..<file.bytes.count, resolve: resolve)
  let formatter = TextFormatter(language: .en)
  return (result.document.html, result.diagnostics.map(formatter.format), result.document)
}

@Suite struct MarkdownRendering {
  @Test func rendersTheDialectOfGitHub() {
    let text = """
      | Rasa | Isi |
      |:-----|----:|
      | Asin | 10  |

      ~~habis~~ www.example.org -- "baru"

      - [x] dikemas
      """
    #expect(
      render(text).html == """
        <div class="scroll" role="region" aria-label="Table 1" tabindex="0">
        <table>
        <thead>
        <tr>
        <th align="left">Rasa</th>
        <th align="right">Isi</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td align="left">Asin</td>
        <td align="right">10</td>
        </tr>
        </tbody>
        </table>
        </div>
        <p><del>habis</del> <a href="http://www.example.org" rel="noopener nofollow ugc">www.example.org</a> – “baru”</p>
        <ul>
        <li><input type="checkbox" checked="" disabled="" aria-label="Done" /> dikemas</li>
        </ul>

        """)
  }

  @Test func numbersFootnotesAndLabelsTheWayBack() {
    let file = SourceFile(path: "a.md", text: "Getuk[^1].\n\n[^1]: Dari singkong.\n")
    let html = MarkdownDocument.render(
      file, body: 0..<file.bytes.count, options: MarkdownOptions(footnoteBackLabel: "Kembali ke teks")
    ) { .url($0.destination) }.document.html
    #expect(html.contains("<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" data-footnote-ref>1</a></sup>"))
    #expect(html.contains("aria-label=\"Kembali ke teks\""))
    #expect(!html.contains("Back to content"))
  }

  @Test func namesTheBoxesOfTaskLists() {
    #expect(
      render("- [ ] pesan [x] dus\n- [X] kemas\n\n  rapi\n").html == """
        <ul>
        <li>
        <p><input type="checkbox" disabled="" aria-label="To do" /> pesan [x] dus</p>
        </li>
        <li>
        <p><input type="checkbox" checked="" disabled="" aria-label="Done" /> kemas</p>
        <p>rapi</p>
        </li>
        </ul>

        """)
  }

  @Test func tablesAndCodeScrollInBoxesThatTheKeyboardReaches() {
    let html = render("| a |\n|---|\n\n- | b |\n  |---|\n\n```\nc\n```\n\n    d\n").html
    #expect(
      html.split(separator: "\n").filter { $0.hasPrefix("<div") } == [
        "<div class=\"scroll\" role=\"region\" aria-label=\"Table 1\" tabindex=\"0\">",
        "<div class=\"scroll\" role=\"region\" aria-label=\"Table 2\" tabindex=\"0\">",
        "<div class=\"scroll\" role=\"region\" aria-label=\"Code 1\" tabindex=\"0\">",
        "<div class=\"scroll\" role=\"region\" aria-label=\"Code 2\" tabindex=\"0\">",
      ])
    #expect(html.contains("tabindex=\"0\">\n<pre><code>c\n</code></pre>\n</div>\n"))
  }

  @Test func numbersEqualHeadings() {
    let text = String(repeating: "a\n=\n\n", count: 2_900)
    #expect(render(text).document.headings.last?.id == "h-a-2900")
  }

  @Test func saysThatALinkHasNoAddress() {
    #expect(render("Lihat [ini]().").messages.first?.hasPrefix("a.md:1:11: error: link without an address") == true)
  }

  @Test func startsHeadingsAtTwoSkipsNoLevelAndMakesIdsUnique() {
    let result = render("### Bahan\n\n##### Isi\n\n### Bahan\n\n### *<b>* & \"x\"\n")
    #expect(
      result.document.headings.map { "\($0.level) \($0.id) \($0.text)" } == [
        "2 h-bahan Bahan", "3 h-isi Isi", "2 h-bahan-2 Bahan", "2 h-x  & “x”",
      ])
    #expect(result.html.hasPrefix("<h2 id=\"h-bahan\">\nBahan\n</h2>\n<h3 id=\"h-isi\">\nIsi\n</h3>\n"))
  }

  @Test func givesTheFirstParagraphAsPlainText() {
    #expect(
      render("## Judul\n\nGetuk *lembut*\ndari `singkong`.\n\nLain.").document.firstParagraph
        == "Getuk lembut dari singkong.")
  }

  @Test func rendersTheGivenPartOfTheFileOnly() {
    let file = SourceFile(path: "a.md", text: "---\nx: 1\n---\nIsi.\n")
    let result = MarkdownDocument.render(file, body: 13..<file.bytes.count) { .url($0.destination) }
    #expect(result.document.html == "<p>Isi.</p>\n")
  }

  @Test func leavesTemplateSyntaxAlone() {
    #expect(render("{{ price }} {% if %}").html == "<p>{{ price }} {% if %}</p>\n")
  }

  @Test func keepsStrikethroughAndAutolinksOnAllThreads() async {
    let text = "~~satu~~ www.example.org dan https://example.org/x\n\n" + String(repeating: "*a* ~~b~~ ", count: 50)
    let expected = render(text).html
    #expect(expected.contains("<del>satu</del>"))
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { (0..<200).allSatisfy { _ in render(text).html == expected } } }
      for await same in group { #expect(same) }
    }
  }
}

@Suite struct MarkdownLinks {
  @Test func asksTheSiteAboutRelativeLinksAndKeepsTheFragment() {
    let result = render("[a](../wajik/index.md#isi) [b](/produk/#x) [c](../wajik/index.md#h-isi)") { link in
      link.destination == "/produk/" ? .url("/base/produk/") : .text("/produk/wajik/")
    }
    #expect(
      result.html
        == "<p><a href=\"/produk/wajik/#h-isi\">a</a> <a href=\"/base/produk/#x\">b</a> <a href=\"/produk/wajik/#h-isi\">c</a></p>\n"
    )
  }

  @Test func pointsAtTheDestinationOfADeadLink() {
    let text =
      "Lihat [wajik](../wajik/index.md).\n\n> kutipan\n> [getuk](../getukk/index.md) é [lagi](../getukk/index.md)\n"
    let result = render(text) { link in
      link.destination == "../wajik/index.md"
        ? .url("/w/")
        : .dead(Message(en: "no file \"\(link.destination)\"", id: ""), help: .didYouMean("../getuk/index.md"))
    }
    #expect(
      result.messages == [
        """
        a.md:4:11: error: no file "../getukk/index.md" [markdown.link.dead]
          4 | > [getuk](../getukk/index.md) é [lagi](../getukk/index.md)
            |           ^^^^^^^^^^^^^^^^^^
          help: did you mean "../getuk/index.md"?

        """,
        """
        a.md:4:40: error: no file "../getukk/index.md" [markdown.link.dead]
          4 | > [getuk](../getukk/index.md) é [lagi](../getukk/index.md)
            |                                        ^^^^^^^^^^^^^^^^^^
          help: did you mean "../getuk/index.md"?

        """,
      ])
  }

  /// The text below each stands where the problem must be shown.
  @Test(arguments: [
    ("[a](../x-y) [b](../x)", "../x", 17),
    ("[a](../x-y) [b](<../x>)", "../x", 18),
    ("[../mati/](../mati/)", "../mati/", 12),
    ("(../mati/index.md) lalu [a](../mati/index.md)", "../mati/index.md", 29),
    ("Wah... [v](..)", "..", 12),
    ("![../x.jpg](../y.jpg) dan ![a]( ../x.jpg \"t\")", "../x.jpg", 33),
    ("../x dan [a][b]\n\n[b]: ../x", "../x", 6),
    ("[![../x.jpg](../y.jpg)](../x)", "../x", 25), ("[a](/)\n\n## [../x](../x)", "../x", 11),
  ])
  func pointsAtTheLinkThatIsDead(_ text: String, _ dead: String, _ column: Int) {
    let messages = render(text) { link in
      isSame(link.destination, dead) ? .dead(Message(en: "dead", id: ""), help: nil) : .url("/")
    }.messages
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(messages.map { String($0.prefix { $0 != " " }) } == ["a.md:\(line):\(column):"])
  }

  @Test func pointsAtEachOfSeveralEqualLinks() {
    let text = """
      [a](../x) [b](../y) [c](../x)

      | [d](../x) | [e](../x) |
      |---|---|
      | `../x` | [f](../x) |

      [g](../x)[^1]

      [^1]: [h](../x)
      """
    let places = render(text) { link in
      isSame(link.destination, "../y") ? .url("/") : .dead(Message(en: "dead", id: ""), help: nil)
    }.messages.map { String($0.dropFirst(5).prefix { $0 != " " }) }
    #expect(places == ["1:5:", "1:25:", "3:7:", "3:19:", "5:16:", "7:5:", "9:11:"])
  }

  @Test func saysThatAMarkHasNoDefinition() {
    let result = render(
      "Getuk[^9] dan [peta][pta].\n\n- `[^8]` \\[^7] a[1]\\[2] [b][c]\n\n```\n[^6] [a][b]\n```\n\n[c]: /x\n\n[^5]: x\n")
    #expect(
      result.messages == [
        """
        a.md:1:6: warning: footnote "[^9]" has no text [markdown.definition]
          1 | Getuk[^9] dan [peta][pta].
            |      ^^^^
          help: write it on a line of its own: "[^9]: …"; or put \\ before the bracket to show it as it is

        """,
        """
        a.md:1:21: warning: link "[pta]" has no address [markdown.definition]
          1 | Getuk[^9] dan [peta][pta].
            |                     ^^^^^
          help: write it on a line of its own: "[pta]: ../getuk/index.md"; or put \\ before the bracket to show it as it is

        """,
      ])
  }

  @Test func marksExternalLinksAndEscapesTheirTitle() {
    let html = render("[x](https://example.org/?a=1&b='2' \"<\\\" onclick=x>\")").html
    #expect(
      html
        == "<p><a href=\"https://example.org/?a=1&amp;b=&#39;2&#39;\" title=\"&lt;&#34; onclick=x&gt;\" rel=\"noopener nofollow ugc\">x</a></p>\n"
    )
  }

  @Test func resolvesFragmentsAgainstTheTextsHeadings() {
    let result = render("## Cara simpan\n\n[a](#cara-simpan) [b](#cara-simpn)")
    #expect(result.html.contains("<a href=\"#h-cara-simpan\">a</a>"))
    #expect(result.messages.count == 1)
    #expect(result.messages[0].contains("a.md:3:23: error: no heading \"#cara-simpn\" in this text"))
    #expect(result.messages[0].contains("did you mean \"cara-simpan\"?"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
    "jav&#x0A;ascript:alert(1)", "&#106;avascript:alert(1)", "&#1;javascript:alert(1)", "//example.org/x",
    "blob:x", "javascript&colon;alert(1)", "\\\\example.org", "ftp://x", "<java script:x>",
  ])
  func dropsDangerousURLsWithAWarning(_ destination: String) {
    let result = render("[klik](\(destination)) ![gambar](\(destination))") { link in
      .dead(Message(en: "relative: \(link.destination)", id: ""), help: nil)
    }
    #expect(!result.html.lowercased().contains("script:"))
    #expect(result.html.hasPrefix("<p>klik gambar</p>"), "\(result.html)")
    #expect(result.messages.count == 2)
  }

  @Test func dropsRawHTMLWithAWarningAtItsPlace() {
    let result = render("Satu <b onclick=x>dua</b>.\n\n<script>\nalert(1)\n</script>\n\nTiga.")
    #expect(result.html == "<p>Satu dua.</p>\n<p>Tiga.</p>\n")
    #expect(result.messages.map { String($0.prefix(13)) } == ["a.md:1:6: war", "a.md:1:22: wa", "a.md:3:1: war"])
  }

  @Test func editsLinksAndPicturesInTablesAsElsewhere() {
    let result = render("| ![Getuk](a.jpg) | [x](https://example.org) [y](javascript:z) |\n|---|---|\n") {
      .url("/p/" + $0.destination)
    }
    #expect(result.html.contains("<th><img src=\"/p/a.jpg\" alt=\"Getuk\" loading=\"lazy\" /></th>"))
    #expect(result.html.contains("<th><a href=\"https://example.org\" rel=\"noopener nofollow ugc\">x</a> y</th>"))
  }

  @Test func turnsPicturesIntoLazyImagesWithEscapedAlternativeText() {
    let result = render("![getuk \"tiga\" <b>](getuk.jpg) ![](b.jpg)") { .url("/p/" + $0.destination) }
    #expect(
      result.html.contains("<img src=\"/p/getuk.jpg\" alt=\"getuk “tiga” \" loading=\"lazy\" />"), "\(result.html)")
    #expect(result.messages.contains { $0.contains("picture without a description") })
  }
}

@Suite struct MarkdownLimitsTests {
  static let tooMuch: [String: (text: String, code: String)] = [
    "body": (String(repeating: "kata kata\n", count: 110_000), "markdown.limit.body"),
    "line": (String(repeating: "kata ", count: 5_000), "markdown.limit.line"),
    "images": (String(repeating: "![[]()\n", count: 20_000), "markdown.limit.markers"),
    "quotes": (String(repeating: ">", count: 10_000), "markdown.limit.markers"),
    "brackets": (String(repeating: "[\n", count: 10_000), "markdown.limit.markers"),
    "lists": (String(repeating: "- a\n  - b\n", count: 3_000), "markdown.limit.markers"),
    "wide table": ("|" + String(repeating: "a|", count: 6_000), "markdown.limit.markers"),
    "link definition used often": (
      "[a]: /" + String(repeating: "x", count: 7_000) + "\n\n" + String(repeating: "[a]\n", count: 2_000),
      "markdown.limit.output"
    ),
  ]

  @Test(arguments: tooMuch.keys.sorted())
  func refusesTextThatWouldTakeTooLong(_ name: String) {
    let start = ContinuousClock.now
    let file = SourceFile(path: "a.md", text: Self.tooMuch[name]!.text)
    let result = MarkdownDocument.render(file, body: 0..<file.bytes.count) { .url($0.destination) }
    #expect(result.diagnostics.map(\.code) == [Self.tooMuch[name]!.code])
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  static let hostile = [
    String(repeating: ">", count: 2_900), String(repeating: "![[]()", count: 1_300),
    String(repeating: "*a **b\n", count: 900), String(repeating: "<a\n", count: 2_900),
    (0..<2_000).map { "[^\($0)]: x\n" }.joined() + (0..<400).map { "[^\($0)]" }.joined(),
    String(repeating: "- a\n  ", count: 2_000), String(repeating: "`a\n", count: 2_900),
    String(repeating: "a@", count: 2_900), String(repeating: "a\n=\n\n", count: 2_900),
    String(repeating: "[x](../tidak-ada.md)\n", count: 1_400),
  ]

  @Test(arguments: hostile.indices)
  func survivesHostileTextWithinTheLimits(_ number: Int) {
    let start = ContinuousClock.now
    _ = render(Self.hostile[number])
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
