internal import Diagnostics
internal import Imaging
internal import ProductCatalog

/// The project's photos as the site publishes them, by their path in the project.
struct PhotoLibrary: Sendable {
  private var photos: [String: Result<SitePhoto, PhotoProblem>]
  private let basePath: String

  /// A photo's path in the project, and what became of it.
  typealias Developed = (path: String, result: Result<DevelopedPhoto, PhotoProblem>)

  init(_ developed: [Developed], basePath: String, jobs: Int) {
    let photos = developed.compactMapInParallel(jobs: jobs) { (photo, _: inout [Never]) in
      (photo.path, photo.result.map { SitePhoto($0, path: photo.path, basePath: basePath) })
    }
    self.photos = Dictionary(photos.results) { first, _ in first }
    self.basePath = basePath
  }

  func adding(_ developed: [Developed], jobs: Int) -> PhotoLibrary {
    var library = self
    library.photos.merge(PhotoLibrary(developed, basePath: basePath, jobs: jobs).photos) { first, _ in first }
    return library
  }

  /// For a catalog without photos.
  static let none = PhotoLibrary([], basePath: "", jobs: 1)

  /// Whether a file's name is that of a picture, also of a kind that can't be shown: then people are told so.
  static func isPictureName(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return endings.contains(name[dot...].dropFirst().lowercased())
  }

  private static let endings = Set(PhotoName.endings)

  /// `nil` when the photo has not been developed yet.
  func result(_ path: String) -> Result<SitePhoto, PhotoProblem>? { photos[path] }

  /// `nil` also for a photo that can't be shown.
  subscript(path: String) -> SitePhoto? {
    if case .success(let photo) = photos[path] { return photo }
    return nil
  }

  /// The files of photos, sorted by path, each once: the same photo may lie beside several products.
  func files(of shown: [String]) -> [SiteFile] {
    let all = shown.flatMap { path -> [SiteFile] in
      guard let photo = self[path] else { return [] }
      return photo.paths.enumerated().map { SiteFile(path: $1, source: .picture(photo, $0)) }
    }.sortedByPath()
    return all.indices.filter { $0 == 0 || !isSame(all[$0 - 1].path, all[$0].path) }.map { all[$0] }
  }

  /// What is wrong with the photos of products, and advice, at the places that name them.
  func diagnostics(_ products: [Product]) -> [Diagnostic] {
    guard !photos.isEmpty else { return [] }
    return products.flatMap { product in
      product.photos.enumerated().flatMap { number, photo in
        notes(photo.path, isCover: number == 0).map {
          $0.diagnostic(at: SourceLocation(product.body.file, photo.range))
        }
      }
    }
  }

  func notes(_ path: String, isCover: Bool) -> [PictureNote] {
    switch photos[path] {
    case .success(let photo): PhotoAdvice.notes(photo.photo, isCover: isCover)
    case .failure(let problem): [PictureNote(problem)]
    case nil: []
    }
  }

  /// The photos that products show, with what is to be made of them.
  static func wanted(_ products: [Product]) -> [PhotoStore.Wanted] {
    products.flatMap { product in
      product.photos.enumerated().map { number, photo in
        PhotoStore.Wanted(path: photo.path, recipe: number == 0 ? .cover : .plain)
      }
    }
  }
}
