internal import Diagnostics

extension HTMLChecker {
  mutating func checkOutput(_ value: ResolvedExpression) {
    switch value.kind {
    case .capture(let content): checkBlock("super()", content, value.place)
    case .macro(let macro, _): checkMacro(macro, at: value.place)
    default: checkValue(value)
    }
  }

  private mutating func checkValue(_ value: ResolvedExpression) {
    let rule = ValueRule(state, names.letters)
    if case .nothing(let reason) = rule {
      add(.noValueHere(reason, state, names.letters), value.place, opened: true)
      if state.mode == .beforeValue { state.mode = .unquotedValue }
      return
    }
    if let (first, second) = value.alternatives { return checkAlternatives(first, second) }
    switch rule {
    case .printable, .nothing: break
    case .text: forbidMarkup(value)
    case .link: checkLink(value)
    case .srcset: require(value, [.srcset], .srcsetExpected)
    case .number: require(value, [.int, .float], .styleNeedsNumber)
    case .json:
      guard case .filter(.tojson, _) = value.kind else { return add(.scriptNeedsJSON, value.place, opened: true) }
      state.script.advanceOverValue()
    }
  }

  private mutating func checkAlternatives(_ first: ResolvedExpression, _ second: ResolvedExpression) {
    let start = state
    checkValue(first)
    let end = state
    state = start
    checkValue(second)
    state = state.merged(with: end) ?? state
  }

  private mutating func require(_ value: ResolvedExpression, _ kinds: StaticType.Kinds, _ problem: Problem) {
    if !value.type.definedKinds.isSubset(of: kinds) { add(problem, value.place, opened: true) }
  }

  private mutating func forbidMarkup(_ value: ResolvedExpression) {
    guard value.type.kinds.contains(.html) else { return }
    add(.markupInAttribute(names.letters.string(state.attribute)), value.place, opened: true)
  }

  /// A link's value: one that was checked when it was loaded, or encoded parts after a beginning that fixes where it
  /// leads.
  private mutating func checkLink(_ value: ResolvedExpression) {
    switch value.kind {
    case .binary(.concatenate, let left, let right):
      checkValue(left)
      return checkValue(right)
    case .constant(.string(let text)):
      for byte in text.utf8 { state.link.advance(byte, &names.letters) }
      return
    default: break
    }
    let isEncoded = value.isURLEncoded || value.type.definedKinds == .int
    switch state.link {
    case .start where value.type.definedKinds == .url: state.link = .fixed
    case .fixed where isEncoded: break
    case .start where !isEncoded: add(.linkExpected(names.letters.string(state.attribute)), value.place, opened: true)
    case .start, .prefix, .undecided, .forbidden:
      add(.linkPrefix(names.letters.string(state.attribute)), value.place, opened: true)
    case .fixed: add(.linkPartNotEncoded(names.letters.string(state.attribute)), value.place, opened: true)
    }
  }
}

extension ResolvedExpression {
  /// The two values of which one is shown.
  fileprivate var alternatives: (ResolvedExpression, ResolvedExpression)? {
    switch kind {
    case .conditional(_, let then, let otherwise): (then, otherwise)
    case .filter(.default, let operands): (operands[0], operands[1])
    case .or(let left, let right), .and(let left, let right): (left, right)
    default: nil
    }
  }

  /// Whether `urlencode` comes last.
  fileprivate var isURLEncoded: Bool {
    if case .filter(.urlencode, _) = kind { true } else { false }
  }
}
