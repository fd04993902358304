internal import Diagnostics

/// What an operand is used for; messages name it.
enum UseContext: Sendable {
  case output, condition, loop, index, indexValue, concatenation, comparison, ordering, membership, textMembership
  case attribute(String)
  case arithmetic(String)
  case filter(String)
  case argument(String, of: String)
  case test(String)
}

extension Resolver {
  /// Checks that an operand can be of one of the accepted kinds (and with a closed schema, that it can be of no other),
  /// and that it cannot be absent. False after a message.
  @discardableResult
  mutating func use(_ operand: ResolvedExpression, as accepted: StaticType.Kinds, _ context: UseContext) -> Bool {
    let type = operand.type
    if type.kinds.contains(.undefined), !templates.isOpen {
      add(.mayBeAbsent(text(operand.place.range)), operand.place.range)
      return false
    }
    if type.isUnknown { return true }
    let kinds = type.definedKinds
    let isWrong = templates.isOpen ? kinds.isDisjoint(with: accepted) : !kinds.isSubset(of: accepted)
    guard isWrong, !kinds.isEmpty else { return true }
    add(.wrongType(kinds, accepted, context, text(operand.place.range)), operand.place.range)
    return false
  }
}
