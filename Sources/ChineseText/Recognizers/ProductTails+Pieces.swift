// MARK: pieces without a blank

extension ProductTails {
  private static let plus: UInt16 = 0x2B
  private static let hyphen: UInt16 = 0x2D
  private static let point: UInt16 = 0x2E

  /// A piece that a name in letters and digits goes on with: U255T|+, Razor Lake|-AX, RTX 5060|Ti.
  func glued(_ token: Int, _ draft: MentionDraft) -> Int? {
    guard isRunEnd(token - 1, draft), draft.owner[token] < 0 else { return nil }
    let next = token + 1
    switch draft.head(token) {
    case Self.plus where draft.length(token) == 1:
      return isRun(next, draft) && follows(next, draft) ? nil : next
    case Self.point where draft.length(token) == 1:
      // FSR 4|.1, but not 6.1.0.
      guard draft.kind(next) == CharacterClass.digit.rawValue, follows(next, draft),
        draft.owner[next] < 0, draft.length(next) == 1,
        draft.text.classes[draft.tokens[token].start - 1] == CharacterClass.digit.rawValue,
        !isJoined(next + 1, draft), draft.head(next + 1) != Self.point
      else { return nil }
      return next + 1
    case Self.hyphen where draft.length(token) == 1:
      guard isRun(next, draft), follows(next, draft), draft.owner[next] < 0,
        isPiece(next, draft), !isJoined(next + 1, draft)
      else { return nil }
      return next + 1
    default:
      guard draft.kind(token) == CharacterClass.letter.rawValue, isRun(token, draft),
        isPiece(token, draft), !isJoined(next, draft)
      else { return nil }
      return next
    }
  }

  /// Whether a token is a run of letters or digits of half or full width.
  func isRun(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.kind(token)
    return kind == CharacterClass.digit.rawValue
      || (kind == CharacterClass.letter.rawValue && draft.head(token) < 0x250)
  }

  private func isRunEnd(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.text.classes[draft.tokens[token].end - 1]
    return kind == CharacterClass.digit.rawValue || kind == CharacterClass.letter.rawValue
  }

  /// Whether a token goes on right behind the one before it as one run with it.
  func isJoined(_ token: Int, _ draft: MentionDraft) -> Bool {
    token < draft.tokens.count && follows(token, draft)
      && (isRun(token, draft) || draft.head(token) == Self.hyphen)
  }

  /// A few capitals or a word of product lines that no unit is.
  private func isPiece(_ token: Int, _ draft: MentionDraft) -> Bool {
    let form = LatinForm(draft.text.scalars, draft.tokens[token].span)
    if isModelWord(token, draft) { return true }
    guard form.letters > 0, !cues.isUnit(draft.tokens[token].span, draft.text),
      cues.latinForm(token, draft) == 0
    else { return false }
    // Pixel 11|a, but not 256|G.
    if form.letters == 1, form.digits == 0,
      draft.text.classes[draft.tokens[token].start - 1] == CharacterClass.digit.rawValue
    {
      let start = draft.tokens[token].start
      return !cues.isAmount(TextSpan(digits(before: start, draft), start + 1), draft.text)
    }
    return form.letters + form.digits <= 4 && form.isAbbreviation
  }
}

extension ProductTails {
  /// Where the digits begin that end at an offset.
  private func digits(before end: Int, _ draft: MentionDraft) -> Int {
    var start = end
    while start > 0, draft.text.classes[start - 1] == CharacterClass.digit.rawValue { start -= 1 }
    return start
  }
}

// MARK: words behind a blank

extension ProductTails {
  /// A Latin word, or a number with letters, that belongs to the name.
  func word(_ token: Int, behind name: Range<Int>, _ draft: MentionDraft) -> Int? {
    guard isRun(token, draft) else { return nil }
    if let end = latinEdition(token, draft) { return end }
    let form = LatinForm(draft.text.scalars, draft.tokens[token].span)
    let next = token + 1
    // Plus is a firm as well.
    if form.isCapitalised || form.digits > 0, isModelWord(token, draft), isAlone(token, draft) {
      return isJoined(next, draft) ? nil : next
    }
    guard draft.owner[token] < 0 else { return nil }
    if form.letters == 0 { return isNumber(token, draft) ? next : nil }
    if draft.kind(token) == CharacterClass.digit.rawValue {
      return isNumberCode(form, draft.tokens[token].span, draft) && !isJoined(next, draft)
        ? next : nil
    }
    guard form.isCapitalised else { return nil }
    if draft.isBlank(next), isChipNumber(next + 1, draft) { return next }
    guard cues.latinForm(token, draft) == 0, !isJoined(next, draft) else { return nil }
    if form.digits > 0 { return form.isAbbreviation(withDigits: 8) ? next : nil }
    if form.letters == 1 { return isLetterModel(token, behind: name, draft) ? next : nil }
    let isWord = form.letters > 2 && form.capitals == 1
    return isWord && !draft.tags(token).contains(.latinName) ? next : nil
  }

  /// Whether no spot covers a token, or one that covers nothing else.
  private func isAlone(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.spot(at: token).map { $0.tokens.count == 1 } ?? true
  }

  /// Marks of decimals, shares and times of day: . % :
  private static let marks: [UInt16] = [46, 37, 58]

  /// A number behind a Latin word that counts nothing: Claude Fable 5.
  private func isNumber(_ token: Int, _ draft: MentionDraft) -> Bool {
    let next = token + 1
    // Of 锐龙 AI 7 350 both numbers.
    let isChip =
      draft.length(token) == 3 && draft.length(token - 2) == 1
      && draft.kind(token - 2) == CharacterClass.digit.rawValue
      && draft.kind(token - 4) == CharacterClass.letter.rawValue
    guard draft.length(token) < 4,
      isChip || draft.kind(token - 2) == CharacterClass.letter.rawValue,
      !isJoined(next, draft), !Self.marks.contains(draft.head(next))
    else { return false }
    let word = draft.isBlank(next) ? next + 1 : next
    return draft.tags(word).isDisjoint(with: [.measure, .quantity, .numeral])
  }

  /// A number of one digit and what its model words are: 锐龙| AI 9 HX 370.
  private func isChipNumber(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard token + 2 < draft.tokens.count, draft.length(token) == 1,
      draft.kind(token) == CharacterClass.digit.rawValue, follows(token, draft),
      draft.isBlank(token + 1), isRun(token + 2, draft)
    else { return false }
    // 锐龙 AI 9 HX 370, 锐龙 AI 7 350
    return draft.kind(token + 2) == CharacterClass.digit.rawValue
      ? draft.length(token + 2) == 3
      : LatinForm(draft.text.scalars, draft.tokens[token + 2].span).isAbbreviation
  }

  /// A capital behind a Chinese name: 海豚 G. Shares and rounds have letters too.
  private func isLetterModel(
    _ token: Int, behind name: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    let next = token + 1
    if draft.kind(token - 2) == CharacterClass.digit.rawValue {
      // 锐龙 AI 9| H 365
      return next + 1 < draft.tokens.count && draft.isBlank(next)
        && draft.kind(next + 1) == CharacterClass.digit.rawValue && draft.length(next + 1) == 3
    }
    guard draft.kind(name.upperBound - 1) == CharacterClass.han.rawValue else { return false }
    guard next < draft.tokens.count else { return true }
    return !follows(next, draft) || draft.isBlank(next)
      || draft.kind(next) != CharacterClass.han.rawValue
  }

  /// One or two words and what makes them an edition: Noctua Edition.
  private func latinEdition(_ token: Int, _ draft: MentionDraft) -> Int? {
    let last = token + 2
    guard last < draft.tokens.count, follows(token + 1, draft), draft.isBlank(token + 1),
      follows(last, draft), isRun(last, draft),
      cues.isEdition(draft.tokens[last].span, draft.text)
    else { return nil }
    return last + 1
  }

  /// Digits and capitals that are no amount of a unit: 251HX, 9800X3D, but not 256G.
  private func isNumberCode(
    _ form: LatinForm, _ span: TextSpan, _ draft: MentionDraft
  ) -> Bool {
    guard form.digits > 2, form.capitals == form.letters, form.letters + form.digits <= 10 else {
      return false
    }
    return !cues.isAmount(span, draft.text)
  }

  func isModelWord(_ token: Int, _ draft: MentionDraft) -> Bool {
    let span = draft.tokens[token].span
    return cues.isModelWord(draft.text.folded[span.start..<span.end])
  }
}
