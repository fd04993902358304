/// What a path below the content folder is for, told from its bytes alone.
///
/// Ranges are byte offsets into the path.
enum ContentPath {
  /// A name that begins with `_` or `.`, a folder of that kind, a file of `static/`, or `permalinks.lock`.
  case ignored
  case single(ContentLayout.Single)
  /// `businesses/<slug>.md`, `businesses/<slug>.en.md`; the language's range is empty in the first.
  case business(slug: Range<Int>, language: Range<Int>)
  case page(slug: Range<Int>, language: Range<Int>)
  /// `products/<slug>/index.md`, `products/<slug>/index.en.md`
  case product(slug: Range<Int>, language: Range<Int>)
  case photo(slug: Range<Int>, name: Range<Int>)
  case unexpected

  /// - Parameter rootLength: bytes of the content folder's path.
  init(_ path: UnsafeBufferPointer<UInt8>, rootLength: Int, isText: Bool) {
    let parts = Self.parts(path, from: rootLength)
    let isHidden = parts.contains {
      path[$0.lowerBound] == UInt8(ascii: "_") || path[$0.lowerBound] == UInt8(ascii: ".")
    }
    guard let first = parts.first, !isHidden else {
      self = .ignored
      return
    }
    let folder = path[first]
    // The builder's own list, not the catalog's.
    if parts.count == 1, folder.elementsEqual("permalinks.lock".utf8) {
      self = .ignored
      return
    }
    if parts.count > 1, folder.elementsEqual("static".utf8) {
      self = .ignored
    } else if parts.count == 1, isText, let single = ContentLayout.Single(folder) {
      self = .single(single)
    } else if parts.count == 2, isText, let (slug, language) = Self.document(path, parts[1]) {
      self = Self.place(folder, slug, language)
    } else if parts.count == 3, folder.elementsEqual("products".utf8) {
      self = Self.productFile(path, slug: parts[1], name: parts[2], isText: isText)
    } else {
      self = .unexpected
    }
  }

  private static func place(
    _ folder: Slice<UnsafeBufferPointer<UInt8>>, _ slug: Range<Int>, _ language: Range<Int>
  ) -> ContentPath {
    if folder.elementsEqual("businesses".utf8) { return .business(slug: slug, language: language) }
    return folder.elementsEqual("pages".utf8) ? .page(slug: slug, language: language) : .unexpected
  }

  private static func productFile(
    _ path: UnsafeBufferPointer<UInt8>, slug: Range<Int>, name: Range<Int>, isText: Bool
  ) -> ContentPath {
    if isText, let (stem, language) = document(path, name), path[stem].elementsEqual("index".utf8) {
      return .product(slug: slug, language: language)
    }
    return PhotoName.isPhoto(path[name]) ? .photo(slug: slug, name: name) : .unexpected
  }

  /// The name before the first full stop, and what stands between it and `.md`.
  private static func document(
    _ path: UnsafeBufferPointer<UInt8>, _ name: Range<Int>
  ) -> (stem: Range<Int>, language: Range<Int>)? {
    guard name.count > 3, path[name].suffix(3).elementsEqual(".md".utf8) else { return nil }
    let end = name.upperBound - 3
    let stem = name.lowerBound..<(path[name.lowerBound..<end].firstIndex(of: UInt8(ascii: ".")) ?? end)
    return (stem, min(stem.upperBound + 1, end)..<end)
  }

  private static func parts(_ path: UnsafeBufferPointer<UInt8>, from start: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var lower = min(start, path.count)
    for index in lower...path.count where index == path.count || path[index] == UInt8(ascii: "/") {
      if index > lower { parts.append(lower..<index) }
      lower = index + 1
    }
    return parts
  }
}

/// Which files beside a product are pictures, by their names; also those of kinds that can't be shown, because what is to
/// be done about such a picture can only be said of one that counts as a photo.
package enum PhotoName {
  package static let endings = [
    "jpg", "jpeg", "jfif", "png", "webp", "avif", "gif", "heic", "heif", "svg", "tif", "tiff", "bmp",
  ]

  static func isPhoto(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = name[(dot + 1)...].lazy.map { $0 | 0x20 }
    return endings.contains { $0.utf8.elementsEqual(ending) }
  }
}

extension ContentLayout.Single {
  fileprivate init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let single = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name) }) else { return nil }
    self = single
  }
}
