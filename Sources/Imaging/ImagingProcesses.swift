internal import CVips
internal import Glibc

/// Processes that decode pictures. No other file of this module knows C's side of it.
///
/// They are forked at the program's start, while it has a single thread: a process with several can't fork one that does
/// more than the C library's simplest calls. Until `develop` first asks for something there is only a supervisor, which
/// sleeps and has loaded nothing; it costs 0.1 ms.
public final class ImagingProcesses: Sendable {
  /// The supervisor's number.
  let process: Int32
  private let control: Int32
  private let requests: Int32
  private let replies: Int32

  /// Starts the supervisor. Only to be called before the process makes its second thread.
  /// - Returns: `nil` when the machine has no room for another process.
  public init?() {
    var (control, requests, replies): (Int32, Int32, Int32) = (-1, -1, -1)
    process = imaging_start(&control, &requests, &replies)
    guard process > 0 else { return nil }
    (self.control, self.requests, self.replies) = (control, requests, replies)
  }

  deinit {
    // The processes end when they read the end of their pipes, after the photos that they are at.
    for file in [control, requests, replies] { close(file) }
    while waitpid(process, nil, 0) < 0, errno == EINTR { continue }
  }

  /// Lets the supervisor fork workers. Once.
  func fork(workers: Int) throws(ImagingFailure) {
    var count = UInt8(clamping: workers)
    guard write(control, &count, 1) == 1 else { throw .workersAreGone }
  }

  func send(_ request: Request) throws(ImagingFailure) {
    var record = request.record
    while true {
      let count = write(requests, &record, MemoryLayout<imaging_request>.size)
      if count < 0, errno == EINTR { continue }
      guard count == MemoryLayout<imaging_request>.size else { throw .workersAreGone }
      return
    }
  }

  /// Milliseconds: longer than any photo may take.
  private static let patience: Int32 = 400_000

  func receive() throws(ImagingFailure) -> Reply {
    var record = imaging_reply()
    while true {
      var waiting = pollfd(fd: replies, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Self.patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { throw .workersAreGone }
      let count = read(replies, &record, MemoryLayout<imaging_reply>.size)
      if count < 0, errno == EINTR { continue }
      guard count == MemoryLayout<imaging_reply>.size else { throw .workersAreGone }
      return Reply(record)
    }
  }
}

extension ImagingProcesses {
  /// A photo to develop.
  struct Request {
    let job: Int
    let recipe: PhotoRecipe
    let source: String
    /// Gets all files of the photo, one after another. It must not exist.
    let target: String

    /// Whether paths are short enough for the record.
    var fits: Bool { max(source.utf8.count, target.utf8.count) < Int(IMAGING_PATH) }

    fileprivate var record: imaging_request {
      precondition(fits && recipe.widths.count <= Int(IMAGING_WIDTHS))
      precondition(recipe.crops.count <= Int(IMAGING_CROPS))
      var record = imaging_request()
      record.job = UInt32(job)
      record.width_count = UInt32(recipe.widths.count)
      record.crop_count = UInt32(recipe.crops.count)
      fill(&record.widths, with: recipe.widths.map { UInt32($0) })
      fill(
        &record.crops,
        with: recipe.crops.map { crop in
          imaging_crop(
            width: UInt32(crop.width), height: UInt32(crop.height), quality: UInt32(crop.quality),
            lowest_quality: UInt32(PhotoRecipe.Crop.lowestQuality), most_bytes: UInt32(crop.largest))
        })
      record.webp_quality = UInt32(recipe.webPQuality)
      record.webp_effort = UInt32(recipe.webPEffort)
      record.jpeg_quality = UInt32(recipe.jpegQuality)
      record.most_pixels = UInt64(PhotoLimits.mostPixels)
      record.most_bytes = UInt64(PhotoLimits.largest)
      fill(&record.source, with: source.utf8.map { CChar(bitPattern: $0) })
      fill(&record.target, with: target.utf8.map { CChar(bitPattern: $0) })
      return record
    }
  }

  /// What a worker, or the supervisor, says.
  enum Reply {
    case ready(Library)
    case unavailable(String)
    case started(job: Int, process: Int32)
    case done(job: Int, process: Int32, Result<Development, Refusal>)
    case died(process: Int32, signal: Int32)

    fileprivate init(_ record: imaging_reply) {
      switch imaging_kind(record.kind) {
      case IMAGING_READY: self = .ready(Library(version: text(record.version), path: text(record.text)))
      case IMAGING_UNAVAILABLE: self = .unavailable(text(record.text))
      case IMAGING_STARTED: self = .started(job: Int(record.job), process: record.pid)
      case IMAGING_DIED: self = .died(process: record.pid, signal: record.status & 0x7F)
      default: self = .done(job: Int(record.job), process: record.pid, Self.outcome(record))
      }
    }

    private static func outcome(_ record: imaging_reply) -> Result<Development, Refusal> {
      switch imaging_status(UInt32(record.status)) {
      case IMAGING_OK: .success(Development(record))
      case IMAGING_UNREADABLE: .failure(.photo(.unreadable(record.code)))
      case IMAGING_NOT_REGULAR: .failure(.photo(.notAFile))
      case IMAGING_TOO_MANY_BYTES: .failure(.photo(.tooManyBytes(Int(record.bytes))))
      case IMAGING_FORMAT: .failure(.photo(.notAPicture))
      case IMAGING_TOO_MANY_PIXELS: .failure(.photo(.tooManyPixels(Int(record.width), Int(record.height))))
      case IMAGING_NOT_WRITTEN: .failure(.target(record.code))
      case IMAGING_TOO_NARROW: .failure(.photo(.tooNarrow(Int(record.width), Int(record.height))))
      default: .failure(.photo(.broken))
      }
    }
  }

  /// Why a worker made nothing of a photo.
  enum Refusal: Error {
    case photo(PhotoProblem)
    /// The target can't be written; its `errno`.
    case target(Int32)
  }

  /// The library that the workers found.
  struct Library: Sendable, Hashable {
    let version: String
    /// Where its file is.
    let path: String
  }

  /// What a worker made of a photo.
  struct Development {
    /// Of the bytes that were decoded.
    let digest: ContentDigest
    let width: Int
    let height: Int
    let bytes: Int
    let frames: Int
    let color: DevelopedPhoto.Color
    let files: [DevelopedPhoto.File]

    fileprivate init(_ record: imaging_reply) {
      digest = ContentDigest(bytes: elements(record.digest, count: ContentDigest.length))
      (width, height) = (Int(record.width), Int(record.height))
      (bytes, frames) = (Int(record.bytes), Int(record.frames))
      color = DevelopedPhoto.Color(red: record.red, green: record.green, blue: record.blue)
      let parts: [imaging_part] = elements(record.parts, count: Int(record.part_count))
      files = parts.map { part in
        DevelopedPhoto.File(
          width: Int(part.width), height: Int(part.height),
          format: part.format == IMAGING_WEBP.rawValue ? .webP : .jpeg,
          crop: part.crop == 0 ? nil : Int(part.crop) - 1, offset: Int(part.offset), length: Int(part.length),
          fingerprint: part.fingerprint)
      }
    }
  }
}

extension ContentDigest {
  init(of bytes: [UInt8]) {
    self.bytes = [UInt8](unsafeUninitializedCapacity: Self.length) { buffer, count in
      imaging_digest(bytes, bytes.count, buffer.baseAddress)
      count = Self.length
    }
  }
}

/// The fingerprint of a file's bytes.
func fingerprint(of bytes: UnsafeRawBufferPointer) -> UInt64 { imaging_fingerprint(bytes.baseAddress, bytes.count) }

/// Writes elements into one of C's arrays, which are tuples here.
private func fill<Tuple, Element>(_ tuple: inout Tuple, with elements: [Element]) {
  withUnsafeMutableBytes(of: &tuple) { bytes in
    let places = bytes.bindMemory(to: Element.self)
    for (index, element) in elements.enumerated() { places[index] = element }
  }
}

/// The first elements of one of C's arrays.
private func elements<Tuple, Element>(_ tuple: Tuple, count: Int) -> [Element] {
  withUnsafeBytes(of: tuple) { Array($0.bindMemory(to: Element.self).prefix(count)) }
}

/// The text in one of C's arrays of characters.
private func text<Tuple>(_ tuple: Tuple) -> String {
  withUnsafeBytes(of: tuple) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}
