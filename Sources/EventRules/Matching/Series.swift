import ChineseText

/// Several figures told in one breath: 2017年至2019年营收分别为4.12亿元、5.87亿元和9.03亿元.
struct Series {
  let analysis: TextAnalysis
  let view: SentenceView

  /// One draft for each figure of a series, or the draft itself where there is none.
  func expand(_ draft: Draft, _ type: EventType) -> [Draft] {
    guard let role = type.roles.indices.first(where: { type.roles[$0].types == .money }),
      let first = draft.roles[role].first, first.mention >= 0
    else { return [draft] }
    let figures = figures(from: first.mention, in: draft.clause)
    let years = years(draft, figures.count) ?? listed(draft, figures.count)
    guard figures.count > 1, years != nil || hasRespective(draft, before: first.span) else {
      return [draft]
    }
    // Which year each figure belongs to must be told.
    guard years != nil || !type.roles.contains(where: { $0.types == .time }) else { return [] }
    return figures.enumerated().map { index, mention in
      var own = draft
      own.roles[role] = [
        Fill(
          mention: mention, span: analysis.mentions[mention].span, provenance: .explicit)
      ]
      if let year = years?[index] {
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
    guard let time = draft.time, let start = time.value.start, let end = time.value.end,
      end.year - start.year + 1 == count, start.month == 1, end.month == 12
    else { return nil }
    return (start.year...end.year).compactMap { year in
      guard let first = CalendarDate(year, 1, 1), let last = CalendarDate(year, 12, 31) else {
        return nil
      }
      return ClaimTime(
        span: time.span, value: TimeValue(start: first, end: last, grain: .year))
    }
  }
}
