public import Diagnostics
internal import Glibc
public import SiteBuilder

/// What the preview is shown with.
public struct PreviewOptions: Sendable {
  /// The machine's own name or address that it can be seen at. `127.0.0.1`: on this machine only.
  public var host = "127.0.0.1"
  /// The first that is tried; 0 for any.
  public var port: UInt16 = 8080
  /// The language of what the preview itself says in pages.
  public var language = MessageLanguage.id

  public init() {}
}

/// Shows the website while it is being written: a server for the browsers of the person who writes it.
///
///     let server = try PreviewServer(settings, PreviewOptions()) { update in print(update.diagnostics) }
///     print("http://localhost:\(server.port)/")
///     server.run()
///
/// Everything happens on one thread, one thing after the other: read what changed, make the site, answer. So no answer
/// is older than the last save, and nothing needs a lock. No client is waited for.
///
/// The HTTP is our own, because the library that was meant for it, FlyingFox 0.27.1, can't be given limits: it reads
/// heads of any length for as long as a client likes, keeps any number of connections, and keeps the last of several
/// `Host` fields.
public final class PreviewServer {
  /// What has just been read.
  public struct Update {
    /// All that is wrong now.
    public let diagnostics: [Diagnostic]
    /// The paths that changed; none at the start, or when everything was read again.
    public let paths: [String]
    public let shown: Shown
  }

  /// What browsers get.
  public enum Shown {
    /// The site as its files are now.
    case current
    /// The last site without errors.
    case lastGood
    /// There was none yet.
    case nothing
    /// The site as its files are now, but for pages that can't be rendered: their last good state.
    case currentInPart
  }

  /// Connections at a time; beyond that, those go first that have waited longest without asking anything.
  static let mostConnections = 512
  /// How long the disk must be quiet: an editor saves in several steps, `git` changes many files one after the other.
  static let shortSilence: Duration = .milliseconds(4)
  static let longSilence: Duration = .milliseconds(30)
  static let longestWait: Duration = .seconds(1)
  private static let heartbeat: Duration = .seconds(15)
  /// Browsers come before the terminal, but not for longer than this: with a large catalog, listing all its warnings takes
  /// longer than making the page.
  private static let reportPause: Duration = .milliseconds(10)
  private static let latestReport: Duration = .milliseconds(200)
  /// After so long without anything to do, pages are rendered that nobody asked for, for so long at a time.
  private static let quietTime: Duration = .milliseconds(200)
  private static let checkTime: Duration = .milliseconds(2)

  private let listening: ListeningSockets
  private let site: LiveSite
  private var watcher: Watcher
  private let responder: Responder
  private let report: (Update) -> Void
  private var connections: [Int32: Connection] = [:]
  private var nextHeartbeat = ContinuousClock.now
  private var lastActivity = ContinuousClock.now
  /// What the terminal hasn't been told yet: the changed paths, and since when.
  private var unreported: (paths: [String], since: ContinuousClock.Instant)?

  /// Opens the port, then watches and reads the project. Browsers that come meanwhile wait.
  /// - Parameter report: called after each reading.
  public init(
    _ settings: BuildSettings, _ options: PreviewOptions, report: @escaping (Update) -> Void
  ) throws(PreviewFailure) {
    listening = try ListeningSockets.open(host: options.host, port: options.port)
    site = LiveSite(settings)
    watcher = Watcher(site.folders, passesOver: site.passesOver)
    let run = String(time(nil) - 1_700_000_000, radix: 36)
    responder = Responder(
      site: site, visitors: RequestGuard(host: options.host), language: options.language, run: run)
    self.report = report
  }

  public var port: UInt16 { listening.port }

  /// Why changes are seen late, when they are.
  public var warning: Message? { watcher.reason.map(Message.lookingInstead) }

  /// Reads the project for the first time.
  public func start() {
    site.refresh(.everything)
    report(Update(diagnostics: site.diagnostics, paths: [], shown: shown))
  }

  private var shown: Shown {
    site.version == 0 ? .nothing : site.hasErrors ? .lastGood : site.errors.isEmpty ? .current : .currentInPart
  }

  /// Answers until the process ends.
  public func run() -> Never {
    while true {
      // The watch comes last: what was saved before a request came is seen by the time the request is.
      let order = connections.values.filter { !$0.isClosed }
      var waiting = listening.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      waiting += order.map { pollfd(fd: $0.descriptor, events: Int16($0.hasOutput ? POLLOUT : POLLIN), revents: 0) }
      if let watch = watcher.descriptor { waiting.append(pollfd(fd: watch, events: Int16(POLLIN), revents: 0)) }
      let count = poll(&waiting, nfds_t(waiting.count), timeout)

      let now = ContinuousClock.now
      if count != 0 { lastActivity = now }
      doChores(isIdle: count == 0, now: now)
      let watchIsReady = watcher.descriptor != nil && waiting.last?.revents != 0
      if watchIsReady || watcher.nextLook.map({ $0 <= now }) == true { readChanges() }
      for (index, connection) in order.enumerated() where waiting[listening.descriptors.count + index].revents != 0 {
        serve(connection, now: now)
      }
      for (index, descriptor) in listening.descriptors.enumerated() where waiting[index].revents != 0 {
        accept(from: descriptor)
      }
      closeOverdue(now: now)
    }
  }
}

/// Reading what changed.
extension PreviewServer {
  private func readChanges() {
    let changes = settledChanges()
    if case .paths(let paths) = changes, paths.isEmpty { return }
    guard site.refresh(changes) else { return }
    if case .paths(let paths) = changes { tellOfChange(paths) } else { tellOfChange([]) }
  }

  /// What can wait until nobody asks for anything.
  private func doChores(isIdle: Bool, now: ContinuousClock.Instant) {
    if let (paths, since) = unreported {
      guard isIdle || since + Self.latestReport <= now else { return }
      unreported = nil
      site.tidyUp()
      report(Update(diagnostics: site.diagnostics, paths: paths.sortedWithoutRepetitions(), shown: shown))
    } else if isIdle, site.hasUncheckedPages, lastActivity + Self.quietTime <= now {
      tellingOfFailures { site.checkPages(for: Self.checkTime) }
    }
  }

  private func tellOfChange(_ paths: [String]) {
    let now = ContinuousClock.now
    unreported = ((unreported?.paths ?? []) + paths, unreported?.since ?? now)
    let event = responder.event()
    for connection in connections.values where connection.isEventStream { connection.send(event: event, now: now) }
  }

  /// Some mistakes only show when a page is rendered.
  private func tellingOfFailures<Result>(_ work: () -> Result) -> Result {
    let known = site.failureCount
    defer { if site.failureCount > known { tellOfChange([]) } }
    return work()
  }

  /// Gathers changes until the disk has been quiet for a moment: a longer one when many files change.
  private func settledChanges() -> LiveSite.Changes {
    guard var paths = paths(of: watcher.changes()) else { return .everything }
    guard let descriptor = watcher.descriptor, !paths.isEmpty else { return .paths(paths) }
    let end = ContinuousClock.now + Self.longestWait
    var watch = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while ContinuousClock.now < end {
      let silence = paths.count > 3 ? Self.longSilence : Self.shortSilence
      guard poll(&watch, 1, milliseconds(silence)) > 0 else { break }
      guard let more = self.paths(of: watcher.changes()) else { return .everything }
      paths = (paths + more).sortedWithoutRepetitions()
    }
    return .paths(paths)
  }

  private func paths(of changes: LiveSite.Changes) -> [String]? {
    if case .paths(let paths) = changes { paths.sortedWithoutRepetitions() } else { nil }
  }
}

/// Serving the connections.
extension PreviewServer {
  private func accept(from descriptor: Int32) {
    while true {
      let client = Glibc.accept(descriptor, nil, nil)
      if client < 0, errno == EMFILE || errno == ENFILE {
        // Out of descriptors: whoever waits longest without asking goes.
        guard endLongestIdle() else { return }
        continue
      }
      guard client >= 0 else { return }
      var on: Int32 = 1
      _ = fcntl(client, F_SETFL, O_NONBLOCK)
      _ = fcntl(client, F_SETFD, FD_CLOEXEC)
      setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
      if connections.count >= Self.mostConnections, !endLongestIdle() {
        close(client)
        continue
      }
      connections[client] = Connection(client, now: .now)
    }
  }

  private func endLongestIdle() -> Bool {
    guard let longest = connections.values.filter(\.isIdle).min(by: { $0.lastSign < $1.lastSign }) else { return false }
    longest.end()
    connections[longest.descriptor] = nil
    return true
  }

  private func serve(_ connection: Connection, now: ContinuousClock.Instant) {
    if connection.hasOutput { connection.flush(now: now) } else { connection.receive(now: now) }
    while connection.isAsking, !connection.received.isEmpty {
      switch connection.nextRequest() {
      case .incomplete: return
      case .refused(let status):
        connection.send(HTTPResponse(status), isHead: false, keepsAlive: false, now: now)
      case .request(let request, _):
        let response = tellingOfFailures { responder.response(to: request) }
        // What a bad request would go on to send can't be told from a next request.
        let keepsAlive = request.keepsAlive && ![.badRequest, .methodNotAllowed].contains(response.status)
        connection.send(response, isHead: request.method == .head, keepsAlive: keepsAlive, now: now)
      }
    }
  }

  private func closeOverdue(now: ContinuousClock.Instant) {
    if nextHeartbeat <= now {
      nextHeartbeat = now + Self.heartbeat
      // A comment, which browsers pass over: the stream of a browser that is gone fails on it.
      for connection in connections.values where connection.isEventStream {
        connection.send(event: Array(":\n\n".utf8), now: now)
      }
    }
    for connection in connections.values where connection.isClosed || connection.deadline <= now {
      connection.end()
      connections[connection.descriptor] = nil
    }
  }

  /// How long to wait for something to happen.
  private var timeout: Int32 {
    if unreported != nil { return milliseconds(Self.reportPause) }
    let deadlines = connections.values.map(\.deadline) + [watcher.nextLook].compactMap { $0 }
    guard site.hasUncheckedPages else { return milliseconds(until: deadlines.reduce(nextHeartbeat, min)) }
    let quiet = lastActivity + Self.quietTime
    return quiet <= .now ? 0 : milliseconds(until: deadlines.reduce(quiet, min))
  }

  private func milliseconds(until instant: ContinuousClock.Instant) -> Int32 {
    milliseconds(max(.zero, instant - .now) + .milliseconds(1))
  }

  private func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }
}

extension [String] {
  fileprivate func sortedWithoutRepetitions() -> [String] {
    var result: [String] = []
    for path in sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where result.last.map({ $0.utf8.elementsEqual(path.utf8) }) != true { result.append(path) }
    return result
  }
}
