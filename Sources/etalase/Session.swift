internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import ProductCatalog
internal import SiteBuilder

/// One run of a command that builds: settings from options, results to the terminal.
struct Session {
  private let settings: BuildSettings
  private let printer: Printer
  private let quiet: Bool

  init(_ inputs: InputOptions, _ publishing: PublishingOptions, _ reporting: ReportingOptions) throws {
    let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var settings = BuildSettings(date: try Self.date(inputs.date), jobs: inputs.jobs ?? processors)
    settings.content = inputs.content
    settings.templates = inputs.templates
    settings.includeDrafts = inputs.drafts
    settings.isStrict = inputs.strict
    settings.output = publishing.output
    settings.baseURL = publishing.baseURL.map { url in url.hasSuffix("/") ? String(url.dropLast()) : url }
    settings.shard = publishing.shard.flatMap(BuildSettings.Shard.init)
    settings.home = environment("HOME")
    self.settings = settings
    printer = Printer(format: reporting.format, language: reporting.language)
    quiet = reporting.quiet
  }

  func run(_ work: (Builder) throws(MachineFailure) -> Builder.Result) throws {
    // A reader that goes away (`etalase check | head`) is no reason to die with half a message.
    signal(SIGPIPE, SIG_IGN)
    let result: Builder.Result
    do throws(MachineFailure) {
      result = try work(Builder(settings))
    } catch {
      printer.printFailure(error)
      throw ExitCode(2)
    }
    try printer.printResult(result, quiet: quiet)
    // The process ends here, with all it holds: taking a large catalog apart takes as long as reading it.
    withExtendedLifetime(result) { exit(result.diagnostics.hasErrors ? 1 : 0) }
  }

  private static func date(_ option: String?) throws -> CalendarDate {
    if let option, let date = CalendarDate(iso: option) { return date }
    var seconds = time(nil)
    if let epoch = environment("SOURCE_DATE_EPOCH") {
      guard let value = Int(epoch) else {
        throw ValidationError("SOURCE_DATE_EPOCH must be a number of seconds, not '\(epoch)'.")
      }
      seconds = value
    }
    var parts = tm()
    gmtime_r(&seconds, &parts)
    guard
      let date = CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { throw ValidationError("the date \(seconds) is outside the calendar.") }
    return date
  }
}
