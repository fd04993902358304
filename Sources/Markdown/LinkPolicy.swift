/// Where a link's destination leads, judged by its text alone.
enum LinkKind: Equatable {
  /// `http:` or `https:` to another site.
  case external
  /// `mailto:` or `tel:`.
  case contact
  /// `#…` within the page.
  case fragment(String)
  /// To another file or page of this site, with the fragment apart.
  case relative(String, fragment: String?)
  /// Anything else: dropped.
  case forbidden

  /// Only these schemes may be published: a list of what is allowed, because every list of what is forbidden has been
  /// got round (control characters, entities, upper case, `data:`, `vbscript:`).
  init(_ destination: String) {
    let text = destination
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }) else {
      self = .forbidden
      return
    }
    if text.hasPrefix("#") {
      self = .fragment(String(text.dropFirst()))
    } else if let scheme = Self.scheme(of: text) {
      switch scheme {
      case "http", "https": self = .external
      case "mailto", "tel": self = .contact
      default: self = .forbidden
      }
    } else if text.hasPrefix("//") {
      self = .forbidden
    } else {
      let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      self = .relative(String(parts[0]), fragment: parts.count > 1 ? String(parts[1]) : nil)
    }
  }

  /// The lower-cased part before the first `:`, if that comes before any `/`, `?` or `#`.
  private static func scheme(of text: String) -> String? {
    guard let end = text.unicodeScalars.firstIndex(where: { ":/?#".unicodeScalars.contains($0) }),
      text.unicodeScalars[end] == ":"
    else { return nil }
    return text[..<end].lowercased()
  }
}

/// A destination as an attribute's text: bytes that may not stand in a URL are percent-encoded, `&` and quotes escaped.
func hrefAttribute(_ destination: String) -> String {
  destination.utf8.reduce(into: "") { result, byte in
    switch byte {
    case UInt8(ascii: "&"): result += "&amp;"
    case UInt8(ascii: "'"): result += "&#39;"
    case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      let hex = String(byte, radix: 16, uppercase: true)
      result += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
    default: result.unicodeScalars.append(Unicode.Scalar(byte))
    }
  }
}

/// Text for between the quotes of an attribute.
func textAttribute(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&#34;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
}
