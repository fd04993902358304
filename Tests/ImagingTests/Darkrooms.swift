import Diagnostics
import Glibc
import Testing

@testable import Imaging

/// A folder with photos and a cache, gone when the test ends.
final class Workshop {
  static let recipe = PhotoRecipe(
    widths: [60, 120, 240], crops: [.init(width: 100, height: 50, quality: 80, largest: 5_000)])

  let folder: String
  var cache: String { folder + "/cache" }

  init() {
    var template = Array("/tmp/etalase-photos-XXXXXX".utf8CString)
    folder = String(cString: mkdtemp(&template)!)
  }

  deinit { removeAll(folder) }

  func store(jobs: Int = 2) -> PhotoStore {
    PhotoStore(folder: cache, processes: ImagingProcesses(), jobs: jobs)
  }

  /// Writes a file and lets time pass for it: only then is it trusted to be unchanged.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> PhotoStore.Wanted {
    let path = folder + "/" + name
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = writeBytes(bytes, to: file)
    close(file)
    return PhotoStore.Wanted(path: path, recipe: Self.recipe)
  }

  /// 1600 × 1600 pixels.
  static func sample() throws -> [UInt8] {
    try readFile(project + "content/products/besek-bambu/besek-bambu.jpg", largest: 1 << 20).bytes
  }

  private static var project: String {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/"
  }

  private func removeAll(_ path: String) {
    for name in names(in: path) {
      let inner = path + "/" + name
      if unlink(inner) != 0 { removeAll(inner) }
    }
    rmdir(path)
  }

  func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The files of all entries of the cache.
  var entries: [String] {
    names(in: cache).filter { $0.utf8.count == 2 }.flatMap { folder in
      names(in: "\(cache)/\(folder)").map { "\(cache)/\(folder)/\($0)" }
    }
  }
}

extension Result<DevelopedPhoto, PhotoProblem> {
  var failureCode: String? { if case .failure(let problem) = self { problem.code } else { nil } }
}
