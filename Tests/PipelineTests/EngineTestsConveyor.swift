import Synchronization
import Testing

@testable import Pipeline

/// Order, back-pressure and ends of the conveyor.
@Suite struct EngineTestsConveyor {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 7])
  func outputsComeInTheOrderOfInputs(jobs: Int) throws {
    var next = 0
    var outputs: [Int] = []
    try Conveyor<Int, Int>(jobs: jobs, window: 8).run(
      pull: {
        guard next < 500 else { return nil }
        defer { next += 1 }
        return next
      },
      weight: { _ in 1 },
      worker: {
        { number in
          // Later inputs are done sooner than earlier ones.
          var rest = (500 - number) * 20
          while rest > 0 { rest -= 1 }
          return number * 2
        }
      },
      deliver: { outputs.append($0) })
    #expect(outputs == (0..<500).map { $0 * 2 })
  }

  @Test(arguments: [(8, 1_000_000), (1000, 40)])
  func noMoreThanTheWindowIsTakenIn(window: Int, weight: Int) throws {
    var pulled = 0
    var delivered = 0
    var most = 0
    try Conveyor<Int, Int>(jobs: 3, window: window, windowWeight: weight).run(
      pull: {
        guard pulled < 300 else { return nil }
        pulled += 1
        most = max(most, pulled - delivered)
        return pulled
      },
      weight: { _ in 10 }, worker: { { $0 } }, deliver: { _ in delivered += 1 })
    #expect(delivered == 300)
    #expect(most <= 8)
  }

  @Test(arguments: [1, 3])
  func anErrorOfDeliveryEndsTheRun(jobs: Int) throws {
    var pulled = 0
    var delivered = 0
    #expect(throws: Stop.self) {
      try Conveyor<Int, Int>(jobs: jobs, window: 4).run(
        pull: {
          pulled += 1
          return pulled
        },
        weight: { _ in 1 }, worker: { { $0 } },
        deliver: { _ in
          delivered += 1
          if delivered == 10 { throw Stop() }
        })
    }
    #expect(pulled <= 14)
  }

  @Test func eachThreadMakesItsOwnWorker() throws {
    let made = Counter()
    var next = 0
    try Conveyor<Int, Int>(jobs: 4, window: 4).run(
      pull: {
        next += 1
        return next <= 20 ? next : nil
      },
      weight: { _ in 1 },
      worker: {
        made.count.add(1, ordering: .relaxed)
        return { $0 }
      },
      deliver: { _ in })
    #expect((1...4).contains(made.count.load(ordering: .relaxed)))
  }

  private final class Counter: Sendable {
    let count = Atomic<Int>(0)
  }
}
