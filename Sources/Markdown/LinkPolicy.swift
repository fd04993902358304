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
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else {
      self = .forbidden
      return
    }
    if text.utf8.first == UInt8(ascii: "#") {
      self = .fragment(String(text.dropFirst()))
    } else if let scheme = Self.scheme(of: text) {
      switch scheme {
      case "http", "https": self = .external
      case "mailto", "tel": self = .contact
      default: self = .forbidden
      }
    } else if text.utf8.starts(with: "//".utf8) {
      self = .forbidden
    } else if let mark = text.utf8.firstIndex(of: UInt8(ascii: "#")) {
      self = .relative(String(text[..<mark]), fragment: String(text[text.utf8.index(after: mark)...]))
    } else {
      self = .relative(text, fragment: nil)
    }
  }

  /// The lower-cased part before the first `:`, if that comes before any `/`, `?` or `#`.
  private static func scheme(of text: String) -> String? {
    guard let end = text.utf8.firstIndex(where: endsScheme), text.utf8[end] == UInt8(ascii: ":") else {
      return nil
    }
    return text[..<end].lowercased()
  }

  private static func endsScheme(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): true
    default: false
    }
  }
}

/// A destination as an attribute's text: bytes that may not stand in a URL are percent-encoded, `&` and quotes escaped.
func hrefAttribute(_ destination: String) -> String {
  if destination.utf8.allSatisfy(isPlainInAddress) { return destination }
  return destination.utf8.reduce(into: "") { result, byte in
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

/// True for the bytes that `hrefAttribute` leaves as they are and that make up almost every address.
private func isPlainInAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "="):
    true
  default: false
  }
}

/// Text for between the quotes of an attribute.
func textAttribute(_ text: String) -> String {
  text.utf8.contains(where: isSpecial) ? escapedText(text) : text
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
  default: false
  }
}

private func escapedText(_ text: String) -> String {
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
