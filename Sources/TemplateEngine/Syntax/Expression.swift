internal import Diagnostics

/// An expression as it was written.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case literal(Literal)
    case name(String)
    case list([Expression])
    case attribute(Expression, Located<String>)
    case index(Expression, Expression)
    case negate(Expression)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
    case filter(Expression, Located<String>, Arguments)
    case test(Expression, Located<String>, Arguments, isNegated: Bool)
    case call(Located<String>, Arguments)
    case superBlock
  }

  let kind: Kind
  let range: SourceRange
  /// The number of expressions on the longest way down, this one included.
  let height: Int

  init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
    var highest = 0
    kind.forEachChild { highest = max(highest, $0.height) }
    height = 1 + highest
  }
}

extension Expression.Kind {
  func forEachChild(_ body: (Expression) -> Void) {
    switch self {
    case .literal, .name, .superBlock: break
    case .list(let elements): elements.forEach(body)
    case .attribute(let base, _), .negate(let base), .not(let base): body(base)
    case .index(let left, let right), .and(let left, let right), .or(let left, let right),
      .binary(_, let left, let right):
      body(left)
      body(right)
    case .conditional(let condition, let then, let otherwise):
      body(condition)
      body(then)
      body(otherwise)
    case .filter(let input, _, let arguments), .test(let input, _, let arguments, _):
      body(input)
      arguments.forEach(body)
    case .call(_, let arguments): arguments.forEach(body)
    }
  }
}

enum Literal: Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
}

/// The arguments of a filter, a test or a macro call.
struct Arguments: Sendable {
  var positional: [Expression] = []
  var named: [(name: Located<String>, value: Expression)] = []

  var all: [Expression] { positional + named.map(\.value) }

  func forEach(_ body: (Expression) -> Void) {
    positional.forEach(body)
    for argument in named { body(argument.value) }
  }

  var isEmpty: Bool { positional.isEmpty && named.isEmpty }
}

enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case concatenate = "~"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contained = "in"
  case notContained = "not in"
}
