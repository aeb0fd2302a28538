/// Work done on several threads, taken in and given out on one, in order.
///
/// The calling thread pulls inputs and delivers outputs, both in the order of the inputs, whatever the number of threads; it
/// pulls no further than `window` inputs, or `windowWeight` of them, beyond what has been delivered: that is all that is ever
/// in memory.
public struct Conveyor<Input: Sendable, Output: Sendable> {
  /// Number of working threads; with one, everything happens on the calling thread.
  let jobs: Int
  /// Most inputs taken in and not yet given out.
  let window: Int
  /// Most weight (bytes) of them; a single input may be heavier.
  let windowWeight: Int

  public init(jobs: Int, window: Int? = nil, windowWeight: Int = 32 << 20) {
    self.jobs = max(1, jobs)
    self.window = window ?? max(1, jobs) * 32
    self.windowWeight = windowWeight
  }

  /// Runs until `pull` gives nil, or `deliver` throws.
  ///
  /// - Parameters:
  ///   - worker: Makes what one thread works with; called on that thread.
  ///   - weight: What an input counts for in `windowWeight`.
  public func run(
    pull: () -> Input?, weight: (Input) -> Int, worker: @escaping @Sendable () -> (Input) -> Output,
    deliver: (Output) throws -> Void
  ) throws {
    guard jobs > 1 else {
      let work = worker()
      while let input = pull() { try deliver(work(input)) }
      return
    }
    let belt = Belt<Input, Output>()
    let threads = WorkerThreads(count: jobs) {
      let work = worker()
      while let (number, input) = belt.take() { belt.put(work(input), at: number) }
    }
    guard threads.started > 0 else {
      return try Conveyor(jobs: 1).run(pull: pull, weight: weight, worker: worker, deliver: deliver)
    }
    defer {
      belt.close()
      threads.join()
    }
    var weights: [Int] = []
    var delivered = 0
    var inside = 0
    var hasMore = true
    while true {
      while hasMore, weights.count - delivered < window, inside < windowWeight || weights.count == delivered {
        guard let input = pull() else {
          hasMore = false
          break
        }
        weights.append(weight(input))
        inside += weights[weights.count - 1]
        belt.add(input)
      }
      guard delivered < weights.count else { return }
      let output = belt.next()
      inside -= weights[delivered]
      delivered += 1
      // What has been delivered needs no weights any more.
      if delivered == weights.count || delivered > 4096 {
        weights.removeFirst(delivered)
        delivered = 0
      }
      try deliver(output)
    }
  }
}

/// What stands between the calling thread and the working ones.
private final class Belt<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // Everything below is touched inside `monitor` alone.
  private let monitor = Monitor()
  private var waiting: [(Int, Input)] = []
  private var firstWaiting = 0
  private var added = 0
  private var given = 0
  private var done: [Int: Output] = [:]
  private var isClosed = false

  func add(_ input: Input) {
    monitor.exclusively {
      waiting.append((added, input))
      added += 1
    }
  }

  /// The next input and its number; nil when the belt is closed.
  func take() -> (Int, Input)? {
    monitor.when({ isClosed || firstWaiting < waiting.count }) {
      guard !isClosed else { return nil }
      let next = waiting[firstWaiting]
      firstWaiting += 1
      if firstWaiting == waiting.count {
        waiting.removeAll(keepingCapacity: true)
        firstWaiting = 0
      }
      return next
    }
  }

  func put(_ output: Output, at number: Int) {
    monitor.exclusively { done[number] = output }
  }

  /// Waits for the output that is next in order. Only to be asked for after its input was added.
  func next() -> Output {
    monitor.when({ done[given] != nil }) {
      defer { given += 1 }
      // Asked in `when`, so it is there; the loop above would wait for ever otherwise.
      guard let output = done.removeValue(forKey: given) else { preconditionFailure("an output was taken twice") }
      return output
    }
  }

  func close() { monitor.exclusively { isClosed = true } }
}
