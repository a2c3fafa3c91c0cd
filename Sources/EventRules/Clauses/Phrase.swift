import ChineseText

/// A named party, product or place with what stands around its name.
struct Member: Sendable {
  /// Index into the analysis' mentions.
  let mention: Int
  /// Mentions of the titles before a person.
  var titles: [Int] = []
  /// Mention of the person's organization, `elsewhere`, or -1.
  var employer = -1
  /// Mention of the owner (X旗下的Y), or -1.
  var owner = -1
  /// Whether the words state that ownership, rather than only set the names side by side.
  var isStated = true
  /// Whether 前, 原 … stands before the title.
  var former = false

  /// What stands for an employer that the words name and that is no organization: 微信负责人.
  static let elsewhere = -2
}

/// A noun phrase: coordinated members, or titles without a name.
struct Phrase: Sendable {
  let items: Range<Int>
  let members: [Member]
  /// Titles of a phrase without a person (微软CEO), else empty.
  let titles: [Int]
  /// Organization of such titles, or -1.
  let employer: Int
  let former: Bool
  /// Types of the members; `.title` for bare titles.
  let types: FillerTypes
  /// Lexicon word of the case word before it, or -1.
  var caseWord: Int32 = -1
  /// Whether a passive word stands before it.
  var isAgent = false
  /// Whether a verb stands before it that is not one of saying.
  var isObject = false
}

/// Finds the phrases of a clause, left to right. O(items).
struct PhraseBuilder {
  let analysis: TextAnalysis
  let items: [Item]
  /// 的 as a lexicon word.
  let attributive: Int32

  func phrases(in range: Range<Int>) -> [Phrase] {
    var phrases: [Phrase] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let item = items[index]
      guard !item.aside, item.isEntity || item.kind == .title,
        let phrase = phrase(at: index, limit: range.upperBound)
      else {
        index += 1
        continue
      }
      phrases.append(placed(phrase, from: range.lowerBound))
      index = max(phrase.items.upperBound, index + 1)
    }
    return phrases
  }

  /// Case, voice and governing verb of a phrase, from what stands before it.
  private func placed(_ phrase: Phrase, from low: Int) -> Phrase {
    var result = phrase
    var index = phrase.items.lowerBound - 1
    // 老东家旗下的甲公司: what stands before 的 only describes the name.
    let described = index >= low && items[index].tags.contains(.possessive)
    // 总部在重庆的X: there the case word belongs to the place.
    var leaks = false
    // 与传统豪华品牌X: a case word reaches over nouns, a verb does not.
    var passedNoun = false
    while index >= low {
      let item = items[index]
      if item.mention < 0, item.tags.contains(.passive) {
        result.isAgent = true
        return result
      }
      if item.mention < 0, item.tags.contains(.caseWord) {
        if !leaks { result.caseWord = item.word }
        return result
      }
      if item.mention < 0, item.isVerb, relates(from: index + 1, to: phrase) {
        // 负责工艺的副总裁甲: the verb only describes him.
        index -= 1
        continue
      }
      if item.mention < 0, item.isVerb {
        if passedNoun, !described { return result }
        result.isObject = item.tags.isDisjoint(with: [.reporting, .cue])
        return result
      }
      let light: WordTags = [
        .particle, .measure, .numeral, .adjective, .number, .pronoun, .possessive, .former,
      ]
      let quote = item.unit == Mark.quoteOpen || item.unit == 0x300A
      if described, item.kind == .place || item.kind == .time { leaks = true }
      guard
        item.kind == .count || item.kind == .place || quote
          || item.mention < 0
            && (!item.tags.isDisjoint(with: light)
              || item.tags.contains(.noun)
                && item.tags.isDisjoint(with: [.locative, .timeWord, .punctuation]))
      else { return result }
      passedNoun = passedNoun || item.mention < 0 && item.tags.isDisjoint(with: light)
      index -= 1
    }
    return result
  }

  /// Whether a noun and 的 stand between a verb and a person.
  private func relates(from index: Int, to phrase: Phrase) -> Bool {
    let end = phrase.items.lowerBound - 1
    guard phrase.types == .person || phrase.types == .title, index <= end, end > 0,
      items[end].word == attributive
    else { return false }
    return items[end - 1].isVerb
      || items[index..<end].contains { $0.mention >= 0 || $0.tags.contains(.noun) }
  }

  private func phrase(at start: Int, limit: Int) -> Phrase? {
    guard let first = unit(at: start, limit: limit) else { return nil }
    var members = first.member.map { [$0] } ?? []
    var end = first.end
    while !members.isEmpty, let next = joined(at: end, limit: limit),
      let unit = unit(at: next, limit: limit), let member = unit.member,
      isSameClass(member, members[0])
    {
      members.append(inheriting(member, from: members))
      end = unit.end
    }
    var types: FillerTypes = members.isEmpty ? .title : []
    for member in members { types.formUnion(FillerTypes(analysis.mentions[member.mention].kind)) }
    return Phrase(
      items: start..<end, members: members, titles: members.isEmpty ? first.titles : [],
      employer: members.isEmpty ? first.employer : -1, former: first.former, types: types)
  }

  /// 微软CEO甲和CTO乙: the second person works there too.
  private func inheriting(_ member: Member, from members: [Member]) -> Member {
    guard member.employer == -1, !member.titles.isEmpty, let last = members.last else {
      return member
    }
    var result = member
    result.employer = last.employer
    return result
  }

  private func isSameClass(_ a: Member, _ b: Member) -> Bool {
    func group(_ member: Member) -> Int {
      switch analysis.mentions[member.mention].kind {
      case .person: return 1
      case .product: return 2
      case .place: return 3
      default: return 0
      }
    }
    return group(a) == group(b)
  }

  /// Index of the item behind a joining word or mark at `index`.
  private func joined(at index: Int, limit: Int) -> Int? {
    var next = index
    var seen = false
    while next < limit, next - index < 3 {
      let item = items[next]
      if item.unit == Mark.enumeration || item.mention < 0 && item.tags.contains(.coordinator) {
        seen = true
        next += 1
      } else if item.unit == Mark.quoteClose || item.unit == Mark.quoteOpen
        || item.unit == 0x300A || item.unit == 0x300B
      {
        next += 1
      } else {
        break
      }
    }
    return seen && next < limit ? next : nil
  }

  private struct Unit {
    var member: Member?
    var titles: [Int] = []
    var employer = -1
    var former = false
    var end: Int
  }

  private func unit(at start: Int, limit: Int) -> Unit? {
    let item = items[start]
    guard !item.aside else { return nil }
    if item.kind == .title { return titled(employer: -1, from: start, start: start, limit: limit) }
    guard item.isEntity else { return nil }
    if item.kind == .place, let head = described(from: start + 1, limit: limit),
      let unit = unit(at: head, limit: limit)
    {
      return unit
    }
    let isOrganization = item.kind == .company || item.kind == .organization
    if isOrganization || item.kind == .place || item.kind == .product {
      if let unit = titled(
        employer: isOrganization
          ? item.mention : item.kind == .product ? Member.elsewhere : -1,
        from: start + 1, start: start, limit: limit)
      {
        return unit
      }
    }
    if let unit = owned(by: item.mention, isPerson: item.kind == .person, from: start + 1, limit) {
      return unit
    }
    return Unit(member: Member(mention: item.mention), end: start + 1)
  }

  /// The name that a place only describes: 以色列高塔半导体, 杭州的拾光科技, 德国射频新创X.
  private func described(from: Int, limit: Int) -> Int? {
    var index = from
    while index < limit, index - from < 5 {
      let item = items[index]
      guard !item.aside else { return nil }
      if item.kind == .company || item.kind == .product { return index }
      if item.mention >= 0 { return item.kind == .place && index == from ? index : nil }
      let light: WordTags = [.noun, .adjective, .latin]
      guard item.word == attributive || !item.tags.isDisjoint(with: light), !item.isVerb,
        item.tags.isDisjoint(with: [.locative, .caseWord, .people, .coordinator])
      else { return nil }
      index += 1
    }
    return nil
  }

  /// Titles behind an organization (or alone), and the person behind them.
  private func titled(employer: Int, from: Int, start: Int, limit: Int) -> Unit? {
    var index = behindAside(from, limit: limit)
    var former = false
    var isOwned = false
    var gap = 0
    while index < limit, gap < 4, items[index].kind != .title {
      let item = items[index]
      guard item.mention < 0, !item.aside || item.unit == 0 else { return nil }
      if item.tags.contains(.former) {
        former = true
      } else if item.tags.contains(.possessive) || item.tags.contains(.adjective) {
        isOwned = isOwned || item.tags.contains(.possessive)
      } else if item.tags.contains(.noun) || item.tags.contains(.latin), !item.isVerb,
        item.tags.isDisjoint(with: [.caseWord, .auxiliary, .preposition])
      {
        // 三星|工会|主席: a body of its own, not the firm.
        guard item.tags.isDisjoint(with: [.people]), !isBody(item) else { return nil }
      } else {
        return nil
      }
      gap += 1
      index += 1
    }
    guard index < limit, items[index].kind == .title else { return nil }
    if start > 0, items[start - 1].mention < 0, items[start - 1].tags.contains(.former) {
      former = true
    }
    // 甲产品外观的设计师: who employs him is not said.
    let employer = isOwned && employer == Member.elsewhere ? -1 : employer
    var titles: [Int] = []
    (titles, index) = titleList(from: index, limit: limit)
    var unit = Unit(titles: titles, employer: employer, former: former, end: index)
    while index < limit, items[index].unit == Mark.quoteOpen { index += 1 }
    if index < limit, items[index].kind == .person, !items[index].aside {
      unit.member = Member(
        mention: items[index].mention, titles: titles, employer: employer, former: former)
      unit.end = index + 1
    }
    return unit
  }

  /// The item behind a closing quotation mark and what stands in brackets: 应用材料（Applied
  /// Materials）首席执行官.
  private func behindAside(_ from: Int, limit: Int) -> Int {
    var index = from
    while index < limit, items[index].unit == Mark.quoteClose { index += 1 }
    guard index < limit, items[index].unit == Mark.open else { return index }
    var end = index + 1
    while end < limit, items[end].aside { end += 1 }
    return end < limit && items[end].unit == Mark.close ? end + 1 : from
  }

  private func isBody(_ item: Item) -> Bool {
    item.tags.contains(.orgSuffix) && item.tags.isDisjoint(with: .classNoun)
  }

  /// Titles joined by 、 兼 和, or side by side.
  private func titleList(from: Int, limit: Int) -> ([Int], Int) {
    var titles: [Int] = []
    var index = from
    while index < limit {
      let item = items[index]
      if item.kind == .title {
        titles.append(item.mention)
        index += 1
      } else if index + 1 < limit, items[index + 1].kind == .title,
        item.unit == Mark.enumeration || item.mention < 0 && item.tags.contains(.coordinator)
      {
        index += 1
      } else {
        break
      }
    }
    return (titles, index)
  }

  /// Whether a firm right before a product may be its maker: no other one is known. A shop, a
  /// ministry or an army is none.
  private func makes(_ owner: Int, _ product: Int) -> Bool {
    let (maker, thing) = (analysis.mentions[owner], analysis.mentions[product])
    guard maker.kind == .company, maker.via == .name || maker.via == .alias,
      analysis.entities.indices.contains(maker.entity),
      analysis.entities.indices.contains(thing.entity)
    else { return false }
    let known = analysis.entities[thing.entity].owner
    return known.isEmpty || known == analysis.entities[maker.entity].lexiconID
  }

  /// Whether a product's name is only the beginning of what stands there: 惠普|Linux|驱动.
  private func goesOn(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit, items[index].mention < 0 else { return false }
    let tags = items[index].tags
    if tags.isEmpty || !tags.isDisjoint(with: [.latin, .number, .unknown]) { return true }
    return tags.contains(.noun)
      && tags.isDisjoint(with: [
        .form, .people, .metric, .verb, .locative, .timeWord, .adverb, .particle, .conjunction,
        .measure, .telling,
      ])
  }

  /// X旗下Y, X的Y, XY (a maker before its product).
  private func owned(by owner: Int, isPerson: Bool, from: Int, _ limit: Int) -> Unit? {
    var index = from
    var marked = false
    var isStrong = false
    while index < limit, index - from < 6, items[index].mention < 0, !items[index].aside {
      let item = items[index]
      if item.tags.contains(.possessive) {
        marked = true
        isStrong = isStrong || item.span.count > 1
      } else if marked, item.tags.contains(.classNoun) {
        // LG集团的技术部门LG CNS.
        isStrong = true
      } else if marked
        ? item.tags.isDisjoint(with: [.noun, .adjective, .locative])
          || !item.tags.isDisjoint(with: [.people, .caseWord, .auxiliary, .cue])
        : item.tags.isDisjoint(with: [.adjective, .numeral]) || item.isVerb
      {
        return nil
      }
      index += 1
    }
    while index < limit, items[index].unit == Mark.quoteOpen { index += 1 }
    guard index < limit, !items[index].aside else { return nil }
    let head = items[index]
    guard
      head.kind == .product && (!isPerson || isStrong)
        || isStrong && (head.kind == .company || head.kind == .organization)
    else { return nil }
    let states = marked || makes(owner, head.mention) && !goesOn(index + 1, limit)
    return Unit(
      member: Member(mention: head.mention, owner: owner, isStated: states), end: index + 1)
  }
}
