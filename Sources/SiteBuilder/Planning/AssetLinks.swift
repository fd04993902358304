internal import Diagnostics

/// Places in a theme's file that name other files of the theme, as seen from its own folder.
struct AssetLinks {
  let file: SourceFile
  let places: [Range<Int>]

  /// The file with each of them under its published name.
  /// - Parameter known: name below `templates/assets` → path in the site.
  func rewritten(in name: String, known: [String: String]) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    var (bytes, copied): ([UInt8], Int) = ([], 0)
    var diagnostics: [Diagnostic] = []
    let folder = name.split(separator: "/").dropLast()
    for place in places {
      let address = file.text(place)
      let target = Self.target(of: address, in: name)
      guard let path = known[target] else {
        let near = nearestMatch(to: target, in: known.keys.sorted(by: precedes))
        diagnostics.append(.assetMissing(target, at: SourceLocation(file, SourceRange(place)), near: near))
        continue
      }
      let up = folder.isEmpty ? "./" : String(repeating: "../", count: folder.count)
      bytes += file.bytes[copied..<place.lowerBound]
      bytes += Array((up + path.dropFirst("assets/".count)).utf8)
      bytes += Array(address.drop { $0 != "#" }.utf8)
      copied = place.upperBound
    }
    return (bytes + file.bytes[copied...], diagnostics)
  }

  /// `js/words.js` for `./words.js` in `js/search.js`.
  static func target(of address: String, in name: String) -> String {
    var parts = name.split(separator: "/").dropLast()
    for part in address.prefix(while: { $0 != "#" }).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
