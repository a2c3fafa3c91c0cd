import ChineseText

/// How words are written.
package enum TokenFormat: String, Sendable, CaseIterable {
  case text, jsonl, tsv
}

/// What is written of the words of a line.
package struct TokenOutput: Sendable {
  /// The form.
  package var format = TokenFormat.text
  /// The unit of offsets, which count from the start of the line.
  package var offsets = OffsetUnit.scalars
  /// Whether text shows what each word is.
  package var showsTags = false
  /// Whether the lattice of each sentence is written instead of its words.
  package var explains = false

  /// Plain text.
  package init() {}
}

/// Reads lines and writes their words, in several threads, in the order of the input.
package struct TokenRun {
  private let cutter: WordCutter
  private let inputs: InputList
  private let options: InputOptions
  private let output: TokenOutput
  private let jobs: Int

  /// Prepares a run.
  package init(
    cutter: WordCutter, inputs: InputList, options: InputOptions, output: TokenOutput, jobs: Int
  ) {
    self.cutter = cutter
    self.inputs = inputs
    self.options = options
    self.output = output
    self.jobs = jobs
  }

  /// Runs to the end of the input, or until `deliver` says false.
  ///
  /// Throws where a line has bytes that are no text and the options say to fail then.
  package func write(
    _ deliver: @escaping ([UInt8]) -> Bool
  ) throws(RecordProblem) -> RunSummary {
    let run = OrderedRun(inputs: inputs, options: options, jobs: jobs)
    guard output.explains else {
      return try run.write(TokenWriter(cutter: cutter, output: output), deliver)
    }
    return try run.write(ExplanationWriter(analyzer: cutter.analyzer, output: output), deliver)
  }
}
