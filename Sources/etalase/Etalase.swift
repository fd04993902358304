internal import ArgumentParser
internal import SiteBuilder

/// The command `etalase`: arguments in, messages and exit codes out. Everything else is `SiteBuilder`'s work.
@main
struct Etalase: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "etalase", abstract: "Builds the catalog website of the IKM Center from text files.",
    discussion: """
      Exit codes: 0 done, 1 the content or templates have errors and nothing was written, 2 the machine failed, \
      64 wrong arguments.
      """,
    version: version, subcommands: [Build.self, Check.self, Serve.self, Report.self, Reference.self])
}

/// `etalase build`
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Writes the website.")

  @OptionGroup var options: SiteOptions

  func run() throws { try Session(options, isBuild: true).run() }
}

/// `etalase check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Does everything but writing.")

  @OptionGroup var options: SiteOptions

  func run() throws { try Session(options, isBuild: false).run() }
}

/// `etalase reference`
struct Reference: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what templates can use: page kinds, fields, filters, tests.")

  func run() { print(themeReference(), terminator: "") }
}
