import Diagnostics

/// An `https` address, taken apart only as far as its rules need.
struct WebAddress {
  /// What can be wrong with an address.
  enum Problem { case notHTTPS, badHost, badCharacter }

  /// In small letters.
  let host: String
  /// From the host's end: path, query and fragment.
  let rest: String

  init(_ text: String) throws(WebAddressError) {
    let bytes = Array(text.utf8)
    guard Self.begins(bytes, with: "https://") else { throw WebAddressError(.notHTTPS) }
    let end = bytes[8...].firstIndex { $0 == Sign.slash || $0 == Sign.query || $0 == Sign.fragment } ?? bytes.count
    guard Self.isHost(bytes[8..<end]) else { throw WebAddressError(.badHost) }
    guard bytes[end...].allSatisfy(Self.isAllowed) else { throw WebAddressError(.badCharacter) }
    host = String(decoding: bytes[8..<end].map(Self.lowercased), as: UTF8.self)
    rest = String(decoding: bytes[end...], as: UTF8.self)
  }

  private enum Sign {
    static let slash = UInt8(ascii: "/")
    static let query = UInt8(ascii: "?")
    static let fragment = UInt8(ascii: "#")
  }

  /// The address without the parameters that tell marketplaces who shared it and when.
  var withoutTracking: String {
    guard rest.utf8.contains(Sign.query) else { return "https://" + host + rest }
    let fragment = rest.drop { $0 != "#" }
    let beforeFragment = rest.dropLast(fragment.count)
    let path = beforeFragment.prefix { $0 != "?" }
    let parameters = beforeFragment.dropFirst(path.count + 1).split(separator: "&")
    let kept = parameters.filter { !Self.isTracking($0.prefix { $0 != "=" }) }
    return "https://" + host + path + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + fragment
  }

  /// True for `domain` and what lies under it.
  func belongs(to domain: String) -> Bool {
    guard host.utf8.count > domain.utf8.count else { return isSame(host, domain) }
    return host.utf8.suffix(domain.utf8.count + 1).elementsEqual(("." + domain).utf8)
  }

  private static let trackingNames: Set<String> = [
    "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "ttclid", "twclid", "yclid", "igsh", "igshid",
    "mibextid",
    "srsltid", "mc_cid", "mc_eid", "_gl", "_ga", "spm", "scm", "sp_atk", "xptdk", "extparam", "li_fat_id", "rdid",
    "share_id", "is_from_webapp", "sender_device", "_branch_match_id", "_branch_referrer", "smtt", "gads_t_sig",
  ]

  private static func isTracking(_ name: Substring) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("utm_") || trackingNames.contains(name)
  }

  /// Labels of letters, digits and inner hyphens, at least two; the last has a letter, so it is no number.
  private static func isHost(_ host: ArraySlice<UInt8>) -> Bool {
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard host.count <= 253, labels.count >= 2, let last = labels.last else { return false }
    return labels.allSatisfy(isLabel) && last.contains { !WholeNumber.isDigit($0) }
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
      && label.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || WholeNumber.isDigit($0) || $0 == hyphen }
  }

  /// RFC 3986's characters. The others must be percent-encoded.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: (0x21...0x7E).contains(byte)
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private static func begins(_ bytes: [UInt8], with scheme: String) -> Bool {
    bytes.prefix(scheme.utf8.count).lazy.map(lowercased).elementsEqual(scheme.utf8)
  }
}

extension WebAddress {
  /// The address as one to put paths behind: without slashes at its end; `nil` when it has a query or a fragment.
  var base: String? { Self.withoutLastSlashes(rest).map { "https://" + host + $0 } }

  /// The same for an `http` address of this very machine, with or without a port.
  fileprivate static func localBase(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard begins(bytes, with: "http://") else { return nil }
    let end = bytes[7...].firstIndex { $0 == Sign.slash || $0 == Sign.query || $0 == Sign.fragment } ?? bytes.count
    let parts = String(decoding: bytes[7..<end].map(lowercased), as: UTF8.self).split(
      separator: ":", omittingEmptySubsequences: false)
    guard parts[0] == "localhost" || parts[0] == "127.0.0.1", bytes[end...].allSatisfy(isAllowed) else { return nil }
    guard parts.count == 1 || (parts.count == 2 && isPort(parts[1])) else { return nil }
    return withoutLastSlashes(String(decoding: bytes[end...], as: UTF8.self)).map {
      "http://" + parts.joined(separator: ":") + $0
    }
  }

  private static func isPort(_ text: Substring) -> Bool {
    WholeNumber.parse(String(text)).map { (1...65_535).contains($0) } ?? false
  }

  /// - Returns: `nil` for what is more than a path, and for one with `.` and `..`, which browsers take out.
  private static func withoutLastSlashes(_ path: String) -> Substring? {
    guard !path.utf8.contains(Sign.query), !path.utf8.contains(Sign.fragment),
      !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    var path = path[...]
    while path.last == "/" { path.removeLast() }
    return path
  }
}

extension SiteSettings {
  /// The address at which a site is published, as its pages write it: `https`, or `http` for this very machine, the
  /// host in small letters, no query, no fragment and no slash at the end; `nil` when `text` is no such address.
  ///
  ///     SiteSettings.baseURL(from: "https://IKM.example/etalase/")  // "https://ikm.example/etalase"
  ///     SiteSettings.baseURL(from: "http://localhost:8000/")  // "http://localhost:8000"
  ///     SiteSettings.baseURL(from: "http://ikm.example")  // nil
  package static func baseURL(from text: String) -> String? {
    WebAddress.localBase(text) ?? (try? WebAddress(text))?.base
  }
}

struct WebAddressError: Error {
  let problem: WebAddress.Problem

  init(_ problem: WebAddress.Problem) { self.problem = problem }
}

extension DocumentReader {
  /// An `https` address.
  mutating func webAddress(_ field: Field?) -> WebAddress? {
    guard let field, let text = scalar(field, { .notAnAddress($0.path, "", .notHTTPS, fix: nil, at: $1) })
    else { return nil }
    do {
      return try WebAddress(text)
    } catch {
      let isPlain = text.lowercased().hasPrefix("http://")
      let fix = isPlain ? "https://" + text.dropFirst(7) : nil
      report(.notAnAddress(field.path, text, error.problem, fix: fix, at: place(field)))
      return nil
    }
  }
}
