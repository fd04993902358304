internal import ProductCatalog

/// What the search page looks things up in: small files below a folder whose name changes with what is in them.
///
///     assets/search/id-1f2e3d4c5b6a7988/index.json      columns to filter and sort by, and what the other files hold
///     …/terms/0.json    …/words/0.json                  which products have which words
///     …/cards/0.json                                    what is shown of a product
///     …/prices.json                                     the order by price
///
/// Products are numbered by category, by the first word of their names, and from the newest: what people look for
/// together lies together, so an answer needs few files.
struct SearchIndex: Sendable {
  /// Where the folders of all indexes are.
  static let root = "assets/search/"

  /// Ends in a slash.
  let folder: String
  let files: [SiteFile]

  init(catalog: Catalog, photos: PhotoLibrary, edition: Edition) {
    let order = Self.order(edition.products, catalog, edition.language.code)
    let cards = SearchCards(catalog: catalog, photos: photos, edition: edition)
    let facets = SearchFacets(catalog: catalog, products: order)
    let terms = Self.terms(order, catalog, edition)
    let shards = SearchShards(terms.lists())

    let newest = Array(edition.products.prefix(Edition.pageLength))
    var files = [("prices.json", facets.prices)]
    files += shards.files.enumerated().map { ("terms/\($0.offset).json", $0.element) }
    files += shards.wordLists.enumerated().map { ("words/\($0.offset).json", $0.element) }
    files += cards.files(order).enumerated().map { ("cards/\($0.offset).json", $0.element) }
    files.append(
      ("index.json", Self.index(facets, shards, ignored: terms.ignoredWords, catalog, edition, newest: newest, cards)))

    let hash = files.reduce(into: StableHash()) { hash, file in
      hash.combine(file.0.utf8)
      hash.combine(file.1)
    }
    let folder = "\(Self.root)\(edition.language.code)-\(hash.text)/"
    self.folder = folder
    self.files = files.map { SiteFile(path: folder + $0.0, source: .bytes($0.1)) }
  }

  private static func order(_ products: [Int], _ catalog: Catalog, _ language: String) -> [Int] {
    var words = FoldedWords()
    let keys = products.enumerated().map { place, product in
      words.removeAll()
      words.add(catalog.products[product].name(in: language))
      let first = words.count > 0 ? words.bytes[words.range(0)].prefix(8) : []
      let beginning = (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64($1 < first.count ? first[$1] : 0) }
      return (catalog.products[product].category.index, beginning, place)
    }
    return keys.sorted(by: <).map { products[$0.2] }
  }

  private static func terms(_ order: [Int], _ catalog: Catalog, _ edition: Edition) -> SearchTerms {
    let language = edition.language.code
    var terms = SearchTerms(ignored: edition.texts("search.ignored"))
    let makers = catalog.businesses.map { terms.terms(of: $0.name(in: language)) }
    let places = catalog.kelurahan.map { terms.terms(of: $0.name) }
    let categories = catalog.categories.map { category in
      let parent = category.parent.map { catalog[$0].name[language] } ?? ""
      return terms.terms(of: "\(category.name[language]) \(parent)")
    }
    for (document, index) in order.enumerated() {
      let product = catalog.products[index]
      terms.add(CollectionOfOne(product.name(in: language)), as: .name, to: document)
      let labels = makers[product.business] + places[product.rw.kelurahan] + categories[product.category.index]
      for term in labels { terms.add(term, as: .label, to: document) }
      terms.add(product.tags, as: .label, to: document)
      terms.add([product.summary(in: language)] + product.variants.map(\.name), as: .text, to: document)
    }
    return terms
  }

  /// What is read first, and always.
  private static func index(
    _ facets: SearchFacets, _ shards: SearchShards, ignored: [String], _ catalog: Catalog, _ edition: Edition,
    newest: [Int], _ cards: SearchCards
  ) -> [UInt8] {
    let places = newest.map { facets.products.firstIndex(of: $0)! }
    var bytes = Array("{\"count\":\(facets.products.count),\"perFile\":\(SearchCards.perFile)".utf8)
    bytes += ",\"newest\":\(places),\"newestCards\":".utf8
    bytes += cards.file(newest[...])
    bytes += ",\"products\":".utf8
    SearchCode.append(edition.routes.url(of: .products(page: 1)).text, to: &bytes)
    for (name, texts) in [
      ("categories", catalog.categories.map(\.path)), ("places", catalog.kelurahan.map(\.slug.text)),
      ("placeNames", catalog.kelurahan.map(\.name)),
      ("terms", shards.firsts), ("words", shards.letters), ("ignored", ignored),
    ] {
      bytes += ",\"\(name)\":".utf8
      SearchCode.append(texts, to: &bytes)
    }
    bytes += ",\"bands\":\(SearchFacets.priceBands)".utf8
    facets.append(to: &bytes)
    return bytes + "}".utf8
  }
}
