import ChineseText

/// Reads inputs and writes their facts, in several threads, in the order of the input.
///
///     let run = FactsRun(analyzer: analyzer, inputs: inputs, options: options, jobs: 2)
///     let summary = try run.write { bytes in output.write(bytes) }
///
/// The bytes are the same for any number of jobs. Memory: a few batches for each job, or the
/// longest record where that is larger.
package struct FactsRun {
  private let analyzer: Analyzer
  private let inputs: InputList
  private let options: InputOptions
  private let includesMentions: Bool
  private let jobs: Int

  /// Prepares a run.
  package init(
    analyzer: Analyzer, inputs: InputList, options: InputOptions, includesMentions: Bool = false,
    jobs: Int = 1
  ) {
    self.analyzer = analyzer
    self.inputs = inputs
    self.options = options
    self.includesMentions = includesMentions
    self.jobs = jobs
  }

  /// Runs to the end of the input, or until `deliver` says false.
  ///
  /// Throws where a record has bytes that are no text and the options say to fail then.
  package func write(
    _ deliver: @escaping ([UInt8]) -> Bool
  ) throws(RecordProblem) -> RunSummary {
    let writer = Writer(
      analyzer: analyzer,
      facts: FactsWriter(analyzer: analyzer, includesMentions: includesMentions))
    return try OrderedRun(inputs: inputs, options: options, jobs: jobs).write(writer, deliver)
  }

  private struct Writer: RecordWriter {
    let analyzer: Analyzer
    var facts: FactsWriter

    mutating func write(
      _ document: Document, to output: inout [UInt8], _ summary: inout RunSummary
    ) {
      let analysis = analyzer.analyze(document)
      summary.add(analysis)
      facts.write(analysis, to: &output)
    }

    mutating func write(_ problem: RecordProblem, to output: inout [UInt8]) {
      facts.write(problem, to: &output)
    }
  }
}
