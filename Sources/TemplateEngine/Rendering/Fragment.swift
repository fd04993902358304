internal import Glibc
internal import Synchronization

/// An include that shows one record, such as a product's card or the site's footer, and depends on nothing else but
/// plain values.
///
/// Pages have one in common when they include the same file for a record of the same schema.
final class Fragment: Sendable {}

/// A fragment in a program. Paths are indices of the program's.
struct CompiledFragment: Sendable {
  let fragment: Fragment
  let record: UInt32
  let inputs: [UInt32]
}

/// What fragments have made of a record that many pages show.
///
/// Rendering is still a function of its values: markup is used again only where all that it depends on is equal.
final class FragmentMemory: Sendable {
  private let lock = Mutex(())
  /// What was remembered last, and then what was before. Used by one thread at a time: with the lock.
  nonisolated(unsafe) private var newest: RememberedMarkup?

  /// Of one record. There are few: several includes show it, its picture loads at once or later, a theme is edited.
  private static let mostEntries = 8

  /// Appends what is remembered of a fragment for inputs with this key. False, with nothing appended, when nothing is.
  func append(_ fragment: Fragment, _ key: UnsafeRawBufferPointer, to buffer: inout OutputBuffer) -> Bool {
    lock.withLock { _ in
      var entry = newest
      while let current = entry {
        if current.append(ifOf: fragment, key, to: &buffer) { return true }
        entry = current.next
      }
      return false
    }
  }

  func remember(_ fragment: Fragment, _ key: UnsafeRawBufferPointer, _ markup: UnsafeBufferPointer<UInt8>) {
    lock.withLock { _ in
      newest = .make(fragment, key, markup, next: newest)
      var last = newest
      for _ in 1..<Self.mostEntries { last = last?.next }
      last?.next = nil
    }
  }
}

/// The markup of a fragment with the key of the inputs that it was made of, all in one allocation: pages show thousands
/// of them, and each address that has to be looked up in memory takes as long as copying one.
private final class RememberedMarkup: ManagedBuffer<RememberedMarkup.Header, UInt8> {
  struct Header {
    let fragment: Fragment
    let keyCount, markupCount: Int
    var next: RememberedMarkup?
  }

  static func make(
    _ fragment: Fragment, _ key: UnsafeRawBufferPointer, _ markup: UnsafeBufferPointer<UInt8>, next: RememberedMarkup?
  ) -> RememberedMarkup {
    let entry = create(minimumCapacity: key.count + markup.count) { _ in
      Header(fragment: fragment, keyCount: key.count, markupCount: markup.count, next: next)
    }
    entry.withUnsafeMutablePointerToElements { bytes in
      _ = UnsafeMutableRawBufferPointer(start: bytes, count: key.count).initializeMemory(as: UInt8.self, from: key)
      _ = UnsafeMutableBufferPointer(start: bytes + key.count, count: markup.count).initialize(from: markup)
    }
    return unsafeDowncast(entry, to: RememberedMarkup.self)
  }

  var next: RememberedMarkup? {
    get { withUnsafeMutablePointerToHeader { $0.pointee.next } }
    set { withUnsafeMutablePointerToHeader { $0.pointee.next = newValue } }
  }

  func append(ifOf fragment: Fragment, _ key: UnsafeRawBufferPointer, to buffer: inout OutputBuffer) -> Bool {
    withUnsafeMutablePointers { header, bytes in
      guard header.pointee.fragment === fragment, header.pointee.keyCount == key.count else { return false }
      if let start = key.baseAddress, memcmp(bytes, start, key.count) != 0 { return false }
      buffer.append(UnsafeBufferPointer(start: bytes + key.count, count: header.pointee.markupCount))
      return true
    }
  }
}

extension Renderer {
  /// Appends what the fragment's record remembers of it. False, with nothing appended, when that is nothing.
  @inline(never)  // Would make the renderer's loop slower.
  func recall(_ index: UInt32, _ frame: Frame, _ buffer: inout OutputBuffer) -> Bool {
    let fragment = program.fragments.baseAddress! + Int(index)
    guard let memory = memory(fragment, frame) else { return false }
    return withKey(of: fragment, frame) { key in
      key.map { memory.append(fragment.pointee.fragment, $0, to: &buffer) } ?? false
    }
  }

  /// Lets the fragment's record remember the markup after `mark`, unless it depends on more than plain values.
  @inline(never)
  func remember(_ index: UInt32, _ frame: Frame, _ buffer: borrowing OutputBuffer, from mark: Int) {
    let fragment = program.fragments.baseAddress! + Int(index)
    guard let memory = memory(fragment, frame) else { return }
    let markup = UnsafeBufferPointer(start: buffer.start + mark, count: buffer.count - mark)
    withKey(of: fragment, frame) { key in
      if let key { memory.remember(fragment.pointee.fragment, key, markup) }
    }
  }

  /// The memory of the fragment's record, if many pages show that.
  private func memory(_ fragment: UnsafePointer<CompiledFragment>, _ frame: Frame) -> FragmentMemory? {
    guard let record = try? follow(fragment.pointee.record, frame), case .record(let record) = record.pointee else {
      return nil
    }
    return record.storage.memory
  }

  /// Lends `body` the fragment's inputs as bytes: equal bytes, equal inputs. `nil` when one is a list, a map or a
  /// record, or they are long.
  private func withKey<Result>(
    of fragment: UnsafePointer<CompiledFragment>, _ frame: Frame, _ body: (UnsafeRawBufferPointer?) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: Self.longestKey, alignment: 1) { bytes in
      var count = 0
      for path in fragment.pointee.inputs {
        let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
        guard let value = try? follow(path, frame), let written = value.pointee.write(to: rest) else {
          return body(nil)
        }
        count += written
      }
      return body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    }
  }

  private static var longestKey: Int { 128 }
}

extension Value {
  /// Writes a plain value so that no other value is written alike.
  /// - Returns: the number of bytes; `nil` for lists, maps and records, and when there is no room.
  fileprivate func write(to bytes: UnsafeMutableRawBufferPointer) -> Int? {
    switch self {
    case .undefined: Self.write(0, to: bytes)
    case .none: Self.write(1, to: bytes)
    case .bool(let flag): Self.write(flag ? 3 : 2, to: bytes)
    case .int(let number): withUnsafeBytes(of: number) { Self.write(4, $0, to: bytes) }
    case .float(let number): withUnsafeBytes(of: number) { Self.write(5, $0, to: bytes) }
    case .string(let text): text.withBytes { Self.write(6, UnsafeRawBufferPointer($0), to: bytes) }
    case .html(let text): text.withBytes { Self.write(7, UnsafeRawBufferPointer($0), to: bytes) }
    case .url(let text): text.withBytes { Self.write(8, UnsafeRawBufferPointer($0), to: bytes) }
    case .srcset(let text): text.withBytes { Self.write(9, UnsafeRawBufferPointer($0), to: bytes) }
    case .list, .map, .record: nil
    }
  }

  private static func write(_ kind: UInt8, to bytes: UnsafeMutableRawBufferPointer) -> Int? {
    guard !bytes.isEmpty else { return nil }
    bytes[0] = kind
    return 1
  }

  private static func write(
    _ kind: UInt8, _ content: UnsafeRawBufferPointer, to bytes: UnsafeMutableRawBufferPointer
  ) -> Int? {
    guard bytes.count >= 2 + content.count else { return nil }
    (bytes[0], bytes[1]) = (kind, UInt8(content.count))
    UnsafeMutableRawBufferPointer(rebasing: bytes[2...]).copyMemory(from: content)
    return 2 + content.count
  }
}
