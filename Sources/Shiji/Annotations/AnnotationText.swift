import ChineseText
import KnowledgeGraph

/// Writes texts as they are, every mention in the colour of its type with its value behind it:
/// `15亿美元⟦USD 1,500,000,000⟧`.
///
/// Without colours a mention stands in brackets with its type: `[金额 15亿美元 = USD 1,500,000,000]`.
/// Control characters are shown as pictures: no text can steer the terminal.
struct AnnotationText: RecordWriter {
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
    let heading = heading(document)
    if !heading.isEmpty { output.append(contentsOf: paint("── \(heading)", .faint).utf8) }
    if !heading.isEmpty { output.append(UInt8(ascii: "\n")) }
    if !text.title.isEmpty {
      write(text, text.title, analysis, base: .strong, to: &output)
      output.append(contentsOf: "\n\n".utf8)
    }
    write(text, text.body, analysis, base: .none, to: &output)
    while output.last == UInt8(ascii: "\n") { output.removeLast() }
    output.append(contentsOf: "\n\n".utf8)
  }

  /// A record that cannot be read is noted on standard error alone.
  mutating func write(_ problem: RecordProblem, to output: inout [UInt8]) {}

  /// What stands below the last document: the types in their colours, and how often they occur.
  func legend(_ summary: RunSummary) -> [UInt8] {
    let entries = MentionKind.allCases.compactMap { kind in
      summary.kinds[kind].map { count in
        paint(kind.label, Style(kind)) + paint(" \(kind.rawValue)", .faint) + " \(count)"
      }
    }
    let counts = entries.isEmpty ? "没有找到" : entries.joined(separator: "  ")
    return Array("\(paint("──", .faint)) \(counts)\n".utf8)
  }

  /// Where a text comes from; text on standard input, of which nothing is known, needs no heading.
  private func heading(_ document: Document) -> String {
    let about = [document.published?.description ?? "", document.source].filter { !$0.isEmpty }
    if document.id == "stdin", document.title.isEmpty, about.isEmpty { return "" }
    return ([document.id] + about).map(TerminalText.visible).joined(separator: " · ")
  }

  private func write(
    _ text: AnnotatedText, _ part: TextSpan, _ analysis: TextAnalysis, base: Style,
    to output: inout [UInt8]
  ) {
    text.forEach(in: part) { stretch in
      let words = TerminalText.visible(text.text.scalars(stretch.span))
      guard let mention = stretch.mention else {
        output.append(contentsOf: paint(words, base).utf8)
        return
      }
      let value = labels.value(mention, in: analysis).map(TerminalText.visible)
      if self.output.isColoured {
        output.append(contentsOf: paint(words, Style(mention.kind)).utf8)
        if let value { output.append(contentsOf: paint("⟦\(value)⟧", .faint).utf8) }
      } else {
        let behind = value.map { " = \($0)" } ?? ""
        output.append(contentsOf: "[\(mention.kind.label) \(words)\(behind)]".utf8)
      }
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    output.isColoured && !style.code.isEmpty
      ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
  }
}

/// How a terminal shows something. Names are bold, values underlined, in the sixteen colours that
/// every theme defines so that they can be read on its background.
private struct Style {
  let code: String

  static let none = Style(code: "")
  static let faint = Style(code: "2")
  static let strong = Style(code: "1")

  private init(code: String) { self.code = code }

  init(_ kind: MentionKind) {
    switch kind {
    case .company: code = "1;34"
    case .organization: code = "1;36"
    case .person: code = "1;32"
    case .product: code = "1;35"
    case .place: code = "1;33"
    case .title: code = "32"
    case .money: code = "4;31"
    case .percent: code = "4;35"
    case .count: code = "4;33"
    case .round: code = "4;34"
    case .time: code = "4;36"
    }
  }
}
