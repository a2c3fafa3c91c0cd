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

  /// Appends the words of one sentence to `tokens`.
  ///
  /// - Parameters:
  ///   - candidates: all candidates of the document so far.
  ///   - range: those of this sentence, sorted by start.
  func tokenize(
    _ text: FoldedText, sentence span: TextSpan, candidates: [Candidate], range: Range<Int>,
    lattice: inout Lattice, tokens: inout [Token]
  ) {
    guard !span.isEmpty else { return }
    lattice.load(text, span, overlay: lexicon.overlay)
    relax(span, candidates: candidates, range: range, lattice: &lattice)
    emit(text, span, candidates: candidates, lattice: lattice, tokens: &tokens)
  }

  /// The kernel: backward Viterbi over the double array. Every index it computes is in bounds:
  /// codes are below the alphabet's size, the compiler leaves an alphabet's room behind the
  /// highest base, and the 0 at the end of the codes ends every walk.
  private func relax(
    _ span: TextSpan, candidates: [Candidate], range: Range<Int>, lattice: inout Lattice
  ) {
    let count = span.count
    let nodes = lexicon.nodes
    let first = lexicon.first
    let single = lexicon.single
    let overlay = lexicon.overlay
    let overlayCodes = overlay == nil ? [] : lattice.overlayCodes
    var pending = range.upperBound - 1
    candidates.withUnsafeBufferPointer { list in
      lattice.codes.withUnsafeBufferPointer { codes in
        lattice.inside.withUnsafeBufferPointer { inside in
          lattice.best.withUnsafeMutableBufferPointer { best in
            lattice.next.withUnsafeMutableBufferPointer { next in
              lattice.state.withUnsafeMutableBufferPointer { state in
                var i = count - 1
                while i >= 0 {
                  if inside[i] {
                    best[i] = Lattice.blocked
                    while pending >= range.lowerBound, list[pending].start - span.start >= i {
                      pending -= 1
                    }
                    i -= 1
                    continue
                  }
                  let code = Int(codes[i])
                  var cost = single[code] &+ best[i &+ 1]
                  var end = i &+ 1
                  var chosen: Int32 = 0
                  let start = first[code]
                  if start != 0 {
                    var current = start & TrieBuilder.mask22
                    var base = start >> 22
                    var j = i &+ 1
                    chosen = Int32(truncatingIfNeeded: current)
                    while base != 0 {
                      let slot = base &+ UInt64(codes[j])
                      let node = nodes[Int(slot)]
                      if node & TrieBuilder.mask22 != current { break }
                      j &+= 1
                      let own = node >> 44
                      if own != TrieBuilder.noCost {
                        let sum = Int32(truncatingIfNeeded: own) &+ best[j]
                        if sum < cost {
                          cost = sum
                          end = j
                          chosen = Int32(truncatingIfNeeded: slot)
                        }
                      }
                      base = node >> 22 & TrieBuilder.mask22
                      current = slot
                    }
                  }
                  if let overlay {
                    Self.walk(
                      overlay, overlayCodes, from: i, best: best, cost: &cost, end: &end,
                      chosen: &chosen)
                  }
                  while pending >= range.lowerBound {
                    let candidate = list[pending]
                    let at = candidate.start - span.start
                    if at < i { break }
                    let stop = candidate.end - span.start
                    if at == i, stop > i, stop <= count {
                      let sum = candidate.cost &+ best[stop]
                      if sum < cost {
                        cost = sum
                        end = stop
                        chosen = -1 - Int32(truncatingIfNeeded: pending)
                      }
                    }
                    pending -= 1
                  }
                  best[i] = min(cost, Lattice.blocked)
                  next[i] = Int32(truncatingIfNeeded: end)
                  state[i] = chosen
                  i -= 1
                }
              }
            }
          }
        }
      }
    }
  }

  /// The same walk in the overlay's trie; its states carry `Lattice.overlayFlag`.
  private static func walk(
    _ overlay: Lexicon, _ codes: [UInt16], from i: Int,
    best: UnsafeMutableBufferPointer<Int32>, cost: inout Int32, end: inout Int, chosen: inout Int32
  ) {
    let start = overlay.first[Int(codes[i])]
    guard start != 0 else { return }
    var slot = start & TrieBuilder.mask22
    var base = start >> 22
    var j = i
    while true {
      let node = overlay.nodes[Int(slot)]
      j &+= 1
      let own = node >> 44
      if own != TrieBuilder.noCost {
        let sum = Int32(truncatingIfNeeded: own) &+ best[j]
        if sum < cost {
          cost = sum
          end = j
          chosen = Int32(truncatingIfNeeded: slot) | Lattice.overlayFlag
        }
      }
      guard base != 0 else { return }
      let next = base &+ UInt64(codes[j])
      guard overlay.nodes[Int(next)] & TrieBuilder.mask22 == slot else { return }
      slot = next
      base = overlay.nodes[Int(next)] >> 22 & TrieBuilder.mask22
    }
  }

  private func emit(
    _ text: FoldedText, _ span: TextSpan, candidates: [Candidate], lattice: Lattice,
    tokens: inout [Token]
  ) {
    let stateRows = lexicon.stateRows
    let wordTags = lexicon.wordTags
    var index = 0
    while index < span.count {
      let start = span.start + index
      let end = Int(lattice.next[index])
      let state = lattice.state[index]
      if state < 0 {
        let candidate = Int32(-1) - state
        tokens.append(
          Token(
            start: start, end: span.start + end, word: -1, candidate: candidate,
            tags: candidates[Int(candidate)].tags))
      } else if state & Lattice.overlayFlag != 0 {
        let row = overlayRow(of: state)
        tokens.append(word(text, start, span.start + end, row: row, tags: lexicon.tags(row)))
      } else {
        let row = state > 0 ? Int32(truncatingIfNeeded: stateRows[Int(state)]) - 1 : -1
        let tags = row >= 0 ? WordTags(rawValue: wordTags[Int(row)]) : []
        tokens.append(word(text, start, span.start + end, row: row, tags: tags))
      }
      index = end > index ? end : index + 1
    }
  }

  private func overlayRow(of state: Int32) -> Int32 {
    guard let overlay = lexicon.overlay else { return -1 }
    let own = Int32(overlay.stateRows[Int(state & ~Lattice.overlayFlag)])
    return own > 0 ? own - 1 + Int32(lexicon.wordCount) : -1
  }

  @inline(__always)
  private func word(
    _ text: FoldedText, _ start: Int, _ end: Int, row: Int32, tags: WordTags
  ) -> Token {
    var tags = tags
    switch text.classes[start] {
    case CharacterClass.han.rawValue:
      if row < 0 { tags.formUnion(.unknown) }
    case CharacterClass.letter.rawValue: tags.formUnion(.latin)
    case CharacterClass.digit.rawValue: tags.formUnion(row < 0 ? .number : [])
    default:
      if end - start == 1 { tags.formUnion(.punctuation) }
    }
    return Token(start: start, end: end, word: row, candidate: -1, tags: tags)
  }
}
