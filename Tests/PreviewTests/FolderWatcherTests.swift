import FoundationEssentials
import Glibc
import SiteBuilder
import Testing

@testable import Preview

/// A new empty folder, gone when the test is over.
private final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("\(FileManager.default.temporaryDirectory.path)/etalase-test-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = text.withCString { Glibc.write(file, $0, strlen($0)) }
    close(file)
  }

  func make(_ name: String) { mkdir("\(path)/\(name)", 0o755) }
}

@Suite struct FolderWatchers {
  private let folder = TemporaryFolder()

  private func watcher() throws -> FolderWatcher {
    folder.make("content")
    return try FolderWatcher(["\(folder.path)/content"]) { $0.contains("/.") || $0.contains("/_") }
  }

  /// The changed paths below the temporary folder; `["*"]` for everything.
  private func changes(_ watcher: FolderWatcher) throws -> [String] {
    guard case .paths(let paths) = try watcher.changes() else { return ["*"] }
    return Set(paths.map { String($0.dropFirst(folder.path.count + 1)) }).sorted()
  }

  @Test func seesASavedFileAndThenNothing() throws {
    let watcher = try watcher()
    folder.write("x", to: "content/site.yaml")
    #expect(try changes(watcher) == ["content/site.yaml"])
    #expect(try changes(watcher) == [])
  }

  @Test func seesAFileThatTakesAnothersPlace() throws {
    let watcher = try watcher()
    folder.write("x", to: "content/.site.yaml.tmp")
    rename("\(folder.path)/content/.site.yaml.tmp", "\(folder.path)/content/site.yaml")
    #expect(try changes(watcher) == ["content/site.yaml"])
    folder.write("y", to: "content/.site.yaml.tmp")
    rename("\(folder.path)/content/.site.yaml.tmp", "\(folder.path)/content/site.yaml")
    #expect(try changes(watcher) == ["content/site.yaml"])
  }

  @Test func seesWhatHappensInNewFolders() throws {
    let watcher = try watcher()
    folder.make("content/products")
    folder.make("content/products/getuk")
    folder.write("x", to: "content/products/getuk/index.md")
    #expect(try changes(watcher).first == "content/products")
    folder.write("y", to: "content/products/getuk/index.md")
    #expect(try changes(watcher) == ["content/products/getuk/index.md"])
  }

  @Test func followsARenamedFolder() throws {
    folder.make("content")
    folder.make("content/a")
    folder.make("content/a/b")
    let watcher = try watcher()
    rename("\(folder.path)/content/a", "\(folder.path)/content/z")
    #expect(try changes(watcher) == ["content/a", "content/z"])
    folder.write("x", to: "content/z/b/index.md")
    #expect(try changes(watcher) == ["content/z/b/index.md"])
  }

  @Test func seesADeletedFolderAndOneInItsPlace() throws {
    folder.make("content")
    folder.make("content/a")
    let watcher = try watcher()
    rmdir("\(folder.path)/content/a")
    #expect(try changes(watcher) == ["content/a"])
    folder.make("content/a")
    folder.write("x", to: "content/a/b.md")
    _ = try changes(watcher)
    folder.write("y", to: "content/a/b.md")
    #expect(try changes(watcher) == ["content/a/b.md"])
  }

  @Test func passesOverWhatTheReaderPassesOver() throws {
    let watcher = try watcher()
    folder.make("content/_art")
    folder.write("x", to: "content/_art/a.py")
    folder.write("x", to: "content/.index.md.swp")
    #expect(try changes(watcher) == [])
  }

  @Test func readsEverythingAgainWhenTheWholeFolderIsReplaced() throws {
    let watcher = try watcher()
    rename("\(folder.path)/content", "\(folder.path)/old")
    #expect(try changes(watcher) == ["*"])
    folder.make("content")
    #expect(try changes(watcher) == ["*"])
    folder.write("x", to: "content/site.yaml")
    #expect(try changes(watcher) == ["content/site.yaml"])
  }

  @Test func namesTheFolderOfANameThatIsNoText() throws {
    let watcher = try watcher()
    let name: [UInt8] = Array("\(folder.path)/content/x".utf8) + [0xFF, 0]
    _ = name.withUnsafeBytes {
      close(open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o644))
    }
    #expect(try changes(watcher) == ["content"])
  }

  @Test func doesNotFollowALinkedFolder() throws {
    folder.make("outside")
    let watcher = try watcher()
    symlink("\(folder.path)/outside", "\(folder.path)/content/link")
    #expect(try changes(watcher) == ["content/link"])
    folder.write("x", to: "outside/a.md")
    #expect(try changes(watcher) == [])
  }

  @Test func lookingSeesTheSame() {
    folder.make("content")
    folder.write("x", to: "content/a.md")
    folder.write("x", to: "content/b.md")
    var poller = FolderPoller(["\(folder.path)/content"]) { $0.contains("/.") }
    func changes() -> [String] {
      guard case .paths(let paths) = poller.changes() else { return ["*"] }
      return paths.map { String($0.dropFirst(folder.path.count + 1)) }.sorted()
    }
    #expect(changes() == [])
    folder.write("xy", to: "content/a.md")
    unlink("\(folder.path)/content/b.md")
    folder.make("content/c")
    folder.write("x", to: "content/.hidden")
    #expect(changes() == ["content/a.md", "content/b.md", "content/c"])
    #expect(changes() == [])
  }
}
