import ChineseText
import KnowledgeGraph

/// How words are written.
package enum TokenFormat: String, Sendable, CaseIterable {
  case text, jsonl, tsv
}

/// Reads lines and writes their words, in several threads, in the order of the input.
package struct TokenRun {
  private let analyzer: TextAnalyzer
  private let inputs: InputList
  private let options: InputOptions
  private let format: TokenFormat
  private let jobs: Int

  /// Prepares a run.
  package init(
    analyzer: TextAnalyzer, inputs: InputList, options: InputOptions, format: TokenFormat, jobs: Int
  ) {
    self.analyzer = analyzer
    self.inputs = inputs
    self.options = options
    self.format = format
    self.jobs = jobs
  }

  /// Runs to the end of the input, or until `deliver` says false.
  ///
  /// Throws where a line has bytes that are no text and the options say to fail then.
  package func write(
    _ deliver: @escaping ([UInt8]) -> Bool
  ) throws(RecordProblem) -> RunSummary {
    try OrderedRun(inputs: inputs, options: options, jobs: jobs).write(
      Writer(analyzer: analyzer, format: format), deliver)
  }

  private struct Writer: RecordWriter {
    let analyzer: TextAnalyzer
    let format: TokenFormat

    mutating func write(
      _ document: Document, to output: inout [UInt8], _ summary: inout RunSummary
    ) {
      let cut = analyzer.tokenize(document)
      summary.documents += 1
      summary.scalars += cut.text.count
      switch format {
      case .text: text(cut, &output)
      case .jsonl: jsonl(cut, &output)
      case .tsv: tsv(cut, &output)
      }
    }

    /// A line that cannot be read is an empty line of words.
    mutating func write(_ problem: RecordProblem, to output: inout [UInt8]) {
      if problem.number > 0 { output.append(UInt8(ascii: "\n")) }
    }

    private func text(_ cut: TextAnalyzer.Cut, _ output: inout [UInt8]) {
      var isFirst = true
      for token in cut.tokens where !isBlank(token, cut.text) {
        if !isFirst { output.append(contentsOf: [0x20, 0x20]) }
        isFirst = false
        ScalarEscaper.appendRaw(cut.text.scalars, token.span, to: &output)
      }
      output.append(UInt8(ascii: "\n"))
    }

    private func jsonl(_ cut: TextAnalyzer.Cut, _ output: inout [UInt8]) {
      var line = JSONLine()
      line.beginObject()
      line.key("tokens")
      line.beginArray()
      for token in cut.tokens where !isBlank(token, cut.text) {
        line.beginObject()
        line.key("span")
        line.beginArray()
        line.int(token.start)
        line.int(token.end)
        line.endArray()
        line.key("tags")
        line.beginArray()
        for name in TagNames.names(of: token.tags) { line.string(name) }
        line.endArray()
        line.key("text")
        cut.text.scalars.withUnsafeBufferPointer {
          line.string(UnsafeBufferPointer(rebasing: $0[token.start..<token.end]))
        }
        line.endObject()
      }
      line.endArray()
      line.endObject()
      line.append(to: &output)
      output.append(UInt8(ascii: "\n"))
    }

    private func tsv(_ cut: TextAnalyzer.Cut, _ output: inout [UInt8]) {
      for token in cut.tokens where !isBlank(token, cut.text) {
        ScalarEscaper.appendRaw(cut.text.scalars, token.span, to: &output)
        let tags = TagNames.names(of: token.tags).joined(separator: "|")
        output.append(contentsOf: "\t\(token.start)\t\(token.end)\t\(tags)\n".utf8)
      }
      output.append(UInt8(ascii: "\n"))
    }

    private func isBlank(_ token: Token, _ text: FoldedText) -> Bool {
      (token.start..<token.end).allSatisfy {
        text.classes[$0] == CharacterClass.space.rawValue
          || text.classes[$0] == CharacterClass.newline.rawValue
      }
    }
  }
}
