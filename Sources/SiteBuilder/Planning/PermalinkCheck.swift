internal import Diagnostics
internal import ProductCatalog

/// Finds the addresses that were published and would be gone, and says what can be done about each.
struct PermalinkCheck {
  /// So many lost addresses are looked at closely. More have one cause, such as another section word, which no alias
  /// mends.
  static let mostAdvised = 50

  let permalinks: Permalinks
  /// Says nothing about what is gone.
  let acceptsRemovals: Bool
  let site: Site
  let content: ContentFiles
  let addresses: SiteAddresses

  init(permalinks: Permalinks, acceptsRemovals: Bool, site: Site, content: ContentFiles) {
    (self.permalinks, self.acceptsRemovals, self.site, self.content) = (permalinks, acceptsRemovals, site, content)
    addresses = SiteAddresses(site)
  }

  var diagnostics: [Diagnostic] {
    let dropped = acceptsRemovals ? [] : permalinks.dropped(from: addresses.served)
    return permalinks.diagnostics
      + dropped.map { entry in
        let help = dropped.count <= Self.mostAdvised ? help(entry.value) : .acceptRemoval
        return .permalinkDropped(entry.value, at: permalinks.location(entry), help: help)
      }
  }

  var path: String { permalinks.path }

  /// The list as it is now, in bytes: what was remembered and is still there, and what is to be remembered.
  var record: [UInt8] {
    let kept = permalinks.addresses.subtractingSorted(permalinks.addresses.subtractingSorted(addresses.served))
    let all = (kept + addresses.permanent).sortedByBytes()
    return Permalinks.bytes(all.indices.filter { $0 == 0 || !isSame(all[$0 - 1], all[$0]) }.map { all[$0] })
  }

  var report: PermalinkReport {
    PermalinkReport(
      path: path, isRecorded: acceptsRemovals,
      new: addresses.permanent.subtractingSorted(permalinks.addresses).count,
      gone: permalinks.dropped(from: addresses.served).count)
  }

  private func help(_ address: String) -> Message {
    guard let old = site.editions.lazy.compactMap({ $0.routes.named(address) }).first else { return .acceptRemoval }
    let file = path(old.kind, old.slug)
    if isPublished(old.kind, old.slug) { return .translationIsGone(path(old.kind, old.slug, language: old.language)) }
    if content.hasText(file) { return .isDraft(file) }
    return .addAlias(old.slug, to: successor(old.kind, of: old.slug).map { path(old.kind, $0) })
  }

  /// What most likely is the same thing under its new slug: the nearest of those that were not published yet.
  private func successor(_ kind: Routes.Named.Kind, of slug: String) -> String? {
    let new = slugs(kind).filter { candidate in
      !permalinks.remembers("/" + site.editions[0].routes.folder(of: kind, named: candidate))
    }
    let longer = new.first { $0.hasPrefix(slug + "-") || slug.hasPrefix($0 + "-") }
    return nearestMatch(to: slug, in: new) ?? longer ?? (new.count == 1 ? new[0] : nil)
  }

  private func slugs(_ kind: Routes.Named.Kind) -> [String] {
    switch kind {
    case .product: site.catalog.products.map(\.slug.text)
    case .business: site.catalog.businesses.map(\.slug.text)
    case .page: site.catalog.pages.map(\.slug.text)
    }
  }

  private func isPublished(_ kind: Routes.Named.Kind, _ slug: String) -> Bool {
    switch kind {
    case .product: site.catalog.productIndex(slug) != nil
    case .business: site.catalog.businessIndex(slug) != nil
    case .page: site.catalog.pageIndex(slug) != nil
    }
  }

  private func path(_ kind: Routes.Named.Kind, _ slug: String, language: String? = nil) -> String {
    let ending = (language.map { ".\($0)" } ?? "") + ".md"
    switch kind {
    case .product: return "\(content.root)/products/\(slug)/index\(ending)"
    case .business: return "\(content.root)/businesses/\(slug)\(ending)"
    case .page: return "\(content.root)/pages/\(slug)\(ending)"
    }
  }
}
