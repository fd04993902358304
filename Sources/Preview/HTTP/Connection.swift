internal import Glibc
internal import SiteBuilder

/// One browser's connection: what has come in, what is still to go out, and until when the next must happen.
///
/// Nothing here waits: a client that is slow, or says nothing, costs memory for its head and no more.
final class Connection {
  /// A client has this long to send a head, and to take the next piece of an answer.
  static let patience: Duration = .seconds(10)
  /// How long an idle connection is kept for the next request.
  static let idlePatience: Duration = .seconds(60)
  /// How long a client may still send after the last answer. Closing at once could take that answer from it.
  static let lastPatience: Duration = .seconds(1)
  /// An event stream whose client leaves this many bytes lying about is given up.
  static let mostWaitingBytes = 1 << 20
  private static let pieceSize = 256 << 10
  /// Bytes of room that a connection keeps for its next answer.
  private static let keptSize = 16 << 10
  private static let forEver: Duration = .seconds(365 * 86_400)

  private enum Phase { case asking, streaming, closesWhenSent, saidLastWord, closed }

  let descriptor: Int32
  private(set) var received: [UInt8] = []
  /// Bytes of `received` in which no head ends.
  private var seen = 0
  private var output: [UInt8] = []
  private var sent = 0
  private var file: (file: RegularFile, rest: Range<Int>)?
  private var phase = Phase.asking
  /// When the connection is given up if nothing happens on it.
  private(set) var deadline: ContinuousClock.Instant
  /// When the client last took anything.
  private(set) var lastSign: ContinuousClock.Instant

  init(_ descriptor: Int32, now: ContinuousClock.Instant) {
    self.descriptor = descriptor
    (deadline, lastSign) = (now + Self.patience, now)
  }

  deinit { end() }

  var isClosed: Bool { phase == .closed }
  var isEventStream: Bool { phase == .streaming }
  var hasOutput: Bool { sent < output.count || file != nil }
  /// Whether a request is to be looked for in what was received.
  var isAsking: Bool { phase == .asking && !hasOutput }
  /// Whether it may be closed to make room for another.
  var isIdle: Bool { isAsking || phase == .saidLastWord }

  /// Takes what the client sent.
  func receive(now: ContinuousClock.Instant) {
    let isFirst = received.isEmpty
    let count = withUnsafeTemporaryAllocation(byteCount: 8 << 10, alignment: 16) { buffer in
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0, phase == .asking { received += buffer.prefix(count) }
      return count
    }
    if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { return end() }
    // The head's time runs from its first byte: sending it in drops doesn't prolong it.
    if isFirst, count > 0, phase == .asking { deadline = now + Self.patience }
  }

  /// The next request, taken out of what was received.
  func nextRequest() -> RequestParser.Outcome {
    let outcome = RequestParser.parse(received, seen: seen)
    switch outcome {
    case .incomplete: seen = received.count
    case .request(_, let length):
      received.removeFirst(length)
      seen = 0
    case .refused: received.removeAll()
    }
    return outcome
  }

  func send(_ response: HTTPResponse, isHead: Bool, keepsAlive: Bool, now: ContinuousClock.Instant) {
    output += response.head(keepsAlive: keepsAlive)
    if !keepsAlive { phase = .closesWhenSent }
    switch response.body {
    case _ where isHead: break
    case .bytes(let bytes): output += bytes[response.range ?? bytes.indices]
    case .file(let opened): file = (opened, response.range ?? 0..<opened.size)
    case .events(let first):
      output += first
      phase = .streaming
    }
    deadline = now + Self.patience
    flush(now: now)
  }

  /// Adds to an event stream.
  func send(event: [UInt8], now: ContinuousClock.Instant) {
    if !hasOutput { deadline = now + Self.patience }
    output += event
    flush(now: now)
    if output.count - sent > Self.mostWaitingBytes { end() }
  }

  /// Sends as much as the client takes.
  func flush(now: ContinuousClock.Instant) {
    while hasOutput {
      if sent == output.count, !readPiece() { break }
      let count = output.withUnsafeBytes { bytes in
        Glibc.send(descriptor, bytes.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EAGAIN || errno == EINTR { return }
      guard count > 0 else { return end() }
      sent += count
      (deadline, lastSign) = (now + Self.patience, now)
    }
    if isClosed { return }
    output.removeAll(keepingCapacity: output.capacity <= Self.keptSize)
    sent = 0
    becomeQuiet(now: now)
  }

  /// Everything is sent.
  private func becomeQuiet(now: ContinuousClock.Instant) {
    switch phase {
    case .asking: deadline = now + (received.isEmpty ? Self.idlePatience : Self.patience)
    case .streaming: deadline = now + Self.forEver
    case .closesWhenSent:
      shutdown(descriptor, Int32(SHUT_WR))
      phase = .saidLastWord
      deadline = now + Self.lastPatience
    case .saidLastWord, .closed: break
    }
  }

  /// Takes the next piece of the file that is being sent.
  /// - Returns: whether there was one. A file that has become shorter can't be sent as promised, so that is the end.
  private func readPiece() -> Bool {
    guard let (file, rest) = file else { return false }
    guard !rest.isEmpty else {
      self.file = nil
      return false
    }
    output = [UInt8](unsafeUninitializedCapacity: min(rest.count, Self.pieceSize)) { buffer, count in
      count = file.read(UnsafeMutableRawBufferPointer(buffer), at: rest.lowerBound)
    }
    sent = 0
    let left = rest.dropFirst(output.count)
    self.file = left.isEmpty ? nil : (file, left.startIndex..<left.endIndex)
    if output.isEmpty { end() }
    return !isClosed
  }

  func end() {
    guard !isClosed else { return }
    phase = .closed
    (file, output, received, sent) = (nil, [], [], 0)
    close(descriptor)
  }
}
