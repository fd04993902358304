public import Diagnostics
internal import Glibc

/// The machine could not do what was asked: a full disk, a missing permission. Nothing that is written is half written.
public struct MachineFailure: Error, Sendable {
  public let message: Message
  /// The program was told to use a folder that isn't fit for it.
  public let isWrongArgument: Bool

  init(_ message: Message, isWrongArgument: Bool = false) {
    (self.message, self.isWrongArgument) = (message, isWrongArgument)
  }

  /// - Parameters:
  ///   - action: the system call's verb, such as `write`.
  ///   - code: its `errno`.
  init(_ action: String, _ path: String, _ code: Int32) {
    let cause = Message.cause(code)
    self.init(
      Message(
        en: "cannot \(action) \(path): \(cause.en)",
        id: "tidak dapat \(Self.indonesian[action] ?? action) \(path): \(cause.id)"))
  }

  private static let indonesian = [
    "open": "membuka", "write": "menulis", "read": "membaca", "delete": "menghapus", "create": "membuat",
    "lock": "mengunci",
  ]
}
