import ChineseText

/// Finds the phrases of a clause, left to right. O(items).
struct PhraseBuilder {
  let analysis: TextAnalysis
  let items: [Item]
  /// 的 as a lexicon word.
  let attributive: Int32
  /// Class of each row of the titles.
  let titleClasses: [String]

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

  /// 微软CEO甲和CTO乙: the second person works there too; 联合创始人甲、乙: both are founders.
  private func inheriting(_ member: Member, from members: [Member]) -> Member {
    guard member.employer == -1, let last = members.last else { return member }
    var result = member
    if member.titles.isEmpty, last.titles.allSatisfy({ isShared($0) }), member.owner < 0 {
      result.titles = last.titles
      result.former = last.former
      result.isUnit = last.isUnit
    }
    if !result.titles.isEmpty { result.employer = last.employer }
    return result
  }

  /// Whether those listed behind a title hold it together: 联合创始人, 教授, 独立董事.
  private func isShared(_ title: Int) -> Bool {
    let row = analysis.mentions[title].value
    return titleClasses.indices.contains(row)
      && ["founder", "academic", "director"].contains(titleClasses[row])
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
  func joined(at index: Int, limit: Int) -> Int? {
    var next = index
    var seen = false
    while next < limit, next - index < 3 {
      let item = items[next]
      if item.unit == Mark.enumeration || item.mention < 0 && item.tags.contains(.coordinator) {
        seen = true
        next += 1
      } else if item.unit == Mark.titleClose, next + 1 < limit,
        items[next + 1].unit == Mark.titleOpen
      {
        // 《甲》《乙》
        seen = true
        next += 2
      } else if item.unit == Mark.quoteClose || item.unit == Mark.quoteOpen
        || item.unit == 0x300A || item.unit == 0x300B
      {
        next += 1
      } else {
        break
      }
    }
    // 由前甲公司员工乙与前丙公司员工丁创立.
    if seen, next + 1 < limit, items[next].mention < 0, items[next].tags.contains(.former) {
      next += 1
    }
    return seen && next < limit ? next : nil
  }

  struct Unit {
    var member: Member?
    var titles: [Int] = []
    var employer = -1
    var former = false
    var end: Int
  }

  func unit(at start: Int, limit: Int) -> Unit? {
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

  /// The name that a place only describes: 以色列高塔半导体, 杭州的拾光科技, 德国射频新创X,
  /// 美国芯片设计公司X.
  private func described(from: Int, limit: Int) -> Int? {
    var index = from
    // Verbal nouns and words of no list count only before a noun for firms.
    var isLoose = false
    while index < limit, index - from < (isLoose ? 8 : 5) {
      let item = items[index]
      guard !item.aside else { return nil }
      if item.kind == .company || item.kind == .product {
        return isLoose && !isKindNoun(items[index - 1]) ? nil : index
      }
      if item.mention >= 0 { return item.kind == .place && index == from ? index : nil }
      let light: WordTags = [.noun, .adjective, .latin]
      guard item.tags.isDisjoint(with: [.locative, .caseWord, .people, .coordinator]) else {
        return nil
      }
      if isVerbalNoun(item) || item.tags.isEmpty {
        isLoose = true
      } else if item.word != attributive, item.tags.isDisjoint(with: light) || item.isVerb {
        return nil
      }
      index += 1
    }
    return nil
  }
}
