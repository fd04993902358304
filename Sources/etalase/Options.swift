public import ArgumentParser
public import Diagnostics
internal import Glibc
internal import ProductCatalog
internal import SiteBuilder

/// What the site is made from.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with products, businesses and pages.", valueName: "folder"))
  var content = "content"

  @Option(help: ArgumentHelp("The folder with templates, styles and interface texts.", valueName: "folder"))
  var templates = "templates"

  @Flag(help: "Show drafts, marked as such.")
  var drafts = false

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The day that counts as today, as YYYY-MM-DD. (default: SOURCE_DATE_EPOCH, or else today, in UTC)",
      valueName: "day"))
  var date: String?

  @Option(help: ArgumentHelp("How many threads work. (default: one for each processor)", valueName: "number"))
  var jobs: Int?

  func validateValues(_ publishing: PublishingOptions) throws {
    if let date, CalendarDate(iso: date) == nil {
      throw ValidationError("--date needs a day such as 2026-11-24, not '\(date)'.")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs needs a number from 1 to 256, not \(jobs).")
    }
    if let shard = publishing.shard, BuildSettings.Shard(shard) == nil {
      throw ValidationError("--shard needs a part such as 2/3, not '\(shard)'.")
    }
    if let url = publishing.baseURL, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      throw ValidationError("--base-url needs an address that begins with https://, not '\(url)'.")
    }
  }
}

/// Where the site goes.
struct PublishingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output = "public"

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("The site's address, instead of base_url in site.yaml.", valueName: "url"))
  var baseURL: String?

  @Option(help: ArgumentHelp("Only one part of the site: 2/3 is the second of three.", valueName: "i/n"))
  var shard: String?
}

/// How to say what was found.
struct ReportingOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, sarif }

  @Option(help: "How to print problems: text, json, github or sarif.")
  var format = Format.text

  @Option(help: "The language of messages: id or en. (default: from LANG)")
  var lang: MessageLanguage?

  @Flag(help: "Print problems only.")
  var quiet = false

  var language: MessageLanguage {
    if let lang { return lang }
    let words = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(environment).first { !$0.isEmpty } ?? ""
    return words.hasPrefix("id") ? .id : .en
  }
}

extension MessageLanguage: ExpressibleByArgument {}

/// A variable of the environment. None reaches a page: this is the only place that asks for one.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
