/// One thing that is wrong, where, and what to do about it.
///
/// Every problem that a person can cause is a diagnostic. Make one with both languages of its text in place, in the
/// `…Messages.swift` file of the module that finds the problem:
///
///     Diagnostic(
///       .error, "product.key.unknown",
///       Message(en: "unknown key \"pirce\"", id: "kunci \"pirce\" tidak dikenal"),
///       at: SourceLocation(file, range),
///       help: .didYouMean("price"))
public struct Diagnostic: Sendable {
  /// An error stops the build; a warning only does with `--strict`.
  public enum Severity: String, Sendable { case error, warning }

  /// A second place that explains the first, such as the other of two duplicates or the line that included a template.
  public struct Related: Sendable {
    public let message: Message
    public let location: SourceLocation

    public init(_ message: Message, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  public var severity: Severity
  /// Stable and dotted, such as `product.price.invalid`: for people to search and for machines to filter by.
  public let code: String
  public let message: Message
  public let location: SourceLocation
  public let related: [Related]
  public let help: Message?
  /// Text that can stand in place of `location` and mends the problem.
  public let fix: String?

  public init(
    _ severity: Severity, _ code: String, _ message: Message, at location: SourceLocation,
    related: [Related] = [], help: Message? = nil, fix: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.related = related
    self.help = help
    self.fix = fix
  }
}

extension [Diagnostic] {
  /// True when any of them is an error.
  public var hasErrors: Bool {
    // Diagnostics are large; by index none is copied.
    indices.contains { self[$0].severity == .error }
  }

  /// By path, line, column, then code: the order in which diagnostics are always shown.
  public func sortedForDisplay() -> [Diagnostic] {
    // Most stages find their problems file by file, in order.
    // By index, because diagnostics are large.
    if indices.dropFirst().allSatisfy({ !self[$0].precedes(self[$0 - 1]) }) { return self }
    return indices.sorted { self[$0].precedes(self[$1]) }.map { self[$0] }
  }
}

extension Diagnostic {
  fileprivate func precedes(_ other: Diagnostic) -> Bool {
    let (path, otherPath) = (location.file.path, other.location.file.path)
    if !isSame(path, otherPath) { return Diagnostics.precedes(path, otherPath) }
    let (start, otherStart) = (location.range.lower, other.location.range.lower)
    if start != otherStart { return start < otherStart }
    if code != other.code { return Diagnostics.precedes(code, other.code) }
    return Diagnostics.precedes(message.en, other.message.en)
  }
}
