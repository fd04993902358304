internal import Diagnostics
internal import SiteBuilder

/// Answers requests: with the site's own files, and below `/_etalase/` with the preview's.
struct Responder {
  let site: LiveSite
  let visitors: RequestGuard
  let language: MessageLanguage
  /// Differs from one run of the preview to the next.
  let run: String

  func response(to request: HTTPRequest) -> HTTPResponse {
    if let refusal = visitors.refusal(request) { return refusal }
    guard let path = RequestPath(request.target) else { return notFound("/") }
    let response = own(path) ?? siteFile(path)
    return response.answering(range: request.range, ifRange: request.ifRange)
  }

  /// What is sent down the event streams when anything changed: the whole state, so that nobody can miss a part of it.
  func event() -> [UInt8] { Array("data: ".utf8) + state + Array("\n\n".utf8) }

  private var state: [UInt8] { encodedJSON(PreviewState(site, language, version: version)) }

  private var version: String { "\(run)-\(site.version)" }

  private func own(_ path: RequestPath) -> HTTPResponse? {
    switch path.path {
    case "/_etalase/preview.js": HTTPResponse(.ok, .bytes(Array(previewScript.utf8)), type: MediaType.of("x.js"))
    case "/_etalase/preview.css": HTTPResponse(.ok, .bytes(Array(previewStyle.utf8)), type: MediaType.of("x.css"))
    case "/_etalase/icon.svg": HTTPResponse(.ok, .bytes(Array(previewIcon.utf8)), type: MediaType.of("x.svg"))
    case "/_etalase/events": HTTPResponse(.ok, .events(event()), type: "text/event-stream")
    case "/_etalase/state.json": HTTPResponse(.ok, .bytes(state), type: "application/json")
    case "/_etalase/page.json": page(path.query["address"] ?? "")
    case "/_etalase/": html(.ok, IndexPage(site: site, language: language, search: path.query["q"] ?? "").html)
    case "/_etalase": HTTPResponse(.found, .bytes([]), type: MediaType.html, location: "/_etalase/")
    default: nil
    }
  }

  private func page(_ address: String) -> HTTPResponse? {
    guard let address = RequestPath(address)?.path, let page = site.page(at: address) else { return nil }
    return HTTPResponse(.ok, .bytes(encodedJSON(page)), type: "application/json")
  }

  private func siteFile(_ path: RequestPath) -> HTTPResponse {
    guard site.version > 0 else { return html(.unavailable, BarePage(language, .nothingYet).html) }
    switch site.answer(path.path) {
    case .page(let bytes): return html(.ok, bytes)
    case .bytes(let bytes): return HTTPResponse(.ok, .bytes(bytes), type: MediaType.of(path.path))
    case .file(let file): return HTTPResponse(.ok, .file(file), type: MediaType.of(path.path))
    case .redirect(let address): return HTTPResponse(.found, .bytes([]), type: MediaType.html, location: address)
    case .failed(let problem): return html(.internalError, BarePage(language, .cannotRender, problem).html)
    case nil: return path.path == "/" ? toStart : notFound(path.path)
    }
  }

  /// A site in a folder has nothing at the host's root.
  private var toStart: HTTPResponse {
    HTTPResponse(.found, .bytes([]), type: MediaType.html, location: site.basePath + "/")
  }

  private func notFound(_ path: String) -> HTTPResponse {
    guard case .page(let bytes) = site.notFoundPage(for: path) else { return HTTPResponse(.notFound) }
    return html(.notFound, bytes)
  }

  private func html(_ status: HTTPStatus, _ page: String) -> HTTPResponse { html(status, Array(page.utf8)) }

  private func html(_ status: HTTPStatus, _ page: [UInt8]) -> HTTPResponse {
    HTTPResponse(status, .bytes(Injection.script(into: page, version: version)), type: MediaType.html)
  }
}

/// The one thing that a previewed page has and the published one hasn't.
enum Injection {
  /// Puts the preview's script before the body's end. It tells the version of the site that the page is from.
  static func script(into page: [UInt8], version: String) -> [UInt8] {
    let script = Array("<script type=\"module\" src=\"/_etalase/preview.js?v=\(version)\"></script>".utf8)
    let end = Array("</body>".utf8)
    let start = stride(from: page.count - end.count, through: 0, by: -1).first { page[$0...].starts(with: end) }
    guard let start else { return page + script }
    return page[..<start] + script + page[start...]
  }
}
