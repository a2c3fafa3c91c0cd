import ChineseText
import KnowledgeGraph

/// Writes why lines are cut as they are: a table a sentence, or an object a sentence.
struct ExplanationWriter: RecordWriter {
  let analyzer: TextAnalyzer
  let output: TokenOutput

  mutating func write(
    _ document: Document, to output: inout [UInt8], _ summary: inout RunSummary
  ) {
    let (text, explanations) = analyzer.explain(document)
    summary.documents += 1
    summary.scalars += text.count
    let offsets = Offsets(text, self.output.offsets)
    for explanation in explanations {
      if self.output.format == .jsonl {
        object(explanation, text, offsets, id: document.id, &output)
      } else {
        let table = ExplanationTable(explanation, text, analyzer.lexicon, offsets)
        output.append(contentsOf: (table.lines.joined(separator: "\n") + "\n\n").utf8)
      }
    }
  }

  /// What cannot be read has no words to explain.
  mutating func write(_ problem: RecordProblem, to output: inout [UInt8]) {}

  private func object(
    _ explanation: LatticeExplanation, _ text: FoldedText, _ offsets: Offsets, id: String,
    _ output: inout [UInt8]
  ) {
    let words = explanation.words
    let surfaces = { (list: [Int]) in list.map { text.string(words[$0].edge.span) } }
    var line = JSONLine()
    line.beginObject()
    line.key("best")
    write(explanation.best, surfaces, to: &line)
    offsets.writeBytes(explanation.sentence, to: &line)
    line.member("id", id)
    if let margin = explanation.margin { line.nats("margin", margin) }
    line.key("places")
    line.beginArray()
    for place in explanation.places {
      line.beginObject()
      offsets.writeBytes(place.span, to: &line)
      line.strings("lost", surfaces(place.lost))
      line.nats("margin", place.margin)
      offsets.writeScalars(place.span, to: &line)
      line.strings("won", surfaces(place.won))
      line.endObject()
    }
    line.endArray()
    if let second = explanation.runnerUp {
      line.key("second")
      write(second, surfaces, to: &line)
    }
    offsets.writeScalars(explanation.sentence, to: &line)
    line.member("text", text.string(explanation.sentence))
    line.key("words")
    line.beginArray()
    for word in words { write(word, text, offsets, to: &line) }
    line.endArray()
    line.endObject()
    line.append(to: &output)
    output.append(UInt8(ascii: "\n"))
  }

  private func write(
    _ path: LatticeExplanation.Path, _ surfaces: ([Int]) -> [String], to line: inout JSONLine
  ) {
    line.beginObject()
    line.nats("cost", path.cost)
    line.strings("words", surfaces(path.words))
    line.endObject()
  }

  private func write(
    _ word: LatticeExplanation.Word, _ text: FoldedText, _ offsets: Offsets,
    to line: inout JSONLine
  ) {
    line.beginObject()
    line.key("best")
    line.bool(word.isBest)
    offsets.writeBytes(word.edge.span, to: &line)
    line.nats("cost", word.edge.cost)
    if let detour = word.detour { line.nats("detour", detour) }
    line.member("from", word.edge.origin.rawValue)
    line.strings("ids", analyzer.lexicon.ids(of: word.edge.word))
    line.key("second")
    line.bool(word.isRunnerUp)
    offsets.writeScalars(word.edge.span, to: &line)
    line.strings("tags", word.edge.tags.names)
    line.member("text", text.string(word.edge.span))
    line.endObject()
  }
}

extension JSONLine {
  /// Writes a cost as a number of nats with two decimals.
  fileprivate mutating func nats(_ key: StaticString, _ cost: Int) {
    self.key(key)
    raw(Nats.text(cost).utf8)
  }
}

/// Costs as people read them.
enum Nats {
  /// A cost in nats, with two decimals.
  static func text(_ cost: Int) -> String {
    let unit = Int(Candidate.unit)
    let hundredths = (cost.magnitude * 100 + UInt(unit) / 2) / UInt(unit)
    let rest = hundredths % 100
    let sign = cost < 0 && hundredths > 0 ? "-" : ""
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
