/// A variable or a root name, and the way from it into its value. Plain bytes, cheap to copy.
struct Path: Sendable {
  let isRoot: Bool
  let slot: Int32
  /// Its steps in the page's table.
  let firstStep: Int32
  let stepCount: Int32

  static func root(_ slot: Int) -> Path { Path(isRoot: true, slot: Int32(slot), firstStep: 0, stepCount: 0) }
  static func local(_ slot: Int) -> Path { Path(isRoot: false, slot: Int32(slot), firstStep: 0, stepCount: 0) }

  fileprivate var range: Range<Int> { Int(firstStep)..<Int(firstStep + stepCount) }
}

/// A slot of a record, or else a key: a name in a map or in a value whose type is not known.
struct Step: Equatable, Sendable {
  let isField: Bool
  /// The slot, or the key's index in the page's table.
  let index: Int32
}

/// The steps of all paths of a page, and the keys that they name.
struct StepTable: Sendable {
  private(set) var steps: [Step] = []
  private(set) var keys: [String] = []
  private var keyIndices: [String: Int32] = [:]

  subscript(path: Path) -> ArraySlice<Step> { steps[path.range] }

  mutating func key(_ name: String) -> Step {
    if let index = keyIndices[name] { return Step(isField: false, index: index) }
    keys.append(name)
    keyIndices[name] = Int32(keys.count - 1)
    return Step(isField: false, index: Int32(keys.count - 1))
  }

  /// The index of a step that belongs to no path.
  mutating func add(_ step: Step) -> Int {
    steps.append(step)
    return steps.count - 1
  }

  mutating func extend(_ path: Path, by step: Step) -> Path {
    var first = Int(path.firstStep)
    if first + Int(path.stepCount) != steps.count {
      first = steps.count
      for index in path.range { steps.append(steps[index]) }
    }
    steps.append(step)
    return Path(isRoot: path.isRoot, slot: path.slot, firstStep: Int32(first), stepCount: path.stepCount + 1)
  }

  func areEqual(_ a: Path, _ b: Path) -> Bool {
    guard a.isRoot == b.isRoot, a.slot == b.slot, a.stepCount == b.stepCount else { return false }
    return zip(a.range, b.range).allSatisfy { steps[$0] == steps[$1] }
  }
}
