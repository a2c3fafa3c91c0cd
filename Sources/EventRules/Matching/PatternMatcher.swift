import ChineseText

/// Matches surface patterns: literals of text and roles in a row.
struct PatternMatcher {
  let analysis: TextAnalysis
  let lookup: Lookup
  let view: SentenceView
  let phrases: [[Phrase]]
  /// Longest gap between two elements, in scalars.
  private static let gap = 12
  /// Longest stretch of blanks and quotes between neighbours.
  private static let slack = 2

  /// All drafts that patterns give in the sentence.
  func drafts() -> [Draft] {
    guard !lookup.anchors.isEmpty else { return [] }
    var drafts: [Draft] = []
    var beside = Neighbours(start: -1, end: -1, left: [], right: [])
    lookup.anchors.forEach(in: view.sentence.span, of: analysis.text) { start, count, anchor in
      if beside.start != start || beside.end != start + count {
        beside = neighbours(start, start + count)
      }
      guard anchor.left?.isDisjoint(with: beside.left) != true,
        anchor.right?.isDisjoint(with: beside.right) != true
      else { return }
      if let draft = match(anchor, from: start, to: start + count) { drafts.append(draft) }
    }
    return drafts
  }

  /// Types of the mentions close to a stretch: most patterns fail on them, and cheaply.
  private struct Neighbours {
    let start: Int
    let end: Int
    let left: FillerTypes
    let right: FillerTypes
  }

  private func neighbours(_ start: Int, _ end: Int) -> Neighbours {
    var left: FillerTypes = []
    var right: FillerTypes = []
    let middle = view.firstItem(from: start)
    for item in view.items[..<middle].reversed() {
      if start - item.span.end > Self.slack { break }
      if let kind = item.kind { left.formUnion(FillerTypes(kind)) }
    }
    for item in view.items[view.firstItem(from: end)...] {
      if item.span.start - end > Self.slack { break }
      if let kind = item.kind { right.formUnion(FillerTypes(kind)) }
    }
    return Neighbours(start: start, end: end, left: left, right: right)
  }

  /// Fillers found so far; nothing is allocated before the first.
  private typealias Found = [(role: Int, fills: [Fill])]

  private func match(_ anchor: Lookup.Anchor, from start: Int, to end: Int) -> Draft? {
    let type = lookup.types[anchor.type]
    let pattern = lookup.patterns[anchor.type][anchor.pattern]
    var found: Found = []
    guard matchRight(pattern, from: anchor.element + 1, at: end, type, &found),
      matchLeft(pattern, from: anchor.element - 1, at: start, type, &found),
      !isForbidden(anchor.type, clause(at: start))
    else { return nil }
    var draft = Draft(
      type: anchor.type, line: pattern.line, isVerb: true, sentence: view.index,
      clause: clause(at: start), trigger: TextSpan(start, end),
      roles: [[Fill]](repeating: [], count: type.roles.count))
    if let realis = pattern.realis { draft.realis = realis }
    for (role, fills) in found {
      // {party} 携手 {party}: both sides fill one role, in text order.
      let new = fills.filter { fill in
        !draft.roles[role].contains { $0.mention == fill.mention && $0.span == fill.span }
      }
      draft.roles[role] = (draft.roles[role] + new).sorted { $0.span.start < $1.span.start }
    }
    for constant in pattern.constants {
      draft.roles[constant.role].append(
        Fill(mention: -1, span: draft.trigger, provenance: .explicit, code: constant.code))
    }
    return draft
  }

  /// Whether a word that the type forbids stands in the clause.
  private func isForbidden(_ type: Int, _ clause: Int) -> Bool {
    let unless = lookup.unless[type]
    guard !unless.isEmpty, view.clauses.indices.contains(clause) else { return false }
    var found = false
    lookup.conditions.forEach(in: view.clauses[clause].span, of: analysis.text) { _, _, number in
      found = found || unless.contains(number)
    }
    return found
  }

  private func clause(at offset: Int) -> Int {
    view.clauses.firstIndex { $0.span.start <= offset && offset < $0.span.end }
      ?? max(view.clauses.count - 1, 0)
  }

  private func matchRight(
    _ pattern: Pattern, from: Int, at start: Int, _ type: EventType, _ found: inout Found
  ) -> Bool {
    var at = start
    var reach = Self.slack
    for element in pattern.elements[from...] {
      switch element {
      case .gap: reach = Self.gap
      case .literal(let units):
        let end = min(at + reach + units.count, view.sentence.span.end)
        guard at <= end, let place = analysis.text.first(units, in: TextSpan(at, end))
        else { return false }
        at = place + units.count
        reach = Self.slack
      case .role(let role):
        guard let end = fill(role, type, after: at, within: reach, &found) else { return false }
        at = end
        reach = Self.slack
      }
    }
    return true
  }

  private func matchLeft(
    _ pattern: Pattern, from: Int, at end: Int, _ type: EventType, _ found: inout Found
  ) -> Bool {
    var at = end
    var reach = Self.slack
    var index = from
    while index >= 0 {
      switch pattern.elements[index] {
      case .gap: reach = Self.gap
      case .literal: return false
      case .role(let role):
        guard let start = fill(role, type, before: at, within: reach, &found) else { return false }
        at = start
        reach = Self.slack
      }
      index -= 1
    }
    return true
  }

  private func fill(
    _ role: Int, _ type: EventType, after at: Int, within reach: Int, _ found: inout Found
  ) -> Int? {
    for item in view.items[view.firstItem(from: at)...] {
      guard item.mention >= 0 else {
        if item.span.start - at > reach { return nil }
        continue
      }
      guard item.span.start - at <= reach, isClear(at, item.span.start, reach) else { return nil }
      if let end = take(item, role, type, at..<view.sentence.span.end, &found) {
        return end.upperBound
      }
    }
    return nil
  }

  private func fill(
    _ role: Int, _ type: EventType, before at: Int, within reach: Int, _ found: inout Found
  ) -> Int? {
    for item in view.items[..<view.firstItem(from: at)].reversed() {
      guard item.mention >= 0, item.span.end <= at else {
        if at - item.span.end > reach { return nil }
        continue
      }
      guard at - item.span.end <= reach, isClear(item.span.end, at, reach) else { return nil }
      if let range = take(item, role, type, view.sentence.span.start..<at, &found) {
        return range.lowerBound
      }
    }
    return nil
  }

  /// Whether neighbours touch: but for a gap, only marks and blanks may part them (获 of 获悉 is
  /// no neighbour of the name behind it).
  private func isClear(_ from: Int, _ to: Int, _ reach: Int) -> Bool {
    reach > Self.slack
      || (from..<max(from, to)).allSatisfy {
        let kind = analysis.text.classes[$0]
        return kind != CharacterClass.han.rawValue && kind != CharacterClass.letter.rawValue
          && kind != CharacterClass.digit.rawValue && analysis.text.folded[$0] != Mark.comma
          && analysis.text.folded[$0] != Mark.enumeration
      }
  }

  /// Fills a role with a mention and what is coordinated with it on one side of the element before;
  /// gives the stretch covered.
  private func take(
    _ item: Item, _ role: Int, _ type: EventType, _ side: Range<Int>, _ found: inout Found
  ) -> Range<Int>? {
    guard let kind = item.kind, !FillerTypes(kind).isDisjoint(with: type.roles[role].types) else {
      return nil
    }
    let phrase = phrases.lazy.flatMap { $0 }.first { phrase in
      phrase.members.contains { $0.mention == item.mention }
    }
    guard let phrase, type.roles[role].many else {
      found.append(
        (role, [Fill(mention: item.mention, span: item.span, provenance: .explicit)]))
      return item.span.start..<item.span.end
    }
    // 甲与乙成为伙伴: what another element took is left out.
    let fills = phrase.members.map {
      Fill(mention: $0.mention, span: analysis.mentions[$0.mention].span, provenance: .explicit)
    }.filter { side.lowerBound <= $0.span.start && $0.span.end <= side.upperBound }
    found.append((role, fills))
    let start = view.items[phrase.items.lowerBound].span.start
    let end = view.items[phrase.items.upperBound - 1].span.end
    return max(start, side.lowerBound)..<max(item.span.end, min(end, side.upperBound))
  }
}
