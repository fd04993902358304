public import Diagnostics

/// Markdown text as HTML that is safe to publish, with what a page needs to know about it.
///
///     let body = MarkdownDocument.render(file, body: 0..<file.bytes.count, options: .init()) { .url($0.destination) }
///     body.document.html  // "<h2 id=\"h-bahan\">…"
public struct MarkdownDocument: Sendable {
  /// A heading after shifting: the smallest level of the text is 2, and no level is skipped on the way down.
  public struct Heading: Sendable, Equatable {
    public let level: Int
    /// Unique within the document, begins with `h-`.
    public let id: String
    public let text: String
  }

  /// No raw HTML of the author's, no URL outside the allowed schemes.
  public let html: String
  public let headings: [Heading]
  /// The first paragraph's text without markup; empty when there is none.
  public let firstParagraph: String

  static let empty = MarkdownDocument(html: "", headings: [], firstParagraph: "")
}

/// A link or picture as the author wrote it, for the site to say where it leads.
public struct LinkReference: Sendable {
  /// Percent-encoding and escapes as in the text, without a fragment.
  public let destination: String
  public let isImage: Bool
}

/// Where a relative link or a picture leads.
public enum LinkResolution: Sendable {
  /// Another text of the site: a fragment names one of its headings.
  case text(String)
  /// Anything else: a fragment stays as it is.
  case url(String)
  /// There is nothing: an error at the link's place.
  case dead(Message, help: Message?)
}

/// What the site may choose about a document.
public struct MarkdownOptions: Sendable {
  /// Read out for the arrow that leads from a footnote back to the text.
  public let footnoteBackLabel: String

  public init(footnoteBackLabel: String = "Back to the text") { self.footnoteBackLabel = footnoteBackLabel }
}

extension MarkdownDocument {
  /// Renders the part `body` of `file`: CommonMark with tables, strikethrough, autolinks, task lists, footnotes and
  /// smart punctuation (libcmark-gfm).
  ///
  /// Raw HTML and links with a scheme other than http, https, mailto and tel are left out with a warning. `resolve` is
  /// asked about every relative link and every picture. External links get `rel="noopener nofollow ugc"`.
  /// - Complexity: linear for ordinary text; texts beyond `MarkdownLimits` are refused with an error.
  public static func render(
    _ file: SourceFile, body: Range<Int>, options: MarkdownOptions = .init(),
    resolve: (LinkReference) -> LinkResolution
  ) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
    if let refusal = MarkdownLimits.refusal(file, body) { return (.empty, [refusal]) }
    return CMark.render(file, body, options, resolve)
  }
}
