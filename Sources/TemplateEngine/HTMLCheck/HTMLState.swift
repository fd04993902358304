/// Where a place in a page stands, as a browser reads it (a part of WHATWG HTML, 13.2.5 Tokenization).
struct HTMLState: Hashable, Sendable {
  enum Mode: Hashable, Sendable {
    case text
    /// After `<`, and after `</`.
    case tagOpen, endTagOpen
    case tagName
    /// Inside a tag, where an attribute may begin.
    case betweenAttributes
    case attributeName, afterAttributeName, beforeValue
    /// In an attribute's value; `quote` is 0 when it has none.
    case value(quote: UInt8)
    /// Inside a tag, after branches one of which ended with a name: now white space or `>` must come.
    case endOfName
    /// After `<!`, and then after `<!-`.
    case declarationOpen, commentOpen
    case declaration
    /// `dashes` that could begin `-->`.
    case comment(dashes: Int)
    /// In an element that holds no tags; `matched` characters of its end tag were seen.
    case rawText(matched: Int)
  }

  var mode = Mode.text
  /// The tag or raw text that this is in.
  var element = ""
  var isEndTag = false
  var attribute = ""
  var link = LinkPart.start
  var script = ScriptState()

  /// Advances over one byte of the page's own text. False when the byte cannot follow branches that ended differently.
  mutating func advance(_ byte: UInt8) -> Bool {
    switch mode {
    case .text: if byte == UInt8(ascii: "<") { mode = .tagOpen }
    case .tagOpen, .endTagOpen: advanceTagOpen(byte)
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .beforeValue: advanceTag(byte)
    case .endOfName:
      guard byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else { return false }
      mode = .betweenAttributes
      advanceTag(byte)
    case .value(let quote): advanceValue(byte, quote)
    case .declarationOpen:
      mode = byte == UInt8(ascii: "-") ? .commentOpen : byte == UInt8(ascii: ">") ? .text : .declaration
    case .commentOpen: mode = byte == UInt8(ascii: "-") ? .comment(dashes: 0) : .declaration
    case .declaration: if byte == UInt8(ascii: ">") { mode = .text }
    case .comment(let dashes): advanceComment(byte, dashes)
    case .rawText(let matched): advanceRawText(byte, matched)
    }
    return true
  }

  private mutating func advanceTagOpen(_ byte: UInt8) {
    if byte.isIdentifierStart, byte != UInt8(ascii: "_") {
      isEndTag = mode == .endTagOpen
      element = byte.asciiLowercased
      mode = .tagName
    } else if mode == .tagOpen, byte == UInt8(ascii: "/") {
      mode = .endTagOpen
    } else if mode == .tagOpen, byte == UInt8(ascii: "!") {
      mode = .declarationOpen
    } else if byte == UInt8(ascii: "?") || mode == .endTagOpen {
      mode = byte == UInt8(ascii: ">") ? .text : .declaration
    } else {
      mode = byte == UInt8(ascii: "<") ? .tagOpen : .text
    }
  }

  private mutating func advanceTag(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      closeTag()
    } else if byte.isHTMLSpace {
      if mode == .attributeName { mode = .afterAttributeName }
      if mode == .tagName { mode = .betweenAttributes }
    } else if mode == .beforeValue {
      beginValue(byte)
    } else if byte == UInt8(ascii: "/") {
      mode = .betweenAttributes
    } else if byte == UInt8(ascii: "="), mode == .attributeName || mode == .afterAttributeName {
      mode = .beforeValue
    } else if mode == .tagName {
      element += byte.asciiLowercased
    } else if mode == .attributeName {
      attribute += byte.asciiLowercased
    } else {
      attribute = byte.asciiLowercased
      mode = .attributeName
    }
  }

  private mutating func beginValue(_ byte: UInt8) {
    link = .start
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      mode = .value(quote: byte)
    } else {
      mode = .value(quote: 0)
      link.advance(byte)
    }
  }

  private mutating func advanceValue(_ byte: UInt8, _ quote: UInt8) {
    if quote != 0 ? byte == quote : byte.isHTMLSpace {
      mode = .betweenAttributes
    } else if quote == 0, byte == UInt8(ascii: ">") {
      closeTag()
    } else {
      link.advance(byte)
    }
  }

  static let rawElements: Set<String> = [
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp",
  ]

  private mutating func closeTag() {
    let isRaw = !isEndTag && Self.rawElements.contains(element)
    mode = isRaw ? .rawText(matched: 0) : .text
    if !isRaw { element = "" }
    (attribute, link, script, isEndTag) = ("", .start, ScriptState(), false)
  }

  private mutating func advanceComment(_ byte: UInt8, _ dashes: Int) {
    if byte == UInt8(ascii: "-") {
      mode = .comment(dashes: min(dashes + 1, 2))
    } else if byte == UInt8(ascii: ">"), dashes == 2 {
      mode = .text
    } else {
      mode = .comment(dashes: 0)
    }
  }

  private mutating func advanceRawText(_ byte: UInt8, _ matched: Int) {
    if element == "script" { script.advance(byte) }
    if matched == element.utf8.count + 2, byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
      (mode, isEndTag) = (.betweenAttributes, true)
      advanceTag(byte)
    } else if let wanted = endTagByte(matched), wanted == byte || wanted == byte | 0x20 && byte.isIdentifierStart {
      mode = .rawText(matched: matched + 1)
    } else {
      mode = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
    }
  }

  /// A byte of `</` and the element's name.
  private func endTagByte(_ index: Int) -> UInt8? {
    switch index {
    case 0: UInt8(ascii: "<")
    case 1: UInt8(ascii: "/")
    default:
      index - 2 < element.utf8.count ? element.utf8[element.utf8.index(element.startIndex, offsetBy: index - 2)] : nil
    }
  }

  /// A byte that is the only one to matter for now, as `<` in text.
  var awaited: UInt8? {
    switch mode {
    case .text: UInt8(ascii: "<")
    case .value(let quote) where quote != 0 && !isInLink: quote
    default: nil
    }
  }

  /// Only of links is it kept how far they are.
  private var isInLink: Bool { ValueRule.linkAttributes.contains(attribute) && link != .fixed && link != .forbidden }

  // MARK: Branches

  /// The state after branches that end in two states; `nil` when they contradict each other.
  func merged(with other: HTMLState) -> HTMLState? {
    var result = self
    if self == other { return self }
    if case .value(let quote) = mode, mode == other.mode, attribute == other.attribute, element == other.element {
      result.link = quote == 0 && link != other.link ? .undecided : link.merged(with: other.link)
      return result
    }
    if isAfterName, other.isAfterName, element == other.element, isEndTag == other.isEndTag {
      result.mode = .endOfName
      (result.attribute, result.link) = ("", .start)
      return result
    }
    guard case .rawText = mode, case .rawText = other.mode, element == other.element,
      script.isBetweenValues == other.script.isBetweenValues
    else { return nil }
    result.mode = .rawText(matched: 0)
    return result
  }

  /// Inside a tag, where `>` would end it.
  private var isAfterName: Bool {
    switch mode {
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .endOfName, .value(quote: 0): true
    default: false
    }
  }

  var isInValue: Bool { if case .value(let quote) = mode { quote != 0 } else { false } }

  var isInRawText: Bool { if case .rawText = mode { true } else { false } }
}

/// How far the text of a link attribute says where the link leads.
enum LinkPart: Hashable, Sendable {
  /// Nothing was written yet.
  case start
  /// Letters that may become a scheme, or a path's beginning `/` or `//`.
  case prefix(String)
  /// Scheme and host are fixed: an encoded value cannot change them.
  case fixed
  /// A scheme that is not allowed.
  case forbidden
  /// It depends on the branch that was taken.
  case undecided

  mutating func advance(_ byte: UInt8) {
    switch self {
    case .start: self = LinkPart.after(byte.asciiLowercased)
    case .prefix(let text): self = LinkPart.after(text + byte.asciiLowercased)
    case .fixed, .forbidden, .undecided: break
    }
  }

  private static func after(_ text: String) -> LinkPart {
    guard let last = text.utf8.last else { return .start }
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let scheme = text[..<colon]
      if scheme == "mailto" || scheme == "tel" { return .fixed }
      guard scheme == "http" || scheme == "https" else { return .forbidden }
      return hasHost(text[text.index(after: colon)...]) ? .fixed : .prefix(text)
    }
    if text.utf8.first == UInt8(ascii: "/") {
      if text.hasPrefix("//") { return hasHost(text[...]) ? .fixed : .prefix(text) }
      return text.utf8.count > 1 ? .fixed : .prefix(text)
    }
    return "/?#".utf8.contains(last) ? .fixed : .prefix(text)
  }

  /// Whether a text such as `//host/` names a host and ends it.
  private static func hasHost(_ text: Substring) -> Bool {
    guard text.hasPrefix("//"), text.utf8.count > 3 else { return false }
    return text.utf8.dropFirst(3).contains { "/?#".utf8.contains($0) }
  }

  func merged(with other: LinkPart) -> LinkPart { self == other ? self : .undecided }
}

/// Whether a place in a script is inside a string or a comment.
struct ScriptState: Hashable, Sendable {
  /// 0 outside strings; `/` and `*` stand for the two kinds of comment.
  private var inside: UInt8 = 0
  private var previous: UInt8 = 0

  /// Whether a value can stand here.
  var isBetweenValues: Bool { inside == 0 }

  mutating func advance(_ byte: UInt8) {
    let isEscaped = previous == UInt8(ascii: "\\")
    var remembered = isEscaped ? 0 : byte
    switch inside {
    case 0:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { inside = byte }
      if previous == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") {
        (inside, remembered) = (byte, 0)
      }
    case UInt8(ascii: "/"): if byte == UInt8(ascii: "\n") { inside = 0 }
    case UInt8(ascii: "*"):
      if previous == UInt8(ascii: "*"), byte == UInt8(ascii: "/") { (inside, remembered) = (0, 0) }
    default:
      let isLineEnd = byte == UInt8(ascii: "\n") && inside != UInt8(ascii: "`")
      if byte == inside && !isEscaped || isLineEnd { inside = 0 }
    }
    previous = remembered
  }

  /// A value was written.
  mutating func advanceOverValue() { previous = 0 }
}

extension UInt8 {
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C || self == 0x0D }

  fileprivate var asciiLowercased: String {
    guard self < 0x80 else { return "\u{FFFD}" }
    return String(Unicode.Scalar(self >= 0x41 && self <= 0x5A ? self | 0x20 : self))
  }
}
