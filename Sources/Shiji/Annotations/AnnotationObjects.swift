import ChineseText
import KnowledgeGraph

/// Writes an object a document, with all its mentions:
/// `{"id":"d1","mentions":[{"entity":"org:huawei","name":"华为","span":[0,2],…}],"title":"…"}`.
///
/// The members of a mention are those of a mention line of `shiji facts --mentions`, with the full
/// `name` of its entity.
struct AnnotationObjects: RecordWriter {
  let analyzer: TextAnalyzer
  let output: AnnotationOutput
  private var facts: FactsWriter

  init(analyzer: TextAnalyzer, output: AnnotationOutput) {
    self.analyzer = analyzer
    self.output = output
    facts = FactsWriter(lexicon: analyzer.lexicon)
  }

  mutating func write(
    _ document: Document, to output: inout [UInt8], _ summary: inout RunSummary
  ) {
    let analysis = analyzer.analyze(document)
    let mentions = self.output.mentions(analysis, &summary)
    facts.write(mentions, of: analysis, document, to: &output)
  }

  mutating func write(_ problem: RecordProblem, to output: inout [UInt8]) {
    facts.write(problem, to: &output)
  }
}
