/// The list of files that a build has in its output folder: a path a line, in order.
enum Manifest {
  /// Bytes; over two million paths.
  static let largest = 256 << 20

  static func bytes(_ paths: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(paths.reduce(0) { $0 + $1.utf8.count + 1 })
    for path in paths {
      bytes += path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Lines that are no path of ours (absolute, climbing, damaged) are passed over: at worst a file stays.
  static func paths(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).filter(isOurs).compactMap { String(validating: $0, as: UTF8.self) }
  }

  private static func isOurs(_ path: ArraySlice<UInt8>) -> Bool {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    var (length, dots) = (0, 0)
    func isName() -> Bool { length > 0 && !(length <= 2 && dots == length) }
    for byte in path {
      guard byte >= 0x20, byte != 0x7F else { return false }
      if byte == slash {
        guard isName() else { return false }
        (length, dots) = (0, 0)
      } else {
        length += 1
        if byte == dot { dots += 1 }
      }
    }
    return isName()
  }
}
