public import Diagnostics

/// A filter that the site adds to the language. It is typed and pure: the same input gives the same value.
///
/// Where its input and its arguments are literals, it is applied once when the template is loaded, and a failure is
/// reported at the literal. So `"css/site.css"|asset` is checked without rendering a page.
///
///     HostFilter("rupiah", input: [.int], result: .string, about: "Rp18.000 for 18000") { value, _ in
///       guard case .int(let amount) = value else { return .none }
///       return .string("Rp\(amount)")
///     }
public struct HostFilter: Sendable {
  public let name: String
  /// The types of value that it accepts.
  public let input: [ValueType]
  public let parameters: [Parameter]
  public let result: ValueType
  /// One line for theme authors.
  public let about: String
  let apply: @Sendable (Value, FilterArguments) throws(FilterFailure) -> Value

  /// - Parameter apply: gets the input and one argument for each parameter, all of the declared types.
  public init(
    _ name: String, input: [ValueType], parameters: [Parameter] = [], result: ValueType, about: String,
    apply: @escaping @Sendable (Value, FilterArguments) throws(FilterFailure) -> Value
  ) {
    self.name = name
    self.input = input
    self.parameters = parameters
    self.result = result
    self.about = about
    self.apply = apply
  }

  /// A parameter: its name, its type, and the value when a template gives none.
  public struct Parameter: Sendable {
    public let name: String
    public let type: ValueType
    /// The value when a template gives none; `nil` makes the argument obligatory.
    public let defaultValue: Value?

    public init(_ name: String, _ type: ValueType, default defaultValue: Value? = nil) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
    }
  }
}

/// What a host filter got, one value for each parameter. Valid only during the call: it shows values where they stand
/// instead of copying them.
public struct FilterArguments: RandomAccessCollection {
  let operands: Operands

  public var startIndex: Int { 0 }
  public var endIndex: Int { operands.count }
  public subscript(position: Int) -> Value { operands[position].pointee }

  /// Calls `body` with these values as arguments.
  static func with<Result, Failure: Error>(
    _ values: [Value], _ body: (FilterArguments) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try values.withUnsafeBufferPointer { (values) throws(Failure) in
      let pointers = values.indices.compactMap { index in values.baseAddress.map { $0 + index } }
      return try pointers.withUnsafeBufferPointer { (pointers) throws(Failure) in
        try body(FilterArguments(operands: pointers))
      }
    }
  }
}

/// Why a filter could not make a value of what it got.
///
///     throw FilterFailure(
///       Message(en: "no text \"order.wa\"", id: "tidak ada teks \"order.wa\""), help: .didYouMean("order.whatsapp"))
public struct FilterFailure: Error, Sendable {
  public let message: Message
  public let help: Message?

  public init(_ message: Message, help: Message? = nil) {
    self.message = message
    self.help = help
  }
}
