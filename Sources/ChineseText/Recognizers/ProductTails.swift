/// Finds how far the name of a product goes on behind what was found of it: Osmo Pocket 4|P,
/// 酷睿 Ultra 7| 251HX, 海豚| G, Mate 70 Pro| 优享版, 米家|无线洗地机 5 Pro.
struct ProductTails: Sendable {
  let grammar: NameGrammar
  let gazetteer: Gazetteer

  var cues: NameCues { grammar.cues }

  /// Most parts of a tail, and most nouns between a brand and its number.
  private static let mostParts = 8
  private static let mostNouns = 4
  private static let longestEdition = 8

  /// Makes the products of the document as long as their names.
  func find(in draft: inout MentionDraft) {
    for number in 0..<draft.spots.count {
      let spot = draft.spots[number]
      guard spot.kind == .product, !spot.tokens.isEmpty else { continue }
      let end = end(of: spot, draft)
      guard end > spot.tokens.upperBound else { continue }
      draft.add(
        Spot(tokens: spot.tokens.lowerBound..<end, kind: .product, origin: .context, points: 6))
    }
  }

  private func end(of spot: Spot, _ draft: MentionDraft) -> Int {
    let first = spot.tokens.lowerBound
    var end = spot.tokens.upperBound
    if let title = titleEnd(spot, draft) { return title }
    if spot.origin == .gazetteer, let numbered = numbered(from: end, draft) { end = numbered }
    var parts = 0
    while parts < Self.mostParts, let next = part(first..<end, draft) {
      end = next
      parts += 1
    }
    return end
  }

  /// Where the next part of the name ends: a piece right behind it, or behind one blank.
  private func part(_ name: Range<Int>, _ draft: MentionDraft) -> Int? {
    let end = name.upperBound
    guard follows(end, draft) else { return nil }
    guard draft.isBlank(end), draft.length(end) == 1 else {
      return edition(at: end, draft) ?? glued(end, draft)
    }
    guard follows(end + 1, draft) else { return nil }
    return edition(at: end + 1, draft) ?? word(end + 1, behind: name, draft)
  }

  /// Whether a token stands right behind the one before it, in the same line.
  func follows(_ token: Int, _ draft: MentionDraft) -> Bool {
    token < draft.tokens.count && draft.tokens[token].start == draft.tokens[token - 1].end
  }

  /// Where a word for an edition ends that begins at a token: 至尊版, 典藏版.
  private func edition(at token: Int, _ draft: MentionDraft) -> Int? {
    guard draft.kind(token) == CharacterClass.han.rawValue else { return nil }
    let start = draft.tokens[token].start
    var best: Int?
    var last = token
    while last < draft.tokens.count, draft.kind(last) == CharacterClass.han.rawValue,
      draft.owner[last] < 0, draft.tokens[last].end - start <= Self.longestEdition
    {
      if draft.tokens[last].end - start > 1,
        cues.isModelWord(draft.text.folded[start..<draft.tokens[last].end])
      {
        best = last + 1
      }
      last += 1
      guard last < draft.tokens.count, follows(last, draft) else { break }
    }
    return best
  }
}

// MARK: titles

extension ProductTails {
  private static let open: UInt16 = 0x300A
  private static let close: UInt16 = 0x300B
  private static let longestTitle = 14

  /// The end of the title that the name of a game begins: 《塞尔达传说|：时之笛》. Headlines and
  /// rules stand in the same marks: 《淘宝网商品发布规范》.
  private func titleEnd(_ spot: Spot, _ draft: MentionDraft) -> Int? {
    let name = spot.tokens
    guard draft.head(name.lowerBound - 1) == Self.open,
      gazetteer.isGame(spot.word >= 0 ? spot.word : draft.tokens[name.lowerBound].word)
    else { return nil }
    var end = name.upperBound
    while end < draft.tokens.count, end - name.upperBound < Self.longestTitle, follows(end, draft) {
      let head = draft.head(end)
      if head == Self.close || head == Self.bracket {
        let last = draft.isBlank(end - 1) ? end - 1 : end
        return last > name.upperBound ? last : nil
      }
      if Self.stops.contains(head) || draft.kind(end) == CharacterClass.stop.rawValue { return nil }
      end += 1
    }
    return nil
  }

  private static let bracket: UInt16 = 40
  /// What stands in no title: 《 、 ，
  private static let stops: [UInt16] = [open, 0x3001, 0xFF0C, 44]
}

// MARK: nouns and a number behind a brand

extension ProductTails {
  /// Where the number ends that follows a brand and what it makes: 米家|无线洗地机 5.
  private func numbered(from end: Int, _ draft: MentionDraft) -> Int? {
    var token = end
    while token < draft.tokens.count, token - end < Self.mostNouns, follows(token, draft),
      draft.kind(token) == CharacterClass.han.rawValue, isNoun(token, draft)
    {
      token += 1
    }
    let number = token + 1
    guard token > end, number < draft.tokens.count, follows(token, draft), draft.isBlank(token),
      draft.length(token) == 1, follows(number, draft), draft.owner[number] < 0
    else { return nil }
    if draft.kind(number) == CharacterClass.digit.rawValue {
      let isVersion =
        draft.length(number) <= 2 && !isJoined(number + 1, draft)
        && draft.head(number + 1) != 46 && draft.head(number + 1) != 37
        && draft.tags(number + 1).isDisjoint(with: [.measure, .quantity, .numeral])
      return isVersion ? number + 1 : nil
    }
    guard isRun(number, draft), isModelWord(number, draft) || isCode(number, draft) else {
      return nil
    }
    return number + 1
  }

  private func isCode(_ token: Int, _ draft: MentionDraft) -> Bool {
    let form = LatinForm(draft.text.scalars, draft.tokens[token].span)
    return form.isCapitalised && form.digits > 0 && form.isAbbreviation(withDigits: 8)
      && cues.latinForm(token, draft) == 0
  }

  /// A noun that names what is made: 洗地机, 无线. What no brand may be (无线) describes things well.
  private func isNoun(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.owner[token] < 0 && draft.length(token) > 1
      && (grammar.canBrand(token, draft)
        || draft.tags(token).contains(.noun) && !grammar.isStop(token, draft))
  }
}
