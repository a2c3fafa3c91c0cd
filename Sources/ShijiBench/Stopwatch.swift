#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Seconds since it was made: of the wall clock, and of all cores together.
struct Stopwatch {
  private let startTime = now(CLOCK_MONOTONIC)
  private let startProcessorTime = now(CLOCK_PROCESS_CPUTIME_ID)

  /// What has passed so far.
  func read() -> Lap {
    Lap(
      seconds: now(CLOCK_MONOTONIC) - startTime,
      processorSeconds: now(CLOCK_PROCESS_CPUTIME_ID) - startProcessorTime)
  }
}

/// The time that a piece of work took.
struct Lap {
  /// On the wall clock.
  let seconds: Double
  /// On all cores together.
  let processorSeconds: Double

  /// The middle of some values, each column by itself.
  static func median(_ laps: [Lap]) -> Lap {
    Lap(
      seconds: median(laps.map(\.seconds)), processorSeconds: median(laps.map(\.processorSeconds)))
  }

  private static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

private func now(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
