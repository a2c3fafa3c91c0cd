/// Cuts sentences into words: dictionary words and candidates in one lattice, the cheapest path.
///
/// The costs are negative logarithms in units of 1/32768 nat. Of paths of equal cost the one whose
/// first word is shorter wins. Linear in the text for a dictionary of bounded word length.
package struct Tokenizer: Sendable {
  let lexicon: Lexicon
  private let unknown = UnknownWords()

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

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
    candidates.withUnsafeBufferPointer { candidates in
      text.classes.withUnsafeBufferPointer { classes in
        let sentence = SentenceView(
          start: span.start, count: span.count, classes: classes, candidates: candidates,
          range: range)
        relax(sentence, lattice)
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

    /// Whether a letter or digit run goes on at the position: no word begins there.
    @inline(__always)
    func isInside(_ position: Int) -> Bool {
      let kind = classes[start &+ position]
      guard kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
      else { return false }
      return position > 0 && classes[start &+ position &- 1] == kind
    }

    /// Where the candidate begins, or -1 behind the last one.
    @inline(__always)
    func begin(of candidate: Int) -> Int {
      candidate >= range.lowerBound ? candidates[candidate].start &- start : -1
    }
  }

  /// The kernel: backward Viterbi over the double array. Every index it computes is in bounds:
  /// codes are below the alphabet's size, the compiler leaves an alphabet's room behind the
  /// highest base, and the 0 at the end of the codes ends every walk.
  private func relax(_ sentence: SentenceView, _ lattice: Lattice) {
    let nodes = lexicon.nodes
    let overlay = lexicon.overlay.map { Overlay($0, lattice.overlayCodes) }
    let codes = lattice.codes
    let best = lattice.best
    let starts = lattice.starts
    let steps = lattice.steps
    var pending = sentence.range.upperBound &- 1
    var pendingStart = sentence.begin(of: pending)
    var i = sentence.count &- 1
    while i >= 0 {
      if sentence.isInside(i) {
        best[i] = Lattice.blocked
        while pendingStart >= i {
          pending &-= 1
          pendingStart = sentence.begin(of: pending)
        }
        i &-= 1
        continue
      }
      var word = Best(cost: best[i] &+ best[i &+ 1], end: i &+ 1, state: 0)
      if starts[i].node != 0 { walk(from: i, starts[i], nodes, codes, best, &word) }
      if let overlay { overlay.walk(from: i, best, &word) }
      while pendingStart >= i {
        if pendingStart == i { take(pending, of: sentence, best, &word) }
        pending &-= 1
        pendingStart = sentence.begin(of: pending)
      }
      best[i] = min(word.cost, Lattice.blocked)
      steps[i] = Lattice.Step(end: Int32(truncatingIfNeeded: word.end), state: word.state)
      i &-= 1
    }
  }

  /// The words that begin at `i`, along the trie.
  @inline(__always)
  private func walk(
    from i: Int, _ start: Lattice.Start, _ nodes: UnsafeBufferPointer<UInt64>,
    _ codes: UnsafeMutablePointer<UInt16>, _ best: UnsafeMutablePointer<Int32>,
    _ word: inout Best
  ) {
    var current = start.node & TrieBuilder.mask22
    var base = start.node >> 22
    word.state = Int32(truncatingIfNeeded: current)
    guard base != 0, start.second & TrieBuilder.mask22 == current else { return }
    var j = i &+ 1
    var node = start.second
    var slot = base &+ UInt64(codes[j])
    while true {
      j &+= 1
      let own = node >> 44
      if own != TrieBuilder.noCost {
        word.take(Int32(truncatingIfNeeded: own) &+ best[j], j, slot)
      }
      base = node >> 22 & TrieBuilder.mask22
      if base == 0 { return }
      current = slot
      slot = base &+ UInt64(codes[j])
      node = nodes[Int(slot)]
      if node & TrieBuilder.mask22 != current { return }
    }
  }

  /// The best word at a position so far.
  private struct Best {
    var cost: Int32
    var end: Int
    var state: Int32

    @inline(__always)
    mutating func take(_ sum: Int32, _ end: Int, _ slot: UInt64) {
      guard sum < cost else { return }
      cost = sum
      self.end = end
      state = Int32(truncatingIfNeeded: slot)
    }
  }

  @inline(__always)
  private func take(
    _ index: Int, of sentence: SentenceView, _ best: UnsafeMutablePointer<Int32>,
    _ word: inout Best
  ) {
    let candidate = sentence.candidates[index]
    let start = candidate.start &- sentence.start
    let stop = candidate.end &- sentence.start
    guard stop > start, stop <= sentence.count else { return }
    let sum = candidate.cost &+ best[stop]
    guard sum < word.cost else { return }
    word = Best(cost: sum, end: stop, state: -1 - Int32(truncatingIfNeeded: index))
  }

  /// A user's trie, walked beside the built-in one; its states carry `Lattice.overlayFlag`.
  private struct Overlay {
    let first: UnsafeBufferPointer<UInt64>
    let nodes: UnsafeBufferPointer<UInt64>
    let codes: UnsafeMutablePointer<UInt16>

    init(_ lexicon: Lexicon, _ codes: UnsafeMutablePointer<UInt16>) {
      first = lexicon.first
      nodes = lexicon.nodes
      self.codes = codes
    }

    func walk(from i: Int, _ best: UnsafeMutablePointer<Int32>, _ word: inout Best) {
      let start = first[Int(codes[i])]
      guard start != 0 else { return }
      var slot = start & TrieBuilder.mask22
      var base = start >> 22
      var j = i
      while true {
        let own = nodes[Int(slot)] >> 44
        j &+= 1
        if own != TrieBuilder.noCost {
          word.take(
            Int32(truncatingIfNeeded: own) &+ best[j], j, slot | UInt64(Lattice.overlayFlag))
        }
        guard base != 0 else { return }
        let next = base &+ UInt64(codes[j])
        let node = nodes[Int(next)]
        guard node & TrieBuilder.mask22 == slot else { return }
        slot = next
        base = node >> 22 & TrieBuilder.mask22
      }
    }
  }

  /// Lays the words of the best path into the lattice's tokens; returns their number.
  ///
  /// First the states' rows, then the rows' tags: far loads that do not wait for each other.
  private func emit(_ sentence: SentenceView, _ lattice: Lattice) -> Int {
    let stateRows = lexicon.stateRows
    let wordTags = lexicon.wordTags
    let (tokens, steps) = (lattice.tokens, lattice.steps)
    var count = 0
    var index = 0
    while index < sentence.count {
      let step = steps[index]
      let start = sentence.start &+ index
      let end = Int(step.end)
      let isWord = step.state > 0 && step.state < Lattice.overlayFlag
      let row = isWord ? Int32(truncatingIfNeeded: stateRows[Int(step.state)]) &- 1 : -1
      tokens[count] = Token(
        start: start, end: sentence.start &+ end, word: row, candidate: step.state, tags: [])
      count &+= 1
      index = end > index ? end : index &+ 1
    }
    for index in 0..<count {
      let token = tokens[index]
      let row = token.word
      if row >= 0 {
        tokens[index] = word(token, WordTags(rawValue: wordTags[Int(row)]), sentence.classes)
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
    guard token.candidate & Lattice.overlayFlag != 0 else {
      return word(token, [], sentence.classes)
    }
    let row = overlayRow(of: token.candidate)
    let known = Token(start: token.start, end: token.end, word: row, candidate: -1, tags: [])
    return word(known, lexicon.tags(row), sentence.classes)
  }

  private func overlayRow(of state: Int32) -> Int32 {
    guard let overlay = lexicon.overlay else { return -1 }
    let own = Int32(overlay.stateRows[Int(state & ~Lattice.overlayFlag)])
    return own > 0 ? own - 1 + Int32(lexicon.wordCount) : -1
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
