internal import ProductCatalog
internal import TemplateEngine

/// The search page.
extension PageValues {
  var search: SearchPage {
    let bands = SearchFacets.priceBands
    return SearchPage(
      chrome: chrome, index: edition.routes.url(ofPath: site.searchIndexes[number].folder),
      categories: shared.categories, places: searchPlaces,
      bands: bands.indices.map { PriceBand(from: bands[$0], to: $0 + 1 < bands.count ? bands[$0 + 1] : nil) },
      reaches: Product.Reach.allCases.map { Choice(value: $0.rawValue, label: texts("reach.\($0.rawValue)")) },
      availabilities: SearchFacets.availabilities.map { Choice(value: $0, label: texts("availability.\($0)")) })
  }

  private var searchPlaces: [SearchPlace] {
    catalog.kelurahan.indices.filter { !edition.byKelurahan[$0].isEmpty }.map { index in
      SearchPlace(
        slug: catalog.kelurahan[index].slug.text, name: catalog.kelurahan[index].name,
        url: url(.kelurahan(index, page: 1)), count: edition.byKelurahan[index].count,
        rws: edition.rws.filter { $0.kelurahan == index }.map { rw in
          PlaceCount(
            name: texts("title.rw_short", String(rw.number)), url: url(.rw(rw)), count: edition.byRW[rw]?.count ?? 0)
        })
    }
  }
}
