import Diagnostics

/// The businesses, products and pages as read, each checked by itself and against the others.
struct CatalogContent {
  let businesses: [BusinessEntry]
  let products: [ProductEntry]
  let pages: [InfoPage]

  init(
    _ layout: ContentLayout, _ frame: CatalogFrame, _ options: LoadOptions, _ diagnostics: inout [Diagnostic]
  ) {
    let context = DecodingContext(
      date: options.date, languages: frame.site.languages, regions: frame.regions, categories: frame.categories)
    Self.checkNames(layout, frame.site.languages, &diagnostics)

    let businesses = Self.businesses(layout, context, jobs: options.jobs)
    let products = Self.products(layout, context.with(businesses.results), jobs: options.jobs)
    let pages = Self.pages(layout, context, jobs: options.jobs)
    var rules = CatalogRules(businesses: businesses.results, products: products.results)
    rules.check()

    diagnostics += businesses.notes + products.notes + pages.notes + rules.diagnostics
    self.businesses = businesses.results
    self.products = products.results
    self.pages = pages.results
  }

  private static func checkNames(
    _ layout: ContentLayout, _ languages: [Language], _ diagnostics: inout [Diagnostic]
  ) {
    for (kind, units) in [
      (UnitRules.Kind.business, layout.businesses), (.product, layout.products), (.page, layout.pages),
    ] {
      var rules = UnitRules(kind, languages: languages)
      rules.check(units)
      diagnostics += rules.diagnostics
    }
    let units = [layout.businesses, layout.products, layout.pages].joined()
    diagnostics += UnitRules.unknownLanguages(units, languages)
  }

  private static func businesses(
    _ layout: ContentLayout, _ context: DecodingContext, jobs: Int
  ) -> (results: [BusinessEntry], notes: [Diagnostic]) {
    layout.businesses.compactMapInParallel(jobs: jobs) { unit, notes in
      guard let file = unit.main else { return nil }
      var entry = BusinessDecoder.decode(unit, file, context, &notes)
      for (language, file) in unit.translations {
        let translation = TranslationDecoder.business(file, of: entry, &notes)
        entry.business?.translations[language] = translation
      }
      return entry
    }
  }

  private static func products(
    _ layout: ContentLayout, _ context: DecodingContext, jobs: Int
  ) -> (results: [ProductEntry], notes: [Diagnostic]) {
    layout.products.compactMapInParallel(jobs: jobs) { unit, notes in
      guard let file = unit.main else { return nil }
      var entry = ProductDecoder.decode(unit, file, context, &notes)
      let photos = entry.product?.photos.map(\.file) ?? unit.photoFolder.names
      for (language, file) in unit.translations {
        let translation = TranslationDecoder.product(file, of: entry, photos: photos, &notes)
        entry.product?.translations[language] = translation
      }
      return entry
    }
  }

  private static func pages(
    _ layout: ContentLayout, _ context: DecodingContext, jobs: Int
  ) -> (results: [InfoPage], notes: [Diagnostic]) {
    layout.pages.compactMapInParallel(jobs: jobs) { unit, notes in
      guard let file = unit.main else { return nil }
      var page = PageDecoder.decode(unit, file, context, &notes)
      for (language, file) in unit.translations {
        let translation = TranslationDecoder.page(file, &notes)
        page?.translations[language] = translation
      }
      return page
    }
  }
}
