public import ArgumentParser
public import Diagnostics
internal import Glibc
internal import SiteBuilder

/// The options of every command that makes the site.
struct SiteOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, sarif }

  @OptionGroup var inputs: InputOptions

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output = "public"

  @Flag(help: "Show drafts, marked as such.")
  var drafts = false

  @Option(help: ArgumentHelp("Only one part of the site: 2/3 is the second of three.", valueName: "i/n"))
  var shard: String?

  @Option(help: "How to print problems: text, json, github or sarif.")
  var format = Format.text

  func validate() throws { _ = try settings() }

  /// - Throws: `ValidationError` for a value that can't be used.
  func settings() throws -> BuildSettings {
    var settings = try inputs.settings()
    (settings.output, settings.includeDrafts) = (output, drafts)
    if let shard {
      settings.shard = BuildSettings.Shard(shard)
      if settings.shard == nil { throw ValidationError("--shard needs a part such as 2/3, not '\(shard)'.") }
    }
    return settings
  }
}

extension MessageLanguage: ExpressibleByArgument {}

/// A variable of the environment. None reaches a page: this is the only place that asks for one.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
