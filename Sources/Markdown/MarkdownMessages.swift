internal import Diagnostics

/// Where a link looks for a heading.
enum HeadingPlace { case thisText, otherText }

/// Every message of this module.
extension Diagnostic {
  static func rawHTML(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "markdown.html",
      Message(en: "HTML is left out of the page", id: "HTML tidak ditampilkan di halaman"), at: location,
      help: Message(
        en: "write Markdown: **bold**, *italic*, [text](link), or a list with \"- \"",
        id: "tulis dengan Markdown: **tebal**, *miring*, [teks](tautan), atau daftar dengan \"- \""))
  }

  static func forbiddenLink(_ destination: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "markdown.link.forbidden",
      Message(
        en: "link to \"\(destination)\" is left out: its kind is not allowed",
        id: "tautan ke \"\(destination)\" dihapus: jenis ini tidak diizinkan"), at: location,
      help: Message(
        en: "links may begin with https://, http://, mailto:, tel:, # or lead to a file of this catalog",
        id: "tautan boleh diawali https://, http://, mailto:, tel:, # atau menuju berkas katalog ini"))
  }

  static func emptyLink(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "markdown.link.dead",
      Message(en: "link without an address", id: "tautan tanpa alamat"), at: location,
      help: Message(
        en: "write it between the parentheses: [getuk](../getuk/index.md)",
        id: "tulis alamatnya di dalam kurung: [getuk](../getuk/index.md)"))
  }

  static func deadLink(_ message: Message, help: Message?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.error, "markdown.link.dead", message, at: location, help: help)
  }

  static func deadFragment(
    _ fragment: String, in text: HeadingPlace, headings: [String], at location: SourceLocation
  ) -> Diagnostic {
    let place: Message =
      switch text {
      case .thisText: Message(en: "in this text", id: "dalam teks ini")
      case .otherText: Message(en: "in the text that the link leads to", id: "dalam teks yang dituju tautan ini")
      }
    return Diagnostic(
      .error, "markdown.link.dead",
      Message(en: "no heading \"#\(fragment)\" \(place.en)", id: "tidak ada judul \"#\(fragment)\" \(place.id)"),
      at: location, help: .didYouMean(nearestMatch(to: fragment, in: headings), orOneOf: headings))
  }

  static func undefinedFootnote(_ mark: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "markdown.definition",
      Message(en: "footnote \"\(mark)\" has no text", id: "catatan kaki \"\(mark)\" belum ada isinya"),
      at: location, help: definitionForm(mark, "…"))
  }

  static func undefinedReference(_ mark: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "markdown.definition",
      Message(en: "link \"\(mark)\" has no address", id: "tautan \"\(mark)\" belum ada alamatnya"), at: location,
      help: definitionForm(mark, "../getuk/index.md"))
  }

  private static func definitionForm(_ mark: String, _ definition: String) -> Message {
    Message(
      en:
        "write it on a line of its own: \"\(mark): \(definition)\"; or put \\ before the bracket to show it as it is",
      id:
        "tulis di baris tersendiri: \"\(mark): \(definition)\"; atau beri \\ di depan kurung agar tampil apa adanya")
  }

  static func imageWithoutAlt(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "markdown.image.alt",
      Message(en: "picture without a description", id: "gambar tanpa keterangan"), at: location,
      help: Message(
        en: "say what it shows, between the square brackets: ![grated coconut on getuk](photo.jpg)",
        id: "tulis isi gambarnya di dalam kurung siku: ![kelapa parut di atas getuk](foto.jpg)"))
  }

  static func note(_ note: MarkdownNote, at location: SourceLocation) -> Diagnostic {
    Diagnostic(note.severity, note.code, note.message, at: location, help: note.help)
  }

  static func bodyTooLong(_ file: SourceFile, _ body: Range<Int>) -> Diagnostic {
    Diagnostic(
      .error, "markdown.limit.body",
      Message(
        en: "text of \(body.count) bytes is longer than \(MarkdownLimits.bodyBytes)",
        id: "teks \(body.count) bita melebihi \(MarkdownLimits.bodyBytes)"),
      at: SourceLocation(file, SourceRange(body.lowerBound, body.lowerBound)))
  }

  static func lineTooLong(_ file: SourceFile, _ start: Int) -> Diagnostic {
    Diagnostic(
      .error, "markdown.limit.line",
      Message(
        en: "line is longer than \(MarkdownLimits.lineBytes) bytes",
        id: "baris lebih panjang dari \(MarkdownLimits.lineBytes) bita"),
      at: SourceLocation(file, SourceRange(start, start)),
      help: Message(en: "break it into paragraphs", id: "pecah menjadi beberapa paragraf"))
  }

  static func tooManyMarkers(_ file: SourceFile, _ offset: Int, _ marker: Unicode.Scalar) -> Diagnostic {
    Diagnostic(
      .error, "markdown.limit.markers",
      Message(
        en: "more than \(MarkdownLimits.markers) times \"\(marker)\" in one text",
        id: "lebih dari \(MarkdownLimits.markers) kali \"\(marker)\" dalam satu teks"),
      at: SourceLocation(file, SourceRange(offset, offset + 1)),
      help: Message(
        en: "this doesn't look like a description; shorten it",
        id: "ini tidak tampak seperti deskripsi; pendekkan"))
  }

  static func expandsTooMuch(_ file: SourceFile, _ body: Range<Int>) -> Diagnostic {
    Diagnostic(
      .error, "markdown.limit.output",
      Message(
        en: "text becomes a page that is too large (a link or footnote is repeated very often)",
        id: "teks menjadi halaman yang terlalu besar (tautan atau catatan kaki diulang terlalu sering)"),
      at: SourceLocation(file, SourceRange(body.lowerBound, body.lowerBound)))
  }
}
