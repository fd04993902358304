/// What a file is by its first bytes, whatever its name says.
enum PictureKind: String, Sendable {
  case jpeg = "JPEG"
  case png = "PNG"
  case webP = "WebP"
  case gif = "GIF"
  case heic = "HEIC"
  case avif = "AVIF"
  case svg = "SVG"
  case tiff = "TIFF"
  case bmp = "BMP"
  case pdf = "PDF"
  case video = "a video"

  /// How many of a file's first bytes are needed to tell.
  static let sampleLength = 512

  init?(_ bytes: some Collection<UInt8>) {
    let start = Array(bytes.prefix(Self.sampleLength))
    func begins(_ text: String, at offset: Int = 0) -> Bool { start.dropFirst(offset).starts(with: Array(text.utf8)) }
    if start.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if begins("RIFF"), begins("WEBP", at: 8) {
      self = .webP
    } else if begins("GIF8") {
      self = .gif
    } else if begins("ftyp", at: 4) {
      switch String(decoding: start.dropFirst(8).prefix(4), as: UTF8.self) {
      case "avif", "avis": self = .avif
      case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1": self = .heic
      default: self = .video
      }
    } else if start.starts(with: [0x49, 0x49, 0x2A, 0]) || start.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      self = .tiff
    } else if begins("BM") {
      self = .bmp
    } else if begins("%PDF") {
      self = .pdf
    } else if Self.looksLikeSVG(start) {
      self = .svg
    } else {
      return nil
    }
  }

  private static func looksLikeSVG(_ start: [UInt8]) -> Bool {
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return text.contains("<svg") || text.contains("<!doctype svg")
  }

  /// Endings of files of the three kinds that can be shown.
  var endings: [String] {
    switch self {
    case .jpeg: ["jpg", "jpeg"]
    case .png: ["png"]
    case .webP: ["webp"]
    default: []
    }
  }
}
