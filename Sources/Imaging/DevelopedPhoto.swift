/// What came of a photo: facts about it, and the files that were made of it.
public struct DevelopedPhoto: Sendable, Hashable {
  /// One of the files.
  public struct File: Sendable, Hashable {
    /// What it is coded as.
    public enum Format: UInt8, Sendable { case jpeg, webP }

    public let width: Int
    public let height: Int
    public let format: Format
    /// Index into the recipe's crops; `nil` for one of the widths.
    public let crop: Int?
    /// Where its bytes are in the cache's entry.
    let offset: Int
    /// Bytes.
    public let length: Int
    /// Made of the file's bytes: files that share it are the same.
    public let fingerprint: UInt64

    /// 16 digits.
    public var name: String {
      String(unsafeUninitializedCapacity: 16) { digits in
        for place in 0..<16 {
          let digit = UInt8(fingerprint >> (60 - 4 * place) & 0xF)
          digits[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        }
        return 16
      }
    }
  }

  /// The colour that most of the photo has.
  public struct Color: Sendable, Hashable {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8
  }

  /// The cache's entry.
  let key: CacheKey
  /// Of the original, standing upright; pixels.
  public let width: Int
  public let height: Int
  /// Of the original file.
  public let bytes: Int
  /// Pictures in the file; above 1 when it is animated, of which only the first is shown.
  public let frames: Int
  public let color: Color
  public let files: [File]
}

/// Names an entry of the cache: made of the photo's bytes, the recipe and the library that followed it.
struct CacheKey: Sendable, Hashable {
  let digest: ContentDigest

  init(digest: ContentDigest) { self.digest = digest }

  init(source: ContentDigest, recipe: PhotoRecipe, library: String) {
    digest = ContentDigest(of: source.bytes + Array("\(recipe.name) \(library)".utf8))
  }

  var name: String { digest.bytes.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) } }
}

/// BLAKE2b with 16 bytes (RFC 7693): the same bytes give the same digest on any machine, and nobody can make other bytes
/// that do.
struct ContentDigest: Sendable, Hashable {
  static let length = 16
  let bytes: [UInt8]
}
