import Diagnostics

/// The four files that everything else refers to. Each part is `nil` when its file is wrong; the others are still read.
struct CatalogFrame {
  let site: SiteDecoder.Result
  let regions: Regions?
  let categories: [Category]?
  let programmes: Programmes?

  init(_ layout: ContentLayout, _ diagnostics: inout [Diagnostic]) {
    let site = layout.singles[.site].map { SiteDecoder.decode($0, &diagnostics) } ?? SiteDecoder.Result()
    let languages = site.translationCodes
    self.site = site
    regions = layout.singles[.regions].flatMap { RegionsDecoder.decode($0, &diagnostics) }
    categories = layout.singles[.categories].flatMap {
      CategoriesDecoder.decode($0, languages: languages, &diagnostics)
    }
    programmes = layout.singles[.programmes].flatMap {
      ProgrammesDecoder.decode($0, languages: languages, &diagnostics)
    }
  }
}
