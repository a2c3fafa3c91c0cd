import ChineseText
import KnowledgeGraph

/// The lattice of a sentence as lines for a terminal, one word a line.
///
///     * at  word    cost  detour  from        what
///     *  0  小米粥  9.80          dictionary  noun
///     -  0  小米    9.90   +7.35  dictionary  noun company ambiguous  org:xiaomi
struct ExplanationTable {
  /// The lines, without line ends.
  let lines: [String]

  init(
    _ explanation: LatticeExplanation, _ text: FoldedText, _ lexicon: Lexicon, _ offsets: Offsets
  ) {
    let rows = explanation.words.map { word in
      [
        word.isBest ? "*" : word.isRunnerUp ? "-" : " ",
        String(offsets.range(word.edge.span).start), Self.surface(word.edge.span, text),
        Nats.text(word.edge.cost), word.isBest ? "" : word.detour.map { "+" + Nats.text($0) } ?? "",
        word.edge.origin.rawValue, Self.what(word.edge, lexicon),
      ]
    }
    lines =
      [text.string(explanation.sentence)] + TextColumns.lines([Self.header] + rows, Self.sides)
      + Self.summary(explanation, text)
  }

  private static let header = ["", "at", "word", "cost", "detour", "from", "what"]
  private static let sides: [TextColumns.Side] = [
    .left, .right, .left, .right, .right, .left, .left,
  ]

  private static func what(_ edge: LatticeEdge, _ lexicon: Lexicon) -> String {
    let ids = lexicon.ids(of: edge.word).joined(separator: " ")
    let tags = edge.tags.names.joined(separator: " ")
    return ids.isEmpty ? tags : tags.isEmpty ? ids : tags + "  " + ids
  }

  /// The word for one line of a terminal: a blank is seen, a control character does nothing.
  private static func surface(_ span: TextSpan, _ text: FoldedText) -> String {
    guard !text.isBlank(span) else { return String(repeating: "␣", count: span.count) }
    let scalars = text.string(span).unicodeScalars.map { scalar -> Character in
      scalar.value == 9 ? " " : scalar.value < 32 || scalar.value == 127 ? "�" : Character(scalar)
    }
    return String(scalars)
  }

  /// Both paths, their difference, and what decided.
  private static func summary(
    _ explanation: LatticeExplanation, _ text: FoldedText
  ) -> [String] {
    let words = explanation.words
    let join = { (list: [Int]) in
      list.map { surface(words[$0].edge.span, text) }.joined(separator: "  ")
    }
    let cost = { (list: [Int]) in Nats.text(list.reduce(0) { $0 + words[$1].edge.cost }) }
    let best = explanation.best
    var rows = [["*", "best", Nats.text(best.cost), join(best.words)]]
    if let second = explanation.runnerUp, let margin = explanation.margin {
      rows.append(["-", "second", Nats.text(second.cost), join(second.words)])
      rows.append(["", "margin", Nats.text(margin), ""])
    }
    let paths = TextColumns.lines(rows, [.left, .left, .right, .left])
    guard !explanation.places.isEmpty else { return paths + ["  No other cut is possible."] }
    return paths
      + explanation.places.map { place in
        "  \(join(place.won)) (\(cost(place.won))) beat \(join(place.lost)) "
          + "(\(cost(place.lost))) by \(Nats.text(place.margin))"
      }
  }
}
