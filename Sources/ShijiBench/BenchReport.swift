/// What a stage took and found.
struct StageResult {
  let stage: Stage
  /// The median of the rounds.
  let lap: Lap
  /// The same in every round.
  let count: Int
}

/// The figures of a run, for a person and for a script.
struct BenchReport {
  let results: [StageResult]
  let passages: Passages
  let loading: Lap
  let rounds: Int
  let jobs: Int

  /// A row a stage, then what holds for all of them. 1 MB is a million bytes.
  var table: String {
    var lines = [Self.row(["stage", "MB/s", "ns/char", "seconds", "cpu s", "count", "of"])]
    lines += results.map(row)
    lines += [
      "",
      "text           \(passages.bytes) bytes, \(passages.lines.count) lines",
      "rounds         \(rounds), median",
      "threads        \(jobs)",
      "load           \(fixed(loading.seconds, 4)) s",
      "peak memory    \(Self.memory("VmHWM"))",
      "anonymous      \(Self.memory("RssAnon"))",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// One object: the last stage.
  var json: String {
    guard let last = results.last else { return "{}\n" }
    let size = last.stage == .load ? "" : "\"bytes\":\(passages.bytes),"
    return "{\"seconds\":\(fixed(last.lap.seconds, 6)),"
      + "\"cpu_seconds\":\(fixed(last.lap.processorSeconds, 6)),"
      + "\"load_seconds\":\(fixed(loading.seconds, 6)),\(size)\"count\":\(last.count)}\n"
  }

  private func row(_ result: StageResult) -> String {
    let seconds = max(result.lap.seconds, 1e-9)
    let readsText = result.stage != .load
    return Self.row([
      "\(result.stage)",
      readsText ? fixed(Double(passages.bytes) / 1e6 / seconds, 2) : "-",
      readsText ? fixed(seconds * 1e9 / Double(passages.characters), 2) : "-",
      fixed(seconds, 4), fixed(result.lap.processorSeconds, 4), "\(result.count)",
      result.stage.counted,
    ])
  }

  /// The first and the last column stand to the left, numbers to the right.
  private static func row(_ cells: [String]) -> String {
    let widths = [8, 9, 9, 10, 10, 11]
    let columns = zip(cells, widths).enumerated().map { index, column in
      let blank = String(repeating: " ", count: max(0, column.1 - column.0.count))
      return index == 0 ? column.0 + blank : blank + column.0
    }
    return columns.joined() + "  " + cells.dropFirst(widths.count).joined()
  }

  private static func memory(_ name: String) -> String {
    ProcessMemory.bytes(name).map(megabytes) ?? "not available"
  }
}

private func megabytes(_ bytes: Int) -> String { fixed(Double(bytes) / 1e6, 1) + " MB" }

/// A number of zero or more with some decimals.
private func fixed(_ value: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  guard value.isFinite, value >= 0, value * scale < 9e18 else { return "-" }
  let digits = String(Int((value * scale).rounded()))
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return padded.dropLast(places) + "." + padded.suffix(places)
}
