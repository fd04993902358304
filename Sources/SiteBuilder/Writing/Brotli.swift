internal import CBrotli

/// Brotli (RFC 7932): the same bytes in give the same bytes out.
enum Brotli {
  /// How much time is taken for fewer bytes. On this site's pages `smallest` takes fifty times as long for a twelfth.
  enum Quality: Int32 { case quick = 9, smallest = 11 }

  /// - Parameter output: gets the compressed bytes.
  /// - Returns: how many, or `nil` when there is no room for them.
  static func compress(
    _ bytes: UnsafeRawBufferPointer, _ quality: Quality, into output: UnsafeMutableRawBufferPointer
  ) -> Int? {
    var count = output.count
    let isDone = BrotliEncoderCompress(
      quality.rawValue, windowBits(bytes.count), BROTLI_MODE_TEXT, bytes.count,
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

  /// The smallest window that all the bytes fit into: clearing the tables of a larger one takes longer than a page.
  private static func windowBits(_ count: Int) -> Int32 {
    (BROTLI_MIN_WINDOW_BITS...BROTLI_MAX_WINDOW_BITS).first { (1 << $0) - 16 >= count } ?? BROTLI_MAX_WINDOW_BITS
  }
}
