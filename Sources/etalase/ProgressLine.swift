internal import Diagnostics
internal import Glibc
internal import Synchronization

/// One line of the terminal that says how far the photos are: `photo 12 of 200, about 40 s left: getuk.jpg`.
final class ProgressLine: Sendable {
  private let language: MessageLanguage
  private let start = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  /// - Returns: `nil` where it can't be shown: standard error is no terminal.
  init?(language: MessageLanguage) {
    guard isatty(STDERR_FILENO) == 1, environment("TERM") != "dumb" else { return nil }
    self.language = language
  }

  /// Shown ten times a second at most.
  @Sendable func show(done: Int, count: Int, path: String) {
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      if let last, now - last < .milliseconds(100), done < count { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let left = Int(((now - start) / Double(max(1, done)) * Double(count - done)).components.seconds)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let line = Message(
      en: "photo \(done) of \(count), about \(left) s left: \(name)",
      id: "foto \(done) dari \(count), kira-kira \(left) detik lagi: \(name)")
    write("\r\u{1B}[K" + line[language].prefix(Self.widest))
    if done == count { clear() }
  }

  /// Columns: a longer line would break, and then could not be wiped out.
  private static let widest = 78

  /// Wipes the line out.
  func clear() {
    guard lastShown.withLock({ $0 }) != nil else { return }
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
