/// Finds names of the lexicon that a blank parts at the border of scripts: SK 海力士, 36 氪.
struct SpacedNames: Sendable {
  let lexicon: Lexicon
  let kinds: @Sendable (Int32, WordTags) -> MentionKind?

  /// Adds a spot for every such name.
  func find(in draft: inout MentionDraft) {
    var place = MarkedTokens(TokenMarks.Bit.blank, draft)
    while place.next(draft) {
      guard place.token > place.bounds.lowerBound, place.token + 1 < place.bounds.upperBound else {
        continue
      }
      join(place.token, in: place.sentence, &draft)
    }
  }

  private func join(_ blank: Int, in sentence: Int, _ draft: inout MentionDraft) {
    let marks = draft.marks
    guard (marks[blank - 1] ^ marks[blank + 1]) & TokenMarks.Bit.han != 0, draft.length(blank) == 1,
      isWord(blank - 1, draft), isWord(blank + 1, draft)
    else { return }
    let left = draft.tokens[blank - 1].span
    let right = draft.tokens[blank + 1].span
    let units = JoinedUnits(
      first: draft.text.folded[left.start..<left.end],
      second: draft.text.folded[right.start..<right.end])
    guard let word = lexicon.word(units) else { return }
    let tags = lexicon.tags(word)
    guard !tags.isDisjoint(with: .name), let kind = kinds(word, tags) else { return }
    draft.add(
      Spot(
        tokens: blank - 1..<blank + 2, sentence: sentence, kind: kind, origin: .gazetteer,
        word: word, points: 10))
  }

  private func isWord(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.kind(token)
    return kind == CharacterClass.han.rawValue || kind == CharacterClass.letter.rawValue
      || kind == CharacterClass.digit.rawValue
  }
}

/// Two stretches of a text read as one.
private struct JoinedUnits: RandomAccessCollection {
  let first: ArrayView<UInt16>
  let second: ArrayView<UInt16>

  var startIndex: Int { 0 }
  var endIndex: Int { first.count + second.count }

  subscript(index: Int) -> UInt16 {
    index < first.count ? first[index] : second[index - first.count]
  }
}
