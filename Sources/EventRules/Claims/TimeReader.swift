import ChineseText

/// Finds when an event happened: the nearest time of its clause, else of an earlier clause.
///
/// A time heads what follows it until the next one: clauses without an event of their own pass it
/// on, and so does the head of the sentence. 离任后 ends it, because what follows came later; a date
/// yet to come holds for no event told as done.
struct TimeReader {
  let analysis: TextAnalysis
  let view: SentenceView
  /// Which clauses hold a trigger.
  let triggered: [Bool]

  /// The time of a draft, whose realis is known.
  func time(of draft: Draft) -> ClaimTime? {
    guard draft.clause < view.clauses.count else { return nil }
    if let found = nearest(in: draft.clause, draft) { return found }
    var clause = draft.clause - 1
    while clause >= 0 {
      if triggered[clause], endsWithAfter(clause) { return nil }
      let isNext = clause == draft.clause - 1
      if !triggered[clause] || isNext || isHead(clause), let found = nearest(in: clause, draft) {
        return mayHold(found, for: draft, from: clause) ? found : nil
      }
      clause -= 1
    }
    return nil
  }

  private func nearest(in clause: Int, _ draft: Draft) -> ClaimTime? {
    var best: (distance: Int, time: ClaimTime)?
    for index in view.clauses[clause].items {
      let item = view.items[index]
      guard item.kind == .time, !item.aside, let time = value(item.mention),
        !isReportDate(index), !view.isCompared(index)
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

  private func value(_ mention: Int) -> TimeValue? { Self.value(mention, in: analysis) }

  /// The time of a mention, where it has a date; without a day of publication a relative time has
  /// none, and keeps its text.
  static func value(_ mention: Int, in analysis: TextAnalysis) -> TimeValue? {
    let index = analysis.mentions[mention].value
    guard index >= 0, index < analysis.values.count, case .time(let time) = analysis.values[index],
      time.start != nil || time.end != nil || analysis.published == nil
    else { return nil }
    return time
  }

  // MARK: Earlier clauses

  /// Whether a clause opens the sentence with its time, or with its subject and time.
  private func isHead(_ clause: Int) -> Bool {
    guard clause == 0 else { return false }
    for index in view.clauses[0].items {
      let item = view.items[index]
      if item.kind == .time { return true }
      if item.mention < 0, item.tags.contains(.trigger) || item.isVerb { return false }
    }
    return false
  }

  /// 去年10月离任后.
  private func endsWithAfter(_ clause: Int) -> Bool {
    guard let last = view.clauses[clause].items.last else { return false }
    return view.items[last].unit == Self.after
  }

  private static let after: UInt16 = 0x540E

  private func mayHold(_ time: ClaimTime, for draft: Draft, from clause: Int) -> Bool {
    guard triggered[clause], draft.realis == .asserted, let published = analysis.published,
      let start = time.value.start
    else { return true }
    return start <= published
  }

  // MARK: Earlier sentences

  /// 4月17日，公司任命甲为总裁；乙出任参谋长: the time before a semicolon, or before a comma that
  /// goes on with a sentence that a quotation cut.
  func continued() -> ClaimTime? {
    guard view.index > 0 else { return nil }
    let before = analysis.sentences[view.index - 1]
    guard before.paragraph == view.sentence.paragraph, !before.isTitle else { return nil }
    let times = times(of: before)
    if let first = view.items.first, first.unit == Self.comma { return times.last }
    guard let head = times.first else { return nil }
    let place = head.span.start - before.span.start
    if endsWithSemicolon(before) { return place <= Self.lead ? head : nil }
    return place <= Self.storyLead && isStory(head.value) && !hasTime ? head : nil
  }

  private func times(of sentence: Sentence) -> [ClaimTime] {
    sentence.tokens.compactMap { token in
      let mention = Int(analysis.mentionOfToken[token])
      guard mention >= 0, analysis.mentions[mention].kind == .time, let time = value(mention)
      else { return nil }
      return ClaimTime(span: analysis.mentions[mention].span, value: time)
    }
  }

  /// Whether this sentence names a time of its own, with or without a date.
  private var hasTime: Bool { view.items.contains { $0.kind == .time } }

  /// 2023年2月 in a text of another year: what follows goes on with the past.
  private func isStory(_ time: TimeValue) -> Bool {
    guard let published = analysis.published, let start = time.start, time.anchor == .explicit,
      time.grain == .month || time.grain == .day
    else { return false }
    return start.year < published.year
  }

  private func endsWithSemicolon(_ sentence: Sentence) -> Bool {
    let last = sentence.span.end - 1
    return last >= 0 && last < analysis.text.folded.count
      && analysis.text.folded[last] == Self.semicolon
  }

  private static let comma: UInt16 = 0x2C
  private static let semicolon: UInt16 = 0x3B
  /// Scalars within which a time heads its sentence, with a subject before it or without.
  private static let lead = 16
  private static let storyLead = 2

  // MARK: Reports

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
