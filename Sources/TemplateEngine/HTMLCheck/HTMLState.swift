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
  private(set) var element = LetterTree.Text.empty
  var isEndTag = false
  private(set) var attribute = LetterTree.Text.empty
  var link = LinkPart.start
  var script = ScriptState()

  /// Advances over the bytes of a file that only continue a text, a name or a value. Returns where they end.
  mutating func advanceRun(in bytes: [UInt8], from start: Int, to end: Int, _ names: inout HTMLNames) -> Int {
    var index = start
    switch mode {
    case .text: return bytes.index(of: UInt8(ascii: "<"), from: start, to: end)
    case .value(let quote, let rule) where quote != 0 && !(rule == .link && link.isOpen):
      return bytes.index(of: quote, from: start, to: end)
    case .rawText(matched: 0) where element != names.script:
      return bytes.index(of: UInt8(ascii: "<"), from: start, to: end)
    case .tagName:
      while index < end, !bytes[index].endsHTMLName {
        element = names.letters.append(bytes[index].asciiLowercased, to: element)
        index += 1
      }
    case .attributeName:
      while index < end, !bytes[index].endsHTMLName {
        attribute = names.letters.append(bytes[index].asciiLowercased, to: attribute)
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
  mutating func advance(_ byte: UInt8, _ names: inout HTMLNames) -> Step {
    switch mode {
    case .text:
      guard byte == UInt8(ascii: "<") else { return .stays }
      mode = .tagOpen
      return .opens
    case .tagOpen, .endTagOpen: advanceTagOpen(byte, &names)
    case .tagName, .betweenAttributes, .attributeName, .afterAttributeName, .beforeValue:
      return advanceTag(byte, &names)
    case .endOfName:
      guard byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else { return .contradicts }
      mode = .betweenAttributes
      return advanceTag(byte, &names)
    case .value(let quote, _): return advanceValue(byte, quote, &names)
    case .declarationOpen:
      mode = byte == UInt8(ascii: "-") ? .commentOpen : byte == UInt8(ascii: ">") ? .text : .declaration
    case .commentOpen: mode = byte == UInt8(ascii: "-") ? .comment(dashes: 0) : .declaration
    case .declaration: if byte == UInt8(ascii: ">") { mode = .text }
    case .comment(let dashes): advanceComment(byte, dashes)
    case .rawText(let matched): advanceRawText(byte, matched, &names)
    }
    return .stays
  }

  private mutating func advanceTagOpen(_ byte: UInt8, _ names: inout HTMLNames) {
    if byte.isIdentifierStart, byte != UInt8(ascii: "_") {
      isEndTag = mode == .endTagOpen
      element = names.letters.append(byte.asciiLowercased, to: element)
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

  private mutating func advanceTag(_ byte: UInt8, _ names: inout HTMLNames) -> Step {
    if byte == UInt8(ascii: ">") {
      return closeTag(names)
    } else if byte.isHTMLSpace {
      if mode == .attributeName { mode = .afterAttributeName }
      if mode == .tagName { mode = .betweenAttributes }
    } else if mode == .beforeValue {
      beginValue(byte, &names)
      return .opens
    } else if byte == UInt8(ascii: "/") {
      mode = .betweenAttributes
    } else if byte == UInt8(ascii: "="), mode == .attributeName || mode == .afterAttributeName {
      mode = .beforeValue
    } else if mode == .tagName {
      element = names.letters.append(byte.asciiLowercased, to: element)
    } else if mode == .attributeName {
      attribute = names.letters.append(byte.asciiLowercased, to: attribute)
    } else {
      attribute = names.letters.append(byte.asciiLowercased, to: .empty)
      mode = .attributeName
      return .opens
    }
    return .stays
  }

  private mutating func beginValue(_ byte: UInt8, _ names: inout HTMLNames) {
    link = .start
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      mode = .value(quote: byte, names.rule(attribute))
    } else {
      mode = .unquotedValue
      link.advance(byte, &names.letters)
    }
  }

  private mutating func advanceValue(_ byte: UInt8, _ quote: UInt8, _ names: inout HTMLNames) -> Step {
    if quote != 0 ? byte == quote : byte.isHTMLSpace {
      mode = .betweenAttributes
    } else if quote == 0, byte == UInt8(ascii: ">") {
      return closeTag(names)
    } else {
      link.advance(byte, &names.letters)
    }
    return .stays
  }

  private mutating func closeTag(_ names: HTMLNames) -> Step {
    let isRaw = !isEndTag && names.isRaw(element)
    mode = isRaw ? .rawText(matched: 0) : .text
    if !isRaw { element = .empty }
    attribute = .empty
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

  private mutating func advanceRawText(_ byte: UInt8, _ matched: Int, _ names: inout HTMLNames) {
    if element == names.script { script.advance(byte) }
    let name = matched < 2 ? [] : names.letters.bytes(of: element)
    if matched > 2, matched == name.count + 2,
      byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    {
      (mode, isEndTag) = (.betweenAttributes, true)
      _ = advanceTag(byte, &names)
    } else if let wanted = Self.endTagByte(matched, name),
      wanted == byte || wanted == byte | 0x20 && byte.isIdentifierStart
    {
      mode = .rawText(matched: matched + 1)
    } else {
      mode = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
    }
  }

  /// A byte of `</` and the element's name.
  private static func endTagByte(_ index: Int, _ name: [UInt8]) -> UInt8? {
    switch index {
    case 0: UInt8(ascii: "<")
    case 1: UInt8(ascii: "/")
    default: index - 2 < name.count ? name[index - 2] : nil
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
      (result.attribute, result.link) = (.empty, .start)
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
