import FoundationEssentials
import Glibc
import Testing

@testable import SiteBuilder

/// A new empty folder, gone when the test is over.
private final class TemporaryFolder {
  let path: String

  init() {
    let temporary = FileManager.default.temporaryDirectory.path
    var template = Array("\(temporary)/etalase-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, to name: String) {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = text.withCString { Glibc.write(file, $0, strlen($0)) }
    close(file)
  }

  func read(_ name: String) -> String? {
    (try? readRegularFile("\(path)/\(name)", largest: 1 << 20)).map { String(decoding: $0, as: UTF8.self) }
  }
}

@Suite struct OutputFolders {
  private let folder = TemporaryFolder()

  private func publish(_ text: String, at place: String, in output: OutputFolder) throws {
    var cursor = FolderCursor()
    try Array(text.utf8).withUnsafeBytes { try output.stage($0, at: place, &cursor) }
    try output.publish()
  }

  @Test func publishesIntoFoldersThatAreThereAndNewOnesAsAWhole() throws {
    let output = try OutputFolder(path: folder.path)
    try publish("satu", at: "produk/getuk/index.html", in: output)
    folder.write("tamu", to: "produk/tamu.txt")
    try publish("dua", at: "produk/wajik/index.html", in: output)
    try publish("tiga", at: "produk/getuk/index.html", in: output)
    #expect(folder.read("produk/getuk/index.html") == "tiga")
    #expect(folder.read("produk/wajik/index.html") == "dua")
    #expect(folder.read("produk/tamu.txt") == "tamu")
  }

  @Test func leavesNothingStagedBehind() throws {
    do {
      let output = try OutputFolder(path: folder.path)
      var cursor = FolderCursor()
      try Array("x".utf8).withUnsafeBytes { try output.stage($0, at: "produk/getuk/index.html", &cursor) }
    }
    do { _ = try OutputFolder(path: folder.path) }
    #expect(access("\(folder.path)/\(OutputFolder.stagingName)", F_OK) != 0)
    #expect(access("\(folder.path)/produk", F_OK) != 0)
  }

  @Test func putsAWholeFileInPlaceAndKnowsItsBytes() throws {
    let output = try OutputFolder(path: folder.path)
    try publish("satu", at: "produk/getuk/index.html", in: output)
    #expect(folder.read("produk/getuk/index.html") == "satu")
    var cursor = FolderCursor()
    #expect(Array("satu".utf8).withUnsafeBytes { output.holds($0, at: "produk/getuk/index.html", &cursor) })
    #expect(!Array("dua".utf8).withUnsafeBytes { output.holds($0, at: "produk/getuk/index.html", &cursor) })
    #expect(!Array("satu".utf8).withUnsafeBytes { output.holds($0, at: "produk/wajik/index.html", &cursor) })
  }

  @Test(arguments: [0, 1, 4, 65_534, 65_535, 65_536, 65_537, 131_072])
  func knowsAFileThatIsLongerOrShorter(length: Int) throws {
    let output = try OutputFolder(path: folder.path)
    let text = String(repeating: "x", count: length)
    try publish(text, at: "a/index.html", in: output)
    var cursor = FolderCursor()
    for (other, isSame) in [(text, true), (text + "y", false), (String(text.dropLast()), length == 0)] {
      #expect(Array(other.utf8).withUnsafeBytes { output.holds($0, at: "a/index.html", &cursor) } == isSame)
    }
  }

  @Test func refusesASecondBuildInTheSameFolder() throws {
    let output = try OutputFolder(path: folder.path)
    #expect(throws: MachineFailure.self) { try OutputFolder(path: folder.path) }
    withExtendedLifetime(output) {}
  }

  @Test func neverFollowsALinkOutOfTheFolder() throws {
    let outside = TemporaryFolder()
    symlink(outside.path, "\(folder.path)/produk")
    let output = try OutputFolder(path: folder.path)
    #expect(throws: MachineFailure.self) { try publish("x", at: "produk/index.html", in: output) }
    #expect(outside.read("index.html") == nil)
  }

  @Test func replacesALinkInTheFilesPlaceInsteadOfFollowingIt() throws {
    let outside = TemporaryFolder()
    outside.write("lama", to: "a")
    symlink("\(outside.path)/a", "\(folder.path)/index.html")
    try publish("baru", at: "index.html", in: OutputFolder(path: folder.path))
    #expect(outside.read("a") == "lama")
    #expect(folder.read("index.html") == "baru")
  }

  @Test func tellsFoldersApartThatDifferInTheirBytesOnly() throws {
    let output = try OutputFolder(path: folder.path)
    var cursor = FolderCursor()
    for place in ["caf\u{E9}/a.txt", "cafe\u{301}/b.txt"] {
      try Array("x".utf8).withUnsafeBytes { try output.stage($0, at: place, &cursor) }
    }
    try output.publish()
    #expect(folder.read("caf\u{E9}/a.txt") == "x")
    #expect(folder.read("cafe\u{301}/b.txt") == "x")
  }

  @Test func deletesAFileAndTheFoldersThatAreEmptyWithoutIt() throws {
    let output = try OutputFolder(path: folder.path)
    try publish("x", at: "produk/getuk/index.html", in: output)
    folder.write("tamu", to: "produk/tamu.txt")
    var cursor = FolderCursor()
    #expect(try output.delete("produk/getuk/index.html", &cursor))
    #expect(try !output.delete("produk/getuk/index.html", &cursor))
    #expect(access("\(folder.path)/produk/getuk", F_OK) != 0)
    #expect(folder.read("produk/tamu.txt") == "tamu")
  }
}

@Suite struct Manifests {
  @Test func keepsPathsAndPassesOverWhatIsNotOurs() {
    #expect(
      Manifest.paths(Manifest.bytes(["404.html", "produk/é/index.html"])) == ["404.html", "produk/é/index.html"])
    let damaged = "/etc/passwd\n../x\na//b\n.\na/./b\n\nok\na\u{1}b\nb/"
    #expect(Manifest.paths(Array(damaged.utf8)) == ["ok"])
    #expect(Manifest.paths([0x61, 0xFF, 0x0A, 0x62]) == ["b"])
  }
}

@Suite struct Shards {
  @Test func partsAreDisjointAndTogetherEverything() throws {
    let shards = try (1...3).map { try #require(BuildSettings.Shard("\($0)/3")) }
    let paths = (0..<1_000).map { "produk/\($0)/index.html" }
    for path in paths { #expect(shards.count { $0.contains(path) } == 1) }
    for shard in shards { #expect((250...420).contains(paths.count { shard.contains($0) })) }
  }

  @Test(arguments: ["", "1", "0/3", "4/3", "1/0", "-1/3", "a/b", "1/3/5", "1/"])
  func refusesWhatIsNoPart(_ text: String) { #expect(BuildSettings.Shard(text) == nil) }
}

@Suite struct OutputSafetyRules {
  @Test(arguments: ["content", "content/produk", "templates", ".", "/", "home", "baru/../content", "baru/../.."])
  func refusesFoldersThatMustNotBeWrittenTo(_ output: String) {
    let folder = TemporaryFolder()
    for name in ["content", "templates", "home"] { mkdir("\(folder.path)/\(name)", 0o755) }
    let place = output == "/" ? "/" : "\(folder.path)/\(output)"
    #expect(
      OutputSafety.reason(
        output: place, content: "\(folder.path)/content", templates: "\(folder.path)/templates",
        home: "\(folder.path)/home") != nil)
  }

  @Test(arguments: [
    ("content/foto", "it is a folder that the site is made from"),
    ("templates", "it is a folder that the site is made from"),
    ("public", "it would be published"), ("public/foto", "it would be published"), ("", "it has no name"),
  ])
  func refusesAFolderOfPhotosThatIsReadOrPublished(_ cache: String, _ reason: String) {
    #expect(
      OutputSafety.reason(cache: cache, content: "content", templates: "templates", output: "public")?.en == reason)
    #expect(
      OutputSafety.reason(cache: ".etalase", content: "content", templates: "templates", output: "public") == nil)
  }

  @Test func refusesARepositoryAndAllowsAnythingElse() {
    let folder = TemporaryFolder()
    func reason() -> String? {
      OutputSafety.reason(
        output: folder.path, content: "\(folder.path)-content", templates: "\(folder.path)-templates", home: nil)?.en
    }
    #expect(reason() == nil)
    mkdir("\(folder.path)/.git", 0o755)
    #expect(reason() == "it is a git repository")
  }
}
