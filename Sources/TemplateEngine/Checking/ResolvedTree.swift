internal import Diagnostics

/// A place in one of the files of a page's templates, and how rendering came there.
struct Place: Sendable {
  let file: Int
  let range: SourceRange
  /// Index of the link of `ResolvedPage.chain` that leads here; -1 at the page's own template.
  let link: Int
}

/// How rendering comes from one template, block or macro into another.
struct ChainLink: Sendable {
  let message: Message
  let file: Int
  let range: SourceRange
  let outer: Int
}

/// An expression whose names are slots and whose type is known.
struct ResolvedExpression: Sendable {
  enum Kind: Sendable {
    case constant(Value)
    /// A name that nothing defines; only with an open schema.
    case undefinedName
    case path(Path)
    case list([ResolvedExpression])
    /// The step is an index of the page's table.
    indirect case attribute(ResolvedExpression, step: Int)
    indirect case index(ResolvedExpression, ResolvedExpression)
    indirect case negate(ResolvedExpression)
    indirect case not(ResolvedExpression)
    indirect case and(ResolvedExpression, ResolvedExpression)
    indirect case or(ResolvedExpression, ResolvedExpression)
    indirect case binary(BinaryOperator, ResolvedExpression, ResolvedExpression)
    indirect case conditional(condition: ResolvedExpression, then: ResolvedExpression, otherwise: ResolvedExpression)
    /// The input comes first, then one argument for each parameter.
    case filter(BuiltinFilter, [ResolvedExpression])
    case hostFilter(Int, [ResolvedExpression])
    case test(BuiltinTest, [ResolvedExpression])
    case loopField(LoopField, loop: Int)
    /// A macro instance with one argument for each parameter.
    case macro(Int, [ResolvedExpression])
    /// What `super()` shows, as a value.
    case capture([ResolvedNode])
  }

  let kind: Kind
  let type: StaticType
  let place: Place
}

enum LoopField: String, CaseIterable, Sendable {
  case index, index0, revindex, revindex0, first, last, length
}

/// A statement with inheritance and includes flattened.
struct ResolvedNode: Sendable {
  indirect enum Kind: Sendable {
    /// What the place holds.
    case text
    case output(ResolvedExpression)
    case set(slot: Int, ResolvedExpression)
    case branch(ResolvedBranch)
    case loop(ResolvedLoop)
    /// The content of a block, an include or `super()`, in its place.
    case section(Section, [ResolvedNode])
  }

  enum Section: Sendable {
    case block(String)
    case include(Include)
  }

  struct Include: Sendable {
    /// The template that is included.
    let file: Int
    /// The variables that it can see.
    let variables: [Variable]
  }

  struct Variable: Sendable {
    let name: String
    let slot: Int
    let type: StaticType
  }

  let kind: Kind
  let place: Place
}

struct ResolvedBranch: Sendable {
  struct Variable: Sendable {
    let slot: Int
    /// What the name meant before; `nil` when it meant nothing.
    let initial: ResolvedExpression?
  }

  /// Variables that a body sets first; they need a value before the condition.
  let introduced: [Variable]
  let branches: [(condition: ResolvedExpression, body: [ResolvedNode])]
  let otherwise: [ResolvedNode]
  /// Where `else` would stand, for messages about the missing branch.
  let end: Place
}

struct ResolvedLoop: Sendable {
  let slot: Int
  let loop: Int
  let sequence: ResolvedExpression
  let filter: ResolvedExpression?
  let body: [ResolvedNode]
  let otherwise: [ResolvedNode]
}

/// A macro's body for arguments of certain types.
struct ResolvedMacro: Sendable {
  let name: String
  /// Whether it comes from an imported file: then it is the same wherever it is called.
  let isImported: Bool
  let parameterCount: Int
  var body: [ResolvedNode] = []
  var layout = FrameLayout()
  let place: Place
  /// The chain link of the first call.
  let link: Int
}

/// How much room a page or a macro needs while it is rendered.
struct FrameLayout: Sendable {
  var variables = 0
  var loops = 0

  mutating func addVariable() -> Int {
    defer { variables += 1 }
    return variables
  }

  mutating func addLoop() -> Int {
    defer { loops += 1 }
    return loops
  }
}

/// A page template with everything that it extends, includes and calls.
struct ResolvedPage: Sendable {
  let files: [SourceFile]
  let bodyPlace: Place
  var body: [ResolvedNode]
  var layout: FrameLayout
  var macros: [ResolvedMacro]
  var chain: [ChainLink]
  let steps: StepTable
  let nodeCount: Int
}
