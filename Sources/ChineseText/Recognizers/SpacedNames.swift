/// Finds names of the lexicon that a blank parts at the border of scripts: SK 海力士, 36 氪.
struct SpacedNames: Sendable {
  let lexicon: Lexicon
  let kinds: @Sendable (Int32, WordTags) -> MentionKind?

  /// Adds a spot for every such name.
  func find(in draft: inout MentionDraft) {
    for sentence in draft.sentences {
      for token in sentence.tokens.dropFirst().dropLast()
      where draft.marks[token] & TokenMarks.Bit.blank != 0 { join(token, in: &draft) }
    }
  }

  private func join(_ blank: Int, in draft: inout MentionDraft) {
    guard draft.length(blank) == 1, isHan(blank - 1, draft) != isHan(blank + 1, draft),
      isWord(blank - 1, draft), isWord(blank + 1, draft)
    else { return }
    let left = draft.tokens[blank - 1].span
    let right = draft.tokens[blank + 1].span
    let units =
      draft.text.folded[left.start..<left.end] + draft.text.folded[right.start..<right.end]
    guard let word = lexicon.word(units) else { return }
    let tags = lexicon.tags(word)
    guard !tags.isDisjoint(with: .name), let kind = kinds(word, tags) else { return }
    draft.add(
      Spot(
        tokens: blank - 1..<blank + 2, kind: kind, origin: .gazetteer, word: word, points: 10))
  }

  private func isHan(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.kind(token) == CharacterClass.han.rawValue
  }

  private func isWord(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.kind(token)
    return kind == CharacterClass.han.rawValue || kind == CharacterClass.letter.rawValue
      || kind == CharacterClass.digit.rawValue
  }
}
