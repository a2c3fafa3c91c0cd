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
  func addRuns(_ text: TextView, in span: TextSpan, candidates: inout [Candidate]) {
    unknown.recognize(text, in: span, candidates: &candidates)
  }

  /// Sentences that lie in one filled lattice, one after the other, a place apart.
  struct Block {
    /// Number of the first sentence after them.
    let end: Int
    /// Places that they take.
    let count: Int
  }

  /// Lays sentences from `first` on into the lattice, as many as make a block, and finds the words
  /// of the lexicon in them. The spans must be sorted and lie inside the text.
  func load(
    _ text: TextView, _ sentences: [Sentence], from first: Int, into lattice: Lattice
  ) -> Block {
    var end = first
    var count = 0
    while end < sentences.count, end == first || count < Self.enough {
      count &+= sentences[end].span.count &+ 1
      end &+= 1
    }
    lattice.reserve(count &+ 1)
    var place = 0
    for number in first..<end {
      let span = sentences[number].span
      lattice.load(text, span, at: place, withUnits: lexicon.overlay != nil)
      place &+= span.count &+ 1
    }
    lexicon.words.find(in: lattice, count: count)
    lexicon.overlay.map { OverlayWalk($0, lexicon).addWeighed(to: lattice, count: count) }
    return Block(end: end, count: count)
  }

  /// A block of so many characters keeps the caches and the loops busy.
  private static let enough = 384

  /// Adds the candidates of a sentence that lies at `place` of the lattice, the later ones first,
  /// and forbids words that begin inside a letter or digit run.
  func add(
    _ candidates: [Candidate], _ range: Range<Int>, of text: TextView, _ span: TextSpan,
    at place: Int, to lattice: Lattice
  ) {
    let shift = place &- span.start
    let limit = place &+ span.count
    candidates.withUnsafeBufferPointer { candidates in
      var index = range.upperBound
      while index > range.lowerBound {
        index &-= 1
        let candidate = candidates[index]
        let start = candidate.start &+ shift
        let end = candidate.end &+ shift
        guard start >= place, end > start, end <= limit else { continue }
        lattice.add(
          from: start, to: end, cost: candidate.cost, state: -1 - Int32(truncatingIfNeeded: index))
      }
    }
    UnknownWords.forEachInside(text.classes.buffer, from: span.start, to: span.end) {
      lattice.block($0 &+ shift)
    }
  }

  /// Makes a user's words win, chooses the best path of every sentence of a block, which begins with
  /// number `first`, and appends its words.
  func emit(
    _ text: TextView, _ sentences: inout [Sentence], _ first: Int, _ block: Block,
    _ lattice: Lattice, _ candidates: [Candidate], to tokens: inout [Token]
  ) {
    lexicon.overlay.map { OverlayWalk($0, lexicon).force(in: lattice, count: block.count) }
    BestPath.search(lattice, count: block.count)
    var place = 0
    for number in first..<block.end {
      let span = sentences[number].span
      let known = tokens.count
      emit(text, span, at: place, lattice, candidates, to: &tokens)
      sentences[number] = sentences[number].with(tokens: known..<tokens.count)
      place &+= span.count &+ 1
    }
  }

  /// Appends the words of one sentence that lies at `place` of the lattice.
  ///
  /// First the states' rows, then the rows' tags: far loads that do not wait for each other; last
  /// the few words that come from somewhere else.
  private func emit(
    _ text: TextView, _ span: TextSpan, at place: Int, _ lattice: Lattice,
    _ candidates: [Candidate], to tokens: inout [Token]
  ) {
    let count = rows(span, at: place, lattice)
    let words = lattice.tokens
    let classes = text.classes.buffer
    var others = 0
    for index in 0..<count {
      let token = words[index]
      let isOther = token.candidate < 0 || token.candidate >= Lattice.overlayFlag
      words[index] = word(
        token, lexicon.knownTags(token.word), classes, isOther ? token.candidate : -1)
      lattice.places[others] = Int32(truncatingIfNeeded: index)
      others &+= isOther ? 1 : 0
    }
    for number in 0..<others {
      let index = Int(lattice.places[number])
      words[index] = unlisted(words[index], candidates, classes)
    }
    tokens.append(contentsOf: UnsafeBufferPointer(start: words, count: count))
  }

  /// Lays spans, rows and states of the best path into the lattice's tokens; returns their number.
  private func rows(_ span: TextSpan, at place: Int, _ lattice: Lattice) -> Int {
    let ranks = lexicon.ranks
    let tokens = lattice.tokens
    let shift = span.start &- place
    let end = place &+ span.count
    var count = 0
    var index = place
    while index < end {
      let word = lattice.word(at: index)
      let row = word.state > 0 ? ranks.row(ofState: Int(word.state)) : -1
      tokens[count] = Token(
        start: index &+ shift, end: word.end &+ shift, word: row, candidate: word.state, tags: [])
      count &+= 1
      index = word.end
    }
    return count
  }

  /// The token of a candidate, of a word of the overlay, or of what no list knows.
  private func unlisted(
    _ token: Token, _ candidates: [Candidate], _ classes: UnsafeBufferPointer<UInt8>
  ) -> Token {
    if token.candidate < 0 {
      let candidate = -1 - token.candidate
      return Token(
        start: token.start, end: token.end, word: -1, candidate: candidate,
        tags: candidates[Int(candidate)].tags)
    }
    let row = lexicon.row(ofState: token.candidate)
    let known = Token(start: token.start, end: token.end, word: row, candidate: -1, tags: [])
    return word(known, lexicon.tags(row), classes, -1)
  }

  @inline(__always)
  private func word(
    _ token: Token, _ own: WordTags, _ classes: UnsafeBufferPointer<UInt8>, _ candidate: Int32
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
      start: token.start, end: token.end, word: token.word, candidate: candidate, tags: tags)
  }
}
