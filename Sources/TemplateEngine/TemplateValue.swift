/// A Swift type whose values templates can show.
public protocol TemplateValue: SendableMetatype {
  static var templateType: ValueType { get }
  var templateValue: Value { get }
}

extension String: TemplateValue {
  public static var templateType: ValueType { .string }
  @inlinable public var templateValue: Value { .string(self) }
}

extension Int: TemplateValue {
  public static var templateType: ValueType { .int }
  @inlinable public var templateValue: Value { .int(self) }
}

extension Double: TemplateValue {
  public static var templateType: ValueType { .float }
  @inlinable public var templateValue: Value { .float(self) }
}

extension Bool: TemplateValue {
  public static var templateType: ValueType { .bool }
  @inlinable public var templateValue: Value { .bool(self) }
}

extension Optional: TemplateValue where Wrapped: TemplateValue {
  public static var templateType: ValueType { .optional(Wrapped.templateType) }
  @inlinable public var templateValue: Value { map { $0.templateValue } ?? .undefined }
}

extension Array: TemplateValue where Element: TemplateValue {
  public static var templateType: ValueType { .list(Element.templateType) }
  @inlinable public var templateValue: Value { .list(map { $0.templateValue }) }
}

extension Value: TemplateValue {
  public static var templateType: ValueType { .any }
  @inlinable public var templateValue: Value { self }
}

/// Markup that may stand in a page as it is.
///
///     HTML("<p>Kopi &amp; teh</p>")
public struct HTML: TemplateValue, Sendable, Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static var templateType: ValueType { .html }
  @inlinable public var templateValue: Value { .html(text) }
}

/// The candidates of an `srcset` attribute, such as `a-320.webp 320w, a-640.webp 640w`.
public struct Srcset: TemplateValue, Sendable, Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static var templateType: ValueType { .srcset }
  @inlinable public var templateValue: Value { .srcset(text) }
}

/// A link that is safe to follow: `http`, `https`, `mailto`, `tel`, or relative to the site.
///
///     WebURL("/produk/getuk/")       // a link
///     WebURL("javascript:alert(1)")  // nil
public struct WebURL: TemplateValue, Sendable, Hashable {
  public let text: String

  /// `nil` when the text has another scheme, a control character, or white space at an end (browsers drop both before
  /// they look for the scheme: WHATWG URL, basic URL parser).
  public init?(_ text: String) {
    guard Self.isSafe(text) else { return nil }
    self.text = text
  }

  /// For links that the program made itself.
  public init(trusted text: String) { self.text = text }

  public static var templateType: ValueType { .url }
  @inlinable public var templateValue: Value { .url(text) }

  static let schemes = ["http", "https", "mailto", "tel"]

  static func isSafe(_ text: String) -> Bool {
    let bytes = text.utf8
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }), bytes.first != 0x20, bytes.last != 0x20 else {
      return false
    }
    guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }), bytes[end] == UInt8(ascii: ":") else {
      return true
    }
    return schemes.contains(text[..<end].lowercased())
  }
}
