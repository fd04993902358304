internal import Diagnostics

/// What may be shown in a state.
enum ValueRule: Sendable {
  case printable
  /// Escaped text: no markup.
  case text
  case link
  case srcset
  case json
  case number
  case nothing(NoValueReason)

  enum NoValueReason: Sendable {
    case tagName, attributeName, betweenAttributes, unquotedValue, comment, declaration, handler, document, script
  }

  /// Attributes that browsers read as a link.
  static let linkAttributes: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "manifest", "ping", "longdesc",
    "xlink:href", "icon", "profile", "codebase", "classid", "archive",
  ]

  init(_ state: HTMLState) {
    switch state.mode {
    case .text: self = .printable
    case .tagOpen, .endTagOpen, .tagName: self = .nothing(.tagName)
    case .betweenAttributes, .afterAttributeName, .endOfName: self = .nothing(.betweenAttributes)
    case .attributeName: self = .nothing(.attributeName)
    case .beforeValue, .value(quote: 0): self = .nothing(.unquotedValue)
    case .value: self = ValueRule(attribute: state.attribute)
    case .comment, .commentOpen: self = .nothing(.comment)
    case .declaration, .declarationOpen: self = .nothing(.declaration)
    case .rawText: self = ValueRule(state.element, state.script)
    }
  }

  private init(attribute: String) {
    if attribute.hasPrefix("on") {
      self = .nothing(.handler)
    } else if attribute == "srcdoc" {
      self = .nothing(.document)
    } else if attribute == "style" {
      self = .number
    } else if attribute == "srcset" || attribute == "imagesrcset" {
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
