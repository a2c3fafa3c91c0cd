/// Cuts sentences into words: dictionary words and candidates in one lattice, the cheapest path.
///
/// The costs are negative logarithms in units of 1/32768 nat. Of paths of equal cost the one whose
/// first word is shorter wins. Linear in the text for a dictionary of bounded word length.
package struct Tokenizer: Sendable {
  let lexicon: Lexicon
  private let unknown: UnknownWords

  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    unknown = UnknownWords(lexicon: lexicon)
  }

  /// Appends Latin and digit runs of a sentence to its candidates, in order of start.
  func addRuns(_ text: FoldedText, in span: TextSpan, candidates: inout [Candidate]) {
    unknown.recognize(text, in: span, candidates: &candidates)
  }

  /// Appends the words of one sentence, which must lie inside the text, to `tokens`.
  ///
  /// - Parameters:
  ///   - candidates: all candidates of the document so far.
  ///   - range: those of this sentence, sorted by start.
  func tokenize(
    _ text: FoldedText, sentence span: TextSpan, candidates: [Candidate], range: Range<Int>,
    lattice: Lattice, tokens: inout [Token]
  ) {
    guard !span.isEmpty, span.start >= 0, span.end <= text.count else { return }
    lattice.load(text, span, lexicon)
    lexicon.words.find(in: lattice, count: span.count)
    let own = lexicon.overlay.map { OverlayWalk($0, lexicon) }
    own?.addWeighed(to: lattice, count: span.count)
    candidates.withUnsafeBufferPointer { candidates in
      text.classes.withUnsafeBufferPointer { classes in
        let sentence = SentenceView(
          start: span.start, count: span.count, classes: classes, candidates: candidates,
          range: range)
        add(sentence, to: lattice)
        own?.force(in: lattice, count: span.count)
        BestPath.search(lattice, count: span.count)
        let count = emit(sentence, lattice)
        tokens.append(contentsOf: UnsafeBufferPointer(start: lattice.tokens, count: count))
      }
    }
  }

  /// A sentence with its candidates.
  private struct SentenceView {
    let start: Int
    let count: Int
    let classes: UnsafeBufferPointer<UInt8>
    let candidates: UnsafeBufferPointer<Candidate>
    let range: Range<Int>
  }

  /// Adds the candidates, the later ones first, and forbids words that begin inside a letter or
  /// digit run.
  private func add(_ sentence: SentenceView, to lattice: Lattice) {
    var index = sentence.range.upperBound
    while index > sentence.range.lowerBound {
      index &-= 1
      let candidate = sentence.candidates[index]
      let start = candidate.start &- sentence.start
      let end = candidate.end &- sentence.start
      guard start >= 0, end > start, end <= sentence.count else { continue }
      lattice.add(
        from: start, to: end, cost: candidate.cost, state: -1 - Int32(truncatingIfNeeded: index))
    }
    UnknownWords.forEachInside(
      sentence.classes, from: sentence.start, to: sentence.start &+ sentence.count
    ) { lattice.block($0 &- sentence.start) }
  }

  /// Lays the words of the best path into the lattice's tokens; returns their number.
  ///
  /// First the states' rows, then the rows' tags: far loads that do not wait for each other.
  private func emit(_ sentence: SentenceView, _ lattice: Lattice) -> Int {
    let ranks = lexicon.ranks
    let tokens = lattice.tokens
    var count = 0
    var index = 0
    while index < sentence.count {
      let word = lattice.word(at: index)
      let row = word.state > 0 ? ranks.row(ofState: Int(word.state)) : -1
      tokens[count] = Token(
        start: sentence.start &+ index, end: sentence.start &+ word.end, word: row,
        candidate: word.state, tags: [])
      count &+= 1
      index = word.end
    }
    for index in 0..<count {
      let token = tokens[index]
      let row = token.word
      if row >= 0 {
        tokens[index] = word(token, lexicon.listedTags(row), sentence.classes)
      } else {
        tokens[index] = unlisted(token, sentence)
      }
    }
    return count
  }

  /// The token of a candidate, of a word of the overlay, or of what no list knows.
  private func unlisted(_ token: Token, _ sentence: SentenceView) -> Token {
    if token.candidate < 0 {
      let candidate = -1 - token.candidate
      return Token(
        start: token.start, end: token.end, word: -1, candidate: candidate,
        tags: sentence.candidates[Int(candidate)].tags)
    }
    let row = lexicon.row(ofState: token.candidate)
    let known = Token(start: token.start, end: token.end, word: row, candidate: -1, tags: [])
    return word(known, lexicon.tags(row), sentence.classes)
  }

  @inline(__always)
  private func word(
    _ token: Token, _ own: WordTags, _ classes: UnsafeBufferPointer<UInt8>
  ) -> Token {
    let kind = classes[token.start]
    let isHan = kind == CharacterClass.han.rawValue
    let isLetter = kind == CharacterClass.letter.rawValue
    let isDigit = kind == CharacterClass.digit.rawValue
    let isUnknown = token.word < 0
    let isMark = !isHan && !isLetter && !isDigit && token.end &- token.start == 1
    // Choices, not branches: what the next word is can hardly be foretold.
    let tags = WordTags(
      rawValue: own.rawValue
        | (isHan && isUnknown ? WordTags.unknown.rawValue : 0)
        | (isLetter ? WordTags.latin.rawValue : 0)
        | (isDigit && isUnknown ? WordTags.number.rawValue : 0)
        | (isMark ? WordTags.punctuation.rawValue : 0))
    return Token(
      start: token.start, end: token.end, word: token.word, candidate: -1, tags: tags)
  }
}
