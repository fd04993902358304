/// `a ~ b`: texts put together. When one is markup the other is escaped, and the whole is markup.
enum Concatenation {
  static func join(_ left: Value, _ right: Value) throws(Fault) -> Value {
    let isMarkup = left.isMarkup || right.isMarkup
    let (start, end) = (try piece(left, isMarkup, 0), try piece(right, isMarkup, 1))
    let joined = start.withBytes { start in
      end.withBytes { end in
        String(unsafeUninitializedCapacity: start.count + end.count) { bytes in
          let middle = bytes.initialize(fromContentsOf: start)
          return bytes[middle...].initialize(fromContentsOf: end)
        }
      }
    }
    return isMarkup ? .html(joined) : .string(joined)
  }

  private static func piece(_ value: Value, _ escapes: Bool, _ operand: Int) throws(Fault) -> String {
    guard let text = value.printed else { throw .refused(value, .printable, .concatenation, operand: operand) }
    return escapes && !value.isMarkup ? text.htmlEscaped : text
  }
}

extension Value {
  var isMarkup: Bool { if case .html = self { true } else { false } }

  /// The text that showing the value gives, before it is escaped; `nil` for what cannot be shown.
  var printed: String? {
    switch self {
    case .string(let text), .html(let text), .url(let text), .srcset(let text): text
    case .int(let number): String(number)
    case .float(let number): PythonFloat.text(number)
    case .bool(let flag): flag ? "True" : "False"
    case .undefined, .none, .list, .map, .record: nil
    }
  }
}

extension String {
  var htmlEscaped: String {
    var buffer = OutputBuffer(capacity: utf8.count + 64)
    Escaping.append(escaping: self, to: &buffer)
    return buffer.string
  }
}
