import ChineseText
import KnowledgeGraph

/// Writes the words of lines: as text, as objects, as a table. Blanks are no words.
struct TokenWriter: RecordWriter {
  let cutter: WordCutter
  let output: TokenOutput
  /// Names of the sets of tags met so far: few sets stand behind most words.
  private var tagNames: [WordTags: [String]] = [:]

  init(cutter: WordCutter, output: TokenOutput) {
    self.cutter = cutter
    self.output = output
  }

  mutating func write(
    _ document: Document, to output: inout [UInt8], _ summary: inout RunSummary
  ) {
    let cut = cutter.cut(document)
    summary.documents += 1
    summary.scalars += cut.text.count
    switch self.output.format {
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
    for token in cut.tokens where !cut.text.isBlank(token.span) {
      if !isFirst { output.append(contentsOf: [0x20, 0x20]) }
      isFirst = false
      ScalarEscaper.appendRaw(cut.text.scalars, token.span, to: &output)
      if self.output.showsTags { output.append(contentsOf: "/\(token.tags.label)".utf8) }
    }
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func jsonl(_ cut: TextAnalyzer.Cut, _ output: inout [UInt8]) {
    let offsets = Offsets(cut.text, self.output.offsets)
    var line = JSONLine()
    line.beginObject()
    line.key("tokens")
    line.beginArray()
    for token in cut.tokens where !cut.text.isBlank(token.span) {
      line.beginObject()
      offsets.writeBytes(token.span, to: &line)
      line.strings("ids", cutter.analyzer.lexicon.ids(of: token))
      offsets.writeScalars(token.span, to: &line)
      line.strings("tags", names(of: token.tags))
      line.key("text")
      cut.text.scalars(token.span).withUnsafeBufferPointer { line.string($0) }
      line.endObject()
    }
    line.endArray()
    line.endObject()
    line.append(to: &output)
    output.append(UInt8(ascii: "\n"))
  }

  /// A tab inside a word, which a name with blanks may have, becomes a blank.
  private mutating func tsv(_ cut: TextAnalyzer.Cut, _ output: inout [UInt8]) {
    let offsets = Offsets(cut.text, self.output.offsets)
    for token in cut.tokens where !cut.text.isBlank(token.span) {
      let start = output.count
      ScalarEscaper.appendRaw(cut.text.scalars, token.span, to: &output)
      for index in start..<output.count where output[index] == 9 { output[index] = 32 }
      let range = offsets.range(token.span)
      let tags = names(of: token.tags).joined(separator: "|")
      let ids = cutter.analyzer.lexicon.ids(of: token).joined(separator: "|")
      output.append(contentsOf: "\t\(range.start)\t\(range.end)\t\(tags)\t\(ids)\n".utf8)
    }
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func names(of tags: WordTags) -> [String] {
    if let known = tagNames[tags] { return known }
    let names = tags.names
    tagNames[tags] = names
    return names
  }
}
