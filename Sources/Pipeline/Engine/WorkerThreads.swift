import Glibc

/// A mutex with a condition, for a handful of threads that wait for each other.
final class Monitor: @unchecked Sendable {
  // Both are used through their addresses alone, which do not move: what makes sharing them between threads right.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Runs `body` alone; wakes everybody who waits when it is done.
  func exclusively<Result>(_ body: () throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return try body()
  }

  /// Waits until `isReady`, then runs `body` alone.
  func when<Result>(_ isReady: () -> Bool, _ body: () throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    while !isReady() { pthread_cond_wait(condition, mutex) }
    return try body()
  }
}

/// Threads that run one body each; `join` waits for their ends.
struct WorkerThreads {
  private var threads: [pthread_t] = []

  /// Deep texts need deep stacks no more than shallow ones, but the system's default may be small.
  private static let stackSize = 8 << 20

  /// Starts up to `count` threads; `started` says how many the system gave.
  init(count: Int, body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    for _ in 0..<count {
      var thread = pthread_t()
      let box = Unmanaged.passRetained(Body(run: body))
      let status = pthread_create(
        &thread, &attributes,
        { pointer in
          if let pointer { Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run() }
          return nil
        }, box.toOpaque())
      guard status == 0 else {
        box.release()
        break
      }
      threads.append(thread)
    }
  }

  var started: Int { threads.count }

  func join() {
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
