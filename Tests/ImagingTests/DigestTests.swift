import Testing

@testable import Imaging

@Suite struct Digests {
  /// Appendix A of RFC 7693 has BLAKE2b with 64 bytes; these are its siblings with 16, from Python's hashlib.
  @Test(arguments: [
    (0, "cae66941d9efbd404e4d88758ea67670"), (127, "28b1296c7d4807883de6ee4ec04dcc0a"),
    (128, "a74787004ef589e31149183900d0294a"), (129, "aaf1b0371f6d4ee49ee4fb5ddd9c49ef"),
    (256, "1142c504dcd26338b7cbcf41424540d0"), (1000, "bca120dfd89cd95d82898473a5b01c90"),
  ])
  func areBLAKE2b(_ count: Int, _ expected: String) {
    let bytes = (0..<count).map { UInt8($0 % 251) }
    #expect(CacheKey(digest: ContentDigest(of: bytes)).name == expected)
  }
}
