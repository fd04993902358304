internal import Dispatch
internal import Synchronization

/// Makes files of photos, and remembers what it made.
///
///     let store = PhotoStore(folder: ".etalase/photos", processes: processes, jobs: 2)
///     let results = try store.develop([.init(path: "getuk.jpg", recipe: recipe)])
///     if case .success(let photo) = results[0] { print(photo.width, photo.files.count) }
///     store.finish(shown: ["getuk.jpg"])
///
/// Photos are decoded in processes of their own (`ImagingProcesses`): one that takes its decoder down, fills the memory
/// or never ends costs that photo only.
public final class PhotoStore: Sendable {
  /// A photo and what is wanted of it.
  public struct Wanted: Sendable, Hashable {
    public let path: String
    public let recipe: PhotoRecipe

    public init(path: String, recipe: PhotoRecipe) { (self.path, self.recipe) = (path, recipe) }
  }

  /// Photos that are done, of how many, and one that just was.
  public typealias Progress = @Sendable (_ done: Int, _ count: Int, _ path: String) -> Void

  private let folder: CacheFolder
  private let indexFile: String
  private let darkroom: Darkroom?
  private let jobs: Int
  private let progress: Progress?
  private let state = Mutex(State())

  private struct State {
    /// `nil` before it is needed.
    var known: PhotoIndex?
    /// What this build has used, by path; what the index becomes.
    var used: [String: PhotoIndex.Entry] = [:]
    var sources: [CacheKey: Wanted] = [:]
    /// Whether the index on disk lacks something.
    var isNewer = false
  }

  /// - Parameters:
  ///   - folder: of the cache; made when something has to be kept.
  ///   - processes: `nil` when the machine could not start them: then only photos in the cache can be had.
  ///   - progress: is told of each photo that is developed.
  public init(folder: String, processes: ImagingProcesses?, jobs: Int, progress: Progress? = nil) {
    self.folder = CacheFolder(path: folder)
    (self.jobs, self.progress) = (jobs, progress)
    indexFile = folder + "/index"
    darkroom = processes.map { Darkroom(processes: $0, workers: min(jobs, Darkroom.mostWorkers)) }
  }

  private func withState<Result>(_ body: (inout State, inout PhotoIndex) -> Result) -> Result {
    state.withLock { state in
      var index = state.known ?? PhotoIndex(file: indexFile)
      state.known = nil
      defer { state.known = index }
      return body(&state, &index)
    }
  }

  /// The paths of photos that the build before used, and this one has not.
  public var unusedPaths: Set<String> {
    withState { state, index in
      guard index.entries.count > state.used.count || state.isNewer else { return [] }
      return Set(index.entries.keys.filter { state.used[$0] == nil })
    }
  }

  /// Finds in the cache, or makes, what is wanted.
  /// - Returns: one result for each, in the same order.
  public func develop(_ wanted: [Wanted]) throws(ImagingFailure) -> [Result<DevelopedPhoto, PhotoProblem>] {
    guard !wanted.isEmpty else { return [] }
    let (index, entries) = withState { ($1, $0.used) }
    let isSameLibrary = index.library.map { FileStamp($0.known.path) == $0.stamp } ?? false
    var results = inParallel(wanted) { wanted -> PhotoIndex.Entry? in
      guard isSameLibrary, let entry = entries[wanted.path] ?? index.entries[wanted.path] else { return nil }
      guard entry.recipe == wanted.recipe.name, let stamp = entry.stamp, FileStamp(wanted.path) == stamp else {
        return nil
      }
      return entry
    }.map { $0.map { Result<PhotoIndex.Entry, PhotoProblem>.success($0) } }

    let missing = results.indices.filter { results[$0] == nil }
    if !missing.isEmpty {
      let made = try make(missing.map { wanted[$0] }, isSameLibrary ? index.library?.known : nil)
      for (index, result) in zip(missing, made) { results[index] = result }
    }
    remember(wanted, results.compactMap { $0 }, isNew: !missing.isEmpty)
    return results.compactMap { $0?.map(\.photo) }
  }

  private func remember(
    _ wanted: [Wanted], _ results: [Result<PhotoIndex.Entry, PhotoProblem>], isNew: Bool
  ) {
    state.withLock { state in
      for (wanted, result) in zip(wanted, results) {
        guard case .success(let entry) = result else { continue }
        state.used[wanted.path] = entry
        state.sources[entry.photo.key] = wanted
      }
      if isNew { state.isNewer = true }
    }
  }

  /// Photos that the index does not know: each is read, and those that the cache does not have are developed.
  private func make(
    _ wanted: [Wanted], _ known: ImagingProcesses.Library?
  ) throws(ImagingFailure) -> [Result<PhotoIndex.Entry, PhotoProblem>] {
    guard let darkroom else { throw .workersAreGone }
    let sources = inParallel(wanted) { SourcePhoto.read($0.path) }
    try folder.make()
    let library: ImagingProcesses.Library
    if let known { library = known } else { library = try learn(darkroom) }
    let cached = inParallel(Array(zip(wanted, sources))) { [folder] wanted, source in
      (try? source.get()).flatMap {
        folder.read(CacheKey(source: $0.digest, recipe: wanted.recipe, library: library.version))
      }
    }
    let new = wanted.indices.filter { index in
      if case .success = sources[index] { return cached[index] == nil }
      return false
    }
    let made = try darkroom.develop(new.map { wanted[$0] }, library, folder, progress)
    var developed = Dictionary(uniqueKeysWithValues: zip(new, made))
    return wanted.indices.map { index in
      sources[index].flatMap { source in
        let photo = cached[index].map { .success($0) } ?? developed.removeValue(forKey: index) ?? .failure(.crashed)
        return photo.map { photo in
          let key = CacheKey(source: source.digest, recipe: wanted[index].recipe, library: library.version)
          // Another photo was decoded than was read: it must be read again next time.
          let stamp = photo.key == key ? source.stamp : nil
          return PhotoIndex.Entry(stamp: stamp, recipe: wanted[index].recipe.name, photo: photo)
        }
      }
    }
  }

  private func learn(_ darkroom: Darkroom) throws(ImagingFailure) -> ImagingProcesses.Library {
    let library = try darkroom.library()
    withState { state, index in
      state.isNewer = true
      index.library = FileStamp(library.path).map { (library, $0) }
    }
    return library
  }

  /// The bytes of a file of a photo. Should the cache have lost them, they are made again.
  public func bytes(of file: DevelopedPhoto.File, in photo: DevelopedPhoto) throws(ImagingFailure) -> [UInt8] {
    if let bytes = folder.bytes(of: file, photo.key) { return bytes }
    let (wanted, library) = withState { ($0.sources[photo.key], $1.library?.known) }
    guard let wanted, let darkroom, let library else { throw .workersAreGone }
    try folder.make()
    _ = try darkroom.develop([wanted], library, folder, nil)
    guard let bytes = folder.bytes(of: file, photo.key) else { throw .otherBytes(wanted.path) }
    return bytes
  }

  /// Writes down what was used, and once a day deletes what has not been for long.
  /// - Parameter shown: the paths of photos that were not developed in vain.
  public func finish(shown: Set<String>) {
    withState { state, index in
      if state.used.count > shown.count { state.used = state.used.filter { shown.contains($0.key) } }
      guard !state.used.isEmpty else { return }
      let isAnotherDay = index.tidied != currentDay()
      guard state.isNewer || isAnotherDay || index.entries.count != state.used.count else { return }
      if isAnotherDay { folder.prune(used: state.used.values.map(\.photo.key)) }
      index.entries = state.used
      index.tidied = currentDay()
      index.save(to: indexFile)
      state.isNewer = false
    }
  }

  private func inParallel<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let workers = min(jobs, (elements.count + 15) / 16)
    guard workers > 1 else { return elements.map(transform) }
    return [Result](unsafeUninitializedCapacity: elements.count) { buffer, count in
      // Each thread writes the places of its own run, and all are done before anything is read.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for index in worker * elements.count / workers..<(worker + 1) * elements.count / workers {
          places.initializeElement(at: index, to: transform(elements[index]))
        }
      }
      count = elements.count
    }
  }
}
