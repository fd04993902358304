/// The registrations and certificates that a business or a product has. Numbers are stored as digits only.
public struct Licences: Sendable {
  /// Nomor Induk Berusaha: 13 digits.
  public let nib: String?
  public let halal: Halal?
  public let pirt: [HomeIndustryPermit]
  public let bpom: [BPOMRegistration]
  /// Number or name of the registered trademark, as written.
  public let trademark: String?
  /// Number of the Indonesian national standard, as written.
  public let sni: String?

  static let none = Licences(nib: nil, halal: nil, pirt: [], bpom: [], trademark: nil, sni: nil)

  public var isEmpty: Bool {
    nib == nil && halal == nil && pirt.isEmpty && bpom.isEmpty && trademark == nil && sni == nil
  }
}

/// What is known about a food's being halal.
public struct Halal: Sendable, Hashable {
  /// How far the certificate is.
  public enum Status: String, Sendable, CaseIterable {
    case certified
    case inProcess = "in-process"
    case none
    case nonHalal = "non-halal"
  }

  public let status: Status
  /// `ID` and usually 17 digits; always there when certified.
  public let number: String?
}

/// A P-IRT number: the permit of a food made at home. 15 digits `k pp wwww nn uuuu yy`.
public struct HomeIndustryPermit: Sendable, Hashable {
  public let number: String
  /// The last year in which it is valid.
  public let validThrough: Int
  /// True when that year was over on the day the catalog was made: its badge isn't shown.
  public let isExpired: Bool
}

/// A registration at BPOM, the food and drug authority: `MD` (made here) or `ML` (imported), 12 or 15 digits.
public struct BPOMRegistration: Sendable, Hashable {
  /// Where it was made.
  public enum Kind: String, Sendable, CaseIterable {
    case domestic = "MD"
    case imported = "ML"
  }

  public let kind: Kind
  /// The digits after `MD` or `ML`.
  public let number: String
}
