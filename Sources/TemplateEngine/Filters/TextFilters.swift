/// `upper`, `lower`, `capitalize`, `trim`, `replace`, `truncate` and `urlencode`. Markup that goes in comes out as
/// markup.
enum TextFilters {
  static func mapCase(_ value: Value, _ map: (String) -> String) -> Value {
    let text = map(value.printed ?? "")
    return value.isMarkup ? .html(text) : .string(text)
  }

  // MARK: trim

  static func trim(_ value: Value, _ characters: Value) throws(Fault) -> Value {
    let text = value.printed ?? ""
    let result: String
    switch characters {
    case .none: result = trim(text, PythonSpace.contains)
    case .string(let set), .html(let set), .url(let set), .srcset(let set):
      let scalars = Set(set.unicodeScalars)
      result = trim(text, scalars.contains)
    default: throw .wrongType(.init(characters), accepted: .string, .argument("chars", of: "trim"), operand: 1)
    }
    return value.isMarkup ? .html(result) : .string(result)
  }

  private static func trim(_ text: String, _ isTrimmed: (Unicode.Scalar) -> Bool) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isTrimmed($0) }),
      let last = scalars.lastIndex(where: { !isTrimmed($0) })
    else { return "" }
    return String(scalars[start...last])
  }

  // MARK: replace

  static func replace(_ operands: Operands) throws(Fault) -> Value {
    let (old, new) = (operands[1].pointee, operands[2].pointee)
    for (index, value) in [old, new].enumerated() where value.printed == nil {
      throw .refused(value, .printable, .argument(index == 0 ? "old" : "new", of: "replace"), operand: index + 1)
    }
    var input = operands[0].pointee
    if old.isMarkup || new.isMarkup && !input.isMarkup {
      input = input.isMarkup ? input : .html((input.printed ?? "").htmlEscaped)
    }
    let count = try limit(operands[3].pointee)
    func part(_ value: Value) -> String {
      let text = value.printed ?? ""
      return input.isMarkup && !value.isMarkup ? text.htmlEscaped : text
    }
    let result = replace(input.printed ?? "", part(old), part(new), count)
    return input.isMarkup ? .html(result) : .string(result)
  }

  private static func limit(_ value: Value) throws(Fault) -> Int {
    if case .none = value { return .max }
    guard case .int(let count) = value.number else {
      throw .refused(value, .int, .argument("count", of: "replace"), operand: 3)
    }
    return count < 0 ? .max : count
  }

  private static func replace(_ text: String, _ old: String, _ new: String, _ count: Int) -> String {
    if old.isEmpty { return insert(new, between: text, count) }
    var result: [UInt8] = []
    let (replacement, length) = (Array(new.utf8), old.utf8.count)
    text.withBytes { bytes in
      var (index, left) = (0, count)
      while left > 0, let next = old.withBytes({ TextSearch.first($0, in: bytes, from: index) }) {
        result += bytes[index..<next]
        result += replacement
        index = next + length
        left -= 1
      }
      result += bytes[index...]
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Python finds an empty text before each character and at the end.
  private static func insert(_ new: String, between text: String, _ count: Int) -> String {
    var (result, left) = ("", count)
    for scalar in text.unicodeScalars {
      if left > 0 { result += new }
      left -= 1
      result.unicodeScalars.append(scalar)
    }
    return left > 0 ? result + new : result
  }

  // MARK: truncate

  static func truncate(_ operands: Operands) throws(Fault) -> Value {
    let input = operands[0].pointee
    let length = try whole(operands[1].pointee, "length", 1)
    guard let end = operands[3].pointee.text else {
      throw .refused(operands[3].pointee, .string, .argument("end", of: "truncate"), operand: 3)
    }
    var leeway = 5
    if case .none = operands[4].pointee {} else { leeway = try whole(operands[4].pointee, "leeway", 4) }
    let endLength = end.unicodeScalars.count
    if length < endLength { throw .problem(.truncateLength(endLength), operand: 1) }
    if leeway < 0 { throw .problem(.negativeLeeway, operand: 4) }
    let scalars = Array((input.text ?? "").unicodeScalars)
    if scalars.count - leeway <= length { return input }
    if case .undefined = operands[2].pointee { throw .undefined(operand: 2) }
    var kept = scalars[..<(length - endLength)]
    if !operands[2].pointee.isTruthy, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    var text = ""
    text.unicodeScalars.append(contentsOf: kept)
    if operands[3].pointee.isMarkup { return .html(text.htmlEscaped + end) }
    return .string(text + end)
  }

  private static func whole(_ value: Value, _ name: String, _ operand: Int) throws(Fault) -> Int {
    guard case .int(let number) = value.number else {
      throw .refused(value, .int, .argument(name, of: "truncate"), operand: operand)
    }
    return number
  }

  // MARK: urlencode

  /// Percent-encodes all but `A–Z a–z 0–9 _ . - ~ /` (Python's `urllib.parse.quote`).
  static func urlEncode(_ text: String) -> String {
    var result: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if byte.isIdentifierStart || byte.isDigit || ".-~/".utf8.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Letter case as Python maps it: scalar by scalar, with the final form of sigma at the end of a word
/// (The Unicode Standard, 3.13, Final_Sigma).
enum CaseMapping {
  static func upper(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += $1.properties.uppercaseMapping }
  }

  static func lower(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.reduce(into: "") { $0 += lower(scalars, $1) }
  }

  static func capitalize(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first else { return "" }
    return scalars.indices.dropFirst().reduce(into: first.properties.titlecaseMapping) { $0 += lower(scalars, $1) }
  }

  private static func lower(_ scalars: [Unicode.Scalar], _ index: Int) -> String {
    guard scalars[index] == "\u{3A3}" else { return scalars[index].properties.lowercaseMapping }
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    let isFinal = before?.properties.isCased == true && after?.properties.isCased != true
    return isFinal ? "\u{3C2}" : "\u{3C3}"
  }
}
