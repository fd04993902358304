internal import Glibc

/// Tells that a file still has the bytes that its name promises, without reading them.
///
/// A picture's name ends in the fingerprint of its bytes, and so does the modification time that it is written with:
/// whoever changes the file afterwards changes that time too. A file without the right time (it was copied, or the disk
/// knows only seconds) is read and compared like any other.
struct FileSeal: Sendable {
  let length: Int
  let fingerprint: UInt64

  /// 9 September 2001, 01:46:40 UTC, and below a second the fingerprint.
  private var time: timespec { timespec(tv_sec: 1_000_000_000, tv_nsec: Int(fingerprint % 1_000_000_000)) }

  /// Access and modification, as `futimens` wants them.
  var times: [timespec] { [time, time] }

  func fits(_ status: stat) -> Bool {
    Int(status.st_size) == length && status.st_mtim.tv_sec == time.tv_sec && status.st_mtim.tv_nsec == time.tv_nsec
  }
}
