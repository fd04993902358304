/// The names of tags and attributes that a page has, those first to which HTML gives a meaning.
struct HTMLNames: Sendable {
  var letters: LetterTree
  private let rawElements: [LetterTree.Text]
  /// What may be shown in a value of an attribute, by the index of its name.
  private let attributeRules: [ValueRule]
  /// What the names of event handlers begin with.
  private let handlerPrefix: LetterTree.Text
  let script: LetterTree.Text

  /// To be copied: making them takes longer.
  static let known = HTMLNames()

  private init() {
    var letters = LetterTree()
    let rules: [(String, ValueRule)] =
      Self.linkAttributes.map { ($0, .link) } + [
        ("srcset", .srcset), ("imagesrcset", .srcset), ("style", .number), ("srcdoc", .nothing(.document)),
      ]
    let attributes = rules.map { letters.text($0.0) }
    rawElements = Self.rawElements.map { letters.text($0) }
    handlerPrefix = letters.text("on")
    script = letters.text("script")
    var attributeRules = [ValueRule](repeating: .text, count: letters.count)
    for (attribute, rule) in zip(attributes, rules) { attributeRules[Int(attribute.index)] = rule.1 }
    (self.letters, self.attributeRules) = (letters, attributeRules)
  }

  private static let rawElements = ["script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"]

  /// Attributes that browsers read as a link.
  private static let linkAttributes = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "manifest", "ping", "longdesc",
    "xlink:href", "icon", "profile", "codebase", "classid", "archive",
  ]

  /// Whether an element holds no tags.
  func isRaw(_ element: LetterTree.Text) -> Bool { rawElements.contains(element) }

  /// The rule inside the quotes of an attribute.
  func rule(_ attribute: LetterTree.Text) -> ValueRule {
    if letters.has(attribute, prefix: handlerPrefix) { return .nothing(.handler) }
    return attribute.index < attributeRules.count ? attributeRules[Int(attribute.index)] : .text
  }
}
