internal import Glibc

/// The sockets that browsers connect to: for this machine alone both of its own addresses, 127.0.0.1 and ::1, because
/// `localhost` may mean either.
struct ListeningSockets {
  /// Ports that are tried after the one asked for.
  static let nextPorts: UInt16 = 20
  private static let backlog: Int32 = 128

  let descriptors: [Int32]
  let port: UInt16

  /// - Parameter port: 0 for any that is free.
  static func open(host: String, port: UInt16) throws(PreviewFailure) -> ListeningSockets {
    let last = port == 0 ? port : UInt16(clamping: Int(port) + Int(nextPorts))
    for candidate in port...last {
      if let sockets = try open(hosts(host), candidate) { return sockets }
    }
    throw .allPortsTaken(port...last)
  }

  static func isLoopback(_ host: String) -> Bool { ["localhost", "127.0.0.1", "::1"].contains(host) }

  private static func hosts(_ host: String) -> [String] { isLoopback(host) ? ["127.0.0.1", "::1"] : [host] }

  /// - Returns: `nil` when the port is taken at one of the addresses.
  private static func open(_ hosts: [String], _ port: UInt16) throws(PreviewFailure) -> ListeningSockets? {
    var (descriptors, bound): ([Int32], UInt16) = ([], port)
    for host in hosts {
      let code = withAddress(of: host, bound) { address in listen(address, &descriptors) }
      if code == EADDRINUSE {
        descriptors.forEach { _ = close($0) }
        return nil
      }
      guard let code else { throw .noSuchHost(host) }
      // A machine without IPv6 has no ::1.
      if code != 0, descriptors.isEmpty { throw code == EADDRNOTAVAIL ? .noSuchHost(host) : .cannotListen(port, code) }
      if bound == 0, let first = descriptors.first { bound = self.port(of: first) }
    }
    return ListeningSockets(descriptors: descriptors, port: bound)
  }

  /// - Returns: 0, or the `errno` of what failed.
  private static func listen(_ address: UnsafePointer<addrinfo>, _ descriptors: inout [Int32]) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.pointee.ai_family, kind, 0)
    guard descriptor >= 0 else { return errno }
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    // A port that was used a moment ago may be used again; IPv6 is for IPv6 only, so that both can be had.
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
    if address.pointee.ai_family == AF_INET6 { setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &on, size) }
    guard bind(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0,
      Glibc.listen(descriptor, backlog) == 0
    else {
      let code = errno
      close(descriptor)
      return code
    }
    descriptors.append(descriptor)
    return 0
  }

  /// - Returns: what `body` returns; `nil` when the name has no address.
  private static func withAddress(
    of host: String, _ port: UInt16, _ body: (UnsafePointer<addrinfo>) -> Int32
  ) -> Int32? {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let found else { return nil }
    defer { freeaddrinfo(found) }
    return body(found)
  }

  private static func port(of descriptor: Int32) -> UInt16 {
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    // The port is at the same place in both families' addresses.
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    return UInt16(bigEndian: address.sin6_port)
  }
}
