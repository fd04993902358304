internal import TemplateEngine

/// `robots.txt` (RFC 9309): everything may be read. Pages that are not to be found say so themselves (`noindex`), which a
/// crawler sees only if it may read them.
struct Robots {
  static let path = "robots.txt"

  let site: Site

  func write(to buffer: inout OutputBuffer) {
    buffer.append("User-agent: *\nAllow: /\n\nSitemap: ")
    buffer.append(text: site.editions[0].routes.absoluteURL(ofPath: Sitemap.path).text)
    buffer.append("\n")
  }
}
