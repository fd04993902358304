import Diagnostics

/// The businesses, products and pages as read, each checked by itself and against the others.
struct CatalogContent: Sendable {
  private(set) var businesses: [BusinessEntry]
  private(set) var products: [ProductEntry]
  let pages: [PageEntry]
  private let nameProblems: [Diagnostic]
  private let pageProblems: [Diagnostic]
  private let aliasProblems: [Diagnostic]
  private var ruleProblems: [Diagnostic]
  private let context: DecodingContext
  /// Businesses and products with errors.
  private var wrongEntries: Int

  /// - Parameter earlier: entries of an earlier reading with the same frame and options; those whose files are still the
  ///   same are taken over.
  init(_ layout: ContentLayout, _ frame: CatalogFrame, _ options: LoadOptions, reusing earlier: CatalogContent?) {
    let context = DecodingContext(
      date: options.date, languages: frame.site.languages, regions: frame.regions, categories: frame.categories)
    businesses = Self.businesses(layout, context, reusing: earlier, jobs: options.jobs)
    self.context = context.with(businesses, includeDrafts: options.includeDrafts)
    products = Self.products(layout, self.context, reusing: earlier, jobs: options.jobs)
    (pages, pageProblems) = Self.pages(layout, context, jobs: options.jobs)
    let (businesses, products, pages) = (businesses, products, pages)
    ((nameProblems, aliasProblems), ruleProblems) = inParallel(jobs: options.jobs) {
      (
        Self.checkNames(layout, frame.site.languages),
        Self.checkAliases(layout, frame.site.languages, businesses, products, pages)
      )
    } _: {
      Self.checkRules(businesses, products)
    }
    wrongEntries = 0
    for index in businesses.indices where businesses[index].diagnostics.hasErrors { wrongEntries += 1 }
    for index in products.indices where products[index].diagnostics.hasErrors { wrongEntries += 1 }
  }

  /// With those of other files, in no order.
  func diagnostics(and others: [Diagnostic]) -> [Diagnostic] {
    var diagnostics = others + nameProblems + pageProblems + aliasProblems + ruleProblems
    for index in businesses.indices { diagnostics += businesses[index].diagnostics }
    for index in products.indices { diagnostics += products[index].diagnostics }
    return diagnostics
  }

  var hasErrors: Bool {
    wrongEntries > 0 || nameProblems.hasErrors || pageProblems.hasErrors || aliasProblems.hasErrors
      || ruleProblems.hasErrors
  }

  private static func checkNames(_ layout: ContentLayout, _ languages: [Language]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (kind, units) in [
      (UnitRules.Kind.business, layout.businesses), (.product, layout.products), (.page, layout.pages),
    ] {
      var rules = UnitRules(kind, languages: languages)
      rules.check(units)
      diagnostics += rules.diagnostics
    }
    let units = [layout.businesses, layout.products, layout.pages].joined()
    return diagnostics + UnitRules.unknownLanguages(units, languages)
  }

  private static func checkAliases(
    _ layout: ContentLayout, _ languages: [Language], _ businesses: [BusinessEntry], _ products: [ProductEntry],
    _ pages: [PageEntry]
  ) -> [Diagnostic] {
    typealias Claim = AliasRules.Claim
    var rules = [
      AliasRules(
        .business, layout.businesses,
        businesses.flatMap { entry in entry.aliases.map { Claim($0, entry.slug, entry.file) } }),
      AliasRules(
        .product, layout.products, products.flatMap { entry in entry.aliases.map { Claim($0, entry.slug, entry.file) } }
      ),
      AliasRules(
        .page, layout.pages, pages.flatMap { entry in entry.aliases.map { Claim($0, entry.slug, entry.file) } }),
    ]
    for index in rules.indices { rules[index].check(languages) }
    return rules.flatMap(\.diagnostics)
  }

  private static func checkRules(_ businesses: [BusinessEntry], _ products: [ProductEntry]) -> [Diagnostic] {
    var rules = CatalogRules(businesses: businesses, products: products)
    rules.check()
    return rules.diagnostics
  }

  private static func businesses(
    _ layout: ContentLayout, _ context: DecodingContext, reusing earlier: CatalogContent?, jobs: Int
  ) -> [BusinessEntry] {
    layout.businesses.compactMapInParallel(jobs: jobs) { (unit, _: inout [Never]) in
      if let known = earlier?.business(of: unit) { return known }
      return unit.main.map { BusinessDecoder.decode(unit, $0, context) }
    }.results
  }

  private static func products(
    _ layout: ContentLayout, _ context: DecodingContext, reusing earlier: CatalogContent?, jobs: Int
  ) -> [ProductEntry] {
    // A product refers to its business by number.
    let haveSameNumbers = earlier.map { earlier in
      earlier.businesses.elementsEqual(context.businesses) { isSame($0.slug, $1.slug) && $0.isDraft == $1.isDraft }
    }
    let earlier = haveSameNumbers == true ? earlier : nil
    return layout.products.compactMapInParallel(jobs: jobs) { (unit, _: inout [Never]) in
      earlier?.product(of: unit, context) ?? product(unit, context)
    }.results
  }

  private static func product(_ unit: ContentUnit, _ context: DecodingContext) -> ProductEntry? {
    unit.main.map { ProductDecoder.decode(unit, $0, context) }
  }

  private static func pages(
    _ layout: ContentLayout, _ context: DecodingContext, jobs: Int
  ) -> (results: [PageEntry], notes: [Diagnostic]) {
    layout.pages.compactMapInParallel(jobs: jobs) { unit, notes in
      guard let file = unit.main else { return nil }
      var entry = PageDecoder.decode(unit, file, context, &notes)
      for (language, file) in unit.translations {
        let translation = TranslationDecoder.page(file, &notes)
        entry.page?.translations[language] = translation
      }
      return entry
    }
  }
}

/// What is known already.
extension CatalogContent {
  private func business(of unit: ContentUnit) -> BusinessEntry? {
    guard let index = businesses.index(of: unit.slug, { $0.unit.slug }), businesses[index].unit.isSame(as: unit) else {
      return nil
    }
    return businesses[index]
  }

  private func product(of unit: ContentUnit, _ context: DecodingContext) -> ProductEntry? {
    guard let index = products.index(of: unit.slug, { $0.unit.slug }), products[index].unit.isSame(as: unit),
      let business = products[index].business, businesses[business].unit.isSame(as: context.businesses[business].unit)
    else { return nil }
    return products[index]
  }

  /// Reads a product again one of whose files has other bytes now.
  /// - Returns: the product's index, or `nil` when the path is not that of a product's file, or when its old slugs, which
  ///   no other may have, aren't the same any more.
  mutating func replaceProduct(with file: SourceFile) -> Int? {
    let parts = file.path.split(separator: "/").suffix(2)
    guard let slug = parts.first, let index = products.index(of: String(slug), { $0.unit.slug }),
      let unit = products[index].unit.replacing(file), let entry = Self.product(unit, context),
      entry.aliases.map(\.value) == products[index].aliases.map(\.value)
    else { return nil }
    let isAsGood = entry.hasSameWeight(as: products[index])
    wrongEntries += (entry.diagnostics.hasErrors ? 1 : 0) - (products[index].diagnostics.hasErrors ? 1 : 0)
    products[index] = entry
    if !isAsGood || !ruleProblems.isEmpty { ruleProblems = Self.checkRules(businesses, products) }
    return index
  }
}

extension ProductEntry {
  /// Whether the rules that look at several products see no difference.
  fileprivate func hasSameWeight(as other: ProductEntry) -> Bool {
    business == other.business && isDraft == other.isDraft && (designation == nil) == (other.designation == nil)
      && name.map { isSame($0.value, other.name?.value ?? "") } == true
  }
}

extension Array {
  /// The index of the element with a slug; elements ascend by slug.
  fileprivate func index(of slug: String, _ key: (Element) -> String) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(key(self[middle]), slug) { low = middle + 1 } else { high = middle }
    }
    return low < count && isSame(key(self[low]), slug) ? low : nil
  }
}
