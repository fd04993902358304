/// How far the text of a link attribute says where the link leads.
enum LinkPart: Hashable, Sendable {
  /// Nothing was written yet.
  case start
  /// Letters that may become a scheme, or a path's beginning `/` or `//`.
  case prefix(LetterTree.Text)
  /// Scheme and host are fixed: an encoded value cannot change them.
  case fixed
  /// A scheme that is not allowed.
  case forbidden
  /// It depends on the branch that was taken.
  case undecided

  /// Whether what follows can still change where the link leads.
  var isOpen: Bool { self != .fixed && self != .forbidden }

  mutating func advance(_ byte: UInt8, _ letters: inout LetterTree) {
    let start: LetterTree.Text
    switch self {
    case .start: start = .empty
    case .prefix(let text): start = text
    case .fixed, .forbidden, .undecided: return
    }
    let text = letters.append(byte.asciiLowercased, to: start)
    self = LinkPart.after(text, letters.bytes(of: text))
  }

  private static func after(_ text: LetterTree.Text, _ bytes: [UInt8]) -> LinkPart {
    guard let last = bytes.last else { return .start }
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      let scheme = bytes[..<colon]
      if scheme.elementsEqual("mailto".utf8) || scheme.elementsEqual("tel".utf8) { return .fixed }
      guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8) else { return .forbidden }
      return hasHost(bytes[(colon + 1)...]) ? .fixed : .prefix(text)
    }
    if bytes.first == UInt8(ascii: "/") {
      if bytes.has("//", at: 0) { return hasHost(bytes[...]) ? .fixed : .prefix(text) }
      return bytes.count > 1 ? .fixed : .prefix(text)
    }
    return "/?#".utf8.contains(last) ? .fixed : .prefix(text)
  }

  /// Whether a text such as `//host/` names a host and ends it.
  private static func hasHost(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: "//".utf8), text.count > 3 else { return false }
    return text.dropFirst(3).contains { "/?#".utf8.contains($0) }
  }

  func merged(with other: LinkPart) -> LinkPart { self == other ? self : .undecided }
}
