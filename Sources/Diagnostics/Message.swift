/// A sentence for people, in each language that messages exist in.
///
/// Both texts are written side by side, so none can be forgotten.
public struct Message: Sendable, Hashable {
  public let en: String
  public let id: String

  public init(en: String, id: String) {
    self.en = en
    self.id = id
  }

  public subscript(language: MessageLanguage) -> String {
    switch language {
    case .en: en
    case .id: id
    }
  }

  /// `did you mean "price"?`
  public static func didYouMean(_ suggestion: String) -> Message {
    Message(en: "did you mean \"\(suggestion)\"?", id: "maksudnya \"\(suggestion)\"?")
  }

  /// `did you mean "price"?`, or else the values to choose from.
  public static func didYouMean(_ suggestion: String?, orOneOf known: [String]) -> Message? {
    if let suggestion { return .didYouMean(suggestion) }
    guard !known.isEmpty else { return nil }
    let list = known.prefix(20).joined(separator: ", ") + (known.count > 20 ? ", …" : "")
    return Message(en: "one of: \(list)", id: "pilihannya: \(list)")
  }
}

/// The languages that messages of the program exist in.
public enum MessageLanguage: String, Sendable, CaseIterable { case en, id }
