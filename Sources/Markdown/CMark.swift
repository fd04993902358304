internal import CCmarkGFM
internal import CMarkArena
internal import Diagnostics
internal import Glibc
internal import Synchronization

/// libcmark-gfm. No pointer of C leaves this file.
enum CMark {
  typealias Node = OpaquePointer

  static func render(
    _ file: SourceFile, _ body: Range<Int>, _ options: MarkdownOptions,
    _ resolve: (LinkReference) -> LinkResolution
  ) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
    // Everything that the library allocates from here on is gone when this returns.
    defer { arena_reset() }
    let marks = marks(file, body)
    let (root, parser) = parse(file, body, marks)
    guard let root else { return (.empty, []) }

    var editor = TreeEditor(file: file, body: body)
    editor.looksForDefinitions = marks.contains(.footnote) || marks.contains(.reference)
    editor.collect(root)
    editor.editHeadings()
    editor.isNextPictureUrgent = options.beginsWithPicture
    editor.editLinks(resolve)
    editor.removeHTML()
    editor.labelTasks(options)
    editor.boxWideBlocks(options)

    guard let text = cmark_render_html(root, cOptions, cmark_parser_get_syntax_extensions(parser)) else {
      return (.empty, editor.diagnostics)
    }
    var html = String(cString: text)
    guard MarkdownLimits.mayPublish(html: html.utf8.count, from: body) else {
      return (.empty, [.expandsTooMuch(file, body)])
    }
    if editor.hasFootnotes { html = withBackLabel(html, options.footnoteBackLabel) }
    return (
      MarkdownDocument(
        html: html, headings: editor.headings, firstParagraph: editor.firstParagraph,
        headingLinks: editor.headingLinks),
      editor.diagnostics
    )
  }

  static func headings(_ file: SourceFile, _ body: Range<Int>) -> [MarkdownDocument.Heading] {
    defer { arena_reset() }
    guard let root = parse(file, body, marks(file, body)).root else { return [] }
    var editor = TreeEditor(file: file, body: body)
    editor.collect(root)
    editor.editHeadings()
    return editor.headings
  }

  private static let cOptions = Int32(CMARK_OPT_FOOTNOTES | CMARK_OPT_SMART)
  /// For a text without `[^`: looking for footnotes walks through the whole tree twice.
  private static let cOptionsWithoutFootnotes = Int32(CMARK_OPT_SMART)

  /// Parses the body, safely on several threads.
  ///
  /// For the time of each parse the library marks the characters of the parser's extensions (`~` for strikethrough,
  /// `:` and `w` for autolinks) in a table that all threads share, and unmarks them afterwards: with two threads, one
  /// loses its strikethrough and autolinks at random. So the autolinks' characters are marked for good (`prepare`),
  /// and strikethrough is attached only to texts that contain a `~`, one at a time.
  private static func parse(
    _ file: SourceFile, _ body: Range<Int>, _ marks: Marks
  ) -> (root: CMark.Node?, parser: OpaquePointer) {
    _ = prepared
    return file.bytes.withUnsafeBytes { bytes in
      let text = UnsafeRawBufferPointer(rebasing: bytes[body])
      let options = marks.contains(.footnote) ? cOptions : cOptionsWithoutFootnotes
      let parser = cmark_parser_new_with_mem(options, arena_mem())!
      for name in ["table", "autolink", "tasklist"] { attach(name, to: parser) }
      if let start = text.baseAddress {
        cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), text.count)
      }
      guard hasTilde(text) else { return (cmark_parser_finish(parser), parser) }
      attach("strikethrough", to: parser)
      let address = strikethrough.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
      return (OpaquePointer(bitPattern: address), parser)
    }
  }

  /// What a text may use, seen without parsing it: `[^` and `][`.
  private struct Marks: OptionSet {
    let rawValue: Int
    static let footnote = Marks(rawValue: 1)
    static let reference = Marks(rawValue: 2)
  }

  private static func marks(_ file: SourceFile, _ body: Range<Int>) -> Marks {
    file.bytes.withUnsafeBytes { bytes in
      let text = UnsafeRawBufferPointer(rebasing: bytes[body])
      guard let start = text.baseAddress else { return [] }
      var (marks, place): (Marks, UnsafeRawPointer) = ([], start)
      let end = place + text.count
      while let bracket = memchr(place, Int32(UInt8(ascii: "[")), end - place).map(UnsafeRawPointer.init) {
        place = bracket + 1
        if place < end, place.load(as: UInt8.self) == UInt8(ascii: "^") { marks.insert(.footnote) }
        if bracket > start, (bracket - 1).load(as: UInt8.self) == UInt8(ascii: "]") { marks.insert(.reference) }
      }
      return marks
    }
  }

  private static func hasTilde(_ text: UnsafeRawBufferPointer) -> Bool {
    text.baseAddress.map { memchr($0, Int32(UInt8(ascii: "~")), text.count) != nil } ?? false
  }

  private static let strikethrough = Mutex(())

  private static let prepared: Void = {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(cOptions)!
    defer { cmark_parser_free(parser) }
    attach("autolink", to: parser)
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_syntax_extension_set_special_inline_chars(cmark_find_syntax_extension("autolink"), nil)
  }()

  /// An extension without a syntax: a node that is its own may contain everything.
  nonisolated(unsafe) static let openExtension: OpaquePointer? = {
    let open = cmark_syntax_extension_new("open")
    cmark_syntax_extension_set_can_contain_func(open) { _, _, _ in 1 }
    return open
  }()

  private static func attach(_ name: String, to parser: OpaquePointer) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
  }

  /// The library's footnotes say "Back to content" in English, whatever the page's language.
  private static func withBackLabel(_ html: String, _ label: String) -> String {
    let english = Array("aria-label=\"Back to content\"".utf8)
    let ours = Array("aria-label=\"\(textAttribute(label))\"".utf8)
    var result: [UInt8] = []
    var rest = Array(html.utf8)[...]
    while let quote = rest.firstIndex(of: UInt8(ascii: "a")) {
      result += rest[..<quote]
      rest = rest[quote...]
      let found = rest.starts(with: english)
      result += found ? ours : [rest[quote]]
      rest = rest.dropFirst(found ? english.count : 1)
    }
    return String(decoding: result + rest, as: UTF8.self)
  }
}

/// Walks a parsed tree once, without recursion, and then changes the nodes that it kept.
private struct TreeEditor {
  private let file: SourceFile
  private let body: Range<Int>
  private var places: PlaceFinder
  private var htmlPlaces: PlaceFinder
  private var markPlaces: PlaceFinder

  private var headingNodes: [CMark.Node] = []
  private var linkNodes: [(node: CMark.Node, lines: ClosedRange<Int>)] = []
  private var htmlNodes: [(node: CMark.Node, lines: ClosedRange<Int>)] = []
  private var taskNodes: [CMark.Node] = []
  private var tableNodes: [CMark.Node] = []
  private var codeNodes: [CMark.Node] = []

  /// Whether there may be footnotes or links whose definition is missing.
  var looksForDefinitions = false
  /// Whether browsers should load the next picture before others, instead of after.
  var isNextPictureUrgent = false

  /// The pictures up to the one that is edited, and the links but for those that lead out of the site.
  private var links: [(destination: String, lines: ClosedRange<Int>)] = []
  /// Where the latest of them stand; nobody asks for the place of most.
  private var linkPlaces: [SourceRange] = []

  private(set) var diagnostics: [Diagnostic] = []
  private(set) var headings: [MarkdownDocument.Heading] = []
  private(set) var headingLinks: [MarkdownDocument.HeadingLink] = []
  private(set) var firstParagraph = ""
  private(set) var hasFootnotes = false

  init(file: SourceFile, body: Range<Int>) {
    self.file = file
    self.body = body
    places = PlaceFinder(file: file, body: body)
    (htmlPlaces, markPlaces) = (places, places)
  }

  mutating func collect(_ root: CMark.Node) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var imageDepth = 0
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      // Every other node is one.
      if type == CMARK_NODE_TEXT, !looksForDefinitions { continue }
      let isImage = type == CMARK_NODE_IMAGE
      if event == CMARK_EVENT_EXIT {
        imageDepth -= isImage ? 1 : 0
        continue
      }
      // What stands inside a picture is its alternative text, and goes when the picture is replaced.
      if imageDepth == 0 { keep(node, type) }
      imageDepth += isImage ? 1 : 0
    }
  }

  private mutating func keep(_ node: CMark.Node, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_HEADING: headingNodes.append(node)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE: linkNodes.append((node, Self.lines(of: node)))
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: htmlNodes.append((node, Self.lines(of: node)))
    case CMARK_NODE_FOOTNOTE_DEFINITION: hasFootnotes = true
    case CMARK_NODE_ITEM where Self.kind(node) == "tasklist": taskNodes.append(node)
    case CMARK_NODE_PARAGRAPH where firstParagraph.isEmpty: firstParagraph = Self.plainText(node)
    case CMARK_NODE_TEXT: reportUndefined(node)
    case CMARK_NODE_CODE_BLOCK: codeNodes.append(node)
    case _ where Self.isExtensionBlock(type) && Self.kind(node) == "table": tableNodes.append(node)
    default: break
    }
  }

  /// `[^1]` and `[words][name]` remain text when nothing defines them.
  private mutating func reportUndefined(_ node: CMark.Node) {
    let text = cmark_node_get_literal(node).map { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) } ?? []
    let (opening, closing) = (CChar(bitPattern: UInt8(ascii: "[")), CChar(bitPattern: UInt8(ascii: "]")))
    for start in text.indices where text[start] == opening {
      let name = text[(start + 1)...].prefix { $0 != opening && $0 != closing }
      guard !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == closing else { continue }
      let mark = "[" + String(decoding: name.lazy.map(UInt8.init(bitPattern:)), as: UTF8.self) + "]"
      if mark.hasPrefix("[^") {
        guard mark != "[^]", let place = markPlaces.range(ofMark: mark, in: Self.lines(of: node)) else { continue }
        diagnostics.append(.undefinedFootnote(mark, at: SourceLocation(file, SourceRange(place))))
      } else if start > 0, text[start - 1] == closing {
        guard let place = markPlaces.range(ofMark: "]" + mark, in: Self.lines(of: node)) else { continue }
        diagnostics.append(.undefinedReference(mark, at: SourceLocation(file, SourceRange(place.dropFirst()))))
      }
    }
  }

  /// Headings get an id and a level below the page's `h1`; the library has no ids, so each becomes a custom block.
  mutating func editHeadings() {
    let top = headingNodes.map { cmark_node_get_heading_level($0) }.min() ?? 1
    var previous = 1
    var ids = HeadingIDs()
    for node in headingNodes {
      let level = min(Int(cmark_node_get_heading_level(node) - top) + 2, previous + 1, 6)
      previous = level
      let text = Self.plainText(node)
      let heading = MarkdownDocument.Heading(level: level, id: ids.id(for: text), text: text)
      headings.append(heading)
      Self.replace(
        // An id is letters, digits and hyphens.
        node, by: CMARK_NODE_CUSTOM_BLOCK, enter: Self.headingStarts[level] + heading.id + "\">",
        exit: Self.headingEnds[level])
    }
  }

  /// By level.
  private static let headingStarts = (0...6).map { "<h\($0) id=\"" }
  private static let headingEnds = (0...6).map { "</h\($0)>" }

  mutating func editLinks(_ resolve: (LinkReference) -> LinkResolution) {
    for (node, lines) in linkNodes {
      let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
      let kind = LinkKind(destination)
      let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
      if isImage || kind != .external && kind != .contact { links.append((destination, lines)) }
      if isImage {
        editImage(node, destination, kind, resolve)
      } else {
        editLink(node, destination, kind, resolve)
      }
    }
  }

  private mutating func editLink(
    _ node: CMark.Node, _ destination: String, _ kind: LinkKind, _ resolve: (LinkReference) -> LinkResolution
  ) {
    switch kind {
    case .contact: break
    case .external:
      let title = cmark_node_get_title(node).map { String(cString: $0) } ?? ""
      let titleAttribute = title.isEmpty ? "" : " title=\"\(textAttribute(title))\""
      Self.replace(
        node, by: CMARK_NODE_CUSTOM_INLINE,
        enter: "<a href=\"\(hrefAttribute(destination))\"\(titleAttribute) rel=\"noopener nofollow ugc\">", exit: "</a>"
      )
    case .fragment(let fragment):
      if let id = headings.first(where: { $0.isNamed(by: fragment) })?.id {
        cmark_node_set_url(node, "#" + id)
      } else {
        let known = headings.map { String($0.id.dropFirst(2)) }
        diagnostics.append(.deadFragment(fragment, in: .thisText, headings: known, at: placeOfLink()))
      }
    case .relative(let path, let fragment):
      guard !destination.isEmpty else {
        return diagnostics.append(.emptyLink(at: placeOfLink()))
      }
      switch resolve(LinkReference(destination: path, isImage: false)) {
      case .text(let url):
        let heading = fragment.map { "#" + ($0.hasPrefix("h-") ? "" : "h-") + $0 }
        cmark_node_set_url(node, url + (heading ?? ""))
        guard let fragment else { break }
        headingLinks.append(
          MarkdownDocument.HeadingLink(destination: path, fragment: fragment, location: placeOfLink()))
      case .url(let url): cmark_node_set_url(node, url + (fragment.map { "#" + $0 } ?? ""))
      case .picture(let picture, _): cmark_node_set_url(node, picture.url)
      case .refused(let note): diagnostics.append(.note(note, at: placeOfLink()))
      case .dead(let message, let help):
        diagnostics.append(.deadLink(message, help: help, at: placeOfLink()))
      }
    case .forbidden:
      diagnostics.append(.forbiddenLink(destination, at: placeOfLink()))
      Self.replace(node, by: CMARK_NODE_CUSTOM_INLINE, enter: "", exit: "")
    }
  }

  private mutating func editImage(
    _ node: CMark.Node, _ destination: String, _ kind: LinkKind, _ resolve: (LinkReference) -> LinkResolution
  ) {
    let alt = Self.plainText(node)
    while let child = cmark_node_first_child(node) { cmark_node_unlink(child) }
    guard kind != .forbidden else {
      diagnostics.append(.forbiddenLink(destination, at: placeOfLink()))
      return Self.replace(node, by: CMARK_NODE_CUSTOM_INLINE, enter: textAttribute(alt), exit: "")
    }
    switch resolve(LinkReference(destination: destination, isImage: true)) {
    case .url(let url), .text(let url):
      showImage(node, destination, alt, "<img src=\"\(hrefAttribute(url))\" alt=\"\(textAttribute(alt))\"")
    case .picture(let picture, let notes):
      for note in notes { diagnostics.append(.note(note, at: placeOfLink())) }
      showImage(node, destination, alt, picture.start(alt: alt), exit: "</picture>")
    case .refused(let note): diagnostics.append(.note(note, at: placeOfLink()))
    case .dead(let message, let help):
      diagnostics.append(.deadLink(message, help: help, at: placeOfLink()))
    }
  }

  /// - Parameter start: the HTML up to where an `img`'s attributes may follow.
  private mutating func showImage(
    _ node: CMark.Node, _ destination: String, _ alt: String, _ start: String, exit: String = ""
  ) {
    if alt.isEmpty { diagnostics.append(.imageWithoutAlt(at: placeOfLink())) }
    let loading = isNextPictureUrgent ? " fetchpriority=\"high\" />" : " loading=\"lazy\" />"
    isNextPictureUrgent = false
    Self.replace(node, by: CMARK_NODE_CUSTOM_INLINE, enter: start + loading, exit: exit)
  }

  mutating func removeHTML() {
    for (node, lines) in htmlNodes {
      let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      let firstLine = literal.prefix { !$0.isNewline }
      let place = htmlPlaces.range(of: String(firstLine), in: lines)
      diagnostics.append(.rawHTML(at: SourceLocation(file, place)))
      cmark_node_unlink(node)
    }
  }

  /// Boxes to tick get a name. The library's have none, and stand above the text in a list with blank lines.
  mutating func labelTasks(_ options: MarkdownOptions) {
    for node in taskNodes {
      let attributes =
        isDone(node)
        ? "checked=\"\" disabled=\"\" aria-label=\"\(textAttribute(options.doneLabel))\""
        : "disabled=\"\" aria-label=\"\(textAttribute(options.toDoLabel))\""
      cmark_node_set_syntax_extension(node, nil)
      let text = cmark_node_first_child(node)
      let isText = cmark_node_get_type(text) == CMARK_NODE_PARAGRAPH
      let box = cmark_node_new_with_mem(isText ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK, arena_mem())!
      cmark_node_set_on_enter(box, "<input type=\"checkbox\" \(attributes) /> ")
      cmark_node_prepend_child(isText ? text : node, box)
    }
  }

  /// Whether `x` stands in the item's box: the library takes an `[x]` anywhere in the line for it.
  private mutating func isDone(_ node: CMark.Node) -> Bool {
    let line = places.offset(ofLine: Int(cmark_node_get_start_line(node)))
    let rest = file.bytes[min(line + Int(cmark_node_get_start_column(node)) - 1, body.upperBound)..<body.upperBound]
    guard let bracket = rest.firstIndex(of: UInt8(ascii: "[")) else { return false }
    return rest.dropFirst(bracket + 1 - rest.startIndex).first.map { $0 | 0x20 } == UInt8(ascii: "x")
  }

  /// What may be wider than a phone gets a box that scrolls, which the keyboard reaches: so it needs a name.
  mutating func boxWideBlocks(_ options: MarkdownOptions) {
    for (nodes, label) in [(tableNodes, options.tableLabel), (codeNodes, options.codeLabel)] {
      for (index, node) in nodes.enumerated() {
        let box = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK, arena_mem())!
        let name = textAttribute("\(label) \(index + 1)")
        cmark_node_set_on_enter(box, "<div class=\"scroll\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\">")
        cmark_node_set_on_exit(box, "</div>")
        cmark_node_replace(node, box)
        cmark_node_append_child(box, node)
      }
    }
  }

  /// Whether it is a block of a type that extensions add to the library's own.
  private static func isExtensionBlock(_ type: cmark_node_type) -> Bool {
    let own = CMARK_NODE_FOOTNOTE_DEFINITION.rawValue
    let mask = UInt32(CMARK_NODE_TYPE_MASK)
    return type.rawValue & mask == own & mask && type.rawValue > own
  }

  /// The name of a node's type, also of those that extensions bring.
  private static func kind(_ node: CMark.Node) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  /// Where the destination of the link stands that is edited now.
  ///
  /// The earlier ones are looked for first, so that of equal links each is found at its own place.
  private mutating func placeOfLink() -> SourceLocation {
    for (destination, lines) in links[linkPlaces.count...] {
      linkPlaces.append(
        destination.isEmpty ? places.range(of: "]()", in: lines) : places.range(ofLink: destination, in: lines))
    }
    return SourceLocation(file, linkPlaces[links.count - 1])
  }

  /// The lines of the block that a node is or stands in.
  private static func lines(of node: CMark.Node) -> ClosedRange<Int> {
    var block = node
    while cmark_node_get_type(block).rawValue & UInt32(CMARK_NODE_TYPE_MASK) != UInt32(CMARK_NODE_TYPE_BLOCK),
      let parent = cmark_node_parent(block)
    { block = parent }
    let first = max(1, Int(cmark_node_get_start_line(block)))
    return first...max(first, Int(cmark_node_get_end_line(block)))
  }

  /// Puts a node that prints `enter` and `exit` around the children in the place of `node`.
  private static func replace(_ node: CMark.Node, by type: cmark_node_type, enter: String, exit: String) {
    let custom = cmark_node_new_with_mem(type, arena_mem())!
    cmark_node_set_on_enter(custom, enter)
    cmark_node_set_on_exit(custom, exit)
    let parent = cmark_node_parent(node)
    if let keeper = cmark_node_get_syntax_extension(parent) {
      // A table's cell takes no custom nodes, and the link or picture would stay as it was written.
      cmark_node_set_syntax_extension(parent, CMark.openExtension)
      cmark_node_replace(node, custom)
      cmark_node_set_syntax_extension(parent, keeper)
    } else {
      cmark_node_replace(node, custom)
    }
    while let child = cmark_node_first_child(node) { cmark_node_append_child(custom, child) }
  }

  private static func plainText(_ node: CMark.Node) -> String {
    if let child = cmark_node_first_child(node), cmark_node_next(child) == nil,
      cmark_node_get_type(child) == CMARK_NODE_TEXT
    {
      return cmark_node_get_literal(child).map { String(cString: $0) } ?? ""
    }
    let iterator = cmark_iter_new(node)
    defer { cmark_iter_free(iterator) }
    var text = ""
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let inline = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(inline) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += cmark_node_get_literal(inline).map { String(cString: $0) } ?? ""
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
      default: break
      }
    }
    return text
  }
}
