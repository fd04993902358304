internal import ProductCatalog
internal import TemplateEngine

/// Pages for paper.
extension PageValues {
  /// - Parameter kelurahan: the volume's, or `nil` for the whole catalog.
  func printCatalog(_ kelurahan: Int?) -> PrintCatalogPage {
    let all = edition.isCatalogSplit ? [] : Array(catalog.kelurahan.indices)
    let products = kelurahan.map { edition.byKelurahan[$0] } ?? edition.products
    var next = 1
    return PrintCatalogPage(
      chrome: chrome, volume: kelurahan.map { catalog.kelurahan[$0].name },
      chapters: (kelurahan.map { [$0] } ?? all).compactMap { printChapter($0, &next) },
      volumes: kelurahan == nil && edition.isCatalogSplit ? printVolumes : [], total: products.count,
      businesses: Set(products.map { catalog.products[$0].business }).count,
      updated: products.first.map { catalog.products[$0].updated.iso },
      qr: QRView(edition.routes.canonicalURL(of: kelurahan.map { .kelurahan($0, page: 1) } ?? .home)),
      labelsURL: url(.printLabels(page: 1)))
  }

  private var printVolumes: [PlaceCount] {
    catalog.kelurahan.indices.filter { edition.has(.printCatalog($0)) }.map { index in
      PlaceCount(
        name: catalog.kelurahan[index].name, url: url(.printCatalog(index)), count: edition.byKelurahan[index].count)
    }
  }

  private func printChapter(_ index: Int, _ next: inout Int) -> PrintChapter? {
    let (kelurahan, first) = (catalog.kelurahan[index], next)
    let rws = edition.rws.filter { $0.kelurahan == index }.map { printRW($0, &next) }
    guard next > first else { return nil }
    return PrintChapter(
      name: kelurahan.name, district: catalog.districts[kelurahan.district].name, id: kelurahan.slug.text,
      first: first, count: next - first, rws: rws)
  }

  private func printRW(_ rw: RW, _ next: inout Int) -> PrintRW {
    let products = edition.byRW[rw] ?? []
    let first = next
    next += products.count
    return PrintRW(
      name: texts("title.rw_short", String(rw.number)), first: first, cards: cards(flagshipFirst(products)),
      makers: makers(products), qr: QRView(edition.routes.canonicalURL(of: .rw(rw))))
  }

  private func flagshipFirst(_ products: [Int]) -> [Int] {
    products.filter { catalog.products[$0].isDesignated } + products.filter { !catalog.products[$0].isDesignated }
  }

  private func makers(_ products: [Int]) -> [PrintMaker] {
    Set(products.map { catalog.products[$0].business }).sorted().map { index in
      let business = catalog.businesses[index]
      let contact = business.isSample ? nil : business.whatsapp ?? business.phone
      return PrintMaker(name: business.name(in: language), contact: contact?.e164, sample: business.isSample)
    }
  }

  func printLabels(_ page: Int) -> PrintLabelsPage {
    let start = (page - 1) * Edition.labelsOnPage
    let labels = edition.shelved.dropFirst(start).prefix(Edition.labelsOnPage).compactMap(printLabel)
    let starts = stride(from: 0, to: labels.count, by: Edition.labelsOnSheet)
    let links = { (number: Int) in PageContent.printLabels(page: number) }
    return PrintLabelsPage(
      chrome: chrome,
      sheets: starts.map { PrintSheet(labels: Array(labels[$0...].prefix(Edition.labelsOnSheet))) },
      total: edition.shelved.count, pagination: pagination(page, ofPages: edition.labelPageCount, links),
      catalogURL: url(.printCatalog(nil)))
  }

  private func printLabel(_ index: Int) -> PrintLabel? {
    guard let card = shared.products[index], let shelf = catalog.products[index].shelf else { return nil }
    return PrintLabel(card: card, shelf: shelf, qr: QRView(edition.routes.canonicalURL(of: .product(index))))
  }
}
