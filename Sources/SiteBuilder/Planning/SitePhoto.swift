internal import Diagnostics
internal import Imaging
internal import Markdown
internal import TemplateEngine

/// A developed photo as the site publishes it.
///
/// A class, so that handing it to every page costs one reference.
final class SitePhoto: Sendable {
  let photo: DevelopedPhoto
  /// Where the photo's files go, one after another: `assets/foto/getuk-360.1f2e3d4c5b6a7988.webp`. A path never comes
  /// with other bytes.
  let paths: [String]
  let files: PhotoFiles

  private static let folder: StaticString = "assets/foto/"
  private static let longestName = 40

  /// - Parameters:
  ///   - path: of the photo in the project.
  ///   - basePath: of the site, without a slash at its end.
  init(_ photo: DevelopedPhoto, path: String, basePath: String) {
    self.photo = photo
    let name = Self.name(path)
    paths = photo.files.map { Self.path(of: $0, name) }
    files = PhotoFiles(photo, paths, basePath: basePath)
  }

  private static func path(of file: DevelopedPhoto.File, _ name: String) -> String {
    var path = OutputBuffer(capacity: 128)
    path.append(folder)
    path.append(text: name)
    path.append("-")
    path.append(number: file.width)
    if file.crop != nil {
      path.append("x")
      path.append(number: file.height)
    }
    path.append(".")
    path.append(text: file.name)
    path.append(file.format == .webP ? ".webp" : ".jpg")
    return path.string
  }

  /// For people who save the picture: the file's name with plain letters, without its ending.
  private static func name(_ path: String) -> String {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    let letters = file[..<(file.lastIndex(of: UInt8(ascii: ".")) ?? file.count)].map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: UInt8(ascii: "-")
      }
    }
    let words = letters.split(separator: UInt8(ascii: "-")).joined(separator: [UInt8(ascii: "-")])
    let text = String(decoding: Array(words).prefix(longestName), as: UTF8.self)
    return text.isEmpty ? "foto" : text
  }

  /// One of the crops of `PhotoRecipe.cover`.
  func crop(_ index: Int) -> SitePicture? {
    photo.files.firstIndex { $0.crop == index }.map {
      SitePicture(path: paths[$0], width: photo.files[$0].width, height: photo.files[$0].height)
    }
  }
}

extension DevelopedPhoto {
  /// The numbers of the files in a format that are whole, the narrowest first.
  fileprivate func widths(_ format: File.Format) -> [Int] {
    files.indices.filter { files[$0].crop == nil && files[$0].format == format }
      .sorted { files[$0].width < files[$1].width }
  }
}

/// The addresses of a photo's files, as attributes want them.
struct PhotoFiles: Sendable {
  /// Where the widest file that every program can show goes.
  let widestJPEG: String
  let url, smallURL, largeURL: WebURL
  let webP, jpeg, cardWebP, thumbWebP: Srcset
  /// Pixels of the widest file.
  let width, height: Int
  /// Classes of `site.css` that paint the photo's main colour while it loads: six steps for each of red, green, blue.
  let tone: String

  /// The widest file that cards, and the smallest pictures, are shown with.
  private static let (cardWidth, thumbWidth) = (720, 360)

  /// - Parameter paths: where the photo's files go.
  init(_ photo: DevelopedPhoto, _ paths: [String], basePath: String) {
    let (webP, jpeg) = (photo.widths(.webP), photo.widths(.jpeg))
    func srcset(_ numbers: [Int], widest: Int = .max) -> Srcset {
      var text = OutputBuffer(capacity: 1024)
      // A photo that is narrower than the narrowest has one file.
      for (place, number) in numbers.enumerated() where place == 0 || photo.files[number].width <= widest {
        if place > 0 { text.append(", ") }
        text.append(text: basePath)
        text.append("/")
        text.append(text: paths[number])
        text.append(" ")
        text.append(number: photo.files[number].width)
        text.append("w")
      }
      return Srcset(text.string)
    }
    func url(_ width: Int) -> WebURL {
      let number = jpeg.last { photo.files[$0].width <= width } ?? jpeg.first
      return WebURL(trusted: number.map { basePath + "/" + paths[$0] } ?? "")
    }
    (self.url, smallURL, largeURL) = (url(Self.cardWidth), url(Self.thumbWidth), url(.max))
    (self.webP, self.jpeg) = (srcset(webP), srcset(jpeg))
    (cardWebP, thumbWebP) = (srcset(webP, widest: Self.cardWidth), srcset(webP, widest: Self.thumbWidth))
    widestJPEG = jpeg.last.map { paths[$0] } ?? ""
    let widest = jpeg.last.map { photo.files[$0] }
    (width, height) = (widest?.width ?? 1, widest?.height ?? 1)
    tone = Self.tone(photo.color)
  }

  private static func tone(_ color: DevelopedPhoto.Color) -> String {
    func step(_ value: UInt8) -> Int { (Int(value) + 25) / 51 }
    return "tone r\(step(color.red)) g\(step(color.green)) b\(step(color.blue))"
  }
}

/// A picture of one size among the site's files.
struct SitePicture: Sendable, Hashable {
  /// From the output folder.
  let path: String
  /// Pixels.
  let width: Int
  let height: Int
}

/// What a person should know of a photo that can be shown.
enum PhotoAdvice {
  /// Pixels of the longer side.
  static let smallest = 800
  /// Bytes: what a phone sends in half a minute.
  static let heaviest = 15_000_000
  /// Length by width of a cover; beyond it are screenshots, banners and scanned notes.
  static let longestRatio = 2.0

  static func notes(_ photo: DevelopedPhoto, isCover: Bool) -> [PictureNote] {
    var notes: [PictureNote] = []
    if max(photo.width, photo.height) < smallest { notes.append(.smallPhoto(photo.width, photo.height)) }
    if photo.bytes > heaviest { notes.append(.heavyPhoto(photo.bytes)) }
    if photo.frames > 1 { notes.append(.animatedPhoto) }
    let (long, short) = (max(photo.width, photo.height), min(photo.width, photo.height))
    if isCover, Double(long) > longestRatio * Double(short) { notes.append(.longCover(photo.width, photo.height)) }
    return notes
  }
}

/// A remark on a picture, to be shown wherever the picture is named.
struct PictureNote: Sendable {
  let severity: Diagnostic.Severity
  let code: String
  let message: Message
  let help: Message?

  init(_ severity: Diagnostic.Severity, _ code: String, _ message: Message, help: Message? = nil) {
    (self.severity, self.code, self.message, self.help) = (severity, code, message, help)
  }

  init(_ problem: PhotoProblem) {
    self.init(.error, problem.code, problem.message, help: problem.help)
  }

  var markdownNote: MarkdownNote { MarkdownNote(severity, code, message, help: help) }

  func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(severity, code, message, at: location, help: help)
  }
}
