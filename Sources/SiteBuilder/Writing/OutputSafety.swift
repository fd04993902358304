internal import Diagnostics
internal import Glibc

/// Which folders may be written to. A slip of the hand on the command line must not cost anyone a file.
enum OutputSafety {
  /// Why `output` may not be the output folder, or `nil`.
  static func reason(output: String, content: String, templates: String, home: String?) -> Message? {
    if output.isEmpty { return Message(en: "it has no name", id: "namanya kosong") }
    let target = resolved(output)
    let inputs = [resolved(content), resolved(templates)]
    if target == unresolvable {
      return Message(
        en: "it leads back out of a folder that does not exist", id: "jalurnya keluar lagi dari folder yang belum ada")
    }
    if target == "/" { return Message(en: "it is the whole machine", id: "itu seluruh komputer") }
    if let home, target == resolved(home) {
      return Message(en: "it is your home folder", id: "itu folder rumah Anda")
    }
    if inputs.contains(where: { target == $0 || target.hasPrefix($0 + "/") }) {
      return Message(en: "it is a folder that the site is made from", id: "itu folder bahan situs")
    }
    if inputs.contains(where: { $0.hasPrefix(target + "/") }) {
      return Message(
        en: "the folders that the site is made from lie in it", id: "folder bahan situs ada di dalamnya")
    }
    if access(target + "/.git", F_OK) == 0 {
      return Message(en: "it is a git repository", id: "itu repositori git")
    }
    return nil
  }

  /// Why `cache` may not be where developed photos are kept, or `nil`. What lies in the content folder is read as content,
  /// and what lies in the output folder is published.
  static func reason(cache: String, content: String, templates: String, output: String) -> Message? {
    if cache.isEmpty { return Message(en: "it has no name", id: "namanya kosong") }
    let target = resolved(cache)
    let isInside = { (folder: String) in target == resolved(folder) || target.hasPrefix(resolved(folder) + "/") }
    if isInside(content) || isInside(templates) {
      return Message(en: "it is a folder that the site is made from", id: "itu folder bahan situs")
    }
    return isInside(output) ? Message(en: "it would be published", id: "isinya akan ikut terbit") : nil
  }

  /// What stands for a path that climbs (`..`) out of a folder which isn't there: where it leads can't be known.
  private static let unresolvable = ""

  /// The path without links, as far as it exists yet.
  private static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return path.hasPrefix("/") ? "/" : resolved(".") }
    if last == ".." || last == "." { return unresolvable }
    let parent = parts.dropLast().joined(separator: "/")
    let folder = resolved(path.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent)
    if folder == unresolvable { return unresolvable }
    return folder == "/" ? "/\(last)" : "\(folder)/\(last)"
  }
}
