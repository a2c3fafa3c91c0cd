import ChineseText
import Shiji

/// A run of all stages that were asked for.
struct Benchmark {
  private let options: BenchOptions
  /// Read once before the first round, so that no round pays for what is made on first use.
  private static let warmUp = ["3月20日，微软以15亿美元收购了一家公司。"]

  init(_ options: BenchOptions) { self.options = options }

  /// Measures and reports.
  func run() throws(BenchError) {
    let passages = try Passages(options.texts)
    let watch = Stopwatch()
    let analyzer = try load()
    let loading = watch.read()
    var results: [StageResult] = []
    for stage in options.stages { results.append(try measure(stage, analyzer, passages)) }
    let report = BenchReport(
      results: results, passages: passages, loading: loading, rounds: options.rounds,
      jobs: options.jobs)
    Console.write(report.table, to: 1)
    Console.write(report.json, to: 2)
  }

  private func measure(
    _ stage: Stage, _ analyzer: Analyzer, _ passages: Passages
  ) throws(BenchError) -> StageResult {
    let workers = (0..<options.jobs).compactMap { _ in stage.worker(analyzer) }
    for worker in workers { _ = worker(Self.warmUp[...]) }
    let work = SharedWork(passages: passages, workers: workers)
    var laps: [Lap] = []
    var counts: [Int] = []
    for _ in 0..<options.rounds {
      let watch = Stopwatch()
      counts.append(workers.isEmpty ? try load().lexicon.wordCount : work.run())
      laps.append(watch.read())
    }
    guard Set(counts).count == 1 else { throw .unsteady(stage, counts) }
    return StageResult(stage: stage, lap: .median(laps), count: counts[0])
  }

  /// Opens lexicon and rules as `shiji` does.
  private func load() throws(BenchError) -> Analyzer {
    let folder: String
    do throws(LexiconSearch.Failure) { folder = try LexiconSearch.folder() } catch {
      throw .data(error.message)
    }
    do throws(LexiconError) {
      return try Analyzer(lexiconFolder: folder, overlays: options.overlays)
    } catch {
      throw .data(error.description)
    }
  }
}
