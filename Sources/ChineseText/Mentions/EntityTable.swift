/// The entities of a document while they are collected: spots that name one thing, united.
struct EntityTable {
  /// One thing before it becomes an `Entity`.
  struct Draft {
    /// Row of the lexicon, where it knows the thing.
    var entry: LexiconEntry?
    /// Mentions by kind.
    var votes: [MentionKind: Int] = [:]
    /// Forms in the text, in order of first mention.
    var forms: [String] = []
    /// Index of the first spot.
    var first: Int
  }

  private(set) var drafts: [Draft] = []
  /// For each draft the draft it was united with, or itself.
  private var parent: [Int] = []
  private var byEntry: [LexiconEntry: Int] = [:]
  private var byKey: [String: Int] = [:]
  let gazetteer: Gazetteer

  init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// The draft that stands for `index`.
  func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index { index = parent[index] }
    return index
  }

  /// The draft of a spot, made where it is new.
  mutating func intern(_ spot: Spot, number: Int, _ draft: MentionDraft) -> Int {
    let form = draft.text.string(draft.span(spot.tokens))
    let key = Self.key(draft.text, draft.span(spot.tokens), kind: spot.kind)
    let entry = entry(of: spot)
    var index = entry.flatMap { byEntry[$0] } ?? byKey[key]
    if let found = index, let entry, let other = drafts[root(found)].entry, other != entry {
      index = nil
    }
    let place = index.map { root($0) } ?? drafts.count
    if place == drafts.count {
      parent.append(place)
      drafts.append(Draft(entry: entry, first: number))
    }
    if drafts[place].entry == nil { drafts[place].entry = entry }
    if let entry { byEntry[entry] = place }
    if byKey[key] == nil { byKey[key] = place }
    drafts[place].votes[spot.kind, default: 0] += 1
    addForm(form, to: place)
    return place
  }

  /// Adds a form of a name to a draft.
  mutating func addForm(_ form: String, to index: Int) {
    let place = root(index)
    if !drafts[place].forms.contains(form) { drafts[place].forms.append(form) }
  }

  /// The draft that a folded name has.
  func find(_ text: FoldedText, _ span: TextSpan, kind: MentionKind) -> Int? {
    byKey[Self.key(text, span, kind: kind)].map { root($0) }
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
    for (kind, count) in drafts[second].votes { drafts[first].votes[kind, default: 0] += count }
    for form in drafts[second].forms { addForm(form, to: first) }
    return true
  }

  /// Company and organization share their names; other kinds have their own.
  private static func key(_ text: FoldedText, _ span: TextSpan, kind: MentionKind) -> String {
    let units = text.folded[span.start..<span.end].filter { $0 != 32 && $0 != 0xB7 }
    let name = String(decoding: units, as: UTF16.self)
    switch kind {
    case .person: return "p" + name
    case .product: return "d" + name
    case .place: return "l" + name
    default: return "o" + name
    }
  }

  /// The row of the lexicon that a spot names: of its own kind if there is one.
  private func entry(of spot: Spot) -> LexiconEntry? {
    guard spot.word >= 0, spot.kind.isEntity else { return nil }
    let rows = gazetteer.rows(of: spot.word)
    return (rows.first { $0.kind == spot.kind } ?? rows.first)?.entry
  }
}

extension EntityTable {
  /// The entities in order of first mention, and for each draft the index of its entity.
  func finish() -> (entities: [Entity], entityOfDraft: [Int]) {
    var entityOfDraft = [Int](repeating: -1, count: drafts.count)
    let roots = drafts.indices.filter { parent[$0] == $0 }
      .sorted { drafts[$0].first < drafts[$1].first }
    for (number, root) in roots.enumerated() { entityOfDraft[root] = number }
    for index in drafts.indices { entityOfDraft[index] = entityOfDraft[root(index)] }
    return (roots.map { entity(drafts[$0]) }, entityOfDraft)
  }

  private func entity(_ draft: Draft) -> Entity {
    let known = draft.entry.flatMap { gazetteer.name($0) }
    let kind = known?.kind ?? Self.winner(draft.votes)
    let name = Self.fullest(draft.forms)
    return Entity(
      lexiconID: known?.id ?? "", kind: kind, name: name,
      aliases: draft.forms.filter { $0 != name }.sorted {
        $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
      },
      subtype: known?.subtype ?? "", tickers: known?.tickers ?? [], owner: known?.owner ?? "")
  }

  /// The kind that most mentions have; equal ones in the order of the kinds.
  private static func winner(_ votes: [MentionKind: Int]) -> MentionKind {
    var best = MentionKind.company
    for kind in MentionKind.allCases where votes[kind, default: 0] > votes[best, default: 0] {
      best = kind
    }
    return best
  }

  /// The longest form; of equal ones the first in the text.
  private static func fullest(_ forms: [String]) -> String {
    var best = ""
    for form in forms where form.unicodeScalars.count > best.unicodeScalars.count { best = form }
    return best
  }
}
