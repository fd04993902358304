internal import ProductCatalog
internal import TemplateEngine

/// Pages of places: the board, a kelurahan, an RW.
extension PageValues {
  var board: RWBoardPage {
    let coverage = site.coverage
    let programmes = catalog.programmes
    return RWBoardPage(
      chrome: chrome, coverage: Shared(coverage),
      flagship: programme(programmes.flagshipPerRW, reached: coverage.flagship, regions: coverage.rwTotal),
      entrepreneur: programme(
        programmes.entrepreneurPerRT, reached: coverage.rtWithEntrepreneur, regions: coverage.rtTotal),
      districts: catalog.districts.map { district in
        BoardDistrict(name: district.name, kelurahan: district.kelurahan.map(boardKelurahan))
      })
  }

  private func programme(_ programme: Programme, reached: Int, regions: Int) -> ProgrammeView {
    let target = programme.target * regions
    return ProgrammeView(
      name: programme.name[language], description: programme.description[language], source: programme.source,
      target: target, reached: reached, percent: target > 0 ? reached * 100 / target : 0)
  }

  /// An RW whose kelurahan's count is unknown stands on the board only when the catalog knows something of it.
  private func boardKelurahan(_ index: Int) -> BoardKelurahan {
    let kelurahan = catalog.kelurahan[index]
    let known = site.editions[0].rws.filter { $0.kelurahan == index }.map(\.number)
    let numbers = kelurahan.rwCount.map { Array(1...max(1, $0)) } ?? known
    let cells = numbers.map { boardCell(RW(kelurahan: index, number: $0)) }
    return BoardKelurahan(
      name: kelurahan.name, url: url(.kelurahan(index, page: 1)), known: kelurahan.rwCount != nil, rw: cells,
      flagships: cells.count { $0.state == "flagship" }, withProducts: cells.count { $0.state != "none" },
      rwCount: kelurahan.rwCount)
  }

  private func boardCell(_ rw: RW) -> BoardCell {
    let (state, product) = site.state(of: rw)
    let name = product.map { catalog.products[$0].name(in: language) } ?? ""
    return BoardCell(
      number: rw.number, state: state.rawValue,
      label: texts("board.cell.\(state.rawValue)", String(rw.number), name),
      url: state == .none ? nil : shared.links.rwURL(rw))
  }

  func kelurahan(_ index: Int, _ page: Int) -> KelurahanPage {
    let products = edition.byKelurahan[index]
    let rws = edition.rws.filter { $0.kelurahan == index }
    return KelurahanPage(
      chrome: chrome, name: catalog.kelurahan[index].name,
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
