internal import Diagnostics
internal import ProductCatalog
internal import TemplateEngine

/// Every file of the website: where it goes, and what is in it.
///
/// Rendering is pure: the same site gives the same bytes, on any thread and in any order.
struct Site: Sendable {
  let catalog: Catalog
  let editions: [Edition]
  let theme: Theme
  let bodies: Bodies
  let cards: Cards
  let date: CalendarDate
  /// Sorted by path, no two at one path.
  let files: [SiteFile]

  /// Appends the page to `buffer`.
  func render(_ page: PageAddress, into buffer: inout OutputBuffer) throws(RenderFailure) {
    let edition = editions[page.edition]
    let values = PageValues(site: self, edition: edition, number: page.edition, content: page.content)
    guard let template = theme.libraries[page.edition].template(page.content.kind + ".html") else {
      preconditionFailure("the theme was checked to have all page kinds")
    }
    try template.render(values.record, into: &buffer)
  }
}

/// A page, in one of the site's languages.
struct PageAddress: Sendable {
  /// Index into `Site.editions`.
  let edition: Int
  let content: PageContent
}

/// A file of the website.
struct SiteFile: Sendable {
  enum Source: Sendable {
    case page(PageAddress)
    /// A file of the project, copied as it is: its path from the project's folder.
    case copy(String)
    case bytes([UInt8])
  }

  /// From the output folder, with `/` between its parts.
  let path: String
  let source: Source

  var isPage: Bool {
    if case .page = source { return true }
    return false
  }
}
