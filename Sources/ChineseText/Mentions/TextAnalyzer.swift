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
  private let tokenizer: Tokenizer

  /// Prepares the stages. Throws where a table of the lexicon cannot be used.
  public init(lexicon: Lexicon) throws(LexiconError) {
    self.lexicon = lexicon
    tokenizer = Tokenizer(lexicon: lexicon)
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
  ///
  /// - Parameter isComplete: whether candidates are kept that cannot win.
  package func tokenize(_ document: Document, isComplete: Bool = false) -> Cut {
    let text = TextDecoder(lexicon: lexicon).decode(title: document.title, body: document.text)
    let sentences = SentenceSplitter().split(text)
    var context = TimeContext()
    var values: [QuantityValue] = []
    var found: [Candidate] = []
    var ends: [Int] = []
    ends.reserveCapacity(sentences.count)
    // One recognizer after the other, each over the whole text: its code stays in the cache.
    for sentence in sentences {
      quantities.recognize(
        text, in: sentence.span, published: document.published, context: &context,
        candidates: &found, values: &values)
      ends.append(found.count)
    }
    let cut = cut(text, sentences, found, ends, isComplete: isComplete)
    return Cut(
      text: text, sentences: cut.sentences, tokens: cut.tokens, candidates: cut.candidates,
      values: values)
  }

  /// Finds names and cuts into words, block by block. `found` holds the quantities of all sentences,
  /// `ends` where those of each end.
  private func cut(
    _ text: FoldedText, _ sentences: [Sentence], _ found: [Candidate], _ ends: [Int],
    isComplete: Bool
  ) -> (sentences: [Sentence], tokens: [Token], candidates: [Candidate]) {
    var sentences = sentences
    var candidates: [Candidate] = []
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count * 5 / 8 + 8)
    let lattice = Lattice()
    text.withView { view in
      var first = 0
      while first < sentences.count {
        let block = tokenizer.load(view, sentences, from: first, into: lattice)
        var place = 0
        for number in first..<block.end {
          let span = sentences[number].span
          let known = candidates.count
          candidates += found[(number > 0 ? ends[number - 1] : 0)..<ends[number]]
          names.recognize(
            view, in: span,
            floor: isComplete ? .none : WordFloor(lattice, start: span.start, place: place),
            candidates: &candidates)
          Self.close(view, span, at: place, from: known, tokenizer, lattice, &candidates)
          place &+= span.count &+ 1
        }
        tokenizer.emit(view, &sentences, first, block, lattice, candidates, to: &tokens)
        first = block.end
      }
    }
    return (sentences, tokens, candidates)
  }

  /// Sentences and words without any recognizer: what the kernel alone does.
  package static func plainCut(
    _ text: String, lexicon: Lexicon
  ) -> (text: FoldedText, sentences: [Sentence], tokens: [Token]) {
    let text = TextDecoder(lexicon: lexicon).decode(title: "", body: text)
    let tokenizer = Tokenizer(lexicon: lexicon)
    var sentences = SentenceSplitter().split(text)
    var candidates: [Candidate] = []
    var tokens: [Token] = []
    let lattice = Lattice()
    text.withView { view in
      var first = 0
      while first < sentences.count {
        let block = tokenizer.load(view, sentences, from: first, into: lattice)
        var place = 0
        for number in first..<block.end {
          let span = sentences[number].span
          close(view, span, at: place, from: candidates.count, tokenizer, lattice, &candidates)
          place &+= span.count &+ 1
        }
        tokenizer.emit(view, &sentences, first, block, lattice, candidates, to: &tokens)
        first = block.end
      }
    }
    return (text, sentences, tokens)
  }

  /// Adds runs to the candidates of a sentence, which begin at `first`, and all of them to the
  /// lattice.
  private static func close(
    _ text: TextView, _ span: TextSpan, at place: Int, from first: Int, _ tokenizer: Tokenizer,
    _ lattice: Lattice, _ candidates: inout [Candidate]
  ) {
    tokenizer.addRuns(text, in: span, candidates: &candidates)
    order(&candidates, from: first)
    tokenizer.add(candidates, first..<candidates.count, of: text, span, at: place, to: lattice)
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
