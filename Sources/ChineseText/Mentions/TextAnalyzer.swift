/// Runs the text stages: decode, split, recognise, tokenize, find mentions.
///
/// ```swift
/// let lexicon = try Lexicon(path: "shiji_Lexicons.resources/lexicon.bin")
/// let analyzer = try TextAnalyzer(lexicon: lexicon)
/// let analysis = analyzer.analyze(Document(id: "1", text: "微软以3亿美元收购星河科技。"))
/// for token in analysis.tokens {
///   // 微软 0 2 company, 以 2 3 preposition, 3亿美元 3 7 money …
///   print(analysis.text.string(token.span), token.start, token.end, token.tags.label)
/// }
/// ```
///
/// Immutable; one value serves any number of threads. `analyze` is a pure function of the document
/// and the lexicon, never throws and never traps.
public struct TextAnalyzer: Sendable {
  /// The lexicon in use.
  public let lexicon: Lexicon
  private let quantities: QuantityRecognizer
  private let names: NameRecognizer
  let mentions: MentionBuilder

  /// Prepares the stages. Throws where a table of the lexicon cannot be used.
  public init(lexicon: Lexicon) throws(LexiconError) {
    self.lexicon = lexicon
    quantities = try QuantityRecognizer(lexicon: lexicon)
    let tables = try NameTables(lexicon: lexicon)
    names = NameRecognizer(lexicon: lexicon, tables: tables)
    mentions = try MentionBuilder(lexicon: lexicon, tables: tables)
  }

  /// Analyses a document. O(length).
  public func analyze(_ document: Document) -> TextAnalysis {
    let cut = tokenize(document)
    return mentions.build(
      text: cut.text, sentences: cut.sentences, tokens: cut.tokens, candidates: cut.candidates,
      values: cut.values, published: document.published)
  }

  /// A text cut into words, with the candidates that took part.
  package struct Cut: Sendable {
    package let text: FoldedText
    package let sentences: [Sentence]
    package let tokens: [Token]
    package let candidates: [Candidate]
    package let values: [QuantityValue]
  }

  /// Cuts a document into words. O(length).
  package func tokenize(_ document: Document) -> Cut {
    let text = TextDecoder(lexicon: lexicon).decode(title: document.title, body: document.text)
    let tokenizer = Tokenizer(lexicon: lexicon)
    var context = TimeContext()
    var candidates: [Candidate] = []
    var values: [QuantityValue] = []
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count * 5 / 8 + 8)
    let lattice = Lattice()
    let sentences = SentenceSplitter().split(text).map { sentence -> Sentence in
      let first = candidates.count
      let span = sentence.span
      quantities.recognize(
        text, in: span, published: document.published, context: &context,
        candidates: &candidates, values: &values)
      names.recognize(text, in: span, candidates: &candidates)
      tokenizer.addRuns(text, in: span, candidates: &candidates)
      Self.order(&candidates, from: first)
      let firstToken = tokens.count
      tokenizer.tokenize(
        text, sentence: span, candidates: candidates, range: first..<candidates.count,
        lattice: lattice, tokens: &tokens)
      return sentence.with(tokens: firstToken..<tokens.count)
    }
    return Cut(
      text: text, sentences: sentences, tokens: tokens, candidates: candidates, values: values)
  }

  /// Sentences and words without any recognizer: what the kernel alone does.
  package static func plainCut(
    _ text: String, lexicon: Lexicon
  ) -> (text: FoldedText, sentences: [Sentence], tokens: [Token]) {
    let text = TextDecoder(lexicon: lexicon).decode(title: "", body: text)
    let tokenizer = Tokenizer(lexicon: lexicon)
    var tokens: [Token] = []
    let lattice = Lattice()
    let sentences = SentenceSplitter().split(text).map { sentence -> Sentence in
      var candidates: [Candidate] = []
      tokenizer.addRuns(text, in: sentence.span, candidates: &candidates)
      let first = tokens.count
      tokenizer.tokenize(
        text, sentence: sentence.span, candidates: candidates, range: 0..<candidates.count,
        lattice: lattice, tokens: &tokens)
      return sentence.with(tokens: first..<tokens.count)
    }
    return (text, sentences, tokens)
  }

  /// Sorts a sentence's candidates by start (few, and nearly sorted: insertion).
  private static func order(_ candidates: inout [Candidate], from first: Int) {
    candidates.withUnsafeMutableBufferPointer { list in
      var index = first + 1
      while index < list.count {
        let item = list[index]
        var slot = index
        while slot > first, list[slot - 1].start > item.start {
          list[slot] = list[slot - 1]
          slot -= 1
        }
        if slot < index { list[slot] = item }
        index += 1
      }
    }
  }
}
