internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import SiteBuilder

/// `etalase report`
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints figures from the catalog.", subcommands: [ReportCoverage.self])
}

/// `etalase report coverage`
struct ReportCoverage: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Says how far \"One RW, one product\" has come: the figures of the board at /rw/.",
    discussion: """
      csv has a line for each kelurahan and the city last; an empty field means that nobody knows. json has the same \
      counts and every RW with its state: flagship, candidate, products or none. "unlisted" RW are those whose \
      kelurahan is not known; they count as none.
      """)

  @Option(help: ArgumentHelp("The folder with products, businesses and pages.", valueName: "folder"))
  var content = "content"

  @Flag(help: "Count drafts too.")
  var drafts = false

  @Option(help: "How to print the report: text, csv or json.")
  var format = Format.text

  @Option(help: "The language of text and messages: id or en. (default: from LANG)")
  var lang: MessageLanguage?

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    let language = InputOptions.language(lang)
    guard var settings = BuildSettings(day: try InputOptions.today(), jobs: InputOptions.processors) else { return }
    (settings.content, settings.includeDrafts) = (content, drafts)
    let printer = Printer(format: .text, language: language, isBuild: false, isQuiet: true)
    let result: (report: CoverageReport?, errors: [Diagnostic])
    do throws(MachineFailure) {
      result = try Builder(settings).coverage()
    } catch {
      printer.printFailure(error)
      throw error.exitCode
    }
    printer.printDiagnostics(result.errors)
    guard let report = result.report else { throw ExitCode(1) }
    try printer.printOutput(text(report, language))
  }

  private func text(_ report: CoverageReport, _ language: MessageLanguage) throws -> String {
    switch format {
    case .text: report.text(language)
    case .csv: report.csv
    case .json: try report.json()
    }
  }
}
