extension TextAnalyzer {
  /// The words of a text as strings, blanks left out: the short way for those who need no more.
  ///
  ///     let analyzer = try TextAnalyzer(lexicon: Lexicon(path: "lexicon.bin"))
  ///     print(analyzer.words("微软收购星河科技"))  // ["微软", "收购", "星河", "科技"]
  ///
  /// `analyze` gives the words with their places and tags, without a string for each. O(length).
  public func words(_ text: String) -> [String] {
    let cut = tokenize(Document(id: "", text: text))
    return cut.tokens.lazy.map(\.span).filter { !cut.text.isBlank($0) }.map(cut.text.string)
  }

  /// Why each sentence of a document is cut as it is. Slow: for looking at, not for bulk.
  package func explain(_ document: Document) -> (text: FoldedText, [LatticeExplanation]) {
    let cut = tokenize(document, isComplete: true)
    var rest = cut.candidates[...]
    let explanations = cut.sentences.map { sentence in
      let own = rest.prefix { $0.start < sentence.span.end }
      rest = rest.dropFirst(own.count)
      return LatticeExplanation(
        cut.text, sentence: sentence.span, candidates: Array(own), lexicon: lexicon)
    }
    return (cut.text, explanations)
  }
}

extension TextAnalyzer {
  /// The analysis of a document with how its names were found. Slow: for looking at, not for bulk.
  package func trace(_ document: Document) -> (analysis: TextAnalysis, trace: NameTrace) {
    let cut = tokenize(document, isComplete: true)
    var tracer = NameTracer(mentions)
    let analysis = mentions.build(
      text: cut.text, sentences: cut.sentences, tokens: cut.tokens, candidates: cut.candidates,
      values: cut.values, published: document.published, tracer: &tracer)
    return (analysis, tracer.trace)
  }
}
