import Glibc

/// `abs`, `int` and `round`.
enum NumberFilters {
  static func absolute(_ value: Value) throws(Fault) -> Value {
    switch value.number {
    case .int(.min): throw .problem(.overflow, operand: 0)
    case .int(let number): .int(Swift.abs(number))
    case .float(let number): .float(number.magnitude)
    case nil: throw .refused(value, .number, .filter("abs"), operand: 0)
    }
  }

  // MARK: int

  /// The number that a text begins to be for Python's `int` or else `float`, cut to a whole one.
  static func integer(_ value: Value, default fallback: Value) throws(Fault) -> Value {
    if let text = value.text { return try PythonNumber.integer(text).map { .int($0) } ?? fallback }
    switch value.number {
    case .int(let number): return .int(number)
    case .float(let number):
      guard number.isFinite else { return fallback }
      return .int(try whole(number))
    case nil: return fallback
    }
  }

  static func whole(_ number: Double) throws(Fault) -> Int {
    guard let result = Int(exactly: number.rounded(.towardZero)) else { throw .problem(.overflow, operand: 0) }
    return result
  }

  // MARK: round

  static func round(_ value: Value, _ precision: Value, _ method: Value) throws(Fault) -> Value {
    guard case .int(let digits) = precision.number, let method = method.text else {
      throw .refused(precision, .int, .argument("precision", of: "round"), operand: 1)
    }
    switch method {
    case "common": return try roundHalfEven(value, min(max(digits, -400), 400))
    case "ceil": return try roundTo(value, digits, .up)
    case "floor": return try roundTo(value, digits, .down)
    default: throw .problem(.roundMethod(method), operand: 2)
    }
  }

  private static func roundHalfEven(_ value: Value, _ digits: Int) throws(Fault) -> Value {
    switch value.number {
    case .int(let number): return .int(digits >= 0 ? number : try roundHalfEven(number, -digits))
    case .float(let number): return .float(try roundHalfEven(number, digits))
    case nil: throw .refused(value, .number, .filter("round"), operand: 0)
    }
  }

  /// To a multiple of ten to the power of `zeros`.
  private static func roundHalfEven(_ number: Int, _ zeros: Int) throws(Fault) -> Int {
    guard zeros < 19 else { return 0 }
    let unit = (0..<zeros).reduce(1) { unit, _ in unit * 10 }
    let below = Arithmetic.floorQuotient(number, unit)
    let rest = number &- below &* unit
    let isUp = rest > unit - rest || rest == unit - rest && below % 2 != 0
    let (result, overflow) = (isUp ? below + 1 : below).multipliedReportingOverflow(by: unit)
    if overflow { throw .problem(.overflow, operand: nil) }
    return result
  }

  /// The exact binary value decides, and the even digit when it lies in the middle: C's `%f` and `%e` do both.
  private static func roundHalfEven(_ number: Double, _ digits: Int) throws(Fault) -> Double {
    guard number != 0, digits < 324 else { return number }
    if digits >= 0 { return try finite(parse(format("%.*f", digits, number))) }
    let leading = Int(format("%.*e", 20, number).split(separator: "e")[1]) ?? 0
    let significant = leading + 1 + digits
    if significant < 0 { return number < 0 ? -0.0 : 0.0 }
    if significant > 0 { return try finite(parse(format("%.*e", significant - 1, number))) }
    let half = 5 * pow(10, Double(leading))
    let result = number.magnitude > half ? pow(10, Double(leading + 1)) : 0
    return number < 0 ? -result : result
  }

  private static func roundTo(_ value: Value, _ digits: Int, _ rule: FloatingPointRoundingRule) throws(Fault) -> Value {
    guard (-300...22).contains(digits) else { throw .problem(.roundingRange, operand: 1) }
    let unit = pow(10, Double(digits))
    switch value.number {
    case .int(let number):
      if digits >= 0, number.magnitude > 1 << 53 { throw .problem(.overflow, operand: 0) }
      let scaled = (Double(number) * unit).rounded(rule)
      if digits > 0, scaled.magnitude > 0x1p53 { return .float(Double(number)) }
      return .float(try finite(scaled / unit + 0))
    case .float(let number): return .float(try finite((try finite(number * unit)).rounded(rule) / unit + 0))
    case nil: throw .refused(value, .number, .filter("round"), operand: 0)
    }
  }

  private static func finite(_ number: Double) throws(Fault) -> Double {
    guard number.isFinite else { throw .problem(.notFinite, operand: nil) }
    return number
  }

  private static func parse(_ text: String) -> Double { Double(text) ?? 0 }

  private static func format(_ form: String, _ precision: Int, _ number: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
      let length = withVaList([Int32(clamping: precision), number]) {
        vsnprintf(buffer.baseAddress, buffer.count, form, $0)
      }
      return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}

/// Numbers in texts, as Python's `int(text)` and `float(text)` read them.
enum PythonNumber {
  static func integer(_ text: String) throws(Fault) -> Int? {
    let digits = asciiDigits(text)
    if isInteger(digits) {
      guard let value = Int(digits.filter { $0 != "_" }) else { throw .problem(.overflow, operand: 0) }
      return value
    }
    guard isFloat(digits), let value = Double(digits.filter { $0 != "_" }), value.isFinite else { return nil }
    return try NumberFilters.whole(value)
  }

  /// Without white space around it and with the digits of all scripts as 0–9.
  private static func asciiDigits(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let start = scalars.firstIndex { !PythonSpace.contains($0) } ?? scalars.count
    let end = scalars.lastIndex { !PythonSpace.contains($0) } ?? start - 1
    guard start <= end else { return "" }
    var result = ""
    for scalar in scalars[start...end] {
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        result.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(value)))
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isInteger(_ text: String) -> Bool { isDigits(unsigned(text)) }

  private static func unsigned(_ text: some StringProtocol) -> Substring {
    text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+")
      ? Substring(text.dropFirst()) : Substring(text)
  }

  /// Digits, with single underscores between them.
  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
  }

  private static func isFloat(_ text: String) -> Bool {
    let parts = unsigned(text).lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 1 || isDigits(unsigned(parts[1])) else { return false }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard mantissa.count <= 2, mantissa.contains(where: { !$0.isEmpty }) else { return false }
    return mantissa.allSatisfy { $0.isEmpty || isDigits($0) }
  }
}
