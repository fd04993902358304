/// What is made of a photo: files for pages in several widths, and pictures cut to a shape for other uses.
///
/// WebP with JPEG beside it, not AVIF. Measured on six of the sample's pictures at 360 and 720 pixels (libvips 8.14.1,
/// libaom 3.6, libwebp 1.2.4, one core; similarity is SSIM of the luma, the mean of all):
///
/// | format | bytes at 720 | similarity | time |
/// |---|---|---|---|
/// | WebP, quality 75, effort 4 | 33 kB | 0.971 | 25 ms |
/// | WebP, quality 75, effort 2 | 35 kB | 0.969 | 12 ms |
/// | AVIF, quality 60, effort 0 | 36 kB | 0.968 | 18 ms |
/// | AVIF, quality 50, effort 2 | 19 kB | 0.956 | 68 ms |
/// | AVIF, quality 50, effort 4 | 20 kB | 0.966 | 447 ms |
/// | JPEG, quality 75, progressive | 57 kB | 0.972 | 5 ms |
///
/// AVIF that is as quick as WebP is no smaller at the same similarity, and AVIF that is a third smaller takes eighteen
/// times as long: minutes become an hour for a thousand photos. WebP's effort 4 costs 13 ms more than 2 once, and saves
/// every visitor 4 %.
public struct PhotoRecipe: Sendable, Hashable {
  /// A picture of exactly this size: the most telling part of the photo, as JPEG. Too small a photo is enlarged.
  public struct Crop: Sendable, Hashable {
    public let width: Int
    public let height: Int
    public let quality: Int
    /// Bytes; the quality goes down, to `lowestQuality`, until the file is no larger.
    public let largest: Int

    public static let lowestQuality = 30

    public init(width: Int, height: Int, quality: Int, largest: Int) {
      (self.width, self.height, self.quality, self.largest) = (width, height, quality, largest)
    }
  }

  /// Pixels, ascending. A photo is never enlarged: one that is narrower than the largest ends with its own width.
  public let widths: [Int]
  public let crops: [Crop]
  /// libwebp's and libjpeg's scales, 0 to 100.
  public let webPQuality = 75
  public let webPEffort = 4
  public let jpegQuality = 75

  /// A word that differs when anything differs that changes the result.
  let name: String

  public init(widths: [Int], crops: [Crop] = []) {
    (self.widths, self.crops) = (widths, crops)
    let cuts = crops.map { "\($0.width)x\($0.height)q\($0.quality)b\($0.largest)" }
    name = "v\(Self.version) w\(widths) q\(webPQuality),\(webPEffort),\(jpegQuality) \(cuts)"
  }

  /// Raised when the same recipe gives other bytes.
  static let version = 2
}

/// Bounds on the photos that people hand in.
public enum PhotoLimits {
  /// Bytes of a file.
  public static let largest = 64 << 20
  /// Pixels of the decoded picture: above what phones make (108 megapixels), below what fills a small machine's memory.
  public static let mostPixels = 120_000_000
}
