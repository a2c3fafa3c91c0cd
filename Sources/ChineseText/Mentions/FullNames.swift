/// Unites a full legal name with the short name that it holds: 北京星河科技有限公司, 星河科技.
struct FullNames: Sendable {
  let grammar: NameGrammar

  /// Unites them; the longest short name wins. O(names).
  func unite(_ table: inout EntityTable, _ draft: MentionDraft, _ draftOfSpot: [Int]) {
    var full: [Int] = []
    var byName = HashMap<Int>()
    for number in draftOfSpot.indices
    where draftOfSpot[number] >= 0 && draft.spots[number].kind == .company {
      if isLegal(draft.spots[number].tokens, draft) { full.append(number) }
    }
    guard !full.isEmpty else { return }
    for number in draftOfSpot.indices
    where draftOfSpot[number] >= 0 && draft.spots[number].kind == .company {
      let tokens = draft.spots[number].tokens
      let name = draft.text.nameHash(draft.span(tokens))
      if byName[name] == nil { byName[name] = number }
    }
    for number in full {
      guard let short = short(of: draft.spots[number].tokens, byName, draft) else { continue }
      table.unite(draftOfSpot[number], draftOfSpot[short])
    }
  }

  private func isLegal(_ tokens: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard let last = tokens.last, tokens.count > 1 else { return false }
    return grammar.form(last, draft) & NameCues.Form.legal != 0
  }

  /// The spot whose name begins the full name, at its place or at its brand.
  private func short(
    of tokens: Range<Int>, _ byName: HashMap<Int>, _ draft: MentionDraft
  ) -> Int? {
    var brand = tokens.lowerBound
    while brand < tokens.upperBound - 1, isPlacePart(brand, draft) { brand += 1 }
    for end in stride(from: tokens.upperBound - 1, to: tokens.lowerBound, by: -1) {
      for start in brand == tokens.lowerBound ? [brand] : [brand, tokens.lowerBound] {
        guard start < end, let found = byName[draft.text.nameHash(draft.span(start..<end))],
          draft.spots[found].origin != .gazetteer || isParent(end..<tokens.upperBound, draft)
        else { continue }
        return found
      }
    }
    return nil
  }

  private func isPlacePart(_ token: Int, _ draft: MentionDraft) -> Bool {
    let head = draft.head(token)
    return grammar.isPlace(token, draft)
      || (draft.length(token) == 1 && (head == 0x5E02 || head == 0x7701))
  }

  /// Whether the words after a known firm's name say nothing of a branch: a company limited by
  /// shares is the firm itself.
  private func isParent(_ rest: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard let last = rest.last else { return false }
    if draft.head(last) == 0x80A1 || draft.head(last) == 0x96C6 { return true }
    return rest.dropLast().allSatisfy { grammar.form($0, draft) & NameCues.Form.firm != 0 }
  }
}
