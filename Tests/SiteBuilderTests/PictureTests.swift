import Testing

@testable import SiteBuilder

@Suite struct Pictures {
  private let plain: [UInt8] = [0xFF, 0xD8, 0xFF, 0xDB, 0, 4, 1, 2, 0xFF, 0xDA]

  /// A JPEG with an Exif block whose first directory has one entry with the tag.
  private func jpeg(tag: UInt16, littleEndian: Bool) -> [UInt8] {
    let tagBytes = [UInt8(tag >> 8), UInt8(tag & 0xFF)]
    let tiff: [UInt8] =
      littleEndian
      ? Array("II".utf8) + [42, 0, 8, 0, 0, 0, 1, 0] + tagBytes.reversed() + [UInt8](repeating: 0, count: 14)
      : Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1] + tagBytes + [UInt8](repeating: 0, count: 14)
    let block = Array("Exif".utf8) + [0, 0] + tiff
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(block.count + 2)] + block + [0xFF, 0xDA]
  }

  @Test(arguments: [true, false])
  func aPhotoThatTellsWhereItWasTakenIsRefused(_ littleEndian: Bool) {
    let problem = PictureCheck.problem(jpeg(tag: 0x8825, littleEndian: littleEndian), path: "content/products/a/a.JPG")
    #expect(problem?.code == "photo.place")
    #expect(PictureCheck.problem(jpeg(tag: 0x0112, littleEndian: littleEndian), path: "a.jpg") == nil)
  }

  /// Exif and XMP as other formats than JPEG wrap them.
  @Test(arguments: ["webp", "png", "avif", "heic", "tif", "jfif"])
  func aPlaceIsFoundInEveryFormat(_ ending: String) {
    let starts: [String: [UInt8]] = [
      "webp": Array("RIFF1234WEBPVP8X".utf8), "png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
      "avif": Array("1234ftypavif".utf8), "heic": Array("1234ftypheic".utf8), "jfif": plain,
    ]
    let start = starts[ending] ?? []
    let exif = Array(jpeg(tag: 0x8825, littleEndian: true).dropFirst(12))
    #expect(PictureCheck.problem(start + exif, path: "a.\(ending)")?.code == "photo.place")
    let xmp = Array("<x exif:GPSLatitude='7,28.2S'/>".utf8)
    #expect(PictureCheck.problem(start + xmp, path: "a.\(ending)")?.code == "photo.place")
    #expect(PictureCheck.problem(start + Array("IMG II MM".utf8), path: "a.\(ending)") == nil)
  }

  @Test(arguments: ["a.jpg", "a.png", "a.webp", "a.avif"])
  func aFileThatIsNoPictureIsRefused(_ path: String) {
    #expect(PictureCheck.problem(Array("bukan gambar".utf8), path: path)?.code == "photo.format")
    #expect(PictureCheck.problem([], path: path)?.code == "photo.format")
  }

  @Test func acceptsPicturesAndLeavesOtherFilesAlone() {
    #expect(PictureCheck.problem(plain, path: "a.jpg") == nil)
    #expect(PictureCheck.problem(Array("RIFF1234WEBPVP8 ".utf8), path: "a.webp") == nil)
    #expect(PictureCheck.problem(Array("teks".utf8), path: "a.txt") == nil)
  }

  @Test(arguments: [
    "<svg><SCRIPT>alert(1)</SCRIPT></svg>", "<svg onload = 'x()'/>", "<svg/onload=x()>", "<a href='JavaScript:x()'/>",
    "<svg><foreignObject/></svg>", "<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script>x()</s:script></s:svg>",
    "<!DOCTYPE svg [<!ENTITY a 'x'>]><svg/>", "<a href='&#106;ava&#x53;cript:x()'/>", "<a href='java\tscript:x()'/>",
  ])
  func aDrawingThatRunsScriptsIsRefused(_ svg: String) {
    #expect(PictureCheck.problem(Array(svg.utf8), path: "content/static/a.svg")?.code == "photo.script")
  }

  @Test func aDrawingThatCannotBeReadIsRefused() {
    let svg = Array("\u{FEFF}<svg/>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(PictureCheck.problem(svg, path: "content/static/a.svg")?.code == "photo.script")
  }

  @Test func acceptsADrawingThatOnlyDraws() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg'><title>once on = two &#38; 3&amp;</title><path d='M0 0'/></svg>"
    #expect(PictureCheck.problem(Array(svg.utf8), path: "content/static/a.svg") == nil)
  }

  @Test func styleSheetsAreServedWithoutComments() {
    let css = "a{}/* ' */b { content: \"/* it */\\\"/*\" } /*! MIT */ c/**/d"
    let served = "a{} b { content: \"/* it */\\\"/*\" } /*! MIT */ c d"
    #expect(String(decoding: withoutComments(Array(css.utf8)), as: UTF8.self) == served)
  }

  @Test func survivesDamagedExif() {
    let whole = jpeg(tag: 0x8825, littleEndian: true)
    for length in 0...whole.count { _ = PictureCheck.problem(Array(whole.prefix(length)), path: "a.jpg") }
    for index in whole.indices {
      var damaged = whole
      damaged[index] = 0xFF
      _ = PictureCheck.problem(damaged, path: "a.jpg")
    }
  }
}
