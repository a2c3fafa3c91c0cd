import ChineseText

/// Titles with their employer before and their holder behind them.
extension PhraseBuilder {
  /// Titles behind an organization (or alone), and the person behind them.
  func titled(employer: Int, from: Int, start: Int, limit: Int) -> Unit? {
    let near = nearby(employer: employer, from: from, start: start, limit: limit)
    if near?.member != nil { return near }
    return withPosts(employer: employer, from: from, start: start, limit: limit) ?? near
  }

  /// Titles close behind an organization (or alone), one side by side with the next.
  private func nearby(employer: Int, from: Int, start: Int, limit: Int) -> Unit? {
    var index = behindAside(from, limit: limit)
    var former = false
    var isOwned = false
    var isUnit = false
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
        isUnit = isUnit || namesUnit(item)
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
        mention: items[index].mention, titles: titles, employer: employer, former: former,
        isUnit: isUnit)
      unit.end = index + 1
    } else if index < limit, items[index].kind == .company || items[index].kind == .organization,
      !items[index].aside, titles.contains(where: isHolder)
    {
      // 控股股东|天康集团: firms hold such titles too.
      unit.member = Member(
        mention: items[index].mention, titles: titles, employer: employer, former: former)
      unit.end = index + 1
    }
    return unit
  }

  /// The item behind a closing quotation mark and what stands in brackets: 应用材料（Applied
  /// Materials）首席执行官.
  func behindAside(_ from: Int, limit: Int) -> Int {
    var index = from
    while index < limit, items[index].unit == Mark.quoteClose { index += 1 }
    guard index < limit, items[index].unit == Mark.open else { return index }
    var end = index + 1
    while end < limit, items[end].aside { end += 1 }
    return end < limit && items[end].unit == Mark.close ? end + 1 : from
  }

  private func isHolder(_ title: Int) -> Bool {
    let row = analysis.mentions[title].value
    return titleClasses.indices.contains(row) && titleClasses[row] == "investor"
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
}
