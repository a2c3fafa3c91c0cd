/// Finds models after what they belong to: a known product with a version (Stable Diffusion3,
/// 骁龙XR2), a maker with a model code (宝马i8), a name with a version number (渡口1.0).
struct ModelNames: Sendable {
  let cues: NameCues
  let lines: ProductLines

  /// Adds the models of the document.
  func find(in draft: inout MentionDraft) {
    for number in 0..<draft.spots.count {
      let spot = draft.spots[number]
      guard spot.origin == .gazetteer, !spot.tokens.isEmpty else { continue }
      let bounds = draft.sentences[spot.sentence].tokens
      if spot.kind == .product { addVersion(spot, in: bounds, to: &draft) }
      if spot.kind == .company { addModel(spot, in: bounds, to: &draft) }
    }
    addNumbered(in: &draft)
  }

  /// Names with version numbers: once the text has launched one, its other versions too.
  private func addNumbered(in draft: inout MentionDraft) {
    var found: [(name: Range<Int>, hash: UInt64, isSure: Bool)] = []
    var place = MarkedTokens(TokenMarks.Bit.digit, draft)
    while place.next(draft) {
      let token = place.token
      guard draft.owner[token] < 0, isNumbered(token, in: place.bounds, draft) else { continue }
      let range = token - 1..<token + 1
      let isSure = cues.evidence(range, in: place.bounds, draft).product >= 2
      found.append((range, draft.text.nameHash(draft.tokens[token - 1].span), isSure))
    }
    guard !found.isEmpty else { return }
    let sure = Set(found.filter(\.isSure).map(\.hash))
    for item in found where sure.contains(item.hash) {
      draft.add(Spot(tokens: item.name, kind: .product, origin: .context, points: 5))
    }
  }

  /// A product of the lexicon and the version behind it.
  private func addVersion(_ spot: Spot, in bounds: Range<Int>, to draft: inout MentionDraft) {
    let end = versionEnd(spot.tokens.upperBound, in: bounds, draft)
    guard end > spot.tokens.upperBound else { return }
    draft.add(
      Spot(tokens: spot.tokens.lowerBound..<end, kind: .product, origin: .context, points: 6))
  }

  /// A number that counts nothing, a code, a capitalised word of a product line.
  private func isVersionPart(
    _ token: Int, afterBlank: Bool, _ bounds: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    guard draft.owner[token] < 0 else { return false }
    let kind = draft.kind(token)
    if kind == CharacterClass.digit.rawValue {
      let span = draft.tokens[token].span
      guard !cues.isFestival(draft.text.folded[span.start..<span.end]),
        !cues.isAmount(span, draft.text)
          || cues.isModelWord(draft.text.folded[span.start..<span.end])
      else { return false }
      guard draft.length(token) <= 4, token + 1 < bounds.upperBound else {
        return draft.length(token) <= 4
      }
      return draft.tags(token + 1).isDisjoint(with: [.measure, .quantity, .numeral])
        && draft.head(token + 1) != 37 && draft.head(token + 1) != 58
        && !isModelYear(token, draft)
    }
    guard kind == CharacterClass.letter.rawValue, draft.head(token) < 0x250 else { return false }
    let form = LatinForm(draft.text.scalars, draft.tokens[token].span)
    if form.digits > 0 {
      return cues.latinForm(token, draft) & NameCues.Form.noTail == 0
        && !isMeasured(token, bounds, draft)
    }
    guard form.isCapitalised || !afterBlank else { return false }
    return cues.isModelWord(draft.text.folded[draft.tokens[token].start..<draft.tokens[token].end])
  }

  /// Whether a unit counts the digits that a code ends in: MacBook |Air13| 英寸, RTX 5070 |Ti16| GB.
  private func isMeasured(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard draft.text.classes[draft.tokens[token].end - 1] == CharacterClass.digit.rawValue else {
      return false
    }
    let next = draft.isBlank(token + 1) ? token + 2 : token + 1
    guard next < bounds.upperBound else { return false }
    return cues.isUnit(draft.tokens[next].span, draft.text)
      || (next > token + 1 && draft.tags(next).contains(.measure)
        && !draft.tags(next).contains(.noun))
  }

  /// 鸿蒙智行| 2024 款: the year of a model, which stands before its name.
  private func isModelYear(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard draft.length(token) == 4, draft.head(token) == 0x32 else { return false }
    let next = draft.isBlank(token + 1) ? token + 2 : token + 1
    return draft.head(next) == 0x6B3E
  }

  /// A maker and a code with letters and digits right behind it.
  private func addModel(_ spot: Spot, in bounds: Range<Int>, to draft: inout MentionDraft) {
    let next = spot.tokens.upperBound
    if addOfLine(spot, in: bounds, to: &draft) { return }
    guard next < bounds.upperBound, draft.owner[next] < 0 else { return }
    if draft.isBlank(next) {
      addLineModel(spot, in: bounds, to: &draft)
      return addNumberModel(spot, in: bounds, to: &draft)
    }
    guard draft.kind(next) == CharacterClass.letter.rawValue,
      draft.kind(spot.tokens.lowerBound) == CharacterClass.han.rawValue
    else { return }
    let form = LatinForm(draft.text.scalars, draft.tokens[next].span)
    guard form.digits > 0, form.letters > 0, form.letters + form.digits <= 8 else { return }
    draft.add(
      Spot(tokens: spot.tokens.lowerBound..<next + 1, kind: .product, origin: .context, points: 6))
  }

  /// A line of a maker right behind its name, and what makes a model: 华为|畅享 90 Pro.
  private func addOfLine(
    _ spot: Spot, in bounds: Range<Int>, to draft: inout MentionDraft
  ) -> Bool {
    let first =
      draft.isBlank(spot.tokens.upperBound) ? spot.tokens.upperBound + 1 : spot.tokens.upperBound
    guard spot.word >= 0, first < bounds.upperBound, isFree(first, draft),
      let maker = lines.gazetteer.row(of: spot.word, .company)
    else { return false }
    let start = draft.tokens[first].start
    let end = lines.lineEnd(
      from: start, to: draft.tokens[bounds.upperBound - 1].end, madeBy: maker, draft.text)
    guard end > start else { return false }
    var token = first
    while token < bounds.upperBound, draft.tokens[token].end < end { token += 1 }
    // X|300 of vivo X300 is one token.
    guard token < bounds.upperBound, isFree(token, draft) else { return false }
    var last = token
    if draft.tokens[token].end == end {
      last = versionEnd(token + 1, in: bounds, draft)
      guard last > token + 1 else { return false }
    } else {
      guard draft.text.classes[end] == CharacterClass.digit.rawValue,
        isVersionPart(token, afterBlank: true, bounds, draft)
      else { return false }
      last = versionEnd(token + 1, in: bounds, draft)
    }
    return draft.add(
      Spot(tokens: first..<last, kind: .product, origin: .context, points: 6))
  }

  /// Whether no spot covers a token but a person by shape: 畅享.
  private func isFree(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.spot(at: token).map { $0.origin == .shape } ?? true
  }

  /// The end of the version parts that begin at a token, blanks between them.
  private func versionEnd(
    _ start: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Int {
    var end = start
    while end < bounds.upperBound, end - start < 8 {
      let next = draft.isBlank(end) && draft.length(end) == 1 ? end + 1 : end
      guard next < bounds.upperBound, isVersionPart(next, afterBlank: next > end, bounds, draft)
      else {
        break
      }
      end = next + 1
    }
    return end
  }

  /// A Latin maker and a word of a product line: Magic Leap One.
  private func addLineModel(_ spot: Spot, in bounds: Range<Int>, to draft: inout MentionDraft) {
    let next = spot.tokens.upperBound + 1
    guard next < bounds.upperBound, draft.owner[next] < 0,
      draft.kind(next) == CharacterClass.letter.rawValue,
      draft.kind(spot.tokens.lowerBound) == CharacterClass.letter.rawValue,
      isVersionPart(next, afterBlank: true, bounds, draft)
    else { return }
    draft.add(
      Spot(tokens: spot.tokens.lowerBound..<next + 1, kind: .product, origin: .context, points: 6))
  }

  /// A maker, a blank and the number of a model: 诺基亚 3210（2024）, 魅族 22 Pro. What stands
  /// beside it must speak of a product, unless a word of product lines follows.
  private func addNumberModel(_ spot: Spot, in bounds: Range<Int>, to draft: inout MentionDraft) {
    let number = spot.tokens.upperBound + 1
    guard number < bounds.upperBound, draft.length(number - 1) == 1,
      draft.kind(spot.tokens.lowerBound) == CharacterClass.han.rawValue,
      draft.kind(number) == CharacterClass.digit.rawValue,
      isVersionPart(number, afterBlank: true, bounds, draft)
    else { return }
    var end = number + 1
    while end < bounds.upperBound, end - number < 6 {
      let next = draft.isBlank(end) && draft.length(end) == 1 ? end + 1 : end
      guard next < bounds.upperBound, draft.kind(next) == CharacterClass.letter.rawValue,
        isVersionPart(next, afterBlank: next > end, bounds, draft)
      else { break }
      end = next + 1
    }
    let range = spot.tokens.lowerBound..<end
    let isDated =
      end + 2 < bounds.upperBound && draft.head(end) == 40 && draft.head(end + 2) == 41
      && draft.kind(end + 1) == CharacterClass.digit.rawValue && draft.length(end + 1) == 4
    guard
      end > number + 1 || isDated || isListed(range, in: bounds, draft)
        || cues.evidence(range, in: bounds, draft).product > 0
    else { return }
    draft.add(
      Spot(
        tokens: range.lowerBound..<(isDated ? end + 3 : end), kind: .product, origin: .context,
        points: 6))
  }

  /// Whether a model stands in a list beside another of a maker: 诺基亚 215、诺基亚 225.
  private func isListed(
    _ range: Range<Int>, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    let comma = TokenMarks.Bit.listComma
    let next = range.upperBound
    if next + 3 < bounds.upperBound, draft.marks[next] & comma != 0,
      draft.spot(at: next + 1)?.kind == .company, draft.isBlank(next + 2),
      draft.kind(next + 3) == CharacterClass.digit.rawValue
    {
      return true
    }
    let before = range.lowerBound - 1
    return before > bounds.lowerBound && draft.marks[before] & comma != 0
      && draft.spot(at: before - 1)?.kind == .product
  }

  /// Adds models behind the companies that only this document names.
  func findAfterShortForms(in draft: inout MentionDraft) {
    let isUnlisted = draft.spots.contains {
      $0.kind == .company && ($0.origin == .alias || $0.origin == .suffix)
    }
    guard isUnlisted else { return }
    var place = MarkedTokens(TokenMarks.Bit.latin, draft)
    while place.next(draft) {
      guard draft.owner[place.token] < 0, let spot = draft.spot(at: place.token - 1),
        spot.kind == .company, spot.origin == .alias || spot.origin == .suffix
      else { continue }
      addModel(spot, in: place.bounds, to: &draft)
    }
  }

  /// A noun with a decimal version number right behind it.
  private func isNumbered(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    let span = draft.tokens[token].span
    guard span.count >= 3, draft.text.folded[span.start..<span.end].contains(46) else {
      return false
    }
    let name = token - 1
    return name >= bounds.lowerBound && draft.owner[name] < 0 && draft.length(name) >= 2
      && draft.kind(name) == CharacterClass.han.rawValue && draft.tags(name).contains(.noun)
      && draft.tags(name).isDisjoint(with: [.verb, .metric, .measure])
  }
}
