/// Cuts documents into the words that are handed out, in a granularity or by a standard.
///
/// The lattice cuts first, with all candidates; `TokenJoins` unites what is one word by its shape,
/// and `FineTokens` cuts compounds further. Immutable; one value serves any number of threads.
///
/// ```swift
/// let cutter = try WordCutter(analyzer: analyzer, granularity: .fine)
/// let (text, words) = cutter.words(of: Document(id: "1", text: "营收15亿元"))
/// // 营收 15亿 元
/// ```
public struct WordCutter: Sendable {
  /// What cuts and finds candidates.
  package let analyzer: TextAnalyzer
  private let joins: TokenJoins
  private let fine: FineTokens
  private let givenNames: GivenNames?

  /// Prepares the stages; a standard decides the granularity. Throws where a table is missing.
  public init(
    analyzer: TextAnalyzer, granularity: Granularity = .fine, standard: WordStandard? = nil
  ) throws(LexiconError) {
    let lexicon = analyzer.lexicon
    let shapes = try WordShapes(lexicon: lexicon)
    self.analyzer = analyzer
    let costs = try CandidateCosts.of(lexicon)
    joins = TokenJoins(
      lexicon: lexicon, shapes: shapes, foreignName: costs[.foreignUnlisted])
    let kinds: FineTokens.Kinds =
      switch standard {
      case .pku: .all
      case .msr: .others
      case nil: granularity == .fine ? .all : []
      }
    fine = FineTokens(lexicon: lexicon, shapes: shapes, kinds: kinds, costs: costs)
    givenNames = standard == .pku ? try GivenNames(lexicon: lexicon, shapes: shapes) : nil
  }

  /// The words of a document, with the text whose scalars their offsets count. O(length).
  public func words(of document: Document) -> (text: FoldedText, words: [Token]) {
    let cut = cut(document)
    return (cut.text, cut.tokens)
  }

  /// The document cut into words, sentence by sentence. O(length).
  package func cut(_ document: Document) -> TextAnalyzer.Cut {
    let path = analyzer.tokenize(document)
    var board = FineTokens.Board()
    var joined: [Token] = []
    var words: [Token] = []
    words.reserveCapacity(path.tokens.count * 9 / 8 + 8)
    let sentences = path.text.withView { text in
      path.sentences.map { sentence -> Sentence in
        let first = words.count
        joined.removeAll(keepingCapacity: true)
        joins.join(path.tokens[sentence.tokens], text, into: &joined)
        for token in joined { cut(token, text, &board, into: &words) }
        return sentence.with(tokens: first..<words.count)
      }
    }
    return TextAnalyzer.Cut(
      text: path.text, sentences: sentences, tokens: words, candidates: path.candidates,
      values: path.values)
  }

  private func cut(
    _ token: Token, _ text: TextView, _ board: inout FineTokens.Board, into out: inout [Token]
  ) {
    if let givenNames, token.tags.contains(.person), !token.tags.contains(.listed) {
      givenNames.cut(token, text, into: &out)
    } else {
      fine.cut(token, text, &board, into: &out)
    }
  }
}
