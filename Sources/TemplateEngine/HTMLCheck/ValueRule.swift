internal import Diagnostics

/// What may be shown in a state.
enum ValueRule: Hashable, Sendable {
  case printable
  /// Escaped text: no markup.
  case text
  case link
  case srcset
  case json
  case number
  case nothing(NoValueReason)

  enum NoValueReason: Hashable, Sendable {
    case tagName, attributeName, betweenAttributes, unquotedValue, comment, declaration, handler, document, script
  }

  /// Attributes that browsers read as a link.
  private static let linkAttributes = bytes(of: [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "manifest", "ping", "longdesc",
    "xlink:href", "icon", "profile", "codebase", "classid", "archive",
  ])
  private static let srcsetAttributes = bytes(of: ["srcset", "imagesrcset"])
  private static let style = Array("style".utf8)
  private static let srcdoc = Array("srcdoc".utf8)

  /// Names for a comparison with those that were read; to look through so few is faster than to hash.
  static func bytes(of names: [String]) -> [[UInt8]] { names.map { Array($0.utf8) } }

  init(_ state: HTMLState) {
    switch state.mode {
    case .text: self = .printable
    case .tagOpen, .endTagOpen, .tagName: self = .nothing(.tagName)
    case .betweenAttributes, .afterAttributeName, .endOfName: self = .nothing(.betweenAttributes)
    case .attributeName: self = .nothing(.attributeName)
    case .beforeValue: self = .nothing(.unquotedValue)
    case .value(_, let rule): self = rule
    case .comment, .commentOpen: self = .nothing(.comment)
    case .declaration, .declarationOpen: self = .nothing(.declaration)
    case .rawText: self = ValueRule(state.elementName, state.script)
    }
  }

  /// The rule inside the quotes of an attribute.
  init(attribute: [UInt8]) {
    if attribute.starts(with: "on".utf8) {
      self = .nothing(.handler)
    } else if attribute == Self.srcdoc {
      self = .nothing(.document)
    } else if attribute == Self.style {
      self = .number
    } else if Self.srcsetAttributes.contains(attribute) {
      self = .srcset
    } else {
      self = Self.linkAttributes.contains(attribute) ? .link : .text
    }
  }

  private init(_ element: String, _ script: ScriptState) {
    switch element {
    case "script": self = script.isBetweenValues ? .json : .nothing(.script)
    case "style": self = .number
    case "title", "textarea": self = .printable
    default: self = .nothing(.document)
    }
  }
}
