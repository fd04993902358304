internal import Diagnostics
internal import Markdown
internal import ProductCatalog

/// Every text of the catalog as HTML, in every language.
struct Bodies: Sendable {
  /// The HTML by product, then by edition; empty where the edition has no such page.
  private var products: [[String]]
  private let businesses: [[Story]]
  private let pages: [[String]]

  private struct Story: Sendable {
    let html: String
    let summary: String
  }

  func product(_ index: Int, _ edition: Int) -> String { products[index][edition] }
  func business(_ index: Int, _ edition: Int) -> String { businesses[index][edition].html }
  func page(_ index: Int, _ edition: Int) -> String { pages[index][edition] }

  /// The story's first sentences, at most 160 letters. In the default language where there is no translation.
  func businessSummary(_ index: Int, _ edition: Int) -> String {
    let stories = businesses[index]
    return stories[edition].summary.isEmpty ? stories[0].summary : stories[edition].summary
  }

  /// Whether the business has a summary in that very language.
  func hasSummary(_ index: Int, _ edition: Int) -> Bool { !businesses[index][edition].summary.isEmpty }

  /// What rendering the texts found: problems, and the pictures that they show.
  enum Note: Sendable {
    case diagnostic(Diagnostic)
    case picture(path: String)
  }

  /// - Complexity: O(bytes); about 30 µs a text.
  static func render(
    _ catalog: Catalog, _ editions: [Edition], _ links: ContentLinks, jobs: Int
  ) -> (bodies: Bodies, notes: [Note]) {
    let products = Array(catalog.products.indices).compactMapInParallel(jobs: jobs) { (index, notes: inout [Note]) in
      product(index, catalog.products[index], editions, links, &notes)
    }
    let businesses = Array(catalog.businesses.indices).compactMapInParallel(jobs: jobs) {
      (index, notes: inout [Note]) in
      editions.map { edition in
        guard edition.has(.business(index)) else { return Story(html: "", summary: "") }
        let story = html(catalog.businesses[index].story(in: edition.language.code), edition, links, &notes)
        return Story(html: story.html, summary: shortened(story.firstParagraph))
      }
    }
    let pages = Array(catalog.pages.indices).compactMapInParallel(jobs: jobs) { (index, notes: inout [Note]) in
      editions.map { edition in
        guard edition.has(.info(index)) else { return "" }
        let body = catalog.pages[index].body(in: edition.language.code)
        return html(body, edition, links, &notes, beginsWithPicture: true).html
      }
    }
    return (
      Bodies(products: products.results, businesses: businesses.results, pages: pages.results),
      products.notes + businesses.notes + pages.notes
    )
  }

  private static func product(
    _ index: Int, _ product: Product, _ editions: [Edition], _ links: ContentLinks, _ notes: inout [Note]
  ) -> [String] {
    editions.map { edition in
      guard edition.has(.product(index)) else { return "" }
      let body = product.body(in: edition.language.code)
      return html(body, edition, links, &notes, beginsWithPicture: product.photos.isEmpty).html
    }
  }

  /// The same texts but for those of one product.
  func replacing(
    _ index: Int, with product: Product, _ editions: [Edition], _ links: ContentLinks
  ) -> (bodies: Bodies, notes: [Note]) {
    var (bodies, notes): (Bodies, [Note]) = (self, [])
    bodies.products[index] = Self.product(index, product, editions, links, &notes)
    return (bodies, notes)
  }

  private static func html(
    _ body: Body, _ edition: Edition, _ links: ContentLinks, _ notes: inout [Note], beginsWithPicture: Bool = false
  ) -> MarkdownDocument {
    var pictures: [String] = []
    let options = MarkdownOptions(
      footnoteBackLabel: edition.texts("footnote.back"), doneLabel: edition.texts("task.done"),
      toDoLabel: edition.texts("task.to_do"), tableLabel: edition.texts("text.table"),
      codeLabel: edition.texts("text.code"), beginsWithPicture: beginsWithPicture)
    let result = MarkdownDocument.render(body.file, body: body.range, options: options) { link in
      links.resolve(link, from: body.file.path, edition, &pictures)
    }
    notes += result.diagnostics.map(Note.diagnostic) + pictures.map { Note.picture(path: $0) }
    for link in result.document.headingLinks {
      let headings = links.headings(ofTextAt: link.destination, from: body.file.path, edition)
      if let problem = headings.flatMap(link.problem) { notes.append(.diagnostic(problem)) }
    }
    return result.document
  }

  /// The problems of texts whose catalog could not be made: all but those of links to the site's own addresses, and to
  /// headings of other texts.
  static func check(_ files: [SourceFile], _ content: ContentFiles, jobs: Int) -> [Diagnostic] {
    files.filter { $0.path.hasSuffix(".md") }.compactMapInParallel(jobs: jobs) { (file, problems: inout [Diagnostic]) in
      guard let body = Body.of(file) else { return }
      problems +=
        MarkdownDocument.render(file, body: body.range) { link in
          if link.destination.hasPrefix("/") { return .url(link.destination) }
          switch content.target(of: link.destination, from: file.path) {
          case .nothing(let message, let help): return .dead(message, help: help)
          case .text, .other: return .url(link.destination)
          }
        }.diagnostics
    }.notes
  }

  private static let summaryLength = 160

  /// Whole sentences where they fit, else whole words and an ellipsis.
  private static func shortened(_ text: String) -> String {
    let letters = text.unicodeScalars
    guard let end = letters.index(letters.startIndex, offsetBy: summaryLength, limitedBy: letters.endIndex),
      end < letters.endIndex
    else { return text }
    var (sentence, word): (String.Index?, String.Index?)
    var (previous, number) = (Unicode.Scalar(0), 0)
    for index in letters[...end].indices {
      if letters[index] == " " {
        if number > summaryLength / 3 + 1, [".", "!", "?"].contains(previous) { sentence = index }
        if number < summaryLength { word = index }
      }
      (previous, number) = (letters[index], number + 1)
    }
    if let sentence { return String(text[..<sentence]) }
    return text[..<(word ?? letters.index(before: end))] + "…"
  }
}

extension Product {
  func body(in language: String) -> Body { translations[language]?.body ?? body }
}

extension Business {
  func story(in language: String) -> Body { translations[language]?.story ?? story }
}

extension InfoPage {
  func body(in language: String) -> Body { translations[language]?.body ?? body }
}
