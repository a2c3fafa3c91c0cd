import ChineseText

/// How the rules see one sentence: clauses, phrases with their place, cues, and what it is about.
public struct SentenceReading: Sendable {
  /// A name or title with what stands around it, and how the clause uses it.
  public struct PhraseReading: Sendable {
    /// From its first word to its last.
    public let span: TextSpan
    /// Mentions of the coordinated names, or of bare titles.
    public let mentions: [Int]
    /// `subject`, `object` (a verb stands before it), `agent` (被, 由), or the case word's text.
    public let place: String
  }
  /// A stretch between commas.
  public struct ClauseReading: Sendable {
    /// Where it stands.
    public let span: TextSpan
    /// Its phrases in text order.
    public let phrases: [PhraseReading]
    /// Words that bear on realis or name a source.
    public let cues: [TextSpan]
  }
  /// Where the sentence stands.
  public let span: TextSpan
  /// Its clauses; none where no name stands in it, since no rule looks at it then.
  public let clauses: [ClauseReading]
  /// Mentions that an omitted organization, person and product mean here; -1 for none.
  public let topics: (organization: Int, person: Int, product: Int)
}

extension SentenceReading {
  init(
    _ analysis: TextAnalysis, _ view: SentenceView, _ phrases: [[Phrase]], _ focus: Focus,
    _ cues: Cues
  ) {
    span = view.sentence.span
    clauses = view.clauses.indices.map { index in
      ClauseReading(
        span: view.clauses[index].span,
        phrases: phrases[index].map { Self.reading($0, analysis, view) },
        cues: view.clauses[index].items.filter { cues.cue(view.items[$0]) != nil }
          .map { view.items[$0].span })
    }
    topics = (focus.topic(for: .org), focus.topic(for: .person), focus.product)
  }

  private static func reading(
    _ phrase: Phrase, _ analysis: TextAnalysis, _ view: SentenceView
  ) -> PhraseReading {
    let first = view.items[phrase.items.lowerBound].span.start
    let last = view.items[phrase.items.upperBound - 1].span.end
    return PhraseReading(
      span: TextSpan(first, last),
      mentions: phrase.members.isEmpty ? phrase.titles : phrase.members.map(\.mention),
      place: place(phrase, analysis, view))
  }

  private static func place(
    _ phrase: Phrase, _ analysis: TextAnalysis, _ view: SentenceView
  ) -> String {
    if phrase.isAgent { return "agent" }
    if phrase.caseWord >= 0,
      let word = view.items[..<phrase.items.lowerBound].last(where: { $0.word == phrase.caseWord })
    {
      return analysis.text.string(word.span)
    }
    return phrase.isObject ? "object" : "subject"
  }
}
