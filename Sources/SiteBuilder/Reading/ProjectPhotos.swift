internal import Diagnostics
internal import Imaging
internal import ProductCatalog

/// Has the photos of a project developed.
struct ProjectPhotos: Sendable {
  private let store: PhotoStore
  private let otherPaths: [String]
  private let jobs: Int

  /// - Parameter otherPaths: the files of the content folder that aren't text.
  /// - Returns: `nil` when no picture is among them.
  init?(_ otherPaths: [String], _ store: PhotoStore?, jobs: Int) {
    guard let store, otherPaths.contains(where: PhotoLibrary.isPictureName) else { return nil }
    (self.store, self.otherPaths, self.jobs) = (store, otherPaths, jobs)
  }

  /// The photos of products, and the pictures that texts showed last time: most likely they still do.
  func develop(for products: [Product], baseURL: String) throws(MachineFailure) -> PhotoLibrary {
    let photos = try develop(PhotoLibrary.wanted(products))
    let unused = store.unusedPaths
    let others = unused.isEmpty ? [] : otherPaths.filter(unused.contains)
    let pictures = try develop(others.map { PhotoStore.Wanted(path: $0, recipe: .plain) })
    return PhotoLibrary(photos + pictures, basePath: pathOfURL(baseURL), jobs: jobs)
  }

  /// A library with these pictures too.
  func develop(_ paths: [String], besides library: PhotoLibrary) throws(MachineFailure) -> PhotoLibrary {
    library.adding(try develop(paths.map { PhotoStore.Wanted(path: $0, recipe: .plain) }), jobs: jobs)
  }

  private func develop(_ wanted: [PhotoStore.Wanted]) throws(MachineFailure) -> [PhotoLibrary.Developed] {
    do throws(ImagingFailure) {
      return Array(zip(wanted.map(\.path), try store.develop(wanted)))
    } catch {
      throw MachineFailure(error.message)
    }
  }

  /// Remembers what the site shows for the next build.
  func finish(_ products: [Product], _ pictures: Set<String>) {
    store.finish(shown: pictures.union(products.lazy.flatMap { $0.photos.lazy.map(\.path) }))
  }
}
