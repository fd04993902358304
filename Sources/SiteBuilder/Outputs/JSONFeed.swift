internal import TemplateEngine

/// A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1).
struct JSONFeed {
  let feed: Feed

  func write(to buffer: inout OutputBuffer) {
    buffer.object { buffer in
      buffer.member("version", "https://jsonfeed.org/version/1.1")
      buffer.member("title", feed.title)
      buffer.member("description", feed.description)
      buffer.member("home_page_url", feed.pageURL)
      buffer.member("feed_url", feed.url(.json))
      buffer.member("language", feed.language)
      buffer.list("authors") { buffer in buffer.object { $0.member("name", feed.author) } }
      buffer.list("items") { buffer in
        for entry in feed.entries {
          buffer.line()
          buffer.object { write(entry, to: &$0) }
        }
      }
    }
    buffer.append("\n")
  }

  private func write(_ entry: FeedEntry, to buffer: inout OutputBuffer) {
    buffer.member("id", entry.url)
    buffer.member("url", entry.url)
    buffer.member("title", entry.title)
    buffer.member("summary", entry.summary)
    buffer.member("content_text", entry.text)
    buffer.member("image", entry.picture)
    buffer.member("date_modified", entry.updated)
    buffer.list("authors") { buffer in
      buffer.object { author in
        author.member("name", entry.maker)
        author.member("url", entry.makerURL)
      }
    }
    buffer.member("tags", entry.tags)
  }
}
