internal import SiteBuilder

/// A status line's number and words.
struct HTTPStatus: Equatable {
  let code: Int
  let words: String

  static let ok = HTTPStatus(code: 200, words: "OK")
  static let partialContent = HTTPStatus(code: 206, words: "Partial Content")
  static let found = HTTPStatus(code: 302, words: "Found")
  static let badRequest = HTTPStatus(code: 400, words: "Bad Request")
  static let forbidden = HTTPStatus(code: 403, words: "Forbidden")
  static let notFound = HTTPStatus(code: 404, words: "Not Found")
  static let methodNotAllowed = HTTPStatus(code: 405, words: "Method Not Allowed")
  static let rangeNotSatisfiable = HTTPStatus(code: 416, words: "Range Not Satisfiable")
  static let headTooLarge = HTTPStatus(code: 431, words: "Request Header Fields Too Large")
  static let internalError = HTTPStatus(code: 500, words: "Internal Server Error")
  static let unavailable = HTTPStatus(code: 503, words: "Service Unavailable")
}

/// What a request is answered with.
struct HTTPResponse {
  enum Body {
    case bytes([UInt8])
    case file(RegularFile)
    /// A stream that stays open and tells of changes, beginning with this.
    case events([UInt8])
  }

  var status: HTTPStatus
  var type: String
  var body: Body
  /// The address to go on to.
  var location: String?
  /// The part of the body that is sent; all of it when `nil`.
  var range: Range<Int>?
  var fields: [(name: String, value: String)] = []

  init(_ status: HTTPStatus, _ body: Body, type: String, location: String? = nil) {
    (self.status, self.body, self.type, self.location) = (status, body, type, location)
  }

  /// A sentence for whoever reads the bare answer.
  init(_ status: HTTPStatus, _ text: String = "") {
    let line = "\(status.code) \(status.words)\(text.isEmpty ? "" : ": " + text)\n"
    self.init(status, .bytes(Array(line.utf8)), type: "text/plain; charset=utf-8")
  }

  /// Bytes of the whole body; `nil` for a stream.
  var size: Int? {
    switch body {
    case .bytes(let bytes): bytes.count
    case .file(let file): file.size
    case .events: nil
    }
  }

  /// The answer to a request for a part of it (RFC 9110, 14). Only a whole answer can be given in parts.
  func answering(range header: String?, ifRange: String?) -> HTTPResponse {
    // There is nothing that a client could compare the body with, so after If-Range it gets all of it.
    guard let header, ifRange == nil, status == .ok, let size else { return self }
    var part = self
    switch ByteRange.parse(header, size: size) {
    case .whole: return self
    case .part(let range):
      part.status = .partialContent
      part.range = range
      part.fields.append(("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"))
    case .unsatisfiable:
      part = HTTPResponse(.rangeNotSatisfiable)
      part.fields.append(("Content-Range", "bytes */\(size)"))
    }
    return part
  }

  /// The status line and the fields.
  ///
  /// Nothing is kept, for the next save may change it; nothing is given to other sites; and pages may do only what the
  /// published site's policy lets them.
  func head(keepsAlive: Bool) -> [UInt8] {
    var text = "HTTP/1.1 \(status.code) \(status.words)\r\nContent-Type: \(type)\r\n"
    if let length = range?.count ?? size { text += "Content-Length: \(length)\r\n" }
    if let location { text += "Location: \(location)\r\n" }
    for field in fields { text += "\(field.name): \(field.value)\r\n" }
    if status == .ok || status == .partialContent, size != nil { text += "Accept-Ranges: bytes\r\n" }
    if status == .methodNotAllowed { text += "Allow: GET, HEAD\r\n" }
    text += Self.policy
    text += keepsAlive ? "\r\n" : "Connection: close\r\n\r\n"
    return Array(text.utf8)
  }

  private static let policy = """
    Cache-Control: no-store\r
    Content-Security-Policy: default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
    frame-ancestors 'self'\r
    Cross-Origin-Resource-Policy: same-origin\r
    Referrer-Policy: same-origin\r
    X-Content-Type-Options: nosniff\r

    """
}
