import Dispatch

extension Array where Element: Sendable {
  /// What `transform` makes of the elements, without `nil`s, and everything that it appended to its second argument,
  /// both in the elements' order; worked on by up to `jobs` threads.
  ///
  /// Every thread takes one run of neighbours, so the outcome does not depend on their number.
  package func compactMapInParallel<Result: Sendable, Note: Sendable>(
    jobs: Int, _ transform: @Sendable (Element, inout [Note]) -> Result?
  ) -> (results: [Result], notes: [Note]) {
    let workers = Swift.max(1, Swift.min(jobs, count / 16))
    let runs = (0..<workers).map { $0 * count / workers..<($0 + 1) * count / workers }
    var notes = [[Note]](repeating: [], count: workers)
    let results = notes.withUnsafeMutableBufferPointer { notes in
      // Each thread writes the places of its own run, and all are done before anything is read.
      nonisolated(unsafe) let notes = notes
      return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        nonisolated(unsafe) let places = buffer
        var counts = [Int](repeating: 0, count: workers)
        counts.withUnsafeMutableBufferPointer { counts in
          nonisolated(unsafe) let counts = counts
          perform(workers) { worker in
            counts[worker] = map(runs[worker], into: places, &notes[worker], transform)
          }
        }
        initialized = Self.closeGaps(in: places, runs, counts)
      }
    }
    return (results, Array<Note>(notes.joined()))
  }

  private func perform(_ workers: Int, _ work: @Sendable (Int) -> Void) {
    if workers == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: workers, execute: work) }
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
