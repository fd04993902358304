internal import TemplateEngine

/// A feed as Atom (RFC 4287).
struct AtomFeed {
  let feed: Feed

  func write(to buffer: inout OutputBuffer) {
    let entries = feed.entries
    buffer.append(OutputBuffer.xmlDeclaration)
    buffer.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    buffer.attribute("xml:lang", feed.language)
    buffer.append(">\n")
    buffer.element("id", feed.url(.atom))
    buffer.element("title", feed.title)
    buffer.element("subtitle", feed.description)
    buffer.element("updated", entries.first?.updated)
    link("self", FeedFormat.atom.mediaType, feed.url(.atom), &buffer)
    link("alternate", "text/html", feed.pageURL, &buffer)
    buffer.append("<author>")
    buffer.element("name", feed.author)
    buffer.append("</author>\n")
    for entry in entries { write(entry, to: &buffer) }
    buffer.append("</feed>\n")
  }

  private func write(_ entry: FeedEntry, to buffer: inout OutputBuffer) {
    buffer.append("<entry>\n")
    buffer.element("id", entry.url)
    buffer.element("title", entry.title)
    buffer.element("updated", entry.updated)
    link("alternate", "text/html", entry.url, &buffer)
    if let picture = entry.picture { link("enclosure", mediaType(ofPicture: picture), picture, &buffer) }
    buffer.append("<author>")
    buffer.element("name", entry.maker)
    buffer.element("uri", entry.makerURL)
    buffer.append("</author>\n<category")
    buffer.attribute("term", entry.categoryPath)
    buffer.attribute("label", entry.categoryName)
    buffer.append("/>\n")
    buffer.append("<summary")
    if let language = entry.summaryLanguage { buffer.attribute("xml:lang", language) }
    buffer.append(">")
    buffer.append(xml: entry.text)
    buffer.append("</summary>\n</entry>\n")
  }

  private func link(_ relation: String, _ type: String, _ url: String, _ buffer: inout OutputBuffer) {
    buffer.append("<link")
    buffer.attribute("rel", relation)
    buffer.attribute("type", type)
    buffer.attribute("href", url)
    buffer.append("/>\n")
  }
}

/// The media type of a picture by the ending of its address.
func mediaType(ofPicture address: String) -> String {
  let dot = address.utf8.lastIndex(of: UInt8(ascii: ".")) ?? address.startIndex
  return switch address[dot...].dropFirst().lowercased() {
  case "png": "image/png"
  case "webp": "image/webp"
  case "avif": "image/avif"
  case "svg": "image/svg+xml"
  default: "image/jpeg"
  }
}
