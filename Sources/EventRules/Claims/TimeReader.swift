import ChineseText

/// Finds when an event happened: the nearest time of its clause, else of an earlier clause.
struct TimeReader {
  let analysis: TextAnalysis
  let view: SentenceView
  /// Which clauses hold a trigger.
  let triggered: [Bool]

  /// The time of a draft.
  func time(of draft: Draft) -> ClaimTime? {
    var clause = draft.clause
    while clause >= 0, clause < view.clauses.count {
      if clause == draft.clause || !triggered[clause] || clause == draft.clause - 1 {
        if let found = nearest(in: clause, draft) { return found }
      }
      clause -= 1
    }
    return nil
  }

  private func nearest(in clause: Int, _ draft: Draft) -> ClaimTime? {
    var best: (distance: Int, time: ClaimTime)?
    for index in view.clauses[clause].items {
      let item = view.items[index]
      guard item.kind == .time, !item.aside else { continue }
      let value = analysis.mentions[item.mention].value
      guard value >= 0, value < analysis.values.count,
        case .time(let time) = analysis.values[value],
        time.start != nil || time.end != nil, !isReportDate(index)
      else { continue }
      let before = item.span.end <= draft.trigger.start
      let distance =
        before ? draft.trigger.start - item.span.end : item.span.start - draft.trigger.end + 8
      if distance < best?.distance ?? Int.max {
        best = (distance, ClaimTime(span: item.span, value: time))
      }
    }
    return best?.time
  }

  /// 据X今天报道: the day of the report is not that of the event.
  private func isReportDate(_ index: Int) -> Bool {
    var next = index + 1
    while next < view.items.count, next - index <= 2 {
      let item = view.items[next]
      if item.mention >= 0 || Mark.ends(item.unit) { return false }
      if item.tags.contains(.reporting), !item.tags.contains(.trigger) {
        return view.items[..<index].contains { $0.isEntity && media($0) }
      }
      next += 1
    }
    return false
  }

  private func media(_ item: Item) -> Bool {
    let entity = analysis.mentions[item.mention].entity
    return entity >= 0 && entity < analysis.entities.count
      && analysis.entities[entity].subtype == "media"
  }
}
