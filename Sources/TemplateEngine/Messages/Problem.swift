internal import Diagnostics

/// What is wrong with a template, in both languages, without its place.
struct Problem: Error, Sendable {
  /// What the code begins with; also how Jinja2 would class the mistake.
  enum Kind: String, Sendable { case syntax, undefined, type, missing, html, limit }

  let kind: Kind
  let name: String
  let message: Message
  let help: Message?

  var code: String { "template.\(kind.rawValue).\(name)" }

  init(_ kind: Kind, _ name: String, en: String, id: String, help: Message? = nil) {
    self.kind = kind
    self.name = name
    message = Message(en: en, id: id)
    self.help = help
  }

  func diagnostic(at location: SourceLocation, related: [Diagnostic.Related] = []) -> Diagnostic {
    Diagnostic(.error, code, message, at: location, related: related, help: help)
  }

  /// What the parser looked for.
  enum Expected: Sendable {
    case expression, attributeName, filterName, testName, tagName, definedName, templateName
    case keyword(String)
    case symbol(Symbol)
    case closing(Symbol)
    case tagClose(String)
  }
}

extension Problem.Expected {
  var message: Message {
    switch self {
    case .expression: Message(en: "a value", id: "sebuah nilai")
    case .attributeName: Message(en: "a field's name", id: "nama bidang")
    case .filterName: Message(en: "a filter's name", id: "nama filter")
    case .testName: Message(en: "a test's name", id: "nama uji")
    case .tagName: Message(en: "a tag's name", id: "nama tag")
    case .definedName: Message(en: "a name", id: "sebuah nama")
    case .templateName: Message(en: "a template's name in quotes", id: "nama template dalam tanda kutip")
    case .keyword(let word): Message(en: "\"\(word)\"", id: "\"\(word)\"")
    case .symbol(let symbol): Message(en: "\"\(symbol.rawValue)\"", id: "\"\(symbol.rawValue)\"")
    case .closing(let symbol): Message(en: "\",\" or \"\(symbol.rawValue)\"", id: "\",\" atau \"\(symbol.rawValue)\"")
    case .tagClose(let close): Message(en: "\"\(close)\"", id: "\"\(close)\"")
    }
  }
}

extension Message {
  /// What a message calls a value that has no name.
  static let thisValue = Message(en: "this", id: "ini")
  static let openedHere = Message(en: "opened here", id: "dibuka di sini")
}
