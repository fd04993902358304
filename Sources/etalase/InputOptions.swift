internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import SiteBuilder

/// The options that say what the site is made from, and how the program speaks.
struct InputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with products, businesses and pages.", valueName: "folder"))
  var content = "content"

  @Option(help: ArgumentHelp("The folder with templates, styles and interface texts.", valueName: "folder"))
  var templates = "templates"

  @Option(
    help: ArgumentHelp(
      "The folder to keep developed photos in. (default: .etalase beside the content)", valueName: "folder"))
  var cache: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("The site's address, instead of base_url in site.yaml.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Count warnings as errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The day that counts as today, as YYYY-MM-DD. (default: SOURCE_DATE_EPOCH, or else today in Magelang)",
      valueName: "day"))
  var date: String?

  @Option(help: "The language of messages: id or en. (default: from LANG)")
  var lang: MessageLanguage?

  @Option(help: ArgumentHelp("How many threads work. (default: one for each processor)", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Print problems only.")
  var quiet = false

  /// - Throws: `ValidationError` for a value that can't be used.
  func settings() throws -> BuildSettings {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs needs a number from 1 to 256, not \(jobs).")
    }
    guard var settings = BuildSettings(day: try date ?? Self.today(), jobs: jobs ?? Self.processors) else {
      throw ValidationError("--date needs a day such as 2026-11-24, not '\(date ?? "")'.")
    }
    (settings.content, settings.templates) = (content, templates)
    (settings.isStrict, settings.home, settings.cacheFolder) = (strict, environment("HOME"), cache)
    if let baseURL {
      settings.baseURL = BuildSettings.baseURL(from: baseURL)
      if settings.baseURL == nil {
        throw ValidationError("--base-url needs an address such as https://example.org/catalog, not '\(baseURL)'.")
      }
    }
    return settings
  }

  var language: MessageLanguage { Self.language(lang) }

  /// The language asked for, or else the environment's.
  static func language(_ lang: MessageLanguage?) -> MessageLanguage {
    if let lang { return lang }
    let words = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(environment).first { !$0.isEmpty } ?? ""
    return words.hasPrefix("id") ? .id : .en
  }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The last second of the year 9999, after which days have no four-digit year.
  private static let lastSecond = 253_402_300_799

  /// `SOURCE_DATE_EPOCH`'s day in UTC (reproducible-builds.org), or else today as in Magelang, wherever the machine is.
  static func today() throws -> String {
    var seconds = time(nil) + 7 * 3600
    if let epoch = environment("SOURCE_DATE_EPOCH") {
      guard let value = Int(epoch) else {
        throw ValidationError("SOURCE_DATE_EPOCH must be a number of seconds, not '\(epoch)'.")
      }
      guard (0...lastSecond).contains(value) else {
        throw ValidationError("SOURCE_DATE_EPOCH must lie in the years 1970 to 9999, not '\(epoch)'.")
      }
      seconds = value
    }
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func digits(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
  }
}
