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
    case value(quote: UInt8, ValueRule)
    /// Inside a tag, after branches one of which ended with a name: now white space or `>` must come.
    case endOfName
    /// After `<!`, and then after `<!-`.
    case declarationOpen, commentOpen
    case declaration
    /// `dashes` that could begin `-->`.
    case comment(dashes: Int)
    /// In an element that holds no tags; `matched` characters of its end tag were seen.
    case rawText(matched: Int)

    static let unquotedValue = Mode.value(quote: 0, .nothing(.unquotedValue))
  }

  var mode = Mode.text
  /// The name of the tag or raw text that this is in, in small letters; none in text.
  private var element: [UInt8] = []
  var isEndTag = false
  private var attribute: [UInt8] = []
  var link = LinkPart.start
  var script = ScriptState()

  var elementName: String { String(decoding: element, as: UTF8.self) }
  var attributeName: String { String(decoding: attribute, as: UTF8.self) }

  /// Advances over the bytes of a file that only continue a text, a name or a value. Returns where they end.
  mutating func advanceRun(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var index = start
    switch mode {
    case .text: while index < end, bytes[index] != UInt8(ascii: "<") { index += 1 }
    case .value(let quote, let rule) where quote != 0 && !(rule == .link && link.isOpen):
      while index < end, bytes[index] != quote { index += 1 }
    case .tagName:
      while index < end, !bytes[index].endsHTMLName {
        element.append(bytes[index].asciiLowercased)
        index += 1
      }
    case .attributeName:
      while index < end, !bytes[index].endsHTMLName {
        attribute.append(bytes[index].asciiLowercased)
        index += 1
      }
    default: break
    }
    return index
  }

  /// What a byte does to the state.
  enum Step: Sendable {
    case stays
    /// A tag, an attribute, its value or raw text begins.
    case opens
    /// It cannot follow branches that ended differently.
    case contradicts
  }

  /// Advances over one byte of the page's own text.
  mutating func advance(_ byte: UInt8) -> Step {
    switch mode {
    case .text:
      guard byte == UInt8(ascii: "<") else { return .stays }
      mode = .tagOpen
      return .opens
    case .tagOpen, .endTagOpen: advanceTagOpen(byte)
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .beforeValue: return advanceTag(byte)
    case .endOfName:
      guard byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else { return .contradicts }
      mode = .betweenAttributes
      return advanceTag(byte)
    case .value(let quote, _): return advanceValue(byte, quote)
    case .declarationOpen:
      mode = byte == UInt8(ascii: "-") ? .commentOpen : byte == UInt8(ascii: ">") ? .text : .declaration
    case .commentOpen: mode = byte == UInt8(ascii: "-") ? .comment(dashes: 0) : .declaration
    case .declaration: if byte == UInt8(ascii: ">") { mode = .text }
    case .comment(let dashes): advanceComment(byte, dashes)
    case .rawText(let matched): advanceRawText(byte, matched)
    }
    return .stays
  }

  private mutating func advanceTagOpen(_ byte: UInt8) {
    if byte.isIdentifierStart, byte != UInt8(ascii: "_") {
      isEndTag = mode == .endTagOpen
      element.append(byte.asciiLowercased)
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

  private mutating func advanceTag(_ byte: UInt8) -> Step {
    if byte == UInt8(ascii: ">") {
      return closeTag()
    } else if byte.isHTMLSpace {
      if mode == .attributeName { mode = .afterAttributeName }
      if mode == .tagName { mode = .betweenAttributes }
    } else if mode == .beforeValue {
      beginValue(byte)
      return .opens
    } else if byte == UInt8(ascii: "/") {
      mode = .betweenAttributes
    } else if byte == UInt8(ascii: "="), mode == .attributeName || mode == .afterAttributeName {
      mode = .beforeValue
    } else if mode == .tagName {
      element.append(byte.asciiLowercased)
    } else if mode == .attributeName {
      attribute.append(byte.asciiLowercased)
    } else {
      attribute.removeAll(keepingCapacity: true)
      attribute.append(byte.asciiLowercased)
      mode = .attributeName
      return .opens
    }
    return .stays
  }

  private mutating func beginValue(_ byte: UInt8) {
    link = .start
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      mode = .value(quote: byte, ValueRule(attribute: attribute))
    } else {
      mode = .unquotedValue
      link.advance(byte)
    }
  }

  private mutating func advanceValue(_ byte: UInt8, _ quote: UInt8) -> Step {
    if quote != 0 ? byte == quote : byte.isHTMLSpace {
      mode = .betweenAttributes
    } else if quote == 0, byte == UInt8(ascii: ">") {
      return closeTag()
    } else {
      link.advance(byte)
    }
    return .stays
  }

  private static let rawElements = ValueRule.bytes(of: [
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp",
  ])
  private static let scriptElement = Array("script".utf8)

  private mutating func closeTag() -> Step {
    let isRaw = !isEndTag && Self.rawElements.contains(element)
    mode = isRaw ? .rawText(matched: 0) : .text
    if !isRaw { element.removeAll(keepingCapacity: true) }
    attribute.removeAll(keepingCapacity: true)
    (link, script, isEndTag) = (.start, ScriptState(), false)
    return isRaw ? .opens : .stays
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
    if element == Self.scriptElement { script.advance(byte) }
    if matched == element.count + 2, byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
      (mode, isEndTag) = (.betweenAttributes, true)
      _ = advanceTag(byte)
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
    default: index - 2 < element.count ? element[index - 2] : nil
    }
  }

  // MARK: Branches

  /// The state after branches that end in two states; `nil` when they contradict each other.
  func merged(with other: HTMLState) -> HTMLState? {
    var result = self
    if self == other { return self }
    if case .value(let quote, _) = mode, mode == other.mode, attribute == other.attribute, element == other.element {
      result.link = quote == 0 && link != other.link ? .undecided : link.merged(with: other.link)
      return result
    }
    if isAfterName, other.isAfterName, element == other.element, isEndTag == other.isEndTag {
      result.mode = .endOfName
      (result.attribute, result.link) = ([], .start)
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
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .endOfName, .unquotedValue: true
    default: false
    }
  }

  var isInValue: Bool { if case .value(let quote, _) = mode { quote != 0 } else { false } }

  var isInRawText: Bool { if case .rawText = mode { true } else { false } }
}

extension UInt8 {
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C || self == 0x0D }

  /// Whether it ends the name of a tag or attribute; in a tag's name, `=` is a letter.
  fileprivate var endsHTMLName: Bool {
    isHTMLSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/") || self == UInt8(ascii: "=")
  }

  /// Bytes that are not ASCII become one that is never a part of UTF-8.
  var asciiLowercased: UInt8 {
    guard self < 0x80 else { return 0xFF }
    return self >= 0x41 && self <= 0x5A ? self | 0x20 : self
  }
}
