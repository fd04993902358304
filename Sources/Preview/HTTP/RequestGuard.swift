internal import Glibc

/// Decides which requests are answered: those that a person's own browser makes for this site.
///
/// Any page in the browser can ask the preview for something. A page of another site must not be able to read drafts:
/// neither under a name of its own that leads to this machine (DNS rebinding, so `Host` is checked), nor as a picture or
/// script of its own, nor from a script of its own (`Origin` and Fetch Metadata).
struct RequestGuard {
  /// Names that the preview may be asked for under, in small letters and without a port.
  let names: Set<String>
  /// Whether numeric addresses are fine too: they can't be rebound. For a preview that other devices may see.
  let allowsAddresses: Bool

  /// - Parameter host: where the preview can be seen.
  init(host: String) {
    var names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
    allowsAddresses = !ListeningSockets.isLoopback(host)
    if allowsAddresses { names.formUnion([host.lowercased()] + Self.machineNames) }
    self.names = names
  }

  /// The machine's name, as it is and as other devices of the house know it.
  private static var machineNames: [String] {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return [] }
    let name = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).lowercased()
    return [name, name + ".local"]
  }

  /// - Returns: why the request is refused.
  func refusal(_ request: HTTPRequest) -> HTTPResponse? {
    guard request.method != .other else { return HTTPResponse(.methodNotAllowed, "GET, HEAD") }
    guard !request.hasBody else { return HTTPResponse(.badRequest, "a request with a body") }
    guard let host = request.host else {
      return request.isVersion11 ? HTTPResponse(.badRequest, "no Host") : HTTPResponse(.forbidden, "no Host")
    }
    guard isOwn(host) else { return HTTPResponse(.forbidden, "this preview is not at that address") }
    if let origin = request.origin, origin.lowercased() != "http://" + host.lowercased() {
      return HTTPResponse(.forbidden, "another site asked")
    }
    let isForeign = request.fetchSite == "cross-site" || request.fetchSite == "same-site"
    guard !isForeign || request.fetchMode == "navigate" else { return HTTPResponse(.forbidden, "another site asked") }
    return nil
  }

  private func isOwn(_ host: String) -> Bool {
    guard let name = Self.nameWithoutPort(host) else { return false }
    return names.contains(name) || allowsAddresses && Self.isAddress(name)
  }

  /// `localhost` for `localhost:8080`. Any port will do: the preview may be reached through a tunnel.
  static func nameWithoutPort(_ host: String) -> String? {
    let host = host.lowercased().utf8
    let isBracketed = host.first == UInt8(ascii: "[")
    let mark = host.firstIndex(of: UInt8(ascii: isBracketed ? "]" : ":"))
    let end = isBracketed ? mark.map(host.index(after:)) : mark ?? host.endIndex
    guard let end, end > host.startIndex else { return nil }
    let port = host[end...]
    guard port.isEmpty || port.first == UInt8(ascii: ":"), port.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(Substring(host[..<end]))
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
