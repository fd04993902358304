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
    "<svg><foreignObject/></svg>",
  ])
  func aDrawingThatRunsScriptsIsRefused(_ svg: String) {
    #expect(PictureCheck.problem(Array(svg.utf8), path: "content/static/a.svg")?.code == "photo.script")
  }

  @Test func acceptsADrawingThatOnlyDraws() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg'><title>once on = two</title><path d='M0 0'/></svg>"
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
