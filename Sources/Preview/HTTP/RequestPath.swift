/// A request's target taken apart: its path without percent-encoding, and the values of its query.
struct RequestPath: Equatable {
  /// `/produk/getuk/`. Valid UTF-8, no NUL, no part that is `.` or `..`, none that is empty but the last.
  let path: String
  let query: [String: String]

  /// - Returns: `nil` for what can be no address of a site: then nothing is looked up at all.
  init?(_ target: String) {
    let parts = target.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].first == UInt8(ascii: "/"), let path = Self.decoded(parts[0], plusIsSpace: false) else { return nil }
    let names = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !names.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }),
      !names.dropLast().contains(where: \.isEmpty), !path.utf8.contains(0), !path.utf8.contains(UInt8(ascii: "\\"))
    else { return nil }
    self.path = path
    query = parts.count > 1 ? Self.values(parts[1]) : [:]
  }

  private static func values(_ query: Substring.UTF8View) -> [String: String] {
    var values: [String: String] = [:]
    for pair in query.split(separator: UInt8(ascii: "&")) {
      let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(sides[0], plusIsSpace: true) else { continue }
      values[name] = sides.count > 1 ? decoded(sides[1], plusIsSpace: true) : ""
    }
    return values
  }

  /// Decoded once: what is then still percent-encoded is a file's name.
  private static func decoded(_ text: Substring.UTF8View, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte == UInt8(ascii: "+") && plusIsSpace ? 0x20 : byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
