internal import Glibc
internal import Synchronization

/// Hands photos to the processes that decode them and collects what they make.
final class Darkroom: Sendable {
  /// Each holds some 50 MB for a phone's photo.
  static let mostWorkers = 6
  /// Deaths of workers that had no photo, in a row: the library itself is at fault.
  private static let mostDeaths = 8

  private let processes: ImagingProcesses
  private let workers: Int
  private let state = Mutex(State())

  private struct State {
    var isForked = false
    var library: ImagingProcesses.Library?
    var nextJob = 0
  }

  init(processes: ImagingProcesses, workers: Int) { (self.processes, self.workers) = (processes, max(1, workers)) }

  /// The library that the workers have loaded.
  func library() throws(ImagingFailure) -> ImagingProcesses.Library {
    try state.withLock { state throws(ImagingFailure) in
      try fork(&state)
      var deaths = 0
      while true {
        if let library = state.library { return library }
        switch try processes.receive() {
        case .ready(let library): state.library = library
        case .unavailable(let reason): throw .noLibrary(reason)
        case .died: deaths += 1
        case .started, .done: break
        }
        if deaths > Self.mostDeaths { throw .workersAreGone }
      }
    }
  }

  private func fork(_ state: inout State) throws(ImagingFailure) {
    guard !state.isForked else { return }
    try processes.fork(workers: workers)
    state.isForked = true
  }

  /// Develops the photos and keeps what came of them in the cache.
  /// - Parameter started: is told which process begins with a photo.
  /// - Returns: one result for each, in the same order.
  func develop(
    _ wanted: [PhotoStore.Wanted], _ library: ImagingProcesses.Library, _ folder: CacheFolder,
    _ progress: PhotoStore.Progress?, started: (Int32) -> Void = { _ in }
  ) throws(ImagingFailure) -> [Result<DevelopedPhoto, PhotoProblem>] {
    guard !wanted.isEmpty else { return [] }
    return try state.withLock { state throws(ImagingFailure) in
      try fork(&state)
      var run = Run(
        wanted: wanted, firstJob: state.nextJob, library: library, folder: folder, supervisor: processes.process)
      state.nextJob += wanted.count
      while run.finished < wanted.count {
        while !run.waiting.isEmpty, run.underway < workers * 2 { try run.send(processes) }
        guard let path = try run.take(try processes.receive(), started) else { continue }
        progress?(run.finished, wanted.count, path)
      }
      return run.results.compactMap { $0 }
    }
  }

  /// Photos on their way.
  private struct Run {
    let wanted: [PhotoStore.Wanted]
    let firstJob: Int
    let library: ImagingProcesses.Library
    let folder: CacheFolder
    let supervisor: Int32
    var results: [Result<DevelopedPhoto, PhotoProblem>?]
    /// Those to be sent, the next one last.
    var waiting: [Int]
    var underway = 0
    var finished = 0
    /// Those whose process the system has ended.
    var ended: Set<Int> = []
    /// What each process works at.
    var running: [Int32: Int] = [:]
    var deaths = 0

    init(
      wanted: [PhotoStore.Wanted], firstJob: Int, library: ImagingProcesses.Library, folder: CacheFolder,
      supervisor: Int32
    ) {
      (self.wanted, self.firstJob, self.library) = (wanted, firstJob, library)
      (self.folder, self.supervisor) = (folder, supervisor)
      results = Array(repeating: nil, count: wanted.count)
      waiting = wanted.indices.reversed()
    }

    /// Where a worker puts what it makes.
    private func target(_ job: Int) -> String { folder.newName(job, supervisor: supervisor) }

    mutating func send(_ processes: ImagingProcesses) throws(ImagingFailure) {
      let index = waiting.removeLast()
      let target = target(firstJob + index)
      underway += 1
      folder.discard(target)
      let request = ImagingProcesses.Request(
        job: firstJob + index, recipe: wanted[index].recipe, source: wanted[index].path, target: target)
      if request.fits { try processes.send(request) } else { finish(index, .failure(.unreadable(ENAMETOOLONG))) }
    }

    /// - Returns: the path of a photo that is done with this.
    mutating func take(
      _ reply: ImagingProcesses.Reply, _ started: (Int32) -> Void
    ) throws(ImagingFailure) -> String? {
      switch reply {
      case .ready: return nil
      case .unavailable(let reason): throw .noLibrary(reason)
      case .started(let job, let process):
        running[process] = job - firstJob
        started(process)
        return nil
      case .done(let job, let process, let result):
        running[process] = nil
        return finish(job - firstJob, try outcome(result, job))
      case .died(let process, let signal):
        guard let index = running.removeValue(forKey: process) else {
          deaths += 1
          if deaths > Darkroom.mostDeaths { throw .workersAreGone }
          return nil
        }
        folder.discard(target(firstJob + index))
        if signal == SIGKILL, ended.insert(index).inserted {
          // Not the photo's doing, most likely: the system was short of memory.
          underway -= 1
          waiting.append(index)
          return nil
        }
        return finish(index, .failure(PhotoProblem(signal: signal)))
      }
    }

    private func outcome(
      _ result: Result<ImagingProcesses.Development, ImagingProcesses.Refusal>, _ job: Int
    ) throws(ImagingFailure) -> Result<DevelopedPhoto, PhotoProblem> {
      let target = target(job)
      switch result {
      case .success(let development):
        let recipe = wanted[job - firstJob].recipe
        let key = CacheKey(source: development.digest, recipe: recipe, library: library.version)
        let photo = DevelopedPhoto(
          key: key, width: development.width, height: development.height, bytes: development.bytes,
          frames: development.frames, color: development.color, files: development.files)
        try folder.keep(photo, target)
        return .success(photo)
      case .failure(.photo(let problem)): return .failure(problem)
      case .failure(.target(let code)): throw .cannot("write", "menulis", target, code)
      }
    }

    @discardableResult
    private mutating func finish(_ index: Int, _ result: Result<DevelopedPhoto, PhotoProblem>) -> String {
      results[index] = result
      underway -= 1
      finished += 1
      return wanted[index].path
    }
  }
}
