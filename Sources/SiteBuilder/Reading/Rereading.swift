internal import Diagnostics

/// Brings what was read of a folder up to date. Lists ascend by path, before and after.
extension ProjectReader.Contents {
  /// Reads what lies at a path now: a file, a folder with all that is in it, or nothing. A path that the reader passes
  /// over changes nothing.
  /// - Returns: the paths at which the contents differ from before, and those of files that aren't text.
  mutating func reread(_ path: String, _ reader: ProjectReader) -> [String] {
    guard let (place, now) = reader.read(at: path) else { return [] }
    let before = remove(place)
    files.mergeSorted(now.files, \.path)
    otherPaths.mergeSorted(now.otherPaths, \.self)
    diagnostics += now.diagnostics
    return now.changes(since: before) + now.otherPaths + before.otherPaths
  }

  /// - Complexity: O(log files)
  func text(at path: String) -> SourceFile? {
    let index = files.firstIndex(notBefore: path, \.path)
    return index < files.count && isSame(files[index].path, path) ? files[index] : nil
  }

  /// The paths at which two readings differ, as far as that was read.
  func changes(since old: Self) -> [String] {
    let texts = differences(files, old.files, \.path) { $0.bytes == $1.bytes }
    let others = differences(otherPaths, old.otherPaths, \.self) { _, _ in true }
    let (problems, oldProblems) = (diagnostics.sortedForDisplay(), old.diagnostics.sortedForDisplay())
    let isSameProblem = { (a: Diagnostic, b: Diagnostic) in a.code == b.code && isSame(a.message.en, b.message.en) }
    return texts + others + differences(problems, oldProblems, \.location.file.path, isSameProblem)
  }

  /// Takes out what was read at a path and below it.
  private mutating func remove(_ place: String) -> Self {
    let isInside = { (problem: Diagnostic) in
      let path = problem.location.file.path
      return isSame(path, place) || path.utf8.starts(with: (place + "/").utf8)
    }
    defer { diagnostics.removeAll(where: isInside) }
    return Self(
      files: files.removeSorted(place, \.path), otherPaths: otherPaths.removeSorted(place, \.self),
      diagnostics: diagnostics.filter(isInside))
  }
}

/// The paths that only one of two ascending lists has, or at which their elements aren't the same.
private func differences<Element>(
  _ one: [Element], _ other: [Element], _ path: (Element) -> String, _ isSameElement: (Element, Element) -> Bool
) -> [String] {
  var (found, i, j): ([String], Int, Int) = ([], 0, 0)
  while i < one.count || j < other.count {
    if j == other.count || i < one.count && precedes(path(one[i]), path(other[j])) {
      found.append(path(one[i]))
      i += 1
    } else if i == one.count || precedes(path(other[j]), path(one[i])) {
      found.append(path(other[j]))
      j += 1
    } else {
      if !isSameElement(one[i], other[j]) { found.append(path(one[i])) }
      (i, j) = (i + 1, j + 1)
    }
  }
  return found
}

extension Array {
  /// Takes out the element at a path and those in the folder of that name.
  fileprivate mutating func removeSorted(_ place: String, _ path: (Element) -> String) -> [Element] {
    // "0" is the sign after "/". What lies between the place and its folder ("a-b" after "a") stays.
    let folder = firstIndex(notBefore: place + "/", path)..<firstIndex(notBefore: place + "0", path)
    let first = firstIndex(notBefore: place, path)
    let hasFile = first < count && isSame(path(self[first]), place)
    let removed = (hasFile ? [self[first]] : []) + self[folder]
    removeSubrange(folder)
    if hasFile { remove(at: first) }
    return removed
  }

  fileprivate mutating func mergeSorted(_ new: [Element], _ path: (Element) -> String) {
    guard new.count != 1 else { return insert(new[0], at: firstIndex(notBefore: path(new[0]), path)) }
    guard !new.isEmpty else { return }
    append(contentsOf: new)
    sort { precedes(path($0), path($1)) }
  }

  /// The index of the first element whose path doesn't come before `place`.
  fileprivate func firstIndex(notBefore place: String, _ path: (Element) -> String) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(path(self[middle]), place) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
