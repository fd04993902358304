internal import Diagnostics

/// The operations on values.
extension Renderer {
  mutating func evaluate(_ instruction: Instruction, _ stack: inout ValueStack) throws(Fault) {
    switch instruction {
    case .binary(let operation):
      let right = stack.pop()
      let left = stack.pop()
      stack.push(owned: try apply(operation, left.pointee, right.pointee))
    case .list(let count):
      stack.push(owned: .list(stack.pop(Int(count)).map(\.pointee)))
    case .attribute(let step):
      stack.push(try take(program.steps[Int(step)], from: stack.pop()))
    case .index:
      let index = stack.pop()
      stack.push(try element(index, of: stack.pop()))
    case .negate: stack.push(owned: try Arithmetic.negate(stack.pop().pointee))
    case .not: stack.push(owned: .bool(try !isTrue(stack.pop())))
    case .filter(let filter):
      let operands = stack.pop(filter.parameters.count + 1)
      stack.push(owned: try filter.apply(operands))
    case .hostFilter(let index):
      let result = program.hostFilters[Int(index)]._withUnsafeGuaranteedRef { filter in
        Result { () throws(Fault) in try filter.apply(stack.pop(filter.parameterCount + 1)) }
      }
      stack.push(owned: try result.get())
    case .test(let test):
      let operands = stack.pop(test == .divisibleby ? 2 : 1)
      stack.push(owned: .bool(try test.apply(operands)))
    default: break
    }
  }

  private func apply(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
    switch operation {
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo:
      try Arithmetic.apply(operation, left, right)
    case .concatenate: try Concatenation.join(left, right)
    case .equal: .bool(try Comparison.areEqual(left, right))
    case .notEqual: .bool(try !Comparison.areEqual(left, right))
    case .less: .bool(try Comparison.isOrdered(left, right, { $0 < 0 }))
    case .lessOrEqual: .bool(try Comparison.isOrdered(left, right, { $0 <= 0 }))
    case .greater: .bool(try Comparison.isOrdered(left, right, { $0 > 0 }))
    case .greaterOrEqual: .bool(try Comparison.isOrdered(left, right, { $0 >= 0 }))
    case .contained: .bool(try Comparison.contains(right, left))
    case .notContained: .bool(try !Comparison.contains(right, left))
    }
  }
}
