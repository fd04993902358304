internal import ProductCatalog
internal import TemplateEngine

/// Pages of places: a kelurahan, an RW.
extension PageValues {
  func kelurahan(_ index: Int, _ page: Int) -> KelurahanPage {
    let products = edition.byKelurahan[index]
    let rws = edition.rws.filter { $0.kelurahan == index }
    return KelurahanPage(
      chrome: chrome, name: catalog.kelurahan[index].name, slug: catalog.kelurahan[index].slug.text,
      district: catalog.districts[catalog.kelurahan[index].district].name,
      rws: rws.map(rwCount), cards: cards(Edition.slice(products, page: page)), total: products.count,
      businesses: page == 1 ? businessCards(edition.businessesByKelurahan[index]) : [],
      pagination: pagination(page, of: products.count) { .kelurahan(index, page: $0) })
  }

  private func rwCount(_ rw: RW) -> RWCount {
    let products = edition.byRW[rw] ?? []
    return RWCount(
      name: texts("title.rw_short", String(rw.number)), url: url(.rw(rw)), count: products.count,
      flagship: products.first { catalog.products[$0].isDesignated }.flatMap { shared.products[$0] })
  }

  func rw(_ rw: RW) -> RWPage {
    let products = edition.byRW[rw] ?? []
    let flagship = products.first { catalog.products[$0].isDesignated }
    let candidate = flagship == nil ? products.first { catalog.products[$0].isCandidate } : nil
    let businesses = edition.businessesByKelurahan[rw.kelurahan].filter { catalog.businesses[$0].rw == rw }
    return RWPage(
      chrome: chrome, name: placeName(rw), number: rw.number, kelurahan: kelurahanLink(rw.kelurahan),
      flagship: flagship.flatMap { shared.products[$0] }, candidate: candidate.flatMap { shared.products[$0] },
      groups: catalog.categories.topLevel.compactMap { group(rw, $0) }, businesses: businessCards(businesses),
      total: products.count)
  }

  private func group(_ rw: RW, _ id: CategoryID) -> Group? {
    let products = edition.products(in: rw, id)
    guard !products.isEmpty else { return nil }
    let target = products.count >= 2 ? PageContent.rwCategory(rw, id) : .category(id, page: 1)
    return Group(name: catalog[id].name[language], url: url(target), cards: cards(products))
  }

  func rwCategory(_ rw: RW, _ id: CategoryID) -> RWCategoryPage {
    let products = edition.products(in: rw, id)
    return RWCategoryPage(
      chrome: chrome, name: texts("title.rw_category", catalog[id].name[language], placeName(rw)), rw: rwLink(rw),
      kelurahan: kelurahanLink(rw.kelurahan), category: categoryLink(id), cards: cards(products),
      total: products.count)
  }
}
