/// Finds organizations named after another: a known company with a place (可口可乐中国) or a branch
/// of trade (碧桂园创投), and public bodies of a place (美国政府).
struct OrganizationExtensions: Sendable {
  let grammar: NameGrammar

  /// What may follow `X中国` where it names a firm.
  private static let followers: WordTags = [
    .verb, .auxiliary, .caseWord, .coordinator, .reporting, .genericVerb, .title, .adverb,
    .punctuation, .preposition,
  ]

  /// Adds the extended names of the document.
  func find(in draft: inout MentionDraft) {
    for number in 0..<draft.spots.count {
      let spot = draft.spots[number]
      guard spot.kind == .company, spot.origin == .gazetteer, !spot.tokens.isEmpty else {
        continue
      }
      extend(number, in: draft.sentences[spot.sentence].tokens, &draft)
    }
  }

  private func extend(_ number: Int, in bounds: Range<Int>, _ draft: inout MentionDraft) {
    let base = draft.spots[number].tokens
    let next = base.upperBound
    guard next < bounds.upperBound, !base.isEmpty else { return }
    var end = next
    if grammar.isPlace(next, draft), draft.spot(at: next)?.kind == .place {
      guard isFollowed(next + 1, in: bounds, draft) else { return }
      end = next + 1
    } else if draft.owner[next] < 0, draft.length(next) > 1, isBranch(next, in: bounds, draft) {
      end = next + 1
    }
    guard end > next else { return }
    var spot = Spot(tokens: base.lowerBound..<end, kind: .company, origin: .context, points: 6)
    spot.brand = 0..<0
    draft.add(spot)
  }

  /// Whether the word after a firm makes another firm of it.
  private func isBranch(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    let form = grammar.form(token, draft)
    guard form & NameCues.Form.firm != 0, form & NameCues.Form.common == 0 else { return false }
    return !grammar.isVerbOnly(token, draft) && isFollowed(token + 1, in: bounds, draft)
  }

  private func isFollowed(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard token < bounds.upperBound else { return true }
    if draft.spot(at: token)?.kind == .title { return true }
    if grammar.cues.after(draft.tokens[token].word, .company) > 0 { return true }
    if draft.tags(token).contains(.noun), !draft.tags(token).contains(.verb) { return false }
    return !draft.tags(token).isDisjoint(with: Self.followers)
  }
}
