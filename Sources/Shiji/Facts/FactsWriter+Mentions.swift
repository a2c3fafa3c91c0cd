import ChineseText
import KnowledgeGraph

extension FactsWriter {
  /// Writes a mention as a line of its own that names its document, or, without `document`, as a
  /// part of what is written of one: then with the full name of its entity. Members in bytewise
  /// order of their names.
  mutating func writeMention(_ mention: Mention, of analysis: TextAnalysis, document: String?) {
    let text = analysis.text
    let value = quantity(mention, analysis)
    line.beginObject()
    if case .count(let count) = value, count.approx { flag("approx", true) }
    line.member("document", document)
    line.member("entity", entityID(mention.entity))
    if case .count(let count) = value { line.member("high", count.high?.description) }
    part(mention.span, text)
    if document != nil { line.member("kind", "mention") }
    if case .count(let count) = value { line.member("low", count.low?.description) }
    if case .money(let money) = value { self.money(money, text) }
    if document == nil, analysis.entities.indices.contains(mention.entity) {
      line.member("name", analysis.entities[mention.entity].name)
    }
    span("span", text.local(mention.span))
    self.text("text", mention.span, text)
    if case .time(let time) = value { self.time(time, words: nil, text) }
    line.member("type", mention.kind.rawValue)
    if case .count(let count) = value { line.member("unit", count.unit) }
    line.member("value", code(mention, value))
    if mention.kind.isEntity { line.member("via", mention.via.rawValue) }
    line.endObject()
  }

  private func quantity(_ mention: Mention, _ analysis: TextAnalysis) -> QuantityValue? {
    guard !mention.kind.isEntity, mention.kind != .title,
      analysis.values.indices.contains(mention.value)
    else { return nil }
    return analysis.values[mention.value]
  }

  private func code(_ mention: Mention, _ value: QuantityValue?) -> String? {
    if mention.kind == .title { return codes.code(row: mention.value) }
    return value.flatMap(Self.code)
  }

  /// The code of a literal value: a round's, or a bare number's digits.
  static func code(_ value: QuantityValue) -> String? {
    switch value {
    case .round(let round): round.code.nonEmpty
    case .number(let number): number.description
    case .money, .time, .count: nil
    }
  }
}

/// The codes of job titles: 首席执行官 is `CEO`.
struct TitleCodes: Sendable {
  private let table: LexiconTable?
  private let column: Int

  init(lexicon: Lexicon) {
    table = lexicon.table("names/titles")
    column = table?.column("code") ?? -1
  }

  func code(row: Int) -> String? { table?.cell(row, column).nonEmpty }
}
