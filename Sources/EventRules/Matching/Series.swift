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
    let years = years(draft, figures.count)
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
