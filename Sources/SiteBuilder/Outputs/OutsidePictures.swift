internal import Imaging
internal import ProductCatalog
internal import TemplateEngine

/// The pictures that other programs fetch, by addresses with scheme and host.
extension Site {
  /// The picture that goes with a link to the product, 1200 × 630; `nil` without a photo.
  func sharePicture(of product: Int, in language: String) -> SharePicture? {
    guard let cover = cover(of: product), let picture = cover.photo.crop(PhotoRecipe.shareCrop) else { return nil }
    return SharePicture(
      url: editions[0].routes.absoluteURL(ofPath: picture.path), width: picture.width, height: picture.height,
      alt: catalog.products[product].alt(of: cover.listed, in: language))
  }

  /// The picture for the feeds of shops, 800 × 800; `nil` without a photo.
  func feedPicture(of product: Int) -> WebURL? {
    cover(of: product)?.photo.crop(PhotoRecipe.feedCrop).map { editions[0].routes.absoluteURL(ofPath: $0.path) }
  }

  /// All photos as the widest JPEG, the cover first.
  func photoURLs(of product: Int) -> [WebURL] {
    catalog.products[product].photos.compactMap { photo in
      photos[photo.path].map { editions[0].routes.absoluteURL(ofPath: $0.files.widestJPEG) }
    }
  }

  private func cover(of product: Int) -> (listed: Photo, photo: SitePhoto)? {
    catalog.products[product].photos.first.flatMap { listed in photos[listed.path].map { (listed, $0) } }
  }
}
