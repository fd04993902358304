internal import Diagnostics
internal import ProductCatalog

/// An address that something had under an old slug, in one language, and the page that has taken its place.
struct Redirect: Sendable {
  /// Index into `Site.editions`.
  let edition: Int
  /// Where the page that leads on lies in the output folder: `produk/getuk-lama/index.html`.
  let path: String
  let target: PageContent
}

/// The site's redirects, as pages that lead on and as lists for web servers that can answer with 301 themselves.
struct Redirects {
  /// For Netlify, Cloudflare Pages and GitLab Pages; `content/static/_redirects` holds a person's own rules.
  static let rulesName = "_redirects"
  /// For a `map $uri …` of nginx.
  static let mapName = "_redirects.map"

  private let editions: [Edition]
  private let all: [Redirect]

  init(_ catalog: Catalog, _ editions: [Edition]) {
    self.editions = editions
    all = editions.indices.flatMap { number in
      Self.moved(catalog, editions[number]).map { target, alias in
        Redirect(edition: number, path: editions[number].routes.outputPath(of: target, named: alias), target: target)
      }
    }.sorted { precedes($0.path, $1.path) }
  }

  /// - Parameter own: the rules that a person wrote. They come first, so that they win.
  func files(own: SourceFile?) -> [SiteFile] {
    var files = all.map { SiteFile(path: $0.path, source: .redirect($0)) }
    if own != nil || !all.isEmpty {
      files.append(SiteFile(path: Self.rulesName, source: .bytes(rules(own?.bytes ?? []))))
    }
    if !all.isEmpty { files.append(SiteFile(path: Self.mapName, source: .bytes(map))) }
    return files
  }

  /// Everything of a language that has old slugs.
  private static func moved(_ catalog: Catalog, _ edition: Edition) -> [(target: PageContent, alias: Slug)] {
    edition.products.flatMap { index in catalog.products[index].aliases.map { (.product(index), $0) } }
      + edition.businesses.flatMap { index in catalog.businesses[index].aliases.map { (.business(index), $0) } }
      + catalog.pages.indices.filter { edition.has(.info($0)) }.flatMap { index in
        catalog.pages[index].aliases.map { (index == catalog.centrePage ? .centre : .info(index), $0) }
      }
  }

  private func rules(_ own: [UInt8]) -> [UInt8] {
    let isOpen = own.last.map { $0 != UInt8(ascii: "\n") } ?? false
    return own + (isOpen ? [UInt8(ascii: "\n")] : []) + lines { "\($0) \($1) 301\n" }
  }

  private var map: [UInt8] { lines { "\"\($0)\" \"\($1)\";\n" } }

  private func lines(_ line: (_ from: String, _ to: String) -> String) -> [UInt8] {
    all.flatMap { redirect in
      let routes = editions[redirect.edition].routes
      let old = routes.url(ofPath: String(redirect.path.dropLast("index.html".utf8.count)))
      return Array(line(old.text, routes.url(of: redirect.target).text).utf8)
    }
  }
}
