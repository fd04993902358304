/// A request's head, as far as the preview looks at it (RFC 9112).
struct HTTPRequest: Equatable {
  enum Method: Equatable { case get, head, other }

  var method: Method
  /// As sent: a path with its percent-encoding, and a query.
  var target: String
  var isVersion11: Bool
  var host: String?
  var origin: String?
  var range: String?
  var ifRange: String?
  var connection: String?
  /// How the browser came to ask (Fetch Metadata): `same-origin`, `none`, `cross-site`; and for what: `navigate`, `cors`.
  var fetchSite: String?
  var fetchMode: String?
  /// Whether content follows the head.
  var hasBody = false

  /// Whether the client wants to ask more on the same connection.
  var keepsAlive: Bool {
    let options = (connection ?? "").lowercased().split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
    return isVersion11 ? !options.contains("close") : options.contains("keep-alive")
  }
}

/// Finds requests in what a client sends.
enum RequestParser {
  /// Bytes of a head, and fields in it.
  static let largestHead = 16 << 10
  static let mostFields = 100

  enum Outcome: Equatable {
    /// The head isn't all there yet.
    case incomplete
    /// A request, and how many bytes it took.
    case request(HTTPRequest, length: Int)
    /// The connection can't go on: what it sends is not HTTP, or too much of it.
    case refused(HTTPStatus)
  }

  /// Reads the first head in `bytes`.
  /// - Parameter seen: how many of them an earlier call has looked at in vain.
  static func parse(_ bytes: [UInt8], seen: Int = 0) -> Outcome {
    guard let end = endOfHead(bytes, from: max(0, seen - 3)) else {
      return bytes.count > largestHead ? .refused(.headTooLarge) : .incomplete
    }
    guard end <= largestHead else { return .refused(.headTooLarge) }
    guard let text = String(validating: bytes[..<end], as: UTF8.self), isPrintable(bytes[..<end]) else {
      return .refused(.badRequest)
    }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count <= mostFields + 3 else { return .refused(.headTooLarge) }
    let plain = lines.dropLast(2).compactMap { $0.last == UInt8(ascii: "\r") ? String(Substring($0.dropLast())) : nil }
    guard plain.count == lines.count - 2, var request = requestLine(plain[0]) else { return .refused(.badRequest) }
    for line in plain.dropFirst() where !addField(line, to: &request) { return .refused(.badRequest) }
    return .request(request, length: end)
  }

  /// The index behind the empty line that ends a head.
  private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 3 < bytes.count {
      if bytes[index + 3] > 0x0D {
        index += 4
      } else if bytes[index] == 0x0D, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x0D, bytes[index + 3] == 0x0A {
        return index + 4
      } else {
        index += 1
      }
    }
    return nil
  }

  /// No control characters but tabs and the line breaks between lines.
  private static func isPrintable(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 }
  }

  private static func requestLine(_ line: String) -> HTTPRequest? {
    let parts = line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard parts.count == 3, isToken(parts[0]), !parts[1].utf8.contains(UInt8(ascii: "\r")) else { return nil }
    guard parts[1].utf8.first == UInt8(ascii: "/"), parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0" else { return nil }
    let method: HTTPRequest.Method = parts[0] == "GET" ? .get : parts[0] == "HEAD" ? .head : .other
    return HTTPRequest(method: method, target: parts[1], isVersion11: parts[2] == "HTTP/1.1")
  }

  /// - Returns: whether the line is a field that may stand here. Of those that decide anything there may be one.
  private static func addField(_ line: String, to request: inout HTTPRequest) -> Bool {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), !line.utf8.contains(UInt8(ascii: "\r")) else {
      return false
    }
    let name = String(line[..<colon])
    guard isToken(name) else { return false }
    let value = trimmed(line[line.utf8.index(after: colon)...])
    func set(_ field: WritableKeyPath<HTTPRequest, String?>) -> Bool {
      defer { request[keyPath: field] = value }
      return request[keyPath: field] == nil
    }
    switch name.lowercased() {
    case "host": return set(\.host)
    case "origin": return set(\.origin)
    case "range": return set(\.range)
    case "if-range": return set(\.ifRange)
    case "connection": return set(\.connection)
    case "sec-fetch-site": return set(\.fetchSite)
    case "sec-fetch-mode": return set(\.fetchMode)
    case "transfer-encoding": request.hasBody = true
    case "content-length": request.hasBody = request.hasBody || value != "0"
    default: break
    }
    return true
  }

  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  private static func trimmed(_ text: Substring) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    var bytes = text.utf8[...]
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
