/// Forms and marks that keep a Latin run from being a name, or from being one of a person.
extension LatinNames {
  /// A plain term with its version (PCIe Gen6, Pro AR), a version (V1.48) or a form factor (M.2).
  func isTerm(_ words: [Word], _ draft: MentionDraft) -> Bool {
    if words.count > 1, words[0].form.letters == 1, words[0].form.digits == 0,
      draft.head(words[0].token + 1) == 46,
      draft.kind(words[0].token + 2) == CharacterClass.digit.rawValue
    {
      return true
    }
    if words.count == 1 { return isVersion(draft.tokens[words[0].token].span, draft) }
    guard
      words.contains(where: { cues.latinForm($0.token, draft) & NameCues.Form.noTail != 0 })
    else { return false }
    return words.allSatisfy { word in
      let span = draft.tokens[word.token].span
      var end = span.end
      while end > span.start, draft.text.classes[end - 1] == CharacterClass.digit.rawValue {
        end -= 1
      }
      return end == span.start || isFormWord(word.token, draft)
        || cues.isModelWord(draft.text.folded[span.start..<end])
    }
  }

  /// A v and numbers.
  private func isVersion(_ span: TextSpan, _ draft: MentionDraft) -> Bool {
    draft.text.folded[span.start] == 0x76
      && draft.text.folded[span.start..<span.end].contains(46)
      && draft.text.folded[span.start..<span.end].dropFirst().allSatisfy {
        $0 == 46 || ($0 >= 48 && $0 <= 57)
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
