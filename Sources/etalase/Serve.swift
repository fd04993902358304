internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Imaging
internal import Preview
internal import SiteBuilder

/// `etalase serve`
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the website on this machine while it is being written.",
    discussion: "Drafts are shown, and every file that is saved is seen at once. Ctrl-C ends it.")

  @Option(help: ArgumentHelp("The port; if it is taken, the next that is free.", valueName: "number"))
  var port: UInt16 = 8080

  @Option(
    help: ArgumentHelp(
      "Show it at this address of the machine too: others in the network can then see it.", valueName: "address"))
  var host = "127.0.0.1"

  @Flag(help: "Open the browser.")
  var open = false

  @OptionGroup var inputs: InputOptions

  func validate() throws { _ = try inputs.settings() }

  func run() throws {
    // Before all else: they can only be started while there is a single thread.
    let imaging = ImagingProcesses()
    var settings = try inputs.settings()
    settings.includeDrafts = true
    let progress = inputs.quiet ? nil : ProgressLine(language: inputs.language)
    settings.photos = PhotoStore(
      folder: settings.cache + "/photos", processes: imaging, jobs: settings.jobs, progress: progress?.show)
    var options = PreviewOptions()
    (options.host, options.port, options.language) = (host, port, inputs.language)
    let printer = ServePrinter(language: inputs.language, color: Printer.wantsColor, isQuiet: inputs.quiet)
    if let problem = settings.wrongFolder(writes: false) {
      printer.printLine(problem.message)
      throw problem.exitCode
    }
    stopAtInterrupt()
    let server: PreviewServer
    do throws(PreviewFailure) {
      server = try PreviewServer(settings, options) { printer.printUpdate($0) }
    } catch {
      printer.printLine(error.message)
      throw ExitCode(2)
    }
    server.start()
    printer.printStart(port: server.port, wanted: port, host: host, warning: server.warning)
    if open { openBrowser(port: server.port, printer) }
    server.run()
  }

  /// Ctrl-C and `kill` end the program at once, whatever it is doing. It holds nothing that would have to be put right.
  private func stopAtInterrupt() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        _ = write(STDERR_FILENO, "\n", 1)
        _exit(0)
      }
    }
    signal(SIGPIPE, SIG_IGN)
  }

  private func openBrowser(port: UInt16, _ printer: ServePrinter) {
    var child = pid_t()
    let words = ["xdg-open", "http://localhost:\(port)/"]
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    // The browser's own chatter doesn't belong here.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_WRONLY, 0)
    }
    signal(SIGCHLD, SIG_IGN)
    if posix_spawnp(&child, "xdg-open", &actions, nil, &arguments, environ) != 0 { printer.printLine(.noBrowser) }
  }
}
