internal import Imaging

/// What this site makes of photos.
extension PhotoRecipe {
  /// Pixels. Two columns of cards on a small phone, with one and two device pixels for each (165, 360), a product's photo
  /// there (360, 720), a card on a desk (360, 533, 720), and a product's photo there (720, 1066).
  private static let pageWidths = [165, 360, 533, 720, 1066]

  /// For links in messengers and social media, which show 1200 × 630 and leave out what is over 300 kB (WhatsApp).
  private static let share = Crop(width: 1200, height: 630, quality: 80, largest: 300_000)
  /// For product feeds: Meta wants at least 500 × 500, Google square pictures of 800 or more.
  private static let feed = Crop(width: 800, height: 800, quality: 82, largest: 500_000)

  /// For a photo that only pages show.
  static let plain = PhotoRecipe(widths: pageWidths)
  /// For a product's first photo, which stands for it elsewhere.
  static let cover = PhotoRecipe(widths: pageWidths, crops: [share, feed])

  /// Indices into `cover.crops`.
  static let (shareCrop, feedCrop) = (0, 1)
}
