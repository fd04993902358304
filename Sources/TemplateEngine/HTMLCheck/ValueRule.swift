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

  init(_ state: HTMLState, _ letters: LetterTree) {
    switch state.mode {
    case .text: self = .printable
    case .tagOpen, .endTagOpen, .tagName: self = .nothing(.tagName)
    case .betweenAttributes, .afterAttributeName, .endOfName: self = .nothing(.betweenAttributes)
    case .attributeName: self = .nothing(.attributeName)
    case .beforeValue: self = .nothing(.unquotedValue)
    case .value(_, let rule): self = rule
    case .comment, .commentOpen: self = .nothing(.comment)
    case .declaration, .declarationOpen: self = .nothing(.declaration)
    case .rawText: self = ValueRule(letters.string(state.element), state.script)
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
