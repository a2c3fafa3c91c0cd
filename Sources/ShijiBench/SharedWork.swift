import Shiji
import Synchronization

/// Lines that several threads read, a chunk at a time.
struct SharedWork {
  let passages: Passages
  /// One for each thread.
  let workers: [Stage.Worker]

  /// Reads all lines once and gives the sum of the counts. Starting the threads is part of it.
  func run() -> Int {
    let progress = Progress()
    let threads = workers.dropFirst().compactMap { worker in
      WorkerThread { read(worker, progress) }
    }
    if let worker = workers.first { read(worker, progress) }
    for thread in threads { thread.join() }
    return progress.count.load(ordering: .relaxed)
  }

  private final class Progress: Sendable {
    let nextChunk = Atomic<Int>(0)
    let count = Atomic<Int>(0)
  }

  private func read(_ worker: Stage.Worker, _ progress: Progress) {
    while true {
      let chunk = progress.nextChunk.add(1, ordering: .relaxed).oldValue
      guard chunk < passages.chunks.count else { return }
      progress.count.add(worker(passages.lines[passages.chunks[chunk]]), ordering: .relaxed)
    }
  }
}
