internal import TemplateEngine

/// A file that programs read, made from the catalog when it is written: for search engines, feed readers, shops.
enum Output: Hashable, Sendable {
  /// What crawlers may read: everything.
  case robots
  /// Pages for search engines; numbers count `Site.indexable`.
  case sitemap(Range<Int>)
  /// The parts of a sitemap that is too large for one file: their paths.
  case sitemapIndex([String])
}

extension Site {
  /// Appends the file's bytes to `buffer`.
  func render(_ output: Output, into buffer: inout OutputBuffer) {
    switch output {
    case .robots: Robots(site: self).write(to: &buffer)
    case .sitemap(let pages): Sitemap(site: self).write(pages, to: &buffer)
    case .sitemapIndex(let parts): Sitemap(site: self).writeIndex(parts, to: &buffer)
    }
  }
}
