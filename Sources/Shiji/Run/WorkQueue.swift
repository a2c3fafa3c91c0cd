#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Does pieces of work in several threads and gives the results in the order of the input.
///
/// The threads take turns at reading; who finishes the oldest open piece also delivers it and what
/// waits behind it. At most `window` pieces are open, so memory is bounded whatever the order in
/// which they finish. One job runs in the caller's thread alone.
final class WorkQueue<Input, Output> {
  private let next: () -> Input?
  private let work: (Input) -> Output
  private let deliver: (Output) -> Bool
  private let window: Int
  private let inputLock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let stateLock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var started = 0
  private var delivered = 0
  private var waiting: [Int: Output] = [:]
  private var isFinished = false

  /// Makes a queue.
  ///
  /// - Parameters:
  ///   - next: gives the next piece, nothing at the end; called by one thread at a time.
  ///   - work: must be safe to call from several threads.
  ///   - deliver: takes a result, false to stop; called by one thread at a time, in order.
  init(
    window: Int, next: @escaping () -> Input?, work: @escaping (Input) -> Output,
    deliver: @escaping (Output) -> Bool
  ) {
    self.window = max(window, 1)
    self.next = next
    self.work = work
    self.deliver = deliver
    pthread_mutex_init(inputLock, nil)
    pthread_mutex_init(stateLock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(inputLock)
    pthread_mutex_destroy(stateLock)
    pthread_cond_destroy(changed)
    inputLock.deallocate()
    stateLock.deallocate()
    changed.deallocate()
  }

  /// Runs until the input ends, with `jobs` threads, the caller's included.
  func run(jobs: Int) {
    let threads = (1..<max(jobs, 1)).compactMap { _ in WorkerThread { self.loop() } }
    loop()
    for thread in threads { thread.join() }
  }

  private func loop() {
    while let (number, input) = take() {
      give(work(input), number)
    }
  }

  /// Waits for room in the window, then reads.
  private func take() -> (Int, Input)? {
    pthread_mutex_lock(inputLock)
    defer { pthread_mutex_unlock(inputLock) }
    pthread_mutex_lock(stateLock)
    while !isFinished, started - delivered >= window { pthread_cond_wait(changed, stateLock) }
    let stopped = isFinished
    pthread_mutex_unlock(stateLock)
    guard !stopped else { return nil }
    guard let input = next() else {
      finish()
      return nil
    }
    started += 1
    return (started - 1, input)
  }

  private func finish() {
    pthread_mutex_lock(stateLock)
    isFinished = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(stateLock)
  }

  private func give(_ output: Output, _ number: Int) {
    pthread_mutex_lock(stateLock)
    waiting[number] = output
    var goesOn = true
    while goesOn, let output = waiting.removeValue(forKey: delivered) {
      goesOn = deliver(output)
      delivered += 1
    }
    if !goesOn {
      isFinished = true
      waiting.removeAll()
      delivered = Int.min / 2
    }
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(stateLock)
  }
}
