public import Diagnostics

/// Why nothing came of a photo. People can mend all of them.
public struct PhotoProblem: Sendable, Error {
  /// Stable, such as `photo.broken`.
  public let code: String
  public let message: Message
  public let help: Message?

  init(_ code: String, _ message: Message, help: Message? = nil) {
    (self.code, self.message, self.help) = (code, message, help)
  }
}

/// The machine, not a photo, is at fault: libvips is missing, or the cache can't be written.
public struct ImagingFailure: Error, Sendable {
  public let message: Message

  init(_ message: Message) { self.message = message }
}
