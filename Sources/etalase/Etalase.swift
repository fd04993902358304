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

  @Flag(help: "Write .gz and .br beside text files, for web servers that send such files.")
  var precompress = false

  func run() throws { try Session(options, isBuild: true) { $0.precompresses = precompress }.run() }
}

/// `etalase check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Does everything but writing.")

  @OptionGroup var options: SiteOptions

  @Flag(
    name: .customLong("accept-removals"),
    help: """
      Write the list of published addresses, permalinks.lock in the content folder: with what is new, without what \
      is gone.
      """)
  var acceptRemovals = false

  func validate() throws {
    if acceptRemovals, options.drafts {
      throw ValidationError("--accept-removals is about what is published; leave out --drafts.")
    }
  }

  func run() throws { try Session(options, isBuild: false) { $0.acceptsRemovals = acceptRemovals }.run() }
}

/// `etalase reference`
struct Reference: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what templates can use: page kinds, fields, filters, tests.")

  func run() { print(themeReference(), terminator: "") }
}
