internal import ProductCatalog
internal import TemplateEngine

/// The pictures that other programs fetch, by addresses with scheme and host.
extension Site {
  /// The picture that goes with a link to the product; `nil` without a photo.
  func sharePicture(of product: Int, in language: String) -> SharePicture? {
    guard let photo = catalog.products[product].photos.first else { return nil }
    return SharePicture(
      url: photoURL(product, photo), width: nil, height: nil,
      alt: catalog.products[product].alt(of: photo, in: language))
  }

  /// The picture for the feeds of shops, which want at least 500×500 pixels; `nil` without a photo.
  func feedPicture(of product: Int) -> WebURL? { photoURLs(of: product).first }

  /// All photos, the cover first.
  func photoURLs(of product: Int) -> [WebURL] { catalog.products[product].photos.map { photoURL(product, $0) } }

  private func photoURL(_ product: Int, _ photo: Photo) -> WebURL {
    let routes = editions[0].routes
    return routes.absoluteURL(ofPath: routes.photoPath(product: product, file: photo.file))
  }
}
