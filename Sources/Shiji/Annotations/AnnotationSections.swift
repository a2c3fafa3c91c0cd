import ChineseText

/// Writes a section of the page for each document: title, day and source, and the text with every
/// mention as a `mark` of its type that tells its value when pointed at.
struct AnnotationSections: RecordWriter {
  let analyzer: TextAnalyzer
  let output: AnnotationOutput
  private let labels: MentionLabels

  init(analyzer: TextAnalyzer, output: AnnotationOutput) {
    self.analyzer = analyzer
    self.output = output
    labels = MentionLabels(lexicon: analyzer.lexicon)
  }

  mutating func write(
    _ document: Document, to output: inout [UInt8], _ summary: inout RunSummary
  ) {
    let analysis = analyzer.analyze(document)
    let mentions = self.output.mentions(analysis, &summary)
    let text = AnnotatedText(text: analysis.text, mentions: mentions)
    var html = "<section>\n<header>\n"
    html += "<h2>\(title(document, text, analysis))</h2>\n"
    html += "<p>\(about(document, count: mentions.count))</p>\n</header>\n"
    html += "<div class=\"text\">\n"
    for line in lines(of: text.body, text.text) {
      html += "<p>\(marked(text, line, analysis))</p>\n"
    }
    html += "</div>\n</section>\n"
    output.append(contentsOf: html.utf8)
  }

  /// A record that cannot be read is noted on standard error alone.
  mutating func write(_ problem: RecordProblem, to output: inout [UInt8]) {}

  private func title(
    _ document: Document, _ text: AnnotatedText, _ analysis: TextAnalysis
  ) -> String {
    text.title.isEmpty ? HTMLText.escaped(document.id) : marked(text, text.title, analysis)
  }

  private func about(_ document: Document, count: Int) -> String {
    var parts: [String] = []
    if let day = document.published { parts.append("<time datetime=\"\(day)\">\(day)</time>") }
    let source = document.source.isEmpty ? document.url : document.source
    if let link = HTMLText.link(document.url) {
      parts.append("<a href=\"\(link)\" rel=\"noreferrer\">\(HTMLText.escaped(source))</a>")
    } else if !source.isEmpty {
      parts.append(HTMLText.escaped(source))
    }
    if !document.title.isEmpty, document.id != document.url {
      parts.append(HTMLText.escaped(document.id))
    }
    parts.append("\(count) 处标注")
    return parts.joined(separator: "<i>·</i>")
  }

  /// The lines of a text that are not blank.
  private func lines(of part: TextSpan, _ text: FoldedText) -> [TextSpan] {
    text.scalars(part).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map {
      TextSpan($0.startIndex, $0.endIndex)
    }.filter { !text.isBlank($0) }
  }

  private func marked(
    _ text: AnnotatedText, _ part: TextSpan, _ analysis: TextAnalysis
  ) -> String {
    var html = ""
    text.forEach(in: part) { stretch in
      let words = HTMLText.escaped(text.text.scalars(stretch.span))
      guard let mention = stretch.mention else {
        html += words
        return
      }
      let value = labels.value(mention, in: analysis).map(HTMLText.escaped)
      let shown = value.map { " data-value=\"\($0)\"" } ?? ""
      let line = HTMLText.escaped(labels.line(mention, in: analysis))
      let way = mention.via == .pronoun || mention.via == .definite ? " reference" : ""
      html +=
        "<mark class=\"\(mention.kind.rawValue)\(way)\" title=\"\(line)\"\(shown)>\(words)</mark>"
    }
    return html
  }
}
