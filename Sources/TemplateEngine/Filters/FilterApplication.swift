/// The input of a filter and its arguments, one for each parameter.
typealias Operands = UnsafeBufferPointer<UnsafePointer<Value>>

extension BuiltinFilter {
  /// What the filter makes of its operands.
  func apply(_ operands: Operands) throws(Fault) -> Value {
    let input = operands[0].pointee
    if self == .default { return try applyDefault(operands) }
    try checkInput(input)
    switch self {
    case .abs: return try NumberFilters.absolute(input)
    case .round: return try NumberFilters.round(input, operands[1].pointee, operands[2].pointee)
    case .int: return try NumberFilters.integer(input, default: operands[1].pointee)
    case .first, .last: return try ListFilters.end(of: input, isFirst: self == .first)
    case .length: return .int(ListFilters.length(of: input))
    case .join: return try ListFilters.join(input, operands[1].pointee, operands[2].pointee)
    case .tojson: return .html(try JSONText.text(of: input))
    case .escape: return .html(input.isMarkup ? input.printed ?? "" : (input.printed ?? "").htmlEscaped)
    case .safe: return .html(input.printed ?? "")
    case .string: return input.isMarkup ? input : .string(input.printed ?? "")
    case .upper: return TextFilters.mapCase(input) { CaseMapping.upper($0) }
    case .lower: return TextFilters.mapCase(input) { CaseMapping.lower($0) }
    case .capitalize: return TextFilters.mapCase(input) { CaseMapping.capitalize($0) }
    case .trim: return try TextFilters.trim(input, operands[1].pointee)
    case .replace: return try TextFilters.replace(operands)
    case .truncate: return try TextFilters.truncate(operands)
    case .urlencode: return .string(TextFilters.urlEncode(input.printed ?? ""))
    case .default: return input
    }
  }

  /// Undefined is undefined for all of them but those that Python gives a type error for.
  private func checkInput(_ value: Value) throws(Fault) {
    if case .undefined = value {
      guard self == .abs || self == .round || self == .tojson else { throw .undefined(operand: 0) }
      throw .wrongType(.undefined, accepted: input, .filter(rawValue), operand: 0)
    }
    if !input.contains(StaticType.Kinds(value)) { throw .refused(value, input, .filter(rawValue), operand: 0) }
  }

  private func applyDefault(_ operands: Operands) throws(Fault) -> Value {
    let value = operands[0].pointee
    if case .undefined = value { return operands[1].pointee }
    if case .undefined = operands[2].pointee { throw .undefined(operand: 2) }
    return operands[2].pointee.isTruthy && !value.isTruthy ? operands[1].pointee : value
  }
}

extension BuiltinTest {
  func apply(_ operands: Operands) throws(Fault) -> Bool {
    let value = operands[0].pointee
    switch self {
    case .defined: return !value.isUndefined
    case .undefined: return value.isUndefined
    case .none: if case .none = value { return true } else { return false }
    case .odd: return try remainder(value, .int(2), is: 1)
    case .even: return try remainder(value, .int(2), is: 0)
    case .divisibleby: return try remainder(value, operands[1].pointee, is: 0)
    }
  }

  private func remainder(_ value: Value, _ divisor: Value, is wanted: Int) throws(Fault) -> Bool {
    if value.number == nil { throw .refused(value, .number, .test(rawValue), operand: 0) }
    if divisor.number == nil { throw .refused(divisor, .number, .test(rawValue), operand: 1) }
    return try Comparison.areEqual(Arithmetic.apply(.modulo, value, divisor), .int(wanted))
  }
}
