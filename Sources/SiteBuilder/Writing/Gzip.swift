internal import CDeflate

/// libdeflate's gzip: the same bytes in give the same bytes out, with no time and no name in them.
///
/// Holds what the library needs from file to file; one for each thread.
final class Gzip {
  /// Level 12 takes thirteen times as long for two per cent.
  private static let level: Int32 = 9

  private let compressor: OpaquePointer
  private let decompressor: OpaquePointer

  init() {
    guard let compressor = libdeflate_alloc_compressor(Self.level), let decompressor = libdeflate_alloc_decompressor()
    else { fatalError("out of memory") }
    (self.compressor, self.decompressor) = (compressor, decompressor)
  }

  deinit {
    libdeflate_free_compressor(compressor)
    libdeflate_free_decompressor(decompressor)
  }

  /// - Parameter output: gets the compressed bytes.
  /// - Returns: how many, or `nil` when there is no room for them.
  func compress(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int? {
    let count = libdeflate_gzip_compress(
      compressor, bytes.baseAddress, bytes.count, output.baseAddress, output.count)
    return count > 0 ? count : nil
  }

  /// - Parameter output: gets the bytes that were compressed, if they are just as many as it holds.
  /// - Returns: whether that is so, and nothing follows.
  func decompress(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Bool {
    var (taken, made) = (0, 0)
    let result = libdeflate_gzip_decompress_ex(
      decompressor, bytes.baseAddress, bytes.count, output.baseAddress, output.count, &taken, &made)
    return result == LIBDEFLATE_SUCCESS && taken == bytes.count && made == output.count
  }
}
