internal import CBrotli

/// Brotli (RFC 7932): the same bytes in give the same bytes out.
enum Brotli {
  /// How much time is taken for fewer bytes. On this site's pages `smallest` takes fifty times as long for a twelfth.
  enum Quality { case quick, smallest }

  /// - Parameter output: gets the compressed bytes.
  /// - Returns: how many, or `nil` when there is no room for them.
  static func compress(
    _ bytes: UnsafeRawBufferPointer, _ quality: Quality, into output: UnsafeMutableRawBufferPointer
  ) -> Int? {
    var count = output.count
    let window = windowBits(bytes.count)
    let isDone = BrotliEncoderCompress(
      level(quality, window), window, BROTLI_MODE_TEXT, bytes.count,
      bytes.bindMemory(to: UInt8.self).baseAddress, &count, output.bindMemory(to: UInt8.self).baseAddress)
    return isDone == BROTLI_TRUE ? count : nil
  }

  /// - Parameter output: gets the bytes that were compressed, if they are just as many as it holds.
  /// - Returns: whether that is so, and nothing follows.
  static func decompress(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Bool {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return false }
    defer { BrotliDecoderDestroyInstance(decoder) }
    var (rest, room) = (bytes.count, output.count)
    var (next, place) = (
      bytes.bindMemory(to: UInt8.self).baseAddress, output.bindMemory(to: UInt8.self).baseAddress
    )
    let result = BrotliDecoderDecompressStream(decoder, &rest, &next, &room, &place, nil)
    return result == BROTLI_DECODER_RESULT_SUCCESS && rest == 0 && room == 0
  }

  /// With windows above 64 kB, the library's tables take 32 MB at level 9 and 8 MB at level 7, which compresses this site's
  /// largest files to 4 % more bytes.
  private static func level(_ quality: Quality, _ windowBits: Int32) -> Int32 {
    switch quality {
    case .smallest: 11
    case .quick: windowBits > 16 ? 7 : 9
    }
  }

  /// The smallest window that all the bytes fit into: clearing the tables of a larger one takes longer than a page.
  private static func windowBits(_ count: Int) -> Int32 {
    (BROTLI_MIN_WINDOW_BITS...BROTLI_MAX_WINDOW_BITS).first { (1 << $0) - 16 >= count } ?? BROTLI_MAX_WINDOW_BITS
  }
}
