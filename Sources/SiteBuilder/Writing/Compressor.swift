internal import Glibc

/// A compressed form in which a web server can send a file as it lies beside it: `index.html.gz`, `index.html.br`.
enum ContentEncoding: CaseIterable {
  case gzip, brotli

  var ending: String {
    switch self {
    case .gzip: ".gz"
    case .brotli: ".br"
    }
  }
}

/// Compresses files for one thread, in a buffer that it keeps from file to file.
final class Compressor {
  private let gzip = Gzip()
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)

  deinit { buffer.deallocate() }

  /// Lends `body` the compressed form of at least one byte; `nil` when it isn't smaller.
  func withCompressed<Result, Failure: Error>(
    _ bytes: UnsafeRawBufferPointer, _ encoding: ContentEncoding, _ quality: Brotli.Quality,
    _ body: (UnsafeRawBufferPointer?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let output = room(bytes.count - 1)
    let count =
      switch encoding {
      case .gzip: gzip.compress(bytes, into: output)
      case .brotli: Brotli.compress(bytes, quality, into: output)
      }
    return try body(count.map { UnsafeRawBufferPointer(rebasing: output[..<$0]) })
  }

  /// Whether `companion` is a compressed form of just these bytes: nothing needs to be remembered of how it was made.
  func isCompressed(_ companion: [UInt8], _ bytes: UnsafeRawBufferPointer, _ encoding: ContentEncoding) -> Bool {
    let output = room(bytes.count)
    let isWhole = companion.withUnsafeBytes { companion in
      switch encoding {
      case .gzip: gzip.decompress(companion, into: output)
      case .brotli: Brotli.decompress(companion, into: output)
      }
    }
    return isWhole && memcmp(output.baseAddress!, bytes.baseAddress!, bytes.count) == 0
  }

  private func room(_ count: Int) -> UnsafeMutableRawBufferPointer {
    if buffer.count < count {
      buffer.deallocate()
      buffer = .allocate(byteCount: max(count, 2 * buffer.count), alignment: 16)
    }
    return UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
  }
}
