import ChineseText

/// How annotated texts are written.
package enum AnnotationFormat: String, Sendable, CaseIterable {
  case text, jsonl, html
}

/// What is shown of the mentions of a text, and how.
package struct AnnotationOutput: Sendable {
  /// The form.
  package var format = AnnotationFormat.text
  /// The types that are shown.
  package var kinds = Set(MentionKind.allCases)
  /// Whether text has the colours of a terminal instead of brackets.
  package var isColoured = false

  /// All types as plain text.
  package init() {}

  /// The mentions to show, and how many there are of each type.
  func mentions(_ analysis: TextAnalysis, _ summary: inout RunSummary) -> [Mention] {
    let shown = analysis.mentions.filter { kinds.contains($0.kind) && !$0.span.isEmpty }
    summary.documents += 1
    summary.scalars += analysis.text.count
    summary.mentions += shown.count
    for mention in shown { summary.kinds[mention.kind, default: 0] += 1 }
    return shown
  }
}

/// Reads inputs and writes their texts with every mention marked, in several threads, in the order
/// of the input.
package struct AnnotationRun {
  private let analyzer: TextAnalyzer
  private let inputs: InputList
  private let options: InputOptions
  private let output: AnnotationOutput
  private let jobs: Int

  /// Prepares a run.
  package init(
    analyzer: TextAnalyzer, inputs: InputList, options: InputOptions, output: AnnotationOutput,
    jobs: Int
  ) {
    self.analyzer = analyzer
    self.inputs = inputs
    self.options = options
    self.output = output
    self.jobs = jobs
  }

  /// Runs to the end of the input, or until `deliver` says false.
  ///
  /// A page begins before the first document, and a legend with counts ends it: so documents are
  /// written as they are read, however many there are. Throws where a record has bytes that are no
  /// text and the options say to fail then.
  package func write(
    _ deliver: @escaping ([UInt8]) -> Bool
  ) throws(RecordProblem) -> RunSummary {
    let run = OrderedRun(inputs: inputs, options: options, jobs: jobs)
    switch output.format {
    case .jsonl:
      return try run.write(AnnotationObjects(analyzer: analyzer, output: output), deliver)
    case .text:
      let writer = AnnotationText(analyzer: analyzer, output: output)
      return try run.write(writer, to: deliver, head: [], end: writer.legend)
    case .html:
      let writer = AnnotationSections(analyzer: analyzer, output: output)
      return try run.write(
        writer, to: deliver, head: AnnotationPage.head, end: AnnotationPage.end)
    }
  }
}

extension OrderedRun {
  /// Runs with something before the first document and behind the last.
  fileprivate func write(
    _ writer: some RecordWriter & Sendable, to deliver: @escaping ([UInt8]) -> Bool,
    head: [UInt8], end: (RunSummary) -> [UInt8]
  ) throws(RecordProblem) -> RunSummary {
    guard head.isEmpty || deliver(head) else { return RunSummary() }
    let state = State()
    let summary = try write(writer) { bytes in
      state.isOpen = deliver(bytes)
      return state.isOpen
    }
    if state.isOpen { _ = deliver(end(summary)) }
    return summary
  }
}

/// Whether the output still takes bytes; batches are delivered one after the other.
private final class State {
  var isOpen = true
}
