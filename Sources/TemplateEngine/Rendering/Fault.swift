internal import Diagnostics

/// Why an instruction failed. The renderer adds the place.
enum Fault: Error {
  /// `operand` tells which of the instruction's values is to be pointed at; `nil` for all of it.
  indirect case problem(Problem, operand: Int?)
  /// A value was used that is undefined.
  case undefined(operand: Int)
  indirect case wrongType(StaticType.Kinds, accepted: StaticType.Kinds, UseContext, operand: Int)
  /// A macro that was called has failed, at a place of its own.
  indirect case inMacro(Diagnostic)

  /// An operand that an operation does not take.
  static func refused(
    _ value: borrowing Value, _ accepted: StaticType.Kinds, _ context: UseContext, operand: Int
  ) -> Fault {
    let kind = StaticType.Kinds(copy value)
    return kind == .undefined
      ? .undefined(operand: operand) : .wrongType(kind, accepted: accepted, context, operand: operand)
  }
}
