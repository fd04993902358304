internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import SiteBuilder

/// Puts diagnostics and reports on the terminal: results to standard output, all else to standard error.
struct Printer {
  let format: SiteOptions.Format
  let language: MessageLanguage
  /// Whether files were to be written.
  let isBuild: Bool
  /// Leaves out the last line.
  let isQuiet: Bool

  func printResult(_ result: Builder.Result) throws {
    switch format {
    case .text: printDiagnostics(result.diagnostics)
    case .github:
      let formatter = GitHubFormatter(language: language)
      try printOutput(result.diagnostics.map(formatter.format).joined())
      appendToSummary(formatter.summary(result.diagnostics), isEmpty: result.diagnostics.isEmpty)
    case .json:
      try printOutput(JSONFormatter(language: language).document(result.diagnostics, report: result.report))
    case .sarif:
      let formatter = SARIFFormatter(language: language, version: Etalase.version)
      try printOutput(formatter.document(result.diagnostics))
    }
    guard !isQuiet else { return }
    if let line = result.permalinks.flatMap(permalinkLine) { write(line[language] + "\n", to: STDERR_FILENO) }
    write(summary(result) + "\n", to: STDERR_FILENO)
  }

  /// For people.
  func printDiagnostics(_ diagnostics: [Diagnostic]) {
    let formatter = TextFormatter(language: language, color: Self.wantsColor)
    write(formatter.format(diagnostics), to: STDERR_FILENO)
  }

  /// Where photos are counted as they are done, where no machine reads along.
  var progressLine: ProgressLine? {
    format == .text && !isQuiet ? ProgressLine(language: language) : nil
  }

  func printFailure(_ failure: MachineFailure) {
    write("etalase: \(failure.message[language])\n", to: STDERR_FILENO)
  }

  private func permalinkLine(_ report: PermalinkReport) -> Message? {
    if report.isRecorded {
      return Message(
        en: "\(report.path): \(report.new) added, \(report.gone) removed",
        id: "\(report.path): \(report.new) ditambah, \(report.gone) dihapus")
    }
    guard report.new > 0 else { return nil }
    let are = report.new == 1 ? "address is" : "addresses are"
    return Message(
      en: "\(report.new) new \(are) not in \(report.path) yet: etalase check --accept-removals adds what is new",
      id: "\(report.new) alamat baru belum ada di \(report.path): etalase check --accept-removals menambahkannya")
  }

  private func summary(_ result: Builder.Result) -> String {
    if let numbers = result.report {
      if !isBuild {
        return Message(en: "\(numbers.pages) pages, no errors", id: "\(numbers.pages) halaman, tidak ada kesalahan")[
          language]
      }
      return Message(
        en: """
          \(numbers.pages) pages, \(numbers.written) written, \(numbers.unchanged) unchanged, \
          \(numbers.deleted) deleted in \(seconds(numbers.seconds)) s
          """,
        id: """
          \(numbers.pages) halaman, \(numbers.written) ditulis, \(numbers.unchanged) tidak berubah, \
          \(numbers.deleted) dihapus dalam \(seconds(numbers.seconds)) detik
          """)[language]
    }
    let errors = result.diagnostics.count { $0.severity == .error }
    let warnings = result.diagnostics.count - errors
    return Message(
      en:
        "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s"); nothing was written",
      id: "\(errors) kesalahan, \(warnings) peringatan; tidak ada yang ditulis")[language]
  }

  /// Two decimals.
  private func seconds(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  static var wantsColor: Bool {
    isatty(STDERR_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// GitHub shows ten annotations a step; its job summary shows all.
  private func appendToSummary(_ table: String, isEmpty: Bool) {
    guard !isEmpty, let path = environment("GITHUB_STEP_SUMMARY") else { return }
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    defer { close(file) }
    write(table, to: file)
  }

  /// Results go to standard output. Losing them is a failure, unless whoever read them went away on purpose.
  func printOutput(_ text: String) throws {
    let code = write(text, to: STDOUT_FILENO)
    guard code != 0, code != EPIPE else { return }
    let cause = String(cString: strerror(code))
    write(
      "etalase: \(Message(en: "cannot print: \(cause)", id: "tidak dapat mencetak: \(cause)")[language])\n",
      to: STDERR_FILENO)
    throw ExitCode(2)
  }

  /// - Returns: 0, or the `errno` of what failed.
  @discardableResult
  private func write(_ text: String, to file: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
