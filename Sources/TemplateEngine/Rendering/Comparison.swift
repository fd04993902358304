/// Equality, order and membership as Python has them.
enum Comparison {
  static func areEqual(_ left: Value, _ right: Value, depth: Int = 0) throws(Fault) -> Bool {
    try check(left, operand: 0)
    try check(right, operand: 1)
    if depth > deepestValue { throw .problem(.valueTooDeep, operand: nil) }
    if let a = left.number, let b = right.number { return compare(a, b) == 0 }
    if let a = left.text, let b = right.text { return a.hasSameScalars(as: b) }
    switch (left, right) {
    case (.none, .none): return true
    case (.list(let a), .list(let b)): return try areEqual(a, b, depth)
    case (.map, .map), (.record, .record), (.map, .record), (.record, .map):
      return try areEqual(left.namedValues, right.namedValues, depth)
    default: return false
    }
  }

  /// Nesting of lists and maps that operations go into.
  static let deepestValue = 100

  private static func areEqual(_ a: [Value], _ b: [Value], _ depth: Int) throws(Fault) -> Bool {
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b) where try !areEqual(x, y, depth: depth + 1) { return false }
    return true
  }

  private static func areEqual(_ a: OrderedMap, _ b: OrderedMap, _ depth: Int) throws(Fault) -> Bool {
    guard a.keys.count == b.keys.count else { return false }
    for (key, value) in zip(a.keys, a.values) {
      guard let other = b[key], try areEqual(value, other, depth: depth + 1) else { return false }
    }
    return true
  }

  /// Whether the order of two values (negative, zero or positive) is as wanted.
  static func isOrdered(_ left: Value, _ right: Value, _ wanted: (Int) -> Bool) throws(Fault) -> Bool {
    try check(left, operand: 0)
    try check(right, operand: 1)
    if let a = left.number, let b = right.number { return compare(a, b).map(wanted) ?? false }
    if let a = left.text, let b = right.text { return wanted(compare(a, b)) }
    guard case .list(let a) = left, case .list(let b) = right else {
      let kinds = (StaticType.Kinds(left).message, StaticType.Kinds(right).message)
      throw .problem(.unlikeOrdering(kinds.0, kinds.1), operand: nil)
    }
    for (x, y) in zip(a, b) where try !areEqual(x, y) { return try isOrdered(x, y, wanted) }
    return wanted(a.count - b.count)
  }

  /// `needle in container`: a part of a text, an element, a key.
  static func contains(_ container: Value, _ needle: Value) throws(Fault) -> Bool {
    try check(needle, operand: 0)
    switch container {
    case .undefined: throw .undefined(operand: 1)
    case .string(let text), .html(let text), .url(let text), .srcset(let text):
      guard let part = needle.text else {
        throw .refused(needle, [.string, .html, .url, .srcset], .textMembership, operand: 0)
      }
      return TextSearch.first(part, in: text) != nil
    case .list(let elements):
      for element in elements where try areEqual(needle, element) { return true }
      return false
    case .map, .record:
      if case .list = needle { throw .refused(needle, .printable, .comparison, operand: 0) }
      if case .map = needle { throw .refused(needle, .printable, .comparison, operand: 0) }
      return needle.text.map { container.namedValues.index(of: $0) != nil } ?? false
    default: throw .refused(container, .container, .membership, operand: 1)
    }
  }

  private static func check(_ value: Value, operand: Int) throws(Fault) {
    if case .undefined = value { throw .undefined(operand: operand) }
  }

  /// By value, exactly, also where a whole number has no equal decimal number. `nil` when one is not a number.
  static func compare(_ a: Arithmetic.Number, _ b: Arithmetic.Number) -> Int? {
    switch (a, b) {
    case (.int(let x), .int(let y)): x < y ? -1 : x > y ? 1 : 0
    case (.float(let x), .float(let y)): x < y ? -1 : x > y ? 1 : x == y ? 0 : nil
    case (.int(let x), .float(let y)): compare(x, y)
    case (.float(let x), .int(let y)): compare(y, x).map { -$0 }
    }
  }

  private static func compare(_ x: Int, _ y: Double) -> Int? {
    if y.isNaN { return nil }
    if y >= 0x1p63 { return -1 }
    if y < -0x1p63 { return 1 }
    let whole = Int(y.rounded(.towardZero))
    if x != whole { return x < whole ? -1 : 1 }
    let fraction = y - y.rounded(.towardZero)
    return fraction > 0 ? -1 : fraction < 0 ? 1 : 0
  }

  /// The order of UTF-8 bytes is that of Unicode scalars.
  static func compare(_ a: String, _ b: String) -> Int {
    if a.utf8.lexicographicallyPrecedes(b.utf8) { return -1 }
    return b.utf8.lexicographicallyPrecedes(a.utf8) ? 1 : 0
  }
}

extension Value {
  /// A record seen as a map of the fields that are there.
  var namedValues: OrderedMap {
    switch self {
    case .map(let map): return map
    case .record(let record):
      let pairs = zip(record.schema.fields, record.slots).filter { !$0.1.isUndefined }
      return OrderedMap(pairs.map { (key: $0.0.name, value: $0.1) })
    default: return OrderedMap([])
    }
  }

  var isUndefined: Bool { if case .undefined = self { true } else { false } }
}

/// Finding a text in another, byte by byte: canonically equivalent texts differ.
enum TextSearch {
  static func first(_ part: String, in text: String) -> Int? {
    text.withBytes { bytes in part.withBytes { first($0, in: bytes, from: 0) } }
  }

  static func first(_ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    guard let head = part.first else { return from }
    var index = from
    while index + part.count <= text.count {
      if text[index] == head, text[index..<index + part.count].elementsEqual(part) { return index }
      index += 1
    }
    return nil
  }
}
