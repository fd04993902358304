import Diagnostics

/// The name that a thing has in addresses: `^[a-z0-9]+(-[a-z0-9]+)*$`, at most 60 letters. It never changes.
///
/// Slugs are ordered by their bytes, the same everywhere.
///
///     Slug("getuk-tiga-warna")!.text  // "getuk-tiga-warna"
///     Slug("Getuk Tiga Warna")  // nil
public struct Slug: Sendable, Hashable, Comparable, CustomStringConvertible {
  public static let longest = 60

  public let text: String

  public init?(_ text: String) {
    guard Self.isValid(text.utf8) else { return nil }
    self.text = text
  }

  public var description: String { text }

  public static func < (a: Slug, b: Slug) -> Bool { precedes(a.text, b.text) }

  /// True for a text that is a slug but for its length.
  static func isTooLong(_ text: String) -> Bool { text.utf8.count > longest && hasForm(text.utf8) }

  private static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count <= longest && hasForm(bytes)
  }

  private static func hasForm(_ bytes: some Collection<UInt8>) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
      default: return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-")
  }
}
