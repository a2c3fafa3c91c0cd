/// Finds unknown members of lists of companies: 安踏、凯乐石、李宁.
struct ListNames: Sendable {
  let grammar: NameGrammar

  private static let longest = 6
  private static let comma: UInt16 = 0x3001

  /// Adds the members between two known companies, or beside one at the end of the list.
  func find(in draft: inout MentionDraft) {
    var place = MarkedTokens(TokenMarks.Bit.listComma, draft)
    var bounds = 0..<0
    var start = -1
    while place.next(draft) {
      if place.bounds != bounds {
        addLast(start, in: bounds, to: &draft)
        bounds = place.bounds
        start = bounds.lowerBound
      }
      addMember(start..<place.token, in: bounds, to: &draft)
      start = place.token + 1
    }
    addLast(start, in: bounds, to: &draft)
  }

  /// Adds what stands behind the last comma of a sentence.
  private func addLast(_ start: Int, in bounds: Range<Int>, to draft: inout MentionDraft) {
    guard start > bounds.lowerBound else { return }
    addMember(start..<lastEnd(start, bounds, draft), in: bounds, to: &draft)
  }

  /// The end of the last member: before 和, 等, a verb or a mark.
  private func lastEnd(_ start: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    var end = start
    while end < bounds.upperBound, end - start < Self.longest, isMemberToken(end, draft) {
      end += 1
    }
    return end
  }

  private func isMemberToken(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard draft.kind(token) == CharacterClass.han.rawValue else { return false }
    if draft.length(token) == 1 {
      return draft.spot(at: token)?.origin == .shape || grammar.single(token, draft) != .no
    }
    if let spot = draft.spot(at: token) { return spot.origin == .shape }
    return !grammar.isStop(token, draft) && !grammar.isVerbOnly(token, draft)
  }

  private func addMember(
    _ range: Range<Int>, in bounds: Range<Int>, to draft: inout MentionDraft
  ) {
    guard !range.isEmpty, range.count <= Self.longest else { return }
    let isLatin = isLatinMember(range, draft)
    guard
      isLatin
        || (range.allSatisfy({ isMemberToken($0, draft) })
          && (isMadeUp(range, draft) || isFirm(range, draft))
          && (2...8).contains(draft.span(range).count))
    else { return }
    let before =
      isCompany(range.lowerBound - 2, draft, isLast: true)
      && draft.head(range.lowerBound - 1) == Self.comma
    let next = range.upperBound
    let after = next < bounds.upperBound && isJoin(next, draft) && isCompany(next + 1, draft)
    guard before, after || (!isLatin && isEndOfList(next, bounds, draft)) else { return }
    draft.add(Spot(tokens: range, kind: .company, origin: .context, points: 5))
  }

  /// A capitalised Latin word that is no term.
  private func isLatinMember(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    let token = range.lowerBound
    guard range.count == 1, draft.owner[token] < 0,
      draft.marks[token] & TokenMarks.Bit.latin != 0, grammar.cues.latinForm(token, draft) == 0
    else { return false }
    let form = LatinForm(draft.text.scalars, draft.tokens[token].span)
    return form.isNamePart && form.letters > 3
  }

  /// A word and a trade word that speaks for a firm: 星海|科技.
  private func isFirm(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    let last = range.upperBound - 1
    return range.count > 1 && grammar.form(last, draft) & NameCues.Form.firm != 0
      && grammar.isTrade(last, draft)
      && range.dropLast().allSatisfy { grammar.canBrand($0, draft) && !grammar.isPlace($0, draft) }
  }

  private func isCompany(_ token: Int, _ draft: MentionDraft, isLast: Bool = false) -> Bool {
    draft.spot(at: token)?.kind == .company
  }

  private func isJoin(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.head(token) == Self.comma || draft.tags(token).contains(.coordinator)
  }

  /// 等, or what a company does after the list.
  private func isEndOfList(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard token < bounds.upperBound else { return false }
    return draft.head(token) == 0x7B49
      || grammar.cues.after(draft.tokens[token].word, .company) > 1
  }

  /// Whether no ordinary words make up the member.
  private func isMadeUp(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    let singles = range.filter { grammar.single($0, draft) == .yes }.count
    return singles >= 2
      || range.contains {
        draft.spot(at: $0)?.origin == .shape || draft.tags($0).contains(.unknown)
      }
  }
}
