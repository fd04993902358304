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
    if workers == 1 { return mapRun(0..<count, transform) }
    let runs = (0..<workers).map { $0 * count / workers..<($0 + 1) * count / workers }
    let parts = [(results: [Result], notes: [Note])?](unsafeUninitializedCapacity: workers) { buffer, initialized in
      buffer.initialize(repeating: nil)
      // Each thread writes its own element, and all are done before the buffer is read.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: workers) { slots[$0] = mapRun(runs[$0], transform) }
      initialized = workers
    }
    return (parts.flatMap { $0?.results ?? [] }, parts.flatMap { $0?.notes ?? [] })
  }

  private func mapRun<Result, Note>(
    _ run: Range<Int>, _ transform: (Element, inout [Note]) -> Result?
  ) -> (results: [Result], notes: [Note]) {
    var (results, notes): ([Result], [Note]) = ([], [])
    results.reserveCapacity(run.count)
    for index in run {
      if let result = transform(self[index], &notes) { results.append(result) }
    }
    return (results, notes)
  }
}
