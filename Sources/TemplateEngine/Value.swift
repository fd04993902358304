/// A value that a template can show, test, or pass to a filter.
///
/// Strings are shown escaped, `html` as it is, and `url` and `srcset` only where HTML expects them:
///
///     Value.string("Kopi & teh")        // {{ name }}  shows  Kopi &amp; teh
///     Value.html("<p>Kopi</p>")         // {{ body }}  shows  <p>Kopi</p>
public enum Value: Sendable {
  /// What an optional field that is absent holds: a template may only ask whether it `is defined` or give a `default`.
  case undefined
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// Plain text.
  case string(String)
  /// Trusted markup.
  case html(String)
  /// A link whose scheme was checked when it was loaded.
  case url(String)
  /// The candidates of an `srcset` attribute.
  case srcset(String)
  case list([Value])
  case map(OrderedMap)
  case record(Record)
}

/// A map that keeps the order in which its entries were given. Keys are equal when their scalars are.
///
///     OrderedMap([("warna", .string("merah")), ("ukuran", .int(40))])
public struct OrderedMap: Sendable {
  public let keys: [String]
  public let values: [Value]

  /// - Parameter entries: the pairs in order, with keys that differ.
  public init(_ entries: [(key: String, value: Value)]) {
    keys = entries.map(\.key)
    values = entries.map(\.value)
  }

  /// - Complexity: O(entries).
  public subscript(key: String) -> Value? { index(of: key).map { values[$0] } }

  func index(of key: String) -> Int? { keys.firstIndex { $0.hasSameScalars(as: key) } }
}

extension String {
  /// Equality by Unicode scalars; Swift's own `==` also takes canonically equivalent strings for equal.
  func hasSameScalars(as other: String) -> Bool {
    utf8.count == other.utf8.count && withBytes { a in other.withBytes { b in a.elementsEqual(b) } }
  }
}
