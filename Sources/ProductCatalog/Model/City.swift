/// A point on Earth, in degrees (WGS 84).
public struct GeoPoint: Sendable, Hashable {
  public let latitude: Double
  public let longitude: Double
}

/// The smallest box, in degrees, that holds the whole city.
public struct GeoBox: Sendable, Hashable {
  public let south: Double
  public let west: Double
  public let north: Double
  public let east: Double

  /// Whether the point lies in the box or on its edge.
  public func contains(_ point: GeoPoint) -> Bool {
    (south...north).contains(point.latitude) && (west...east).contains(point.longitude)
  }
}

/// The city of `regions.yaml`, with the counts that its coverage is measured against.
public struct City: Sendable {
  public let name: String
  /// Kemendagri code, such as `33.71`.
  public let code: String
  public let box: GeoBox
  /// How many RW the city has; more than the known `Kelurahan.rwCount` add up to, as long as some are unknown.
  public let rwTotal: Int
  public let rtTotal: Int
  /// Where the counts come from, in words or as an address.
  public let source: String
  /// The day, month or year that the counts are from, as written.
  public let asOf: String
}

/// A kecamatan.
public struct District: Sendable {
  public let name: String
  /// Kemendagri code, such as `33.71.01`.
  public let code: String
  /// Indices into `Catalog.kelurahan`.
  public let kelurahan: Range<Int>
}

/// A kelurahan, the smallest region with an office of its own.
public struct Kelurahan: Sendable {
  public let slug: Slug
  public let name: String
  /// Kemendagri code, such as `33.71.01.1003`.
  public let code: String
  /// Code of BPS, the statistics office, such as `3371010004`.
  public let bpsCode: String?
  public let postcode: String?
  public let centroid: GeoPoint?
  /// Other names that people write.
  public let aliases: [String]
  /// How many RW it has; `nil` when no source says so.
  public let rwCount: Int?
  public let rtCount: Int?
  /// Index into `Catalog.districts`.
  public let district: Int
}

/// A rukun warga: a neighbourhood, known by its kelurahan and number. Every kelurahan counts from 1.
public struct RW: Sendable, Hashable, Comparable {
  /// The highest number where a kelurahan's `rwCount` is unknown.
  public static let highest = 30

  /// Index into `Catalog.kelurahan`.
  public let kelurahan: Int
  /// From 1.
  public let number: Int

  public init(kelurahan: Int, number: Int) {
    self.kelurahan = kelurahan
    self.number = number
  }

  public static func < (a: RW, b: RW) -> Bool { (a.kelurahan, a.number) < (b.kelurahan, b.number) }
}
