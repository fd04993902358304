/// The list of files that a build has in its output folder: a path a line, in order.
enum Manifest {
  /// Bytes; over two million paths.
  static let largest = 256 << 20

  static func bytes(_ paths: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for path in paths {
      bytes += path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Lines that are no path of ours (absolute, climbing, damaged) are passed over: at worst a file stays.
  static func paths(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { String(validating: $0, as: UTF8.self) }.filter(isOurs)
  }

  private static func isOurs(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
  }
}
