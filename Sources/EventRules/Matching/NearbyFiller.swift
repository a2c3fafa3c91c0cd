import ChineseText

/// Fills quantity roles from the nearest free mention of the clause, then of its neighbours.
struct NearbyFiller {
  let analysis: TextAnalysis
  let lookup: Lookup
  let view: SentenceView
  /// Which clauses hold a trigger.
  let triggered: [Bool]
  /// Clauses around that are looked at: before, after.
  private static let reach = (before: 1, after: 2)

  /// Fills the roles marked `nearby` or with cue words; `used` holds taken mentions.
  func fill(_ draft: inout Draft, used: inout Set<Int>) {
    let type = lookup.types[draft.type]
    for index in type.roles.indices where draft.roles[index].isEmpty {
      let role = type.roles[index]
      guard role.nearby || !role.cues.isEmpty else { continue }
      guard let item = nearest(for: role, of: type, draft, used) else { continue }
      let mention = view.items[item].mention
      if view.items[item].kind != .time { used.insert(mention) }
      draft.roles[index].append(
        Fill(
          mention: mention, span: view.items[item].span, provenance: .explicit,
          code: code(of: view.items[item], draft.type, index)))
    }
  }

  /// The code that the nearest word before a quantity gives it, or empty: 同比下降15% is `down`.
  private func code(of item: Item, _ type: Int, _ role: Int) -> String {
    guard let words = lookup.codes[type][role] else { return "" }
    let text = analysis.text
    var at = item.span.start - 1
    while at >= max(0, item.span.start - 12), text.classes[at] != CharacterClass.digit.rawValue {
      var found = ""
      words.forEach(at: at, in: text) { count, code in
        if at + count <= item.span.start { found = code }
      }
      if !found.isEmpty { return found }
      at -= 1
    }
    return ""
  }

  private func nearest(
    for role: Role, of type: EventType, _ draft: Draft, _ used: Set<Int>
  ) -> Int? {
    if let own = nearest(in: draft.clause, for: role, of: type, draft, used) { return own }
    for step in 1...Self.reach.after {
      let clause = draft.clause + step
      guard clause < view.clauses.count, isOpen(clause, for: role) else { break }
      if let found = nearest(in: clause, for: role, of: type, draft, used) { return found }
    }
    // A change follows its figure.
    if role.types == .percent, !role.cues.isEmpty { return nil }
    let before = draft.clause - Self.reach.before
    guard before >= 0, isOpen(before, for: role) else { return nil }
    return nearest(in: before, for: role, of: type, draft, used)
  }

  /// A neighbour clause with a trigger of its own keeps its quantities, but for a role that names
  /// its cue.
  private func isOpen(_ clause: Int, for role: Role) -> Bool {
    !role.cues.isEmpty || !triggered[clause]
  }

  private func nearest(
    in clause: Int, for role: Role, of type: EventType, _ draft: Draft, _ used: Set<Int>
  ) -> Int? {
    let figure = figure(draft)
    var best: (distance: Int, item: Int)?
    for index in view.clauses[clause].items {
      let item = view.items[index]
      guard item.mention >= 0, !item.aside, let kind = item.kind, !used.contains(item.mention),
        !FillerTypes(kind).isDisjoint(with: role.types), fits(item, role, draft.type, clause)
      else { continue }
      if clause > draft.clause, role.types == .percent, item.span.start > firstTrigger(clause) {
        break
      }
      if let figure, item.span.end <= figure.start,
        !touches(item, figure) || item.kind == .percent && !role.cues.isEmpty
      {
        continue
      }
      if figure != nil, item.kind == .money,
        view.isOrigin(index) || isOfAnother(index, behind: draft.trigger)
      {
        continue
      }
      if item.kind == .time, role.types == .time, !isDated(item) { continue }
      if !item.isEntity, view.isCompared(index) { continue }
      let distance =
        item.span.start >= draft.trigger.end
        ? item.span.start - draft.trigger.end
        : draft.trigger.start - item.span.end + 2
      if distance < best?.distance ?? Int.max { best = (distance, index) }
    }
    return best?.item
  }

  /// Where the first trigger of a clause begins: shares behind it belong to that one.
  private func firstTrigger(_ clause: Int) -> Int {
    guard triggered[clause] else { return .max }
    let first = view.clauses[clause].items.first { index in
      view.items[index].mention < 0 && !lookup.frames(of: view.items[index]).isEmpty
    }
    return first.map { view.items[$0].span.start } ?? .max
  }

  /// The words of a figure (广告收入), where the trigger names one.
  private func figure(_ draft: Draft) -> TextSpan? {
    let item = view.firstItem(from: draft.trigger.start)
    guard item < view.items.count, view.items[item].tags.contains(.metric) else { return nil }
    let literal = draft.roles.joined().first { $0.mention < 0 && $0.span.end == draft.trigger.end }
    return literal?.span
  }

  /// Whether a share and the word of another figure part an amount from the trigger:
  /// 亏损收窄14%扣非净利润：6亿元.
  private func isOfAnother(_ item: Int, behind trigger: TextSpan) -> Bool {
    var share = false
    for index in view.firstItem(from: trigger.end)..<max(item, view.firstItem(from: trigger.end)) {
      let between = view.items[index]
      if between.kind == .percent { share = true }
      if share, between.mention < 0, between.tags.contains(.trigger), between.tags.contains(.noun) {
        return true
      }
    }
    return false
  }

  /// Whether a time says when: 此前 does not.
  private func isDated(_ item: Item) -> Bool {
    let value = analysis.mentions[item.mention].value
    guard value >= 0, value < analysis.values.count, case .time(let time) = analysis.values[value]
    else { return false }
    return time.start != nil || time.end != nil || analysis.published == nil
  }

  /// Whether an amount stands right before a figure: 3亿元的收入; else the one behind is meant.
  private func touches(_ item: Item, _ figure: TextSpan) -> Bool {
    item.kind == .time || figure.start - item.span.end <= 1
  }

  private func fits(_ item: Item, _ role: Role, _ number: Int, _ clause: Int) -> Bool {
    guard hasUnit(item, role), !(item.kind == .money && isDifference(item, clause)) else {
      return false
    }
    if role.isTotal || role.isRate, isRate(item) != role.isRate { return false }
    guard item.isQuantity, item.kind != .time, item.kind != .round else { return true }
    let governor =
      label(of: item, from: view.clauses[clause].span.start, for: number)
      ?? label(behind: item, for: number)
    if !role.cues.isEmpty { return governor.map { role.cues.contains($0) } ?? false }
    guard let governor else { return true }
    return lookup.types[number].frames.contains {
      $0.kind != .more && $0.words.contains(governor)
    }
  }

  /// Whether a verb of change stands right before an amount: 增加2亿元, but not 增至2亿元.
  private func isDifference(_ item: Item, _ clause: Int) -> Bool {
    let low = view.clauses[clause].items.lowerBound
    var index = view.firstItem(from: item.span.start) - 1
    while index >= low {
      let before = view.items[index]
      if before.mention < 0, before.tags.contains(.change) { return true }
      guard before.mention < 0, !before.tags.isDisjoint(with: [.particle, .adverb]) else {
        return false
      }
      index -= 1
    }
    return false
  }

  /// Whether an amount is the price of a unit: 22.15元/股.
  private func isRate(_ item: Item) -> Bool {
    let value = analysis.mentions[item.mention].value
    guard value >= 0, value < analysis.values.count, case .money(let money) = analysis.values[value]
    else { return false }
    return !money.per.isEmpty
  }

  private func hasUnit(_ item: Item, _ role: Role) -> Bool {
    guard !role.units.isEmpty else { return true }
    let value = analysis.mentions[item.mention].value
    guard value >= 0, value < analysis.values.count, case .count(let count) = analysis.values[value]
    else { return false }
    return role.units.contains(count.unit)
  }

  /// The nearest cue word within a few characters before a quantity, no other quantity between.
  private func label(of item: Item, from low: Int, for type: Int) -> String? {
    let text = analysis.text
    var at = item.span.start - 1
    let limit = max(low, item.span.start - 12)
    while at >= limit {
      if text.classes[at] == CharacterClass.digit.rawValue { return nil }
      if let found = longest(at..<at + 1, before: item.span.start, item, type) {
        return isTaken(found.start, item) ? nil : found.text
      }
      at -= 1
    }
    return nil
  }

  /// Whether another amount stands right before a cue word: 以120亿美元的估值|融资20亿.
  private func isTaken(_ start: Int, _ item: Item) -> Bool {
    guard item.kind == .money else { return false }
    var index = view.firstItem(from: start) - 1
    while index >= 0, view.items[index].word == lookup.attributive { index -= 1 }
    return index >= 0 && view.items[index].mention >= 0 && view.items[index].kind == item.kind
      && view.items[index].span.end <= start
  }

  /// A cue word directly behind a quantity: 15亿美元的估值.
  private func label(behind item: Item, for type: Int) -> String? {
    let text = analysis.text
    var at = item.span.end
    while at < text.count, text.folded[at] == 0x7684 || text.folded[at] == Mark.blank { at += 1 }
    guard at < text.count, at - item.span.end <= 2 else { return nil }
    return longest(at..<at, before: text.count, item, type)?.text
  }

  /// The longest cue word of the quantity's kind that covers the first character of `place` (or
  /// begins there, where it is empty) and ends before `limit`.
  private func longest(
    _ place: Range<Int>, before limit: Int, _ item: Item, _ type: Int
  ) -> (start: Int, text: String)? {
    let kind = item.kind.map { FillerTypes($0) } ?? []
    var best: (start: Int, count: Int, text: String)?
    for start in max(0, place.lowerBound - 4 * place.count)...place.lowerBound {
      lookup.cueWords.forEach(at: start, in: analysis.text) { count, cue in
        if start + count <= limit, start + count > place.lowerBound, count > best?.count ?? 0,
          cue.governs(kind, of: type)
        {
          best = (start, count, cue.text)
        }
      }
    }
    return best.map { ($0.start, $0.text) }
  }
}
