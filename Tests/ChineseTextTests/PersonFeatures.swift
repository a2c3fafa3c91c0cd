import Testing

@testable import ChineseText

/// Measures the features of persons by shape: what `Tests/Evaluation/persons/fit.py` fits from.
///
/// The score is linear. So a feature's amount is what the score says with that weight alone.
struct PersonFeatures: MentionTracer {
  /// A shape that may be a person, and the amounts of its features that are not none.
  struct Shape {
    let span: TextSpan
    let isForeign: Bool
    let amounts: [(row: String, thousandths: Int)]
  }

  private let scores: [(row: String, score: PersonScore)]
  private let none: PersonScore
  private(set) var shapes: [Shape] = []

  init(_ analyzer: TextAnalyzer) throws {
    let cues = analyzer.mentions.basics.cues
    let tables = try NameTables(lexicon: analyzer.lexicon)
    func score(_ row: String?) throws -> PersonScore {
      PersonScore(
        cues: cues, characters: tables.characters, lexicon: analyzer.lexicon,
        weights: try Self.weights(row))
    }
    none = try score(nil)
    scores = try PersonFeature.allCases.map { ($0.row, try score($0.row)) }
    self.tables = tables
  }

  /// Holds the memory of the characters.
  private let tables: NameTables

  /// A hundred nats for one feature, so that points are thousandths.
  private static func weights(_ feature: String?) throws -> PersonWeights {
    let rows = PersonFeature.allCases.map { item in
      item.row == feature ? "\(item.row)\t100\t100\t\thand" : "\(item.row)\t\t\t\thand"
    }
    let table = SampleLexicon.source(
      "names/person-weights",
      "feature\tchinese\tforeign\tnote\tsource\n" + rows.sorted().joined(separator: "\n"))
    return try PersonWeights(
      lexicon: try SampleLexicon.make(SampleLexicon.common, extra: [table]))
  }

  mutating func note(_ stage: MentionStage, _ draft: MentionDraft) {
    guard stage == .tails else { return }
    for spot in draft.spots where spot.origin == .shape && !spot.tokens.isEmpty {
      let bounds = draft.sentences[spot.sentence].tokens
      // Joined and listed names have points without weights.
      guard none.points(spot, in: bounds, draft) == 0 else { continue }
      shapes.append(
        Shape(
          span: draft.span(spot.tokens),
          isForeign: draft.tags(spot.tokens.lowerBound).contains(.foreignName),
          amounts: scores.map { ($0.row, $0.score.points(spot, in: bounds, draft)) }
            .filter { $0.thousandths != 0 }))
    }
  }

  mutating func finish(_ draft: MentionDraft) {}

  /// The shapes of a text.
  mutating func shapes(_ text: String, _ analyzer: TextAnalyzer) -> [Shape] {
    shapes = []
    let cut = analyzer.tokenize(Document(id: "case", text: text), isComplete: false)
    _ = analyzer.mentions.build(
      text: cut.text, sentences: cut.sentences, tokens: cut.tokens, candidates: cut.candidates,
      values: cut.values, published: nil, tracer: &self)
    return shapes
  }
}
