import ChineseText

/// Several figures told in one breath: 2017年至2019年营收分别为4.12亿元、5.87亿元和9.03亿元.
struct Series {
  let analysis: TextAnalysis
  let view: SentenceView
  /// Phrases of each clause.
  let phrases: [[Phrase]]

  /// One draft for each figure of a series, or the draft itself where there is none.
  func expand(_ draft: Draft, _ type: EventType) -> [Draft] {
    guard let role = type.roles.indices.first(where: { type.roles[$0].types == .money }),
      let first = draft.roles[role].first, first.mention >= 0
    else { return [draft] }
    let figures = figures(from: first.mention, in: draft.clause)
    let years = years(draft, figures.count) ?? listed(draft, figures.count)
    let isRespective = hasRespective(draft, before: first.span)
    guard figures.count > 1, years != nil || isRespective else { return [draft] }
    let owners = isRespective ? owners(draft, type, figures.count) : nil
    // Which year or owner each figure belongs to must be told.
    guard years != nil || owners != nil else { return [] }
    return figures.indices.map { index in
      var own = draft
      own.roles[role] = [fill(figures[index])]
      if let owners {
        own.roles[owners.role] = [fill(owners.mentions[index])]
      } else if let year = years?[index] {
        own.time = year
        for period in type.roles.indices where type.roles[period].types == .time {
          own.roles[period] = [
            Fill(
              mention: -1, span: year.span, provenance: .explicit,
              code: year.value.date ?? "")
          ]
        }
      }
      return own
    }
  }

  private func fill(_ mention: Int) -> Fill {
    Fill(mention: mention, span: analysis.mentions[mention].span, provenance: .explicit)
  }

  /// The members of a list that a figure each belongs to: 甲、乙的市值分别为3亿元和2亿元.
  private func owners(
    _ draft: Draft, _ type: EventType, _ count: Int
  ) -> (role: Int, mentions: [Int])? {
    for role in type.roles.indices {
      guard let fill = draft.roles[role].first, fill.mention >= 0, fill.provenance == .explicit,
        let list = phrases[draft.clause].first(where: { phrase in
          phrase.members.contains { $0.mention == fill.mention }
        }), list.members.count == count
      else { continue }
      let kinds = list.members.map { FillerTypes(analysis.mentions[$0.mention].kind) }
      guard kinds.allSatisfy({ !$0.isDisjoint(with: type.roles[role].types) }) else { continue }
      return (role, list.members.map(\.mention))
    }
    return nil
  }

  /// The times of a list, where there are as many as figures: 2024年、2025年及2026年一季度.
  private func listed(_ draft: Draft, _ count: Int) -> [ClaimTime]? {
    guard let span = draft.time?.span,
      let own = view.items.firstIndex(where: { $0.kind == .time && $0.span == span })
    else { return nil }
    var low = own
    while low > 0, isListed(view.items[low - 1]) { low -= 1 }
    var times: [ClaimTime] = []
    for index in low..<view.items.count {
      let item = view.items[index]
      guard isListed(item) else { break }
      guard item.kind == .time else { continue }
      guard let time = TimeReader.value(item.mention, in: analysis) else { return nil }
      times.append(ClaimTime(span: item.span, value: time))
    }
    return times.count == count ? times : nil
  }

  private func isListed(_ item: Item) -> Bool {
    if item.mention >= 0 { return item.kind == .time }
    return item.unit == Mark.enumeration || item.tags.contains(.coordinator)
  }

  /// Amounts in a row, joined by 、 and 和.
  private func figures(from first: Int, in clause: Int) -> [Int] {
    var result: [Int] = []
    var open = false
    for index in view.clauses[clause].items {
      let item = view.items[index]
      if item.mention == first { open = true }
      guard open else { continue }
      if item.kind == .money, !item.aside {
        result.append(item.mention)
      } else if !item.aside, item.unit != Mark.enumeration, item.unit != Mark.open,
        item.unit != Mark.close, !item.tags.contains(.coordinator)
      {
        break
      }
    }
    return result
  }

  private func hasRespective(_ draft: Draft, before span: TextSpan) -> Bool {
    view.clauses[draft.clause].items.contains {
      view.items[$0].tags.contains(.respective) && view.items[$0].span.end <= span.start
    }
  }

  /// The years of a range, where there are as many as figures.
  private func years(_ draft: Draft, _ count: Int) -> [ClaimTime]? {
    guard count > 1, let time = draft.time, let start = time.value.start,
      let end = time.value.end, end.year - start.year + 1 == count, start.month == 1,
      end.month == 12
    else { return nil }
    let years: [ClaimTime] = (start.year...end.year).compactMap { year in
      guard let first = CalendarDate(year, 1, 1), let last = CalendarDate(year, 12, 31) else {
        return nil
      }
      return ClaimTime(
        span: time.span, value: TimeValue(start: first, end: last, grain: .year))
    }
    return years.count == count ? years : nil
  }
}
