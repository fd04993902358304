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

    /// Whether a link's fragment names it; authors leave the `h-` out.
    func isNamed(by fragment: String) -> Bool { id == fragment || id == "h-" + fragment }
  }

  /// A link that names a heading of another text. Which headings that has, only the site can find out.
  public struct HeadingLink: Sendable {
    /// As in `LinkReference`.
    public let destination: String
    public let fragment: String
    public let location: SourceLocation

    /// What is wrong if these are the headings of the other text.
    public func problem(_ headings: [Heading]) -> Diagnostic? {
      guard !headings.contains(where: { $0.isNamed(by: fragment) }) else { return nil }
      let known = headings.map { String($0.id.dropFirst(2)) }
      return .deadFragment(fragment, in: .otherText, headings: known, at: location)
    }
  }

  /// No raw HTML of the author's, no URL outside the allowed schemes.
  public let html: String
  public let headings: [Heading]
  /// The first paragraph's text without markup; empty when there is none.
  public let firstParagraph: String
  /// The links to headings of other texts.
  public let headingLinks: [HeadingLink]

  static let empty = MarkdownDocument(html: "", headings: [], firstParagraph: "", headingLinks: [])
}

/// A link or picture as the author wrote it, for the site to say where it leads.
public struct LinkReference: Sendable {
  /// Percent-encoding and escapes as in the text, without a fragment.
  public let destination: String
  public let isImage: Bool
}

/// Where a relative link or a picture leads.
public enum LinkResolution: Sendable {
  /// Another text of the site: a fragment names one of its headings (`MarkdownDocument.headingLinks`).
  case text(String)
  /// Anything else: a fragment stays as it is.
  case url(String)
  /// A picture in several sizes, with what is to be said of it at the link's place.
  case picture(MarkdownPicture, notes: [MarkdownNote])
  /// There is nothing: an error at the link's place.
  case dead(Message, help: Message?)
  /// There is something that can't be shown.
  case refused(MarkdownNote)
}

/// A picture as a page shows it. Addresses are as in attributes, before escaping.
public struct MarkdownPicture: Sendable {
  /// What browsers load that know no `srcset`.
  public let url: String
  /// The values of `srcset`.
  public let webP, jpeg: String
  public let sizes: String
  /// Pixels.
  public let width, height: Int
  public let classes: String

  public init(
    url: String, webP: String, jpeg: String, sizes: String, width: Int, height: Int, classes: String
  ) {
    (self.url, self.webP, self.jpeg, self.sizes) = (url, webP, jpeg, sizes)
    (self.width, self.height, self.classes) = (width, height, classes)
  }
}

/// Something that the site has to say about a link.
public struct MarkdownNote: Sendable {
  public let severity: Diagnostic.Severity
  public let code: String
  public let message: Message
  public let help: Message?

  public init(_ severity: Diagnostic.Severity, _ code: String, _ message: Message, help: Message?) {
    (self.severity, self.code, self.message, self.help) = (severity, code, message, help)
  }
}

/// What the site may choose about a document.
public struct MarkdownOptions: Sendable {
  /// Read out for the arrow that leads from a footnote back to the text.
  public let footnoteBackLabel: String
  /// Read out for the boxes of a task list: ticked, and not.
  public let doneLabel, toDoLabel: String
  /// Read out, with a number after them, for the boxes that hold what may be wider than the window.
  public let tableLabel, codeLabel: String
  /// Whether the first picture is the page's first, which browsers should load before others.
  public let beginsWithPicture: Bool

  public init(
    footnoteBackLabel: String = "Back to the text", doneLabel: String = "Done", toDoLabel: String = "To do",
    tableLabel: String = "Table", codeLabel: String = "Code", beginsWithPicture: Bool = false
  ) {
    (self.footnoteBackLabel, self.beginsWithPicture) = (footnoteBackLabel, beginsWithPicture)
    (self.doneLabel, self.toDoLabel) = (doneLabel, toDoLabel)
    (self.tableLabel, self.codeLabel) = (tableLabel, codeLabel)
  }
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

  /// The headings that rendering the text gives; `nil` if it is refused. Not to be called while a text is rendered.
  public static func headings(_ file: SourceFile, body: Range<Int>) -> [Heading]? {
    MarkdownLimits.refusal(file, body) == nil ? CMark.headings(file, body) : nil
  }
}
