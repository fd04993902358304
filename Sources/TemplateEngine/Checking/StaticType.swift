internal import Diagnostics

/// What is known at load about an expression's values: the kinds that they can be of.
struct StaticType: Sendable {
  struct Kinds: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// Absent unless the template guards it; using it unguarded is an error.
    static let undefined = Kinds(rawValue: 1 << 0)
    /// May turn out to be undefined, as the first element of a list may, without a need to guard it.
    static let missing = Kinds(rawValue: 1 << 1)
    static let none = Kinds(rawValue: 1 << 2)
    static let bool = Kinds(rawValue: 1 << 3)
    static let int = Kinds(rawValue: 1 << 4)
    static let float = Kinds(rawValue: 1 << 5)
    static let string = Kinds(rawValue: 1 << 6)
    static let html = Kinds(rawValue: 1 << 7)
    static let url = Kinds(rawValue: 1 << 8)
    static let srcset = Kinds(rawValue: 1 << 9)
    static let list = Kinds(rawValue: 1 << 10)
    static let map = Kinds(rawValue: 1 << 11)
    static let record = Kinds(rawValue: 1 << 12)
    /// Nothing is known; everything is checked when the page is rendered.
    static let unknown = Kinds(rawValue: 1 << 13)

    static let absent: Kinds = [.undefined, .missing]
    static let number: Kinds = [.bool, .int, .float]
    static let text: Kinds = [.string, .url, .srcset]
    static let printable: Kinds = [.bool, .int, .float, .string, .html, .url, .srcset]
    static let container: Kinds = [.list, .map, .string, .html, .url, .srcset]
  }

  indirect enum Element: Hashable, Sendable {
    case unknown
    case known(StaticType)
  }

  var kinds: Kinds
  /// Of lists and maps.
  var element: Element = .unknown
  /// Of records.
  var schema: RecordSchema?

  static let unknown = StaticType(kinds: .unknown)
  static let undefined = StaticType(kinds: .undefined)
  static let none = StaticType(kinds: .none)
  static let bool = StaticType(kinds: .bool)
  static let int = StaticType(kinds: .int)
  static let float = StaticType(kinds: .float)
  static let string = StaticType(kinds: .string)
  static let html = StaticType(kinds: .html)

  init(kinds: Kinds, element: Element = .unknown, schema: RecordSchema? = nil) {
    self.kinds = kinds
    self.element = element
    self.schema = schema
  }

  init(_ type: ValueType) {
    switch type {
    case .any: self.init(kinds: .unknown)
    case .bool: self.init(kinds: .bool)
    case .int: self.init(kinds: .int)
    case .float: self.init(kinds: .float)
    case .string: self.init(kinds: .string)
    case .html: self.init(kinds: .html)
    case .url: self.init(kinds: .url)
    case .srcset: self.init(kinds: .srcset)
    case .list(let element): self.init(kinds: .list, element: .known(StaticType(element)))
    case .map(let element): self.init(kinds: .map, element: .known(StaticType(element)))
    case .record(let schema): self.init(kinds: .record, schema: schema)
    case .optional(let wrapped):
      self.init(wrapped)
      kinds.insert(.undefined)
    }
  }

  static func list(of element: StaticType) -> StaticType {
    StaticType(kinds: .list, element: .known(element))
  }

  var isUnknown: Bool { kinds.contains(.unknown) }

  /// The element type of a list or map.
  var elementType: StaticType {
    if case .known(let type) = element { type } else { .unknown }
  }

  /// The kinds apart from being undefined.
  var definedKinds: Kinds { kinds.subtracting(.absent) }

  func removing(_ removed: Kinds) -> StaticType {
    var type = self
    type.kinds.subtract(removed)
    return type
  }

  func adding(_ added: Kinds) -> StaticType {
    var type = self
    type.kinds.formUnion(added)
    return type
  }

  /// The type of a value that is of one of two types.
  func union(_ other: StaticType) -> StaticType {
    if let schema, let otherSchema = other.schema, schema !== otherSchema { return .unknown }
    var type = self
    type.kinds.formUnion(other.kinds)
    type.schema = schema ?? other.schema
    let hasElement = Kinds([.list, .map])
    if kinds.isDisjoint(with: hasElement) {
      type.element = other.element
    } else if !other.kinds.isDisjoint(with: hasElement) {
      type.element =
        switch (element, other.element) {
        case (.known(let a), .known(let b)): .known(a.union(b))
        default: .unknown
        }
    }
    return type
  }
}

extension StaticType: Hashable {
  static func == (a: StaticType, b: StaticType) -> Bool {
    a.kinds == b.kinds && a.schema === b.schema && a.element == b.element
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kinds)
    hasher.combine(schema.map(ObjectIdentifier.init))
    hasher.combine(element)
  }
}

extension StaticType {
  /// The kinds in words, such as `a text or a whole number`.
  var message: Message { kinds.message }
}

extension StaticType.Kinds {
  private static let words: [(StaticType.Kinds, Message)] = [
    (.bool, Message(en: "true or false", id: "true atau false")),
    (.int, Message(en: "a whole number", id: "bilangan bulat")),
    (.float, Message(en: "a decimal number", id: "bilangan desimal")),
    (.string, Message(en: "a text", id: "teks")),
    (.html, Message(en: "markup", id: "markup")),
    (.url, Message(en: "a link", id: "tautan")),
    (.srcset, Message(en: "a srcset", id: "srcset")),
    (.list, Message(en: "a list", id: "daftar")),
    (.map, Message(en: "a map", id: "map")),
    (.record, Message(en: "a record", id: "rekaman")),
    (.none, Message(en: "none", id: "none")),
    (.undefined, Message(en: "absent", id: "tidak ada")),
  ]

  var message: Message {
    if contains(.unknown) { return Message(en: "any value", id: "nilai apa saja") }
    var kinds = self
    if contains(.string) { kinds.subtract([.html, .url, .srcset]) }
    if contains([.int, .float]) { kinds.subtract(.number) }
    var words = Self.words.filter { kinds.contains($0.0) }.map(\.1)
    if contains([.int, .float]) { words.insert(Message(en: "a number", id: "bilangan"), at: 0) }
    func joined(_ list: [String], _ last: String) -> String {
      guard list.count > 1 else { return list.first ?? "" }
      return list.dropLast().joined(separator: ", ") + " \(last) " + list[list.count - 1]
    }
    return Message(en: joined(words.map(\.en), "or"), id: joined(words.map(\.id), "atau"))
  }

  /// The kind of a value at run time.
  init(_ value: Value) {
    self =
      switch value {
      case .undefined: .undefined
      case .none: .none
      case .bool: .bool
      case .int: .int
      case .float: .float
      case .string: .string
      case .html: .html
      case .url: .url
      case .srcset: .srcset
      case .list: .list
      case .map: .map
      case .record: .record
      }
  }
}
