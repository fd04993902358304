internal import ProductCatalog
internal import Synchronization

/// The search index of each edition, made when first asked for.
///
/// A class, to be made once for all that share it.
final class SearchIndexes: Sendable {
  private let catalog: Catalog
  private let editions: [Edition]
  private let photos: PhotoLibrary
  private let indexes = Mutex<[SearchIndex]?>(nil)

  init(catalog: Catalog, editions: [Edition], photos: PhotoLibrary) {
    (self.catalog, self.editions, self.photos) = (catalog, editions, photos)
  }

  /// Of the same site with another catalog.
  convenience init(_ other: SearchIndexes, catalog: Catalog) {
    self.init(catalog: catalog, editions: other.editions, photos: other.photos)
  }

  var made: [SearchIndex] {
    indexes.withLock { indexes in
      if let indexes { return indexes }
      let new = editions.map { SearchIndex(catalog: catalog, photos: photos, edition: $0) }
      indexes = new
      return new
    }
  }
}
