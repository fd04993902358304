/// What can be seen of a photo's file without decoding it.
struct SourcePhoto: Sendable {
  let digest: ContentDigest
  /// `nil` when the file must be read again next time.
  let stamp: FileStamp?

  /// Reads the file and refuses what is no picture, or none that can be shown.
  static func read(_ path: String) -> Result<SourcePhoto, PhotoProblem> {
    do throws(DiskFailure) {
      let (bytes, stamp) = try readFile(path, largest: PhotoLimits.largest)
      if let problem = problem(bytes, path) { return .failure(problem) }
      return .success(SourcePhoto(digest: ContentDigest(of: bytes), stamp: stamp))
    } catch {
      switch error {
      case .system(let code): return .failure(.unreadable(code))
      case .notRegular: return .failure(.notAFile)
      case .tooLarge(let bytes): return .failure(.tooManyBytes(bytes))
      }
    }
  }

  private static func problem(_ bytes: [UInt8], _ path: String) -> PhotoProblem? {
    guard !bytes.isEmpty else { return .empty }
    guard let kind = PictureKind(bytes) else { return .notAPicture }
    guard !kind.endings.isEmpty else { return .unsupported(kind) }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return kind.endings.contains(ending) ? nil : .wrongEnding(kind, ending: ending)
  }
}
