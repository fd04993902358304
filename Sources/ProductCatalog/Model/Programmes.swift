/// The city's aims that the public pages report against, from `programmes.yaml`.
public struct Programmes: Sendable {
  /// "One RW, one product".
  public let flagshipPerRW: Programme
  /// At least one entrepreneur in each RT.
  public let entrepreneurPerRT: Programme
}

/// One aim: how many in each region, and where that is written.
public struct Programme: Sendable {
  /// How many in each region; at least 1.
  public let target: Int
  public let name: LocalizedText
  public let description: LocalizedText
  /// The regulation, plan or page that sets the aim.
  public let source: String
}
