/// Forms and marks that keep a Latin run from being a name, or from being one of a person.
extension LatinNames {
  /// A plain term with its version: PCIe Gen6, DDR5 Pro.
  func isTerm(_ words: [Word], _ draft: MentionDraft) -> Bool {
    guard words.count > 1,
      cues.latinForm(words[0].token, draft) & NameCues.Form.noTail != 0
    else { return false }
    return words.dropFirst().allSatisfy { word in
      let span = draft.tokens[word.token].span
      var end = span.end
      while end > span.start, draft.text.classes[end - 1] == CharacterClass.digit.rawValue {
        end -= 1
      }
      return end == span.start || isFormWord(word.token, draft)
        || cues.isModelWord(draft.text.folded[span.start..<end])
    }
  }

  /// Whether a run names no person for its marks: a code name in quotation marks, or unknown words
  /// in brackets that translate what stands before them: 投资猎头（Venture Scout）.
  func isGloss(_ first: Int, _ words: [Word], _ draft: MentionDraft) -> Bool {
    let known = words.reduce(0) { $0 + (draft.tags($1.token).contains(.latinName) ? 1 : 0) }
    if Self.quotes.contains(draft.head(first - 1)), words.count > 1, known < words.count {
      return true
    }
    guard draft.head(first - 1) == 40, draft.kind(first - 2) == CharacterClass.han.rawValue,
      draft.spot(at: first - 2)?.kind != .person
    else { return false }
    return known == 0
  }

  private static let quotes: [UInt16] = [0x22, 0x201C]

  /// Four digits that look like a year: what they follow is rather a fair than a model.
  func isYear(_ word: Int, _ draft: MentionDraft) -> Bool {
    let span = draft.tokens[word].span
    guard span.count >= 4 else { return false }
    let year = TextSpan(span.end - 4, span.end)
    guard draft.text.folded[year.start] == 0x32, draft.text.folded[year.start + 1] == 0x30,
      (year.start..<year.end).allSatisfy({
        draft.text.classes[$0] == CharacterClass.digit.rawValue
      })
    else { return false }
    // AWE2026: an abbreviation with its year.
    return span.count == 4
      || (span.count < 10
        && LatinForm(draft.text.scalars, TextSpan(span.start, year.start)).isAbbreviation
        && LatinForm(draft.text.scalars, TextSpan(span.start, year.start)).digits == 0)
  }
}
