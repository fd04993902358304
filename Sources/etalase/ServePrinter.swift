internal import Diagnostics
internal import Glibc
internal import Preview

/// What `serve` says in the terminal, to people who may never have used one.
///
/// A class, because it remembers which warnings it has shown: they would bury everything else when shown at each save.
final class ServePrinter {
  /// Changed files that are named.
  private static let mostPaths = 3

  let language: MessageLanguage
  let color: Bool
  /// Leaves out everything but problems.
  let isQuiet: Bool
  private var shownWarnings: Set<Warning> = []
  private var hadErrors = false

  /// What tells one warning from another.
  private struct Warning: Hashable {
    let code, path: String
    let range: SourceRange

    init(_ diagnostic: Diagnostic) {
      (code, path) = (diagnostic.code, diagnostic.location.file.path)
      range = diagnostic.location.range
    }
  }

  init(language: MessageLanguage, color: Bool, isQuiet: Bool) {
    (self.language, self.color, self.isQuiet) = (language, color, isQuiet)
  }

  func printStart(port: UInt16, wanted: UInt16, host: String, warning: Message?) {
    if wanted != 0, port != wanted { printLine(.portTaken(wanted, port)) }
    if let warning { printLine(warning) }
    if !["127.0.0.1", "::1", "localhost"].contains(host) { printLine(.othersCanSee(host)) }
    write(Message.started("http://localhost:\(port)/")[language])
  }

  func printUpdate(_ update: PreviewServer.Update) {
    let formatter = TextFormatter(language: language, color: color)
    let new = update.diagnostics.filter { $0.severity == .error || !shownWarnings.contains(Warning($0)) }
    shownWarnings = Set(update.diagnostics.filter { $0.severity == .warning }.map(Warning.init))
    write(formatter.format(new))
    let errors = update.diagnostics.count { $0.severity == .error }
    defer { hadErrors = errors > 0 }
    if isQuiet { return }
    if errors > 0 {
      printLine(.errors(errors, update.shown))
    } else if hadErrors {
      printLine(.mended)
    } else if !update.paths.isEmpty {
      let names = update.paths.prefix(Self.mostPaths).joined(separator: ", ")
      printLine(.updated(names, more: update.paths.count - Self.mostPaths))
    }
  }

  func printLine(_ message: Message) { write("etalase: \(message[language])\n") }

  private func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // A terminal that is gone is no reason to stop serving.
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}

extension Message {
  static func started(_ address: String) -> Message {
    Message(
      en: """

        The website is ready. Open this address in your browser:

            \(address)

        Save a file, and the page in the browser changes with it.
        All pages, drafts and problems: \(address)_etalase/
        On a page, press E to see which files it comes from.
        To stop, press Ctrl and C together in this window.


        """,
      id: """

        Situs sudah siap. Buka alamat ini di peramban (browser):

            \(address)

        Simpan sebuah berkas, dan halaman di peramban langsung ikut berubah.
        Semua halaman, draf, dan masalah: \(address)_etalase/
        Di sebuah halaman, tekan E untuk melihat dari berkas apa halaman itu dibuat.
        Untuk berhenti, tekan Ctrl dan C bersamaan di jendela ini.


        """)
  }

  static func portTaken(_ wanted: UInt16, _ port: UInt16) -> Message {
    Message(
      en: "port \(wanted) is taken by another program, perhaps another preview; using \(port)",
      id: "porta \(wanted) sedang dipakai program lain, mungkin pratinjau lain; memakai \(port)")
  }

  static func othersCanSee(_ host: String) -> Message {
    Message(
      en: "warning: everyone in this network can see the preview, drafts too, because of --host \(host)",
      id: "peringatan: semua orang di jaringan ini dapat melihat pratinjau, juga draf, karena --host \(host)")
  }

  static let noBrowser = Message(
    en: "the browser could not be opened; open the address above yourself",
    id: "peramban tidak dapat dibuka; buka sendiri alamat di atas")

  static func errors(_ count: Int, _ shown: PreviewServer.Shown) -> Message {
    let (en, id) = ("\(count) error\(count == 1 ? "" : "s"): ", "\(count) kesalahan: ")
    switch shown {
    case .nothing:
      return Message(
        en: en + "mend the files and save them, and the website appears",
        id: id + "perbaiki berkasnya lalu simpan, dan situsnya akan muncul")
    case .currentInPart:
      return Message(en: en + "some pages stay as they were", id: id + "sebagian halaman belum diperbarui")
    case .current, .lastGood:
      return Message(
        en: en + "the last version without errors is still shown",
        id: id + "versi terakhir yang benar tetap ditampilkan")
    }
  }

  static let mended = Message(
    en: "all errors are mended; the website is up to date",
    id: "semua kesalahan sudah diperbaiki; situs sudah yang terbaru")

  static func updated(_ names: String, more: Int) -> Message {
    more > 0
      ? Message(en: "updated: \(names) and \(more) more", id: "diperbarui: \(names) dan \(more) lainnya")
      : Message(en: "updated: \(names)", id: "diperbarui: \(names)")
  }
}
