import Glibc
import Testing

@testable import Imaging

@Suite struct Developing {
  private let shop = Workshop()

  private func develop(_ wanted: [PhotoStore.Wanted]) throws -> [Result<DevelopedPhoto, PhotoProblem>] {
    try shop.store().develop(wanted)
  }

  @Test func aPhotoBecomesWebPAndJPEGInEveryWidthAndItsCrops() throws {
    let photo = try develop([shop.write("a.jpg", try Workshop.sample())])[0].get()
    #expect((photo.width, photo.height) == (1600, 1600))
    let shapes = photo.files.map { "\($0.width)x\($0.height) \($0.format) \($0.crop.map(String.init) ?? "-")" }
    #expect(
      shapes == [
        "240x240 webP -", "240x240 jpeg -", "120x120 webP -", "120x120 jpeg -", "60x60 webP -", "60x60 jpeg -",
        "100x50 jpeg 0",
      ])
    #expect(photo.files.last!.length <= 5_000)
  }

  @Test(arguments: [
    (0, "0000000000000000"), (0xAB, "00000000000000ab"), (0x0123_4567_89AB_CDEF, "0123456789abcdef"),
    (.max, "ffffffffffffffff"),
  ])
  func aFileIsNamedByTheDigitsOfItsFingerprint(_ fingerprint: UInt64, _ name: String) {
    let file = DevelopedPhoto.File(
      width: 1, height: 1, format: .jpeg, crop: nil, offset: 0, length: 1, fingerprint: fingerprint)
    #expect(file.name == name)
  }

  @Test func theSameBytesGiveTheSameFilesInAnotherFolder() throws {
    let first = try develop([shop.write("a.jpg", try Workshop.sample())])[0].get()
    let other = Workshop()
    let second = try other.store().develop([other.write("b.jpg", try Workshop.sample())])[0].get()
    #expect(first == second)
  }

  /// APP1 with an Exif block of one entry, behind the SOI marker.
  private func tagged(_ jpeg: [UInt8], tag: UInt8, value: UInt8) -> [UInt8] {
    let tiff: [UInt8] =
      Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, tag, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
    let block = Array("Exif".utf8) + [0, 0] + tiff
    return jpeg.prefix(2) + [0xFF, 0xE1, 0, UInt8(block.count + 2)] + block + jpeg.dropFirst(2)
  }

  @Test func aPhotoTakenOnItsSideStandsUpright() throws {
    // Orientation 6 (Exif 2.32, 4.6.4): the camera was turned; rows are columns.
    let sample = try Workshop.sample()
    let photos = try develop([
      shop.write("a.jpg", sample), shop.write("b.jpg", tagged(sample, tag: 0x12, value: 6)),
    ])
    let (plain, turned) = (try photos[0].get(), try photos[1].get())
    #expect(plain.files[0].fingerprint != turned.files[0].fingerprint)
    #expect(photos.count == 2)
  }

  @Test(arguments: [
    ([], "photo.empty"), (Array("bukan gambar".utf8), "photo.format"), (Array("GIF89a".utf8), "photo.format"),
    ([0, 0, 0, 24] + Array("ftypheic".utf8), "photo.format"), (Array("<svg><script/></svg>".utf8), "photo.format"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "photo.ending"), ([0xFF, 0xD8, 0xFF], "photo.broken"),
  ])
  func whatIsNoPhotoIsNamed(_ bytes: [UInt8], _ code: String) throws {
    #expect(try develop([shop.write("a.jpg", bytes)])[0].failureCode == code)
  }

  @Test func aTruncatedPhotoIsDamagedHoweverMuchOfItIsThere() throws {
    let sample = try Workshop.sample()
    for length in [100, 1_000, 20_000, sample.count / 2, sample.count - 10_000] {
      let wanted = shop.write("a.jpg", Array(sample.prefix(length)))
      #expect(try develop([wanted])[0].failureCode == "photo.broken", "\(length) bytes")
    }
  }

  @Test func aPhotoThatIsMissingIsNamed() throws {
    let wanted = PhotoStore.Wanted(path: shop.folder + "/tidak-ada.jpg", recipe: Workshop.recipe)
    #expect(try develop([wanted])[0].failureCode == "photo.unreadable")
  }

  @Test func aDecoderThatDiesCostsOnePhoto() throws {
    let processes = try #require(ImagingProcesses() as ImagingProcesses?)
    let darkroom = Darkroom(processes: processes, workers: 1)
    let folder = CacheFolder(path: shop.cache)
    try folder.make()
    let sample = try Workshop.sample()
    let wanted = (0..<3).map { shop.write("\($0).jpg", sample + [UInt8($0)]) }
    var count = 0
    let results = try darkroom.develop(wanted, try darkroom.library(), folder, nil) { process in
      count += 1
      if count == 2 { kill(process, SIGSEGV) }
    }
    #expect(results.map(\.failureCode) == [nil, "photo.crash", nil])
    #expect(shop.names(in: shop.cache).filter { $0.hasPrefix("new-") } == [])
  }

  /// The system ends processes when memory runs out, whatever they decode.
  @Test(arguments: [1, 2]) func aPhotoIsTriedAgainWhenTheSystemEndsItsDecoder(_ times: Int) throws {
    let darkroom = Darkroom(processes: try #require(ImagingProcesses() as ImagingProcesses?), workers: 1)
    let folder = CacheFolder(path: shop.cache)
    try folder.make()
    let wanted = shop.write("a.jpg", try Workshop.sample())
    var count = 0
    let results = try darkroom.develop([wanted], try darkroom.library(), folder, nil) { process in
      count += 1
      if count <= times { kill(process, SIGKILL) }
    }
    #expect(results.map(\.failureCode) == [times == 1 ? nil : "photo.crash"])
    #expect(count == 2)
  }
}
