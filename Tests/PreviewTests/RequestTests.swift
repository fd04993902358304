import Testing

@testable import Preview

private func parsed(_ text: String) -> RequestParser.Outcome { RequestParser.parse(Array(text.utf8)) }

private func request(_ text: String) -> HTTPRequest? {
  if case .request(let request, _) = parsed(text) { request } else { nil }
}

@Suite struct RequestHeads {
  @Test func readsWhatABrowserSends() {
    let text = "GET /produk/?q=x HTTP/1.1\r\nHost: localhost:8080\r\nUser-Agent: x\r\nRange:\tbytes=0-1 \r\n\r\nGET"
    guard case .request(let request, let length) = parsed(text) else { return #expect(Bool(false)) }
    #expect(length == text.utf8.count - 3)
    #expect(request.method == .get)
    #expect(request.target == "/produk/?q=x")
    #expect(request.host == "localhost:8080")
    #expect(request.range == "bytes=0-1")
    #expect(request.keepsAlive)
  }

  @Test func waitsForTheRestOfAHead() {
    let text = "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n"
    for length in 0..<text.utf8.count {
      #expect(RequestParser.parse(Array(text.utf8.prefix(length))) == .incomplete)
    }
    #expect(request(text)?.method == .head)
  }

  @Test func findsTheEndWhereverAPacketEnds() {
    let bytes = Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8)
    for seen in 0..<bytes.count {
      guard case .request = RequestParser.parse(bytes, seen: seen) else {
        Issue.record("not found after \(seen) bytes")
        continue
      }
    }
  }

  @Test func closesAfterOldOrLeavingClients() {
    #expect(request("GET / HTTP/1.0\r\nHost: x\r\n\r\n")?.keepsAlive == false)
    #expect(request("GET / HTTP/1.0\r\nHost: x\r\nConnection: Keep-Alive\r\n\r\n")?.keepsAlive == true)
    #expect(request("GET / HTTP/1.1\r\nHost: x\r\nConnection: foo, close\r\n\r\n")?.keepsAlive == false)
  }

  @Test func knowsThatABodyFollows() {
    #expect(request("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n")?.hasBody == true)
    #expect(request("GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")?.hasBody == true)
    #expect(request("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")?.hasBody == false)
  }

  @Test(arguments: [
    "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/2\r\n\r\n", "GET http://x/ HTTP/1.1\r\n\r\n",
    "GET x HTTP/1.1\r\n\r\n", "G(T / HTTP/1.1\r\n\r\n", " GET / HTTP/1.1\r\n\r\n", "\r\n\r\n",
    "GET / HTTP/1.1\r\nHost\r\n\r\n", "GET / HTTP/1.1\r\nHost : x\r\n\r\n", "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\nOrigin: y\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\u{0}b\r\n\r\n", "GET /\u{7F} HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func refusesWhatIsNoRequest(_ text: String) { #expect(parsed(text) == .refused(.badRequest)) }

  @Test func refusesBytesThatAreNoText() {
    #expect(RequestParser.parse([0x47, 0xFF] + Array("\r\n\r\n".utf8)) == .refused(.badRequest))
  }

  @Test func refusesHeadsThatAreTooLarge() {
    let line = "X: " + String(repeating: "x", count: 1000) + "\r\n"
    let small = "GET / HTTP/1.1\r\n" + String(repeating: line, count: 10)
    let large = "GET / HTTP/1.1\r\n" + String(repeating: line, count: 17)
    #expect(parsed(small) == .incomplete)
    #expect(request(small + "\r\n") != nil)
    #expect(parsed(large) == .refused(.headTooLarge))
    #expect(parsed(large + "\r\n") == .refused(.headTooLarge))
    let many = "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 200) + "\r\n"
    #expect(parsed(many) == .refused(.headTooLarge))
  }

  @Test func neverTrapsOnRandomBytes() {
    var random = SeededGenerator(seed: 4)
    let pieces = [
      "GET ", "/", " HTTP/1.1", "\r\n", "\r\n\r\n", "Host: x", ":", "\u{0}", "é", "\n", "\r", " ", "%", "Range: bytes=",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random)! }
        .joined()
      var bytes = Array(text.utf8)
      if Bool.random(using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      _ = RequestParser.parse(bytes, seen: Int.random(in: 0...bytes.count, using: &random))
    }
  }
}

@Suite struct RequestPaths {
  @Test func decodesOnce() {
    #expect(RequestPath("/produk/getuk%20lindri/")?.path == "/produk/getuk lindri/")
    #expect(RequestPath("/a%252e%252e/b")?.path == "/a%2e%2e/b")
    #expect(RequestPath("/kopi/%C3%A9")?.path == "/kopi/é")
    #expect(RequestPath("/a+b")?.path == "/a+b")
    #expect(RequestPath("/")?.path == "/")
  }

  @Test func readsTheQuery() {
    #expect(RequestPath("/_etalase/?q=getuk+tiga%20warna&x&y=")?.query == ["q": "getuk tiga warna", "x": "", "y": ""])
    #expect(RequestPath("/?q=%zz")?.query["q"] == nil)
  }

  @Test(arguments: [
    "/../x", "/%2e%2e/x", "/%2E./x", "/a/..", "/..%2fx", "/./x", "/a/%2e", "//x", "/a//b", "/%00", "/a%00.html", "/%ff",
    "/%c0%ae%c0%ae/", "/%", "/%4", "/%zz", "x", "", "/..\\x", "/%5c..%5cx", "/a/%2e%2e%2f%2e%2e%2fetc/passwd",
  ])
  func refusesWhatCanBeNoAddressOfASite(_ target: String) { #expect(RequestPath(target) == nil) }
}

@Suite struct ByteRanges {
  @Test(arguments: [
    ("bytes=0-0", ByteRange.part(0..<1)), ("bytes=2-4", .part(2..<5)), ("bytes=7-", .part(7..<10)),
    ("bytes=-3", .part(7..<10)), ("bytes=-30", .part(0..<10)), ("bytes=5-99", .part(5..<10)),
    ("bytes=10-", .unsatisfiable), ("bytes=10-12", .unsatisfiable), ("bytes=-0", .unsatisfiable),
    ("bytes=4-2", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes=0-1,3-4", .whole), ("items=0-1", .whole),
    ("bytes=a-b", .whole), ("bytes=1-2-3", .whole), ("bytes=99999999999999999999-", .whole), ("bytes=+1-2", .whole),
  ])
  func meansOnePartOrAll(_ header: String, _ range: ByteRange) { #expect(ByteRange.parse(header, size: 10) == range) }

  @Test func nothingOfAnEmptyFile() { #expect(ByteRange.parse("bytes=-1", size: 0) == .unsatisfiable) }
}

@Suite struct RequestGuards {
  private func status(
    host: String?, _ guardian: RequestGuard = RequestGuard(host: "127.0.0.1"),
    _ change: (inout HTTPRequest) -> Void = { _ in }
  ) -> Int {
    var request = HTTPRequest(method: .get, target: "/", isVersion11: true, host: host)
    change(&request)
    return guardian.refusal(request)?.status.code ?? 200
  }

  @Test(arguments: [
    "localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1:8080", "[::1]:8080", "[::1]", "localhost:",
  ])
  func answersUnderItsOwnNames(_ host: String) { #expect(status(host: host) == 200) }

  @Test(arguments: [
    "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "xlocalhost", "", ":8080",
    "192.168.1.5", "[::2]", "[::1]x:80", "[::1", "localhost:80x", "localhost:80:80", "0.0.0.0",
  ])
  func refusesOtherNames(_ host: String) { #expect(status(host: host) == 403) }

  @Test func wantsAName() { #expect(status(host: nil) == 400) }

  @Test func answersAtAnyNumericAddressWhenOthersMaySeeIt() {
    let open = RequestGuard(host: "0.0.0.0")
    #expect(status(host: "192.168.1.5:8080", open) == 200)
    #expect(status(host: "[fe80::1]:8080", open) == 200)
    #expect(status(host: "localhost", open) == 200)
    #expect(status(host: "evil.example", open) == 403)
    #expect(status(host: "1.2.3.4.example", open) == 403)
  }

  @Test func refusesOtherSitesScriptsAndPictures() {
    #expect(status(host: "localhost:8080") { $0.origin = "http://localhost:8080" } == 200)
    #expect(status(host: "localhost:8080") { $0.origin = "http://evil.example" } == 403)
    #expect(status(host: "localhost:8080") { $0.origin = "http://localhost:9000" } == 403)
    #expect(status(host: "localhost:8080") { $0.origin = "null" } == 403)
    #expect(status(host: "localhost") { ($0.fetchSite, $0.fetchMode) = ("cross-site", "no-cors") } == 403)
    #expect(status(host: "localhost") { ($0.fetchSite, $0.fetchMode) = ("cross-site", "navigate") } == 200)
    #expect(status(host: "localhost") { ($0.fetchSite, $0.fetchMode) = ("same-origin", "cors") } == 200)
  }

  @Test func onlyReads() {
    #expect(status(host: "localhost") { $0.method = .other } == 405)
    #expect(status(host: "localhost") { $0.hasBody = true } == 400)
    #expect(status(host: "localhost") { $0.method = .head } == 200)
  }
}

@Suite struct Injections {
  @Test func putsTheScriptBeforeTheBodysEnd() {
    func injected(_ page: String) -> String {
      String(decoding: Injection.script(into: Array(page.utf8), version: "a-1"), as: UTF8.self)
    }
    let script = "<script type=\"module\" src=\"/_etalase/preview.js?v=a-1\"></script>"
    #expect(injected("<body>x</body></html>\n") == "<body>x\(script)</body></html>\n")
    #expect(injected("</body>x</body>") == "</body>x\(script)</body>")
    #expect(injected("<p>") == "<p>" + script)
    #expect(injected("") == script)
  }
}

@Suite struct MediaTypes {
  @Test(arguments: [
    ("/a/foto.JPG", "image/jpeg"), ("/x.css", "text/css; charset=utf-8"), ("/x.avif", "image/avif"),
    ("/a.b/x", "application/octet-stream"), ("/feed.atom", "application/atom+xml"), ("/x.webm", "video/webm"),
    ("/_headers", "application/octet-stream"), ("/x.", "application/octet-stream"),
  ])
  func goByTheEnding(_ path: String, _ type: String) { #expect(MediaType.of(path) == type) }
}
