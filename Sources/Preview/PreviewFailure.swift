public import Diagnostics
internal import Glibc

/// Why the preview can't start.
public struct PreviewFailure: Error {
  public let message: Message
}

extension PreviewFailure {
  static func noSuchHost(_ host: String) -> PreviewFailure {
    PreviewFailure(
      message: Message(
        en: "this machine has no address \(host); leave out --host to see the preview on this machine only",
        id: "komputer ini tidak punya alamat \(host); hapus --host agar pratinjau tampil di komputer ini saja"))
  }

  static func cannotListen(_ port: UInt16, _ code: Int32) -> PreviewFailure {
    let cause = String(cString: strerror(code))
    return PreviewFailure(
      message: Message(
        en: "cannot use port \(port): \(cause); choose another with --port, such as --port 8080",
        id: "porta \(port) tidak dapat dipakai: \(cause); pilih yang lain dengan --port, misalnya --port 8080"))
  }

  static func allPortsTaken(_ ports: ClosedRange<UInt16>) -> PreviewFailure {
    PreviewFailure(
      message: Message(
        en: "ports \(ports.lowerBound) to \(ports.upperBound) are all taken; choose another with --port",
        id: "porta \(ports.lowerBound) sampai \(ports.upperBound) semuanya terpakai; pilih yang lain dengan --port"))
  }
}
