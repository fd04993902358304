import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Imaging

@Suite struct Caching {
  private let shop = Workshop()

  /// Lets so much time pass that a photo's stamp counts.
  private func settle() { usleep(2_100_000) }

  private func overwrite(_ path: String, at offset: Int, _ bytes: [UInt8]) {
    let file = open(path, O_WRONLY)
    _ = pwrite(file, bytes, bytes.count, offset)
    close(file)
  }

  @Test func anUnchangedPhotoIsNotOpenedAgain() throws {
    let wanted = shop.write("a.jpg", try Workshop.sample())
    settle()
    let store = shop.store()
    let first = try store.develop([wanted])[0].get()
    store.finish(shown: [wanted.path])
    // Without processes, and with an unreadable photo, only the index can know it.
    let blind = PhotoStore(folder: shop.cache, processes: nil, jobs: 1)
    #expect(try blind.develop([wanted])[0].get() == first)
  }

  @Test func aPhotoThatIsReplacedIsDevelopedAnewWhateverItsTimeSays() throws {
    let sample = try Workshop.sample()
    let wanted = shop.write("a.jpg", sample)
    settle()
    let store = shop.store()
    let first = try store.develop([wanted])[0].get()
    store.finish(shown: [wanted.path])
    var status = stat()
    lstat(wanted.path, &status)
    // The picture's density, which is none of its pixels.
    shop.write("a.jpg", Array(sample[..<15]) + [sample[15] ^ 2] + sample[16...])
    // The modification time can be set back; the time of the last change can't.
    utimensat(AT_FDCWD, wanted.path, [status.st_atim, status.st_mtim], 0)
    #expect(try shop.store().develop([wanted])[0].get().key != first.key)
  }

  @Test func aPhotoThatWasJustWrittenIsReadAgainNextTime() throws {
    let wanted = shop.write("a.jpg", try Workshop.sample())
    let store = shop.store()
    _ = try store.develop([wanted])
    store.finish(shown: [wanted.path])
    #expect(PhotoIndex(file: shop.cache + "/index").entries[wanted.path]?.stamp == nil)
  }

  @Test func whatIsLostOrDamagedInTheCacheIsMadeAgain() throws {
    let wanted = shop.write("a.jpg", try Workshop.sample())
    let store = shop.store()
    let photo = try store.develop([wanted])[0].get()
    let whole = try store.bytes(of: photo.files[0], in: photo)
    let entry = try #require(shop.entries.first)
    overwrite(entry, at: photo.files[0].offset + 5, [1, 2, 3, 4])
    #expect(try store.bytes(of: photo.files[0], in: photo) == whole)
    truncate(entry, 100)
    #expect(try shop.store().develop([wanted])[0].get() == photo)
    unlink(entry)
    #expect(try store.bytes(of: photo.files[0], in: photo) == whole)
  }

  @Test func aDamagedIndexIsForgotten() throws {
    let wanted = shop.write("a.jpg", try Workshop.sample())
    let store = shop.store()
    let photo = try store.develop([wanted])[0].get()
    store.finish(shown: [wanted.path])
    let index = shop.cache + "/index"
    let whole = try readFile(index, largest: 1 << 20).bytes
    for offset in stride(from: 0, to: whole.count, by: 7) {
      overwrite(index, at: offset, [whole[offset] ^ 0x55])
      #expect(PhotoIndex(file: index).entries.isEmpty)
      overwrite(index, at: offset, [whole[offset]])
    }
    truncate(index, whole.count / 2)
    #expect(try shop.store().develop([wanted])[0].get() == photo)
  }

  @Test func deletesWhatNoBuildUsedForAMonthAndWhatKilledBuildsLeft() throws {
    let wanted = [shop.write("a.jpg", try Workshop.sample()), shop.write("b.jpg", try Workshop.sample() + [0])]
    let store = shop.store()
    let photos = try store.develop(wanted).map { try $0.get() }
    let old = time(nil) - 31 * 86_400
    let left = shop.cache + "/new-1-1"
    close(open(left, O_WRONLY | O_CREAT, 0o644))
    for file in shop.entries + [left] {
      utimensat(AT_FDCWD, file, [timespec(tv_sec: old, tv_nsec: 0), timespec(tv_sec: old, tv_nsec: 0)], 0)
    }
    store.finish(shown: [wanted[0].path])
    #expect(shop.entries.count == 1)
    #expect(access(left, F_OK) != 0)
    #expect(CacheFolder(path: shop.cache).read(photos[0].key) == photos[0])
  }

  @Test func twoBuildsAtOnceGetTheSame() throws {
    let sample = try Workshop.sample()
    let wanted = (0..<4).map { shop.write("\($0).jpg", sample + [UInt8($0)]) }
    let stores = [shop.store(), shop.store()]
    let results = Mutex<[[DevelopedPhoto]]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      let photos = try? stores[number].develop(wanted).map { try $0.get() }
      stores[number].finish(shown: Set(wanted.map(\.path)))
      results.withLock { $0.append(photos ?? []) }
    }
    let found = results.withLock { $0 }
    #expect(found[0] == found[1] && found[0].count == 4)
    #expect(shop.entries.count == 4)
  }
}
