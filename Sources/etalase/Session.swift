internal import ArgumentParser
internal import CMalloc
internal import Diagnostics
internal import Glibc
internal import Imaging
internal import SiteBuilder

/// One run of a command that makes the site: results to the terminal, then the process ends.
struct Session {
  private let settings: BuildSettings
  private let printer: Printer
  private let isBuild: Bool

  /// - Parameter more: sets what only one command has an option for.
  init(_ options: SiteOptions, isBuild: Bool, _ more: (inout BuildSettings) -> Void = { _ in }) throws {
    var settings = try options.settings()
    more(&settings)
    self.settings = settings
    printer = Printer(
      format: options.format, language: options.inputs.language, isBuild: isBuild, isQuiet: options.inputs.quiet)
    self.isBuild = isBuild
  }

  func run() throws {
    // A reader that goes away (`etalase check | head`) is no reason to die with half a message.
    signal(SIGPIPE, SIG_IGN)
    // Everything that is read is kept to the end, so memory is asked for in large pieces: the system is asked less often.
    mallopt(M_TOP_PAD, 16 << 20)
    // Before all else: they can only be started while there is a single thread.
    let imaging = ImagingProcesses()
    let progress = printer.progressLine
    var settings = settings
    settings.photos = PhotoStore(
      folder: settings.cache + "/photos", processes: imaging, jobs: settings.jobs, progress: progress?.show)
    let result: Builder.Result
    do throws(MachineFailure) {
      let builder = Builder(settings)
      defer { progress?.clear() }
      result = isBuild ? try builder.build() : try builder.check()
    } catch {
      printer.printFailure(error)
      throw error.exitCode
    }
    try printer.printResult(result)
    // The process ends here, with all it holds: taking a large catalog apart takes as long as reading it.
    withExtendedLifetime(result) { exit(result.diagnostics.hasErrors ? 1 : 0) }
  }
}

extension MachineFailure {
  var exitCode: ExitCode { isWrongArgument ? .validationFailure : ExitCode(2) }
}
