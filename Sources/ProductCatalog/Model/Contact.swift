/// A telephone number as E.164: `+`, country code, digits.
///
///     0812-3456-7890  →  PhoneNumber(e164: "+6281234567890")
public struct PhoneNumber: Sendable, Hashable {
  public let e164: String

  init(e164: String) { self.e164 = e164 }

  /// The number without `+`, as `https://wa.me/` wants it.
  public var digits: String { String(e164.dropFirst()) }

  /// True for numbers that no operator has been given (`+6284…`): sample businesses use only these.
  public var isUnassigned: Bool { e164.hasPrefix("+6284") }
}

/// A place where a business sells or shows itself: a shop on a marketplace, a social account, its own website.
///
///     - {kind: tokopedia, url: "https://www.tokopedia.com/getuk-mbah-sarinem"}
public struct Channel: Sendable, Hashable {
  /// Which marketplace or network it is; the words of `kind` in a file.
  public enum Kind: String, Sendable, CaseIterable {
    case tokopedia, shopee
    case tiktokShop = "tiktok-shop"
    case lazada, blibli, instagram, facebook
    case padiUMKM = "padi-umkm"
    case eKatalog = "e-katalog"
    case youtube, tiktok, website
  }

  public let kind: Kind
  /// An `https` address without tracking parameters. Its host belongs to `kind`; for `website` it may be any.
  public let url: String
}

/// When a place is open, on some days of the week.
///
///     - {days: [mon-fri], open: "08:00", close: "16:30"}
public struct OpeningHours: Sendable, Hashable {
  /// A day of the week; the words of `days` in a file.
  public enum Weekday: String, Sendable, CaseIterable { case mon, tue, wed, thu, fri, sat, sun }

  /// At least one; each once, from Monday to Sunday.
  public let days: [Weekday]
  /// Minutes after midnight, 0 to 1439.
  public let open: Int
  /// Minutes after midnight, 1 to 1440; less than `open` when it lies on the next day.
  public let close: Int
}
