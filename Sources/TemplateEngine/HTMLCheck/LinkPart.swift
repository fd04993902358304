/// How far the text of a link attribute says where the link leads.
enum LinkPart: Hashable, Sendable {
  /// Nothing was written yet.
  case start
  /// Letters that may become a scheme, or a path's beginning `/` or `//`.
  case prefix(String)
  /// Scheme and host are fixed: an encoded value cannot change them.
  case fixed
  /// A scheme that is not allowed.
  case forbidden
  /// It depends on the branch that was taken.
  case undecided

  /// Whether what follows can still change where the link leads.
  var isOpen: Bool { self != .fixed && self != .forbidden }

  mutating func advance(_ byte: UInt8) {
    let letter = String(decoding: CollectionOfOne(byte.asciiLowercased), as: UTF8.self)
    switch self {
    case .start: self = LinkPart.after(letter)
    case .prefix(let text): self = LinkPart.after(text + letter)
    case .fixed, .forbidden, .undecided: break
    }
  }

  private static func after(_ text: String) -> LinkPart {
    guard let last = text.utf8.last else { return .start }
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let scheme = text[..<colon]
      if scheme == "mailto" || scheme == "tel" { return .fixed }
      guard scheme == "http" || scheme == "https" else { return .forbidden }
      return hasHost(text[text.index(after: colon)...]) ? .fixed : .prefix(text)
    }
    if text.utf8.first == UInt8(ascii: "/") {
      if text.hasPrefix("//") { return hasHost(text[...]) ? .fixed : .prefix(text) }
      return text.utf8.count > 1 ? .fixed : .prefix(text)
    }
    return "/?#".utf8.contains(last) ? .fixed : .prefix(text)
  }

  /// Whether a text such as `//host/` names a host and ends it.
  private static func hasHost(_ text: Substring) -> Bool {
    guard text.hasPrefix("//"), text.utf8.count > 3 else { return false }
    return text.utf8.dropFirst(3).contains { "/?#".utf8.contains($0) }
  }

  func merged(with other: LinkPart) -> LinkPart { self == other ? self : .undecided }
}
