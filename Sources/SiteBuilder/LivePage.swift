internal import Diagnostics
internal import ProductCatalog

/// A page as its authors know it: what it shows, and which files that comes from.
public struct LivePage: Sendable, Encodable {
  /// From the host's root: `/produk/getuk/`.
  public let address: String
  public let title: String
  /// As in `page.kind`: `product`, `rw_board`.
  public let kind: String
  public let language: String
  public let isDraft: Bool
  /// The content files that it is about, the one with its text first.
  public let content: [String]
  public let templates: [String]
  public let photos: [String]
}

extension Site {
  /// All pages: language by language, the default one first, in the order of their addresses.
  var livePages: [LivePage] {
    let templates = editions.indices.map { edition in
      Dictionary(uniqueKeysWithValues: pageKinds.map { ($0.template, templatePaths($0.template, edition)) })
    }
    var pages: [[LivePage]] = editions.map { _ in [] }
    for page in files.compactMap(\.page) { pages[page.edition].append(livePage(page, templates)) }
    return pages.flatMap { $0 }
  }

  func livePage(_ page: PageAddress) -> LivePage {
    let template = page.content.kind + ".html"
    var known = editions.map { _ in [String: [String]]() }
    known[page.edition][template] = templatePaths(template, page.edition)
    return livePage(page, known)
  }

  /// - Parameter templates: by edition, then by the page kind's template: what that is made of.
  private func livePage(_ page: PageAddress, _ templates: [[String: [String]]]) -> LivePage {
    let edition = editions[page.edition]
    let values = PageValues(site: self, edition: edition, number: page.edition, content: page.content)
    return LivePage(
      address: edition.routes.url(of: page.content).text, title: values.title, kind: page.content.kind,
      language: edition.language.code, isDraft: catalog.isDraft(page.content), content: contentPaths(page),
      templates: templates[page.edition][page.content.kind + ".html"] ?? [], photos: photoPaths(page.content))
  }

  private func templatePaths(_ template: String, _ edition: Int) -> [String] {
    theme.libraries[edition].template(template)?.paths ?? []
  }

  /// The text in the page's language, then the file with everything else.
  private func contentPaths(_ page: PageAddress) -> [String] {
    let language = editions[page.edition].language.code
    func paths(_ text: Body, _ main: Body) -> [String] {
      isSame(text.file.path, main.file.path) ? [main.file.path] : [text.file.path, main.file.path]
    }
    switch page.content {
    case .product(let index):
      return paths(catalog.products[index].body(in: language), catalog.products[index].body)
    case .business(let index):
      return paths(catalog.businesses[index].story(in: language), catalog.businesses[index].story)
    case .info(let index): return paths(catalog.pages[index].body(in: language), catalog.pages[index].body)
    case .centre:
      return catalog.centrePage.map { paths(catalog.pages[$0].body(in: language), catalog.pages[$0].body) } ?? []
    default: return []
    }
  }

  private func photoPaths(_ content: PageContent) -> [String] {
    guard case .product(let index) = content else { return [] }
    return catalog.products[index].photos.map(\.path)
  }
}

/// Files by their addresses.
extension Site {
  var basePath: String { String(address(of: "").dropLast()) }

  /// Where in the output folder a path of the address leads: `produk/getuk/` for `/etalase/produk/getuk/`.
  func place(of path: String) -> String? {
    let base = basePath + "/"
    guard path.utf8.starts(with: base.utf8) else { return nil }
    return String(Substring(path.utf8.dropFirst(base.utf8.count)))
  }

  func address(of place: String) -> String { editions[0].routes.url(ofPath: place).text }

  /// - Complexity: O(log files), but for the first file of a search index: that is made then.
  func file(at path: String) -> SiteFile? {
    if let file = files.file(at: path) { return file }
    guard path.utf8.starts(with: SearchIndex.root.utf8) else { return nil }
    return searchIndexes.lazy.flatMap(\.files).first { isSame($0.path, path) }
  }

  /// Where a file of the project is copied to.
  func addresses(ofCopy path: String) -> [String] {
    files.filter { file in
      if case .copy(let source) = file.source { isSame(source, path) } else { false }
    }.map { address(of: $0.path) }
  }
}

extension [SiteFile] {
  /// The file at a path, in a list that ascends by path.
  fileprivate func file(at path: String) -> SiteFile? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(self[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    return low < count && isSame(self[low].path, path) ? self[low] : nil
  }
}
