/// Points for each kind of name at one place, from the words beside it.
struct NameEvidence: Sendable {
  /// Points for a company.
  var company = 0
  /// Points for another organization.
  var organization = 0
  /// Points for a person.
  var person = 0
  /// Points for a product.
  var product = 0

  /// Keeps the greater points of both, kind by kind.
  mutating func formMaximum(_ other: NameEvidence) {
    company = max(company, other.company)
    organization = max(organization, other.organization)
    person = max(person, other.person)
    product = max(product, other.product)
  }
}

extension NameCues {
  /// What the surroundings of a stretch of tokens say. O(1).
  func evidence(_ range: Range<Int>, in sentence: Range<Int>, _ draft: MentionDraft) -> NameEvidence
  {
    var sum = NameEvidence()
    addBefore(range.lowerBound, in: sentence, draft, to: &sum)
    addAfter(range.upperBound, in: sentence, draft, to: &sum)
    addFirm(range, in: sentence, draft, to: &sum)
    return sum
  }

  private func addBefore(
    _ start: Int, in sentence: Range<Int>, _ draft: MentionDraft, to sum: inout NameEvidence
  ) {
    let left = cueBefore(start, in: sentence, draft)
    guard left >= 0 else { return }
    let all = points(draft.tokens[left].word)
    if let spot = draft.spot(at: left) {
      switch spot.kind {
      // 开发商 is what firms are.
      case .title: sum.person += Self.before(all, .company) > 2 ? 0 : 3
      case .company, .organization:
        sum.person += 1
        sum.product += 2
      default: break
      }
    }
    guard all != 0 else { return }
    let points = Self.before(all, .company)
    let isSubject =
      points == 2 && draft.tags(left).contains(.classNoun)
      && startsClause(left, in: sentence, draft)
    sum.company += isSubject ? 0 : points
    sum.organization += Self.before(all, .organization)
    sum.person += Self.before(all, .person)
    sum.product += Self.before(all, .product)
  }

  /// The token whose word speaks for a name that begins at `start`: the one before it, an opening
  /// mark and a place passed over; -1 where there is none.
  @inline(__always)
  func cueBefore(_ start: Int, in sentence: Range<Int>, _ draft: MentionDraft) -> Int {
    var left = draft.previous(start, in: sentence)
    if left >= 0, draft.kind(left) == CharacterClass.open.rawValue {
      left = draft.previous(left, in: sentence)
    }
    if left >= 0, draft.spot(at: left)?.kind == .place { left = draft.previous(left, in: sentence) }
    return left
  }

  /// The token whose word speaks for a name that ends before `end`: the one behind it, a closing
  /// mark passed over; -1 where there is none.
  @inline(__always)
  func cueAfter(_ end: Int, in sentence: Range<Int>, _ draft: MentionDraft) -> Int {
    var right = draft.next(end, in: sentence)
    if right >= 0, draft.kind(right) == CharacterClass.close.rawValue {
      right = draft.next(right + 1, in: sentence)
    }
    return right
  }

  /// A bare 公司 at the head of a clause is its subject, not the class of the next word.
  private func startsClause(
    _ token: Int, in sentence: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    let before = draft.previous(token, in: sentence)
    if before < 0 { return true }
    let kind = draft.kind(before)
    return kind == CharacterClass.comma.rawValue || kind == CharacterClass.stop.rawValue
  }

  private func addAfter(
    _ end: Int, in sentence: Range<Int>, _ draft: MentionDraft, to sum: inout NameEvidence
  ) {
    let right = cueAfter(end, in: sentence, draft)
    guard right >= 0 else { return }
    if draft.head(right) == 0x7684 {
      let beyond = draft.next(right + 1, in: sentence)
      if draft.spot(at: beyond)?.origin == .title { sum.company += 3 }
      if beyond >= 0 { sum.person += min(2, before(draft.tokens[beyond].word, .person)) }
      return
    }
    if draft.spot(at: right)?.origin == .title {
      sum.company += 3
      sum.person += 2
    }
    let all = points(draft.tokens[right].word)
    if draft.tags(right).contains(.adverb), Self.after(all, .person) < 2 {
      let verb = draft.next(right + 1, in: sentence)
      if verb >= 0 { sum.person += after(draft.tokens[verb].word, .person) }
    }
    guard all != 0 else { return }
    sum.company += Self.after(all, .company)
    sum.organization += Self.after(all, .company)
    sum.person += Self.after(all, .person)
    sum.product += Self.after(all, .product)
  }
}
