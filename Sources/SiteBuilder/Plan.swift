internal import Diagnostics
internal import ProductCatalog

/// What the project's files come to: the site, and what is wrong.
///
/// It keeps what it was made of, so that after an edit only what the edit changes is made anew. Whatever is taken over
/// is what making it anew would give: where that is in doubt, everything is made anew.
struct Plan: Sendable {
  var content: LoadedContent
  /// `nil` when there are errors.
  var site: Site?
  var links: ContentLinks?
  /// What is wrong besides the content's own problems.
  var problems: [Diagnostic] = []
  /// The machine could not do what photos need.
  var failure: MachineFailure?

  init(content: LoadedContent) { self.content = content }

  /// In no order.
  var diagnostics: [Diagnostic] {
    var diagnostics = content.diagnostics
    diagnostics += problems
    return diagnostics
  }

  /// Whether nothing is wrong with the theme, or with files as such.
  var hasOnlyTextProblems: Bool { problems.allSatisfy { $0.location.file.path.hasSuffix(".md") } }

  /// Reads a product's file again, when the edit changes nothing but what its own page and card say.
  /// - Returns: `false` when more than that may be different; then everything has to be planned again.
  mutating func replaceProduct(with file: SourceFile, in site: Site) -> Bool {
    guard var links, let index = content.replaceProduct(with: file) else { return false }
    guard let catalog = content.catalog else {
      self.site = nil
      return true
    }
    let (old, new) = (site.catalog.products[index], catalog.products[index])
    guard new.stands(where: old), !old.showsPictures, !new.showsPictures else { return false }
    for text in new.texts where links.headings.replace(with: text) { return false }
    links.catalog = catalog
    self.links = links
    let (bodies, notes) = site.bodies.replacing(index, with: new, site.editions, links)
    let texts = new.texts.map(\.file.path)
    problems.removeAll { problem in texts.contains { isSame($0, problem.location.file.path) } }
    for case .diagnostic(let problem) in notes { problems.append(problem) }
    problems += site.photos.diagnostics([new])
    self.site = problems.hasErrors ? nil : Site(site, catalog: catalog, product: index, bodies: bodies)
    return true
  }
}

extension Product {
  /// Whether it is on the same pages and in the same feeds as another state of it was, at the same addresses, in the same
  /// order, with the same pictures. The rest is between itself, its card and its page.
  fileprivate func stands(where old: Product) -> Bool {
    slug == old.slug && business == old.business && category == old.category && rw == old.rw
      && updated == old.updated && isDraft == old.isDraft && flagship == old.flagship && shelf == old.shelf
      && (price == nil) == (old.price == nil)
      && photos.elementsEqual(old.photos) { isSame($0.path, $1.path) && $0.alt == $1.alt && $0.credit == $1.credit }
      && translations.keys == old.translations.keys
      && translations.allSatisfy { $1.photoAlts == old.translations[$0]?.photoAlts }
  }

  fileprivate var texts: [Body] { [body] + translations.values.map(\.body) }

  /// Whether a text may show pictures: files that the site then has to hold.
  fileprivate var showsPictures: Bool {
    texts.contains { text in
      let bytes = text.file.bytes[text.range]
      return zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "!") && $1 == UInt8(ascii: "[") }
    }
  }
}
