import Glibc

/// Numbers as Python calculates: `/` gives a decimal number, `//` rounds down, `%` has the divisor's sign.
enum Arithmetic {
  static func apply(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
    let a = try number(left, operation, operand: 0)
    let b = try number(right, operation, operand: 1)
    if case .int(let x) = a, case .int(let y) = b { return try integers(operation, x, y) }
    return try decimals(operation, a.double, b.double)
  }

  static func negate(_ value: Value) throws(Fault) -> Value {
    switch try number(value, .subtract, operand: 0) {
    case .int(let x):
      if x == .min { throw .problem(.overflow, operand: nil) }
      return .int(-x)
    case .float(let x): return .float(-x)
    }
  }

  enum Number {
    case int(Int)
    case float(Double)

    var double: Double {
      switch self {
      case .int(let value): Double(value)
      case .float(let value): value
      }
    }
  }

  private static func number(_ value: Value, _ operation: BinaryOperator, operand: Int) throws(Fault) -> Number {
    guard let number = value.number else {
      throw .refused(value, .number, .arithmetic(operation.rawValue), operand: operand)
    }
    return number
  }

  private static func integers(_ operation: BinaryOperator, _ x: Int, _ y: Int) throws(Fault) -> Value {
    let (result, overflow): (Int, Bool)
    switch operation {
    case .add: (result, overflow) = x.addingReportingOverflow(y)
    case .subtract: (result, overflow) = x.subtractingReportingOverflow(y)
    case .multiply: (result, overflow) = x.multipliedReportingOverflow(by: y)
    default:
      if y == 0 { throw .problem(.divisionByZero(""), operand: 1) }
      if operation == .divide { return .float(try quotient(x, y)) }
      if operation == .floorDivide && x == .min && y == -1 { throw .problem(.overflow, operand: nil) }
      if operation == .modulo { return .int(floorRemainder(x, y)) }
      (result, overflow) = (floorQuotient(x, y), false)
    }
    if overflow { throw .problem(.overflow, operand: nil) }
    return .int(result)
  }

  /// Python rounds the exact quotient once; beyond 2^53 the operands would be rounded first.
  private static func quotient(_ x: Int, _ y: Int) throws(Fault) -> Double {
    let exact = 1 << 53
    if x.magnitude > exact || y.magnitude > exact {
      if y.magnitude <= exact, x % y == 0 { return Double(x / y) }
      throw .problem(.overflow, operand: nil)
    }
    return Double(x) / Double(y)
  }

  static func floorQuotient(_ x: Int, _ y: Int) -> Int {
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    return remainder != 0 && (remainder < 0) != (y < 0) ? quotient - 1 : quotient
  }

  static func floorRemainder(_ x: Int, _ y: Int) -> Int {
    if y == -1 { return 0 }
    let remainder = x % y
    return remainder != 0 && (remainder < 0) != (y < 0) ? remainder + y : remainder
  }

  private static func decimals(_ operation: BinaryOperator, _ x: Double, _ y: Double) throws(Fault) -> Value {
    let result: Double
    switch operation {
    case .add: result = x + y
    case .subtract: result = x - y
    case .multiply: result = x * y
    default:
      if y == 0 { throw .problem(.divisionByZero(""), operand: 1) }
      result = operation == .divide ? x / y : operation == .modulo ? divide(x, y).remainder : divide(x, y).quotient
    }
    guard result.isFinite else { throw .problem(.notFinite, operand: nil) }
    return .float(result)
  }

  /// Python's `divmod` for floats (CPython, floatobject.c `_float_div_mod`).
  static func divide(_ x: Double, _ y: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(x, y)
    var quotient = (x - remainder) / y
    if remainder != 0 {
      if (y < 0) != (remainder < 0) {
        remainder += y
        quotient -= 1
      }
    } else {
      remainder = y < 0 ? -0.0 : 0.0
    }
    guard quotient != 0 else { return ((x / y).sign == .minus ? -0.0 : 0.0, remainder) }
    var floor = quotient.rounded(.down)
    if quotient - floor > 0.5 { floor += 1 }
    return (floor, remainder)
  }
}

extension Value {
  /// The value as a number; `true` is 1.
  var number: Arithmetic.Number? {
    switch self {
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    case .bool(let value): .int(value ? 1 : 0)
    default: nil
    }
  }

  /// Whether a condition takes it for true. Empty texts and lists are false, and so is 0.
  var isTruthy: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .float(let value): value != 0
    case .string(let text), .html(let text), .url(let text), .srcset(let text): !text.isEmpty
    case .list(let elements): !elements.isEmpty
    case .map(let map): !map.keys.isEmpty
    case .record: true
    }
  }

  /// The characters of a text of any kind.
  var text: String? {
    switch self {
    case .string(let text), .html(let text), .url(let text), .srcset(let text): text
    default: nil
    }
  }
}
