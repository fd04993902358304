import Dispatch
import Synchronization

/// Works out two values at the same time if there may be more than one job.
/// - Parameters:
///   - first: is worked out on this thread, and may itself share its work out among `jobs` threads.
///   - second: is worked out on another, and may not: it would get no more threads.
package func inParallel<First, Second: Sendable>(
  jobs: Int, _ first: () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  guard jobs > 1 else { return (first(), second()) }
  return withoutActuallyEscaping(second) { second in
    // Written by the other thread only, and read when it is done.
    nonisolated(unsafe) var secondResult: Second?
    let other = DispatchGroup()
    DispatchQueue.global().async(group: other) { secondResult = second() }
    let firstResult = first()
    other.wait()
    return (firstResult, secondResult!)
  }
}

extension Array where Element: Sendable {
  /// What `transform` makes of the elements, without `nil`s, and everything that it appended to its second argument,
  /// both in the elements' order; worked on by up to `jobs` threads.
  ///
  /// Threads take runs of neighbours until none is left. Results and notes are put together by run, so the outcome does
  /// not depend on the number of threads.
  package func compactMapInParallel<Result: Sendable, Note: Sendable>(
    jobs: Int, _ transform: @Sendable (Element, inout [Note]) -> Result?
  ) -> (results: [Result], notes: [Note]) {
    let workers = Swift.max(1, Swift.min(jobs, count / Self.shortestRun))
    let runCount = workers == 1 ? 1 : Swift.min(workers * Self.runsPerWorker, count / Self.shortestRun)
    let runs = (0..<runCount).map { $0 * count / runCount..<($0 + 1) * count / runCount }
    var notes = [[Note]](repeating: [], count: runCount)
    let results = notes.withUnsafeMutableBufferPointer { notes in
      // Each thread writes the places of its own runs, and all are done before anything is read.
      nonisolated(unsafe) let notes = notes
      return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        nonisolated(unsafe) let places = buffer
        var counts = [Int](repeating: 0, count: runCount)
        counts.withUnsafeMutableBufferPointer { counts in
          nonisolated(unsafe) let counts = counts
          Self.perform(runCount, workers) { run in
            counts[run] = map(runs[run], into: places, &notes[run], transform)
          }
        }
        initialized = Self.closeGaps(in: places, runs, counts)
      }
    }
    return (results, Array<Note>(notes.joined()))
  }

  /// Elements that are worth a thread.
  private static var shortestRun: Int { 16 }
  /// Many, so that a thread whose elements are quickly done goes on with others', and all end at about the same time.
  private static var runsPerWorker: Int { 64 }

  private static func perform(_ runs: Int, _ workers: Int, _ work: @Sendable (Int) -> Void) {
    guard workers > 1 else { return work(0) }
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while case let run = next.add(1, ordering: .relaxed).oldValue, run < runs { work(run) }
    }
  }

  /// Initializes the first places of a run.
  /// - Returns: how many.
  private func map<Result, Note>(
    _ run: Range<Int>, into places: UnsafeMutableBufferPointer<Result>, _ notes: inout [Note],
    _ transform: (Element, inout [Note]) -> Result?
  ) -> Int {
    var place = run.lowerBound
    for index in run {
      guard let result = transform(self[index], &notes) else { continue }
      places.initializeElement(at: place, to: result)
      place += 1
    }
    return place - run.lowerBound
  }

  /// Moves the results of all runs together.
  /// - Returns: how many there are.
  private static func closeGaps<Result>(
    in places: UnsafeMutableBufferPointer<Result>, _ runs: [Range<Int>], _ counts: [Int]
  ) -> Int {
    guard let start = places.baseAddress else { return 0 }
    var end = 0
    for (run, count) in zip(runs, counts) {
      if run.lowerBound > end { (start + end).moveInitialize(from: start + run.lowerBound, count: count) }
      end += count
    }
    return end
  }
}
