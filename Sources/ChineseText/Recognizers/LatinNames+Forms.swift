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
    guard words.contains(where: { isTermWord($0.token, draft) }) else { return false }
    return words.allSatisfy { isTermWord($0.token, draft) || isTail($0.token, draft) }
  }

  /// A term, one of its generations (LPDDR6, HBM4E, DDR5-5600), a version (V1.48), an aperture
  /// (F1.8).
  private func isTermWord(_ token: Int, _ draft: MentionDraft) -> Bool {
    let span = draft.tokens[token].span
    return cues.latinForm(token, draft) & NameCues.Form.noTail != 0
      || isVersion(span, draft) || isGeneration(span, draft)
  }

  /// What may stand beside a term and make no name of it: numbers, words of firms and lines.
  private func isTail(_ token: Int, _ draft: MentionDraft) -> Bool {
    let span = draft.tokens[token].span
    var end = span.end
    while end > span.start, draft.text.classes[end - 1] == CharacterClass.digit.rawValue {
      end -= 1
    }
    return end == span.start || isFormWord(token, draft)
      || cues.isModelWord(draft.text.folded[span.start..<end])
  }

  /// A v or f and numbers.
  private func isVersion(_ span: TextSpan, _ draft: MentionDraft) -> Bool {
    let head = draft.text.folded[span.start]
    return (head == 0x76 || head == 0x66)
      && draft.text.folded[span.start..<span.end].contains(46)
      && draft.text.folded[span.start..<span.end].dropFirst().allSatisfy {
        $0 == 46 || $0 == 0x2F || ($0 >= 48 && $0 <= 57)
      }
  }

  /// Terms and numbers with at most two letters behind, joined by strokes: all that DDR5-5600,
  /// QD-OLED and Wi-Fi7 are made of.
  private func isGeneration(_ span: TextSpan, _ draft: MentionDraft) -> Bool {
    var start = span.start
    var hasTerm = false
    for offset in span.start...span.end {
      let isEnd = offset == span.end
      guard isEnd || Self.strokes.contains(draft.text.folded[offset]) else { continue }
      var end = start
      while end < offset, draft.text.classes[end] == CharacterClass.letter.rawValue { end += 1 }
      if end > start {
        guard end - start > 2,
          cues.latinForm(TextSpan(start, end), draft.text) & NameCues.Form.noTail != 0
        else { return false }
        hasTerm = true
      }
      guard isNumeral(TextSpan(end, offset), draft) else { return false }
      start = offset + 1
    }
    return hasTerm
  }

  private static let strokes: [UInt16] = [45, 43, 0x2F]

  /// Digits and at most two letters behind them: 5600, 4E, 5x; also nothing.
  private func isNumeral(_ span: TextSpan, _ draft: MentionDraft) -> Bool {
    var letters = 0
    for offset in span.start..<span.end {
      let kind = draft.text.classes[offset]
      if kind == CharacterClass.letter.rawValue {
        letters += 1
      } else if kind != CharacterClass.digit.rawValue || letters > 0 {
        return false
      }
    }
    return letters <= 2
  }

  /// A word of editions with more of them or a number, or a maker's Edition: Pro Max, Gen 5; not
  /// Buds Pro.
  func isEdition(_ words: [Word], _ draft: MentionDraft) -> Bool {
    guard words.count > 1 else { return false }
    let last = draft.tokens[words[words.count - 1].token].span
    if words.count == 2, cues.isEdition(last, draft.text) { return true }
    let first = draft.tokens[words[0].token].span
    return Self.editions.contains { $0.elementsEqual(draft.text.folded[first.start..<first.end]) }
      && words.allSatisfy {
        let span = draft.tokens[$0.token].span
        return cues.isModelWord(draft.text.folded[span.start..<span.end])
          || draft.kind($0.token) == CharacterClass.digit.rawValue
      }
  }

  private static let editions = ["pro", "max", "gen", "series"].map { Array($0.utf16) }

  /// Whether a word of a run goes on in another script: A股上市.
  func isMixed(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    range.contains {
      draft.text.classes[draft.tokens[$0].end - 1] == CharacterClass.han.rawValue
    }
  }

  /// Whether a stroke joins two names in a word of a run: Win10/Win11; not the codes of one line:
  /// S9/S9T.
  func isJoined(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    range.contains { token in
      let span = draft.tokens[token].span
      guard span.count > 6,
        let stroke = (span.start + 3..<span.end - 2).first(where: { draft.text.folded[$0] == 0x2F })
      else { return false }
      return draft.text.classes[stroke + 1] == CharacterClass.letter.rawValue
        && (span.start..<span.start + 3).allSatisfy {
          draft.text.classes[$0] == CharacterClass.letter.rawValue
        }
    }
  }

  /// Whether a run ends in the entity of a web page: AT&amp|;T.
  func isEntity(_ end: Int, _ draft: MentionDraft) -> Bool {
    guard draft.head(end) == 59 else { return false }
    let last = draft.tokens[end - 1].end
    return last >= 4 && draft.text.folded[last - 4..<last].elementsEqual(Self.entity)
  }

  private static let entity = Array("&amp".utf16)

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
