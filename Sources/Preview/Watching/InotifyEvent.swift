internal import Glibc

/// What the kernel reports of a watched folder.
struct InotifyEvent {
  let watch: Int32
  private let mask: UInt32
  /// The file in the folder that it is about; `nil` when it is about the folder, or the name isn't UTF-8.
  let name: String?
  let isNameless: Bool

  func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }

  /// The next events of a descriptor that doesn't block; `nil` when there are none.
  static func read(from descriptor: Int32) -> [InotifyEvent]? {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return nil }
      var (events, offset): ([InotifyEvent], Int) = ([], 0)
      while offset + MemoryLayout<inotify_event>.size <= count {
        let head = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        offset += MemoryLayout<inotify_event>.size
        let name = buffer[offset..<min(count, offset + Int(head.len))].prefix { $0 != 0 }
        events.append(
          InotifyEvent(
            watch: head.wd, mask: head.mask, name: name.isEmpty ? nil : String(validating: name, as: UTF8.self),
            isNameless: name.isEmpty))
        offset += Int(head.len)
      }
      return events
    }
  }
}
