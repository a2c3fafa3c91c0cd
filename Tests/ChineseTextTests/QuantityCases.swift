import Foundation
import Testing

@testable import ChineseText

/// Tables of quantity cases, the lexicon they run on, and the compact form of their values.
enum QuantityCases {
  /// A sentence and what is to be found in it, in order.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let published: CalendarDate?
    let text: String
    let expected: String
    var testDescription: String { name }
  }

  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let lexicons =
    tests.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Lexicons")

  /// The built-in quantity tables and the traditional forms, compiled in memory.
  static func lexicon(
    changing changes: [String: String] = [:]
  ) throws -> Lexicon {
    let folder = lexicons.appendingPathComponent("quantities")
    var sources = [SampleLexicon.words(SampleLexicon.common)]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".tsv") {
      let name = "quantities/" + file.dropLast(4)
      let bytes = try Data(contentsOf: folder.appendingPathComponent(file))
      let text = changes[name] ?? String(decoding: bytes, as: UTF8.self)
      sources.append(SampleLexicon.source(name, text))
    }
    for name in ["words/trad-simp", "words/costs"] {
      let bytes = try Data(contentsOf: lexicons.appendingPathComponent(name + ".tsv"))
      sources.append(SampleLexicon.source(name, String(decoding: bytes, as: UTF8.self)))
    }
    return try Lexicon(bytes: try LexiconCompiler.compile(tables: sources, rules: []))
  }

  static let shared: (lexicon: Lexicon, recognizer: QuantityRecognizer)? = {
    guard let lexicon = try? lexicon(), let recognizer = try? QuantityRecognizer(lexicon: lexicon)
    else { return nil }
    return (lexicon, recognizer)
  }()

  /// One spelling of a value, both in compact form.
  struct Spelling: Sendable, CustomTestStringConvertible {
    let value: String
    let text: String
    var testDescription: String { text }
  }

  /// The rows `value, spelling|spelling…` of `Cases/NAME.tsv`, one element a spelling.
  static func spellings(_ name: String) -> [Spelling] {
    let file = tests.appendingPathComponent("Cases/\(name).tsv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().flatMap { line -> [Spelling] in
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { return [] }
      return cells[1].split(separator: "|").map {
        Spelling(value: String(cells[0]), text: String($0))
      }
    }
  }

  /// The rows of `Cases/NAME.tsv`; with `texts` alone, the rows have no expected value.
  static func read(_ name: String, texts: Bool = false) -> [Case] {
    let file = tests.appendingPathComponent("Cases/\(name).tsv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = rows.first else { return [] }
    let published = header.firstIndex(of: "published")
    return rows.dropFirst().filter { $0.count == header.count }.map { row in
      Case(
        name: row[0], published: CalendarDate(published.map { row[$0] } ?? "2024-03-25"),
        text: row[row.count - (texts ? 1 : 2)], expected: texts ? "" : row[row.count - 1])
    }
  }

  /// What is found in a text.
  struct Findings {
    let text: FoldedText
    let candidates: [Candidate]
    let values: [QuantityValue]
  }

  static func find(
    _ text: String, published: CalendarDate? = nil, title: String = ""
  ) -> Findings? {
    guard let shared else { return nil }
    let folded = TextDecoder(lexicon: shared.lexicon).decode(title: title, body: text)
    var context = TimeContext()
    var candidates: [Candidate] = []
    var values: [QuantityValue] = []
    for sentence in SentenceSplitter().split(folded) {
      shared.recognizer.recognize(
        folded, in: sentence.span, published: published, context: &context,
        candidates: &candidates, values: &values)
    }
    return Findings(text: folded, candidates: candidates, values: values)
  }

  /// The findings with one of `tags` in compact form: `15亿美元 = 1500000000 USD | …`, or `none`.
  static func compact(_ row: Case, _ tags: WordTags) -> String {
    guard let found = find(row.text, published: row.published) else { return "no lexicon" }
    let parts = found.candidates.filter { !$0.tags.isDisjoint(with: tags) }.map { candidate in
      let span = TextSpan(candidate.start, candidate.end)
      let value = found.values[Int(candidate.value)]
      return found.text.string(span) + " = " + compact(value, found.text)
    }
    return parts.isEmpty ? "none" : parts.joined(separator: " | ")
  }

  /// The values with one of `tags` in a text, in compact form.
  static func values(_ text: String, _ tags: WordTags) -> [String] {
    guard let found = find(text, published: nil) else { return ["no lexicon"] }
    return found.candidates.filter { !$0.tags.isDisjoint(with: tags) }.map {
      compact(found.values[Int($0.value)], found.text)
    }
  }

  private static func compact(_ value: QuantityValue, _ text: FoldedText) -> String {
    switch value {
    case .money(let money): return compact(money, text)
    case .time(let time):
      let date = (time.approx ? "~" : "") + (time.date ?? "-")
      return date + " " + String(time.anchor.rawValue.prefix(1))
    case .count(let count):
      return bounds(count.low, count.high, count.approx) + " " + count.unit
    case .round(let round): return round.code
    case .number(let number): return number.description
    }
  }

  private static func compact(_ money: Money, _ text: FoldedText) -> String {
    var result = bounds(money.low, money.high, money.approx) + " " + money.currency
    if money.currencySource != .explicit { result += "@" + money.currencySource.rawValue }
    if !money.per.isEmpty { result += "/" + money.per }
    if let span = money.equivalentOf { result += " =" + text.string(span) }
    return result
  }

  private static func bounds(
    _ low: ExactDecimal?, _ high: ExactDecimal?, _ approx: Bool
  ) -> String {
    let mark = approx ? "~" : ""
    if low == high { return mark + (low?.description ?? "") }
    return mark + (low?.description ?? "") + ".." + (high?.description ?? "")
  }
}
