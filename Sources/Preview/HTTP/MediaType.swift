/// What a browser is told about a file, by its ending.
enum MediaType {
  static let html = "text/html; charset=utf-8"

  static func of(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return "application/octet-stream" }
    return types[String(Substring(name[name.index(after: dot)...])).lowercased()] ?? "application/octet-stream"
  }

  private static let types = [
    "html": html, "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8", "json": "application/json", "geojson": "application/geo+json",
    "webmanifest": "application/manifest+json", "map": "application/json", "wasm": "application/wasm",
    "txt": "text/plain; charset=utf-8", "md": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml",
    "xsl": "text/xsl; charset=utf-8", "pdf": "application/pdf", "vcf": "text/vcard; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "zip": "application/zip", "gz": "application/gzip",
    "svg": "image/svg+xml", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp",
    "avif": "image/avif", "gif": "image/gif", "ico": "image/x-icon",
    "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg",
    "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf",
  ]
}
