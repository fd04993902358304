internal import Glibc

/// File systems whose files others change without this machine's kernel knowing: those of other machines, and what a
/// virtual machine or WSL sees of its host's.
private let remoteSystems: Set<Substring> = [
  "nfs", "nfs4", "cifs", "smb3", "9p", "drvfs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs", "ceph", "afs",
]

/// Whether a folder lies in such a file system, as `/proc/self/mountinfo` tells (proc(5)).
func isRemote(_ folder: String) -> Bool {
  guard let real = realpath(folder, nil), let table = fopen("/proc/self/mountinfo", "re") else { return false }
  let path = String(cString: real) + "/"
  free(real)
  defer { fclose(table) }
  var (system, longest): (Substring, Int) = ("", -1)
  var line: UnsafeMutablePointer<CChar>?
  var capacity = 0
  defer { free(line) }
  while getline(&line, &capacity, table) > 0, let line {
    // 36 35 98:0 /root /mount/point options … - type source options
    let fields = String(cString: line).split(separator: " ")
    guard fields.count > 6, let mark = fields[6...].firstIndex(of: "-"), mark + 1 < fields.count else { continue }
    let mount = fields[4] == "/" ? "/" : fields[4] + "/"
    // Of mounts at one place the last one counts.
    if path.hasPrefix(mount), mount.utf8.count >= longest { (system, longest) = (fields[mark + 1], mount.utf8.count) }
  }
  return remoteSystems.contains(system) || system.hasPrefix("fuse.")
}
