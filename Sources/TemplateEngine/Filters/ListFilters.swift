/// `first`, `last`, `length` and `join`.
enum ListFilters {
  static func end(of value: Value, isFirst: Bool) throws(Fault) -> Value {
    switch value {
    case .list(let elements): return (isFirst ? elements.first : elements.last) ?? .undefined
    case .map(let map): return (isFirst ? map.keys.first : map.keys.last).map { .string($0) } ?? .undefined
    default:
      let scalars = (value.text ?? "").unicodeScalars
      return (isFirst ? scalars.first : scalars.last).map { .string(String($0)) } ?? .undefined
    }
  }

  static func length(of value: Value) -> Int {
    switch value {
    case .list(let elements): elements.count
    case .map(let map): map.keys.count
    default: value.text?.unicodeScalars.count ?? 0
    }
  }

  /// The elements as text with a separator between them. When one part is markup, the others are escaped.
  static func join(_ value: Value, _ separator: Value, _ attribute: Value) throws(Fault) -> Value {
    let items = try elements(of: value, attribute)
    if separator.printed == nil { throw .refused(separator, .printable, .argument("d", of: "join"), operand: 1) }
    let isMarkup = separator.isMarkup || items.contains(where: \.isMarkup)
    var texts: [String] = []
    for item in items {
      guard let text = item.printed else {
        if item.isUndefined { throw .undefined(operand: 0) }
        throw .problem(.joinOfUnprintable(StaticType.Kinds(item).message), operand: 0)
      }
      texts.append(isMarkup && !item.isMarkup ? text.htmlEscaped : text)
    }
    let between = separator.printed ?? ""
    let joined = texts.joined(separator: isMarkup && !separator.isMarkup ? between.htmlEscaped : between)
    return isMarkup ? .html(joined) : .string(joined)
  }

  private static func elements(of value: Value, _ attribute: Value) throws(Fault) -> [Value] {
    let items: [Value] =
      switch value {
      case .list(let elements): elements
      case .map(let map): map.keys.map { .string($0) }
      default: (value.text ?? "").unicodeScalars.map { .string(String($0)) }
      }
    switch attribute {
    case .none: return items
    case .undefined: throw .undefined(operand: 2)
    default: break
    }
    var selected: [Value] = []
    for item in items { selected.append(try part(of: item, attribute)) }
    return selected
  }

  /// What a path such as `brand.name` leads to; a number in it is an index.
  private static func part(of item: Value, _ attribute: Value) throws(Fault) -> Value {
    if case .int(let index) = attribute { return element(index, of: item) }
    var value = item
    for name in (attribute.text ?? "").split(separator: ".", omittingEmptySubsequences: false) {
      switch value {
      case .undefined: throw .undefined(operand: 0)
      case .list(let elements):
        guard let index = Int(name) else { return .undefined }
        value = elements.indices.contains(index) ? elements[index] : .undefined
      case .map, .record: value = value.namedValues[String(name)] ?? .undefined
      default:
        if PythonAttributes.contains(String(name), of: value) {
          throw .problem(.pythonAttribute(String(name), StaticType.Kinds(value).message), operand: 0)
        }
        value = .undefined
      }
    }
    return value
  }

  private static func element(_ index: Int, of value: Value) -> Value {
    guard case .list(let elements) = value else { return .undefined }
    let position = index < 0 ? index + elements.count : index
    return elements.indices.contains(position) ? elements[position] : .undefined
  }
}
