internal import Diagnostics
internal import SiteBuilder

/// `/_etalase/`: all pages of the site by kind, the drafts, and what is wrong, with a search that needs no script.
struct IndexPage {
  /// Pages of a kind that are listed, and pages that a search lists.
  private static let mostOfAKind = 30
  private static let mostFound = 200
  private static let mostProblems = 100

  let site: LiveSite
  let language: MessageLanguage
  let search: String

  var html: String {
    let sections = search.allSatisfy(\.isWhitespace) ? overview : found
    return PreviewFrame(
      language: language, title: "\(Words.allPages[language]) – \(Words.preview[language])", main: head + sections
    ).html
  }

  private var head: String {
    """
    <header class="et-head"><h1>\(text(Words.allPages))</h1>
    <p><a href="\(escaped(site.basePath))/">\(text(Words.home))</a></p></header>
    <form class="et-search" action="/_etalase/" role="search">
    <input type="search" name="q" value="\(escaped(search))" aria-label="\(text(Words.search))" \
    placeholder="\(text(Words.search))" data-etalase-search>
    <button>\(text(Words.searchButton))</button></form>
    <p class="et-hint">\(text(Words.hint))</p>

    """
  }

  private var overview: String {
    let pages = site.pages
    let kinds = Dictionary(grouping: pages, by: \.kind)
    let order = Words.kindOrder + kinds.keys.filter { !Words.kindOrder.contains($0) }.sorted()
    let sections = order.compactMap { kind in
      kinds[kind].map { section(text(Words.kind(kind)), $0, most: Self.mostOfAKind) }
    }
    let drafts = pages.filter(\.isDraft)
    return problems + (drafts.isEmpty ? "" : section(text(Words.drafts), drafts, most: Self.mostFound))
      + sections.joined()
  }

  private var found: String {
    let words = search.lowercased().split(separator: " ")
    let matches = site.pages.filter { page in
      let text = ([page.title, page.address] + page.content + page.photos).joined(separator: "\n").lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    guard !matches.isEmpty else { return "<p class=\"et-lead\">\(text(Words.nothingFound))</p>" }
    return section("“\(escaped(search))”", matches, most: Self.mostFound)
  }

  private func section(_ title: String, _ pages: [LivePage], most: Int) -> String {
    let rest = pages.count - most
    let more = rest > 0 ? "<p class=\"et-more\">\(text(Words.more(rest)))</p>" : ""
    return """
      <section><h2>\(title) <span class="et-count">\(pages.count)</span></h2>
      <ul class="et-pages">
      \(pages.prefix(most).map(row).joined())</ul>\(more)</section>

      """
  }

  private func row(_ page: LivePage) -> String {
    let badge = page.isDraft ? " <span class=\"et-badge\">\(text(Words.draft))</span>" : ""
    let file = page.content.first.map { "<small>\(escaped($0))</small>" } ?? ""
    return """
      <li><a href="\(escaped(page.address))" lang="\(escaped(page.language))">\(escaped(page.title))</a>\(badge)
      <small>\(escaped(page.address))</small>\(file)</li>

      """
  }

  private var problems: String {
    let errors = site.errors
    let warnings = site.diagnostics.filter { $0.severity == .warning }
    if errors.isEmpty, warnings.isEmpty { return "<p class=\"et-lead et-good\">\(text(Words.noProblems))</p>" }
    return list(text(Words.errors), errors) + list(text(Words.warnings), warnings)
  }

  private func list(_ title: String, _ problems: [Diagnostic]) -> String {
    guard !problems.isEmpty else { return "" }
    let rest = problems.count - Self.mostProblems
    let more = rest > 0 ? "<p class=\"et-more\">\(text(Words.moreProblems(rest)))</p>" : ""
    return """
      <section><h2>\(title) <span class="et-count">\(problems.count)</span></h2><ol class="et-problems">
      \(problems.prefix(Self.mostProblems).map { ProblemView($0, language).html(language) }.joined())</ol>\(more)</section>

      """
  }

  private func text(_ message: Message) -> String { escaped(message[language]) }
}
