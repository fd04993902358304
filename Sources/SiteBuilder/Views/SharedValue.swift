internal import TemplateEngine

/// A record whose values were made once and are shown on many pages.
struct Shared<Content: TemplateRecord>: TemplateValue, Sendable {
  let templateValue: Value

  init(_ content: Content) { templateValue = .record(content.sharedRecord) }

  static var templateType: ValueType { Content.templateType }
}
