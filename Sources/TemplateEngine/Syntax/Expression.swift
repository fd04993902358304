internal import Diagnostics

/// An expression as it was written. Plain bytes, cheap to copy: what it is made of stands in the template's `Syntax`.
struct Expression: Sendable {
  /// An index of `Syntax.expressions`.
  struct ID: Sendable {
    let index: Int32
  }

  enum Kind: Sendable {
    case literal(Literal)
    case name(Name)
    case list(Arguments)
    case attribute(ID, Located<Name>)
    case index(ID, ID)
    case negate(ID)
    case not(ID)
    case and(ID, ID)
    case or(ID, ID)
    case binary(BinaryOperator, ID, ID)
    case conditional(condition: ID, then: ID, otherwise: ID)
    case filter(ID, Located<Name>, Arguments)
    case test(ID, Located<Name>, Arguments, isNegated: Bool)
    case call(Located<Name>, Arguments)
    case superBlock
  }

  let kind: Kind
  let range: SourceRange
  /// The number of expressions on the longest way down, this one included.
  let height: Int32
}

enum Literal: Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// Where it stands, with its quotes.
  case string(SourceRange)
}

/// The arguments of a filter, a test or a macro call, or the elements of a list: a part of `Syntax.arguments`.
struct Arguments: Sendable {
  var first: Int32 = 0
  var positionalCount: Int32 = 0
  /// They stand behind the positional ones.
  var namedCount: Int32 = 0

  var positional: Range<Int> { Int(first)..<Int(first + positionalCount) }
  var named: Range<Int> { positional.upperBound..<positional.upperBound + Int(namedCount) }
  var all: Range<Int> { positional.lowerBound..<named.upperBound }
}

struct Argument: Sendable {
  let name: Located<Name>?
  let value: Expression.ID
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
