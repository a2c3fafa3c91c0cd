/// The entities of a document while they are collected: spots that name one thing, united.
struct EntityTable {
  /// One thing before it becomes an `Entity`.
  struct Draft {
    /// Row of the lexicon, where it knows the thing.
    var entry: LexiconEntry?
    /// Mentions by kind, in the order of `MentionKind.allCases`.
    var votes: [Int]
    /// Where its forms stand in the text first, in order.
    var forms: [TextSpan]
    /// Index of the first spot.
    let first: Int
  }

  /// What a word of the lexicon names, once a document.
  private struct Known {
    let entry: LexiconEntry?
    /// Draft of the word's thing, or -1 while there is none.
    var draft: Int
    let isEntity: Bool
  }

  private(set) var drafts: [Draft] = []
  /// For each draft the draft it was united with, or itself.
  private var parent: [Int] = []
  private var known = HashMap<Known>()
  private var byEntry = HashMap<Int>()
  private var byName = HashMap<Int>()
  private let gazetteer: Gazetteer
  private let text: FoldedText

  init(gazetteer: Gazetteer, text: FoldedText) {
    self.gazetteer = gazetteer
    self.text = text
  }

  /// The draft that stands for `index`.
  func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index { index = parent[index] }
    return index
  }

  /// The draft of a spot over `span`, made where it is new; -1 for what is no entity (regions,
  /// districts).
  mutating func intern(_ spot: Spot, number: Int, _ span: TextSpan) -> Int {
    let kind = Self.index(of: spot.kind)
    let wordKey = UInt64(UInt32(bitPattern: spot.word)) << 8 | UInt64(kind)
    var entry: LexiconEntry?
    if spot.word >= 0 {
      let item = known[wordKey] ?? look(up: spot)
      if item.draft < 0 { known[wordKey] = item }
      if !item.isEntity { return -1 }
      if item.draft >= 0 { return note(spot, span, in: root(item.draft)) }
      entry = item.entry
    }
    let place = find(entry, span, kind) ?? make(entry, number: number)
    if drafts[place].entry == nil { drafts[place].entry = entry }
    if let entry { byEntry[Self.key(entry)] = place }
    let nameKey = text.nameHash(span) &+ Self.family(spot.kind)
    if byName[nameKey] == nil { byName[nameKey] = place }
    if spot.word >= 0, var item = known[wordKey] {
      item.draft = place
      known[wordKey] = item
    }
    return note(spot, span, in: place)
  }

  private mutating func make(_ entry: LexiconEntry?, number: Int) -> Int {
    parent.append(drafts.count)
    drafts.append(
      Draft(
        entry: entry, votes: [Int](repeating: 0, count: 5), forms: [], first: number))
    return drafts.count - 1
  }

  /// The draft that has the row or the name already, unless it is another thing of the lexicon.
  private func find(_ entry: LexiconEntry?, _ span: TextSpan, _ kind: Int) -> Int? {
    if let entry, let index = byEntry[Self.key(entry)] { return root(index) }
    let family = Self.family(MentionKind.allCases[kind])
    guard let index = byName[text.nameHash(span) &+ family] else { return nil }
    let place = root(index)
    if let entry, let other = drafts[place].entry, other != entry { return nil }
    return drafts[place].forms.contains { text.isSameName($0, span) } ? place : nil
  }

  /// Counts a mention and keeps its form if it is a new one.
  private mutating func note(_ spot: Spot, _ span: TextSpan, in place: Int) -> Int {
    drafts[place].votes[Self.index(of: spot.kind)] += 1
    addForm(span, to: place)
    return place
  }

  private mutating func addForm(_ span: TextSpan, to place: Int) {
    for form in drafts[place].forms where text.isSame(form, span) { return }
    drafts[place].forms.append(span)
  }

  /// Unites two drafts, unless the lexicon knows them as two things.
  @discardableResult
  mutating func unite(_ a: Int, _ b: Int) -> Bool {
    let first = min(root(a), root(b))
    let second = max(root(a), root(b))
    guard first != second else { return true }
    if let one = drafts[first].entry, let other = drafts[second].entry, one != other {
      return false
    }
    parent[second] = first
    drafts[first].entry = drafts[first].entry ?? drafts[second].entry
    for index in 0..<5 { drafts[first].votes[index] += drafts[second].votes[index] }
    for form in drafts[second].forms { addForm(form, to: first) }
    return true
  }

  private static func key(_ entry: LexiconEntry) -> UInt64 {
    UInt64(truncatingIfNeeded: entry.tableIndex) << 32 | UInt64(truncatingIfNeeded: entry.row)
  }

  /// Number of an entity kind: company 0 to place 4.
  private static func index(of kind: MentionKind) -> Int {
    switch kind {
    case .company: return 0
    case .organization: return 1
    case .person: return 2
    case .product: return 3
    default: return 4
    }
  }

  /// Company and organization share their names; other kinds have their own.
  private static func family(_ kind: MentionKind) -> UInt64 {
    UInt64(max(1, index(of: kind))) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The row of the lexicon that a spot's word names: of its own kind if there is one.
  private func look(up spot: Spot) -> Known {
    if spot.kind == .place, !gazetteer.isEntityPlace(spot.word) {
      return Known(entry: nil, draft: -1, isEntity: false)
    }
    let rows = gazetteer.rows(of: spot.word)
    let entry = (rows.first { $0.kind == spot.kind } ?? rows.first)?.entry
    return Known(entry: entry, draft: -1, isEntity: true)
  }
}

extension EntityTable {
  /// The entities in order of first mention, and for each draft the index of its entity.
  func finish() -> (entities: [Entity], entityOfDraft: [Int]) {
    var entityOfDraft = [Int](repeating: -1, count: drafts.count)
    let roots = drafts.indices.filter { parent[$0] == $0 }
    for (number, root) in roots.enumerated() { entityOfDraft[root] = number }
    for index in drafts.indices { entityOfDraft[index] = entityOfDraft[root(index)] }
    return (roots.map { entity(drafts[$0]) }, entityOfDraft)
  }

  private func entity(_ draft: Draft) -> Entity {
    let known = draft.entry.flatMap { gazetteer.name($0) }
    let fullest = fullest(draft.forms)
    let name = text.string(fullest)
    var aliases = draft.forms.filter { $0 != fullest }.map { text.string($0) }
    if aliases.count > 1 {
      aliases.sort { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
    return Entity(
      lexiconID: known?.id ?? "", kind: known?.kind ?? winner(draft.votes), name: name,
      aliases: aliases, subtype: known?.subtype ?? "", tickers: known?.tickers ?? [],
      owner: known?.owner ?? "")
  }

  /// The kind that most mentions have; equal ones in the order of the kinds.
  private func winner(_ votes: [Int]) -> MentionKind {
    var best = 0
    for index in votes.indices where votes[index] > votes[best] { best = index }
    return [.company, .organization, .person, .product, .place][best]
  }

  /// The longest form in the script of the first; of equal ones the first in the text.
  private func fullest(_ forms: [TextSpan]) -> TextSpan {
    guard var best = forms.first else { return TextSpan(0, 0) }
    let script = text.classes[best.start]
    for form in forms where form.count > best.count && text.classes[form.start] == script {
      best = form
    }
    return best
  }
}
