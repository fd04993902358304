/// The first parts of addresses that the site needs for itself, so that no page may have them as its slug.
enum RouteWord {
  /// Those that are the same in every site; language codes and section words come on top.
  static let fixed: Set<String> = [
    "404", "assets", "basket", "cari", "search", "cetak", "print", "data", "feed", "feeds", "images", "index",
    "keranjang", "media", "robots", "sitemap", "static",
  ]

  /// All that a site with these languages needs. The default language's word for the centre is free: the page with that
  /// slug is the one about visiting it.
  static func all(_ languages: [Language]) -> Set<String> {
    languages.reduce(into: fixed) { words, language in
      words.insert(language.code)
      for section in language.sections.all { words.insert(section.text) }
    }.subtracting(languages.first.map { [$0.sections.centre.text] } ?? [])
  }
}
