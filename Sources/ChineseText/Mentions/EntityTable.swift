/// The entities of a document while they are collected: spots that name one thing, united.
struct EntityTable {
  /// One thing before it becomes an `Entity`.
  struct Draft {
    /// Row of the lexicon, where it knows the thing.
    var entry: LexiconEntry?
    /// The line of a product that no row holds.
    var line: ProductLines.Match?
    /// The draft it was united with, or itself.
    var parent: Int
    /// Mentions by kind, in the order of `index(of:)`.
    var votes = SIMD8<Int32>.zero
    /// First and last of its forms: where they stand in the text first, in order.
    var firstForm = -1
    var lastForm = -1
  }

  /// A form, and the next one of the same thing or -1.
  struct Form {
    let span: TextSpan
    var next = -1
  }

  /// What a word of the lexicon names, once a document.
  private struct Known {
    let entry: LexiconEntry?
    /// Draft of the word's thing, or -1 while there is none.
    var draft: Int
    let isEntity: Bool
  }

  private(set) var drafts: [Draft] = []
  private(set) var forms: [Form] = []
  /// The products that a line explains, in order.
  private(set) var models: [Int] = []
  /// Products by the ends of their names, once they are looked for.
  var ends = HashMap<Int>()
  var hasEnds = false
  private var known = HashMap<Known>()
  private var byEntry = HashMap<Int>()
  private var byName = HashMap<Int>()
  private var byLine = HashMap<Int>()
  let gazetteer: Gazetteer
  let lines: ProductLines
  let text: TextView

  /// Makes an empty table for about `count` names.
  init(gazetteer: Gazetteer, lines: ProductLines, text: TextView, count: Int) {
    self.gazetteer = gazetteer
    self.lines = lines
    self.text = text
    drafts.reserveCapacity(count)
    forms.reserveCapacity(count)
  }

  /// The draft that stands for `index`.
  func root(_ index: Int) -> Int {
    var index = index
    while drafts[index].parent != index { index = drafts[index].parent }
    return index
  }

  /// The draft of a spot over `span`, made where it is new; -1 for what is no entity (regions,
  /// districts). `full` is a product's name with the firm before it.
  mutating func intern(_ spot: Spot, _ span: TextSpan, full: TextSpan) -> Int {
    let kind = Self.index(of: spot.kind)
    guard spot.word >= 0 else {
      let nameKey = text.nameHash(span) &+ Self.family(spot.kind)
      let place = find(named: nameKey, nil, span) ?? make(spot.kind, span, full)
      if full != span { explain(place, full) }
      if byName.find(nameKey) < 0 { byName[nameKey] = place }
      return note(kind, span, in: root(place))
    }
    let wordKey = UInt64(UInt32(bitPattern: spot.word)) << 8 | UInt64(kind)
    var index = known.find(wordKey)
    if index < 0 {
      let item = look(up: spot)
      index = known.index(of: wordKey, default: item)
    }
    let item = known.value(index)
    if !item.isEntity { return -1 }
    if item.draft >= 0 { return note(kind, span, in: root(item.draft)) }
    let nameKey = text.nameHash(span) &+ Self.family(spot.kind)
    let place = find(item.entry, nameKey, span) ?? make(item.entry)
    if let entry = item.entry {
      if drafts[place].entry == nil { drafts[place].entry = entry }
      byEntry[Self.key(entry)] = place
    }
    if byName.find(nameKey) < 0 { byName[nameKey] = place }
    known.update(index) { $0.draft = place }
    return note(kind, span, in: place)
  }

  private mutating func make(_ entry: LexiconEntry?) -> Int {
    drafts.append(Draft(entry: entry, parent: drafts.count))
    return drafts.count - 1
  }

  /// The draft of a name that no row holds: products of one line and model are one thing.
  private mutating func make(_ kind: MentionKind, _ span: TextSpan, _ full: TextSpan) -> Int {
    guard kind == .product,
      let line = lines.match(span, text) ?? (full != span ? lines.match(full, text) : nil)
    else { return make(nil) }
    if let place = byLine[line.key] { return root(place) }
    let place = make(nil)
    drafts[place].line = line
    models.append(place)
    byLine[line.key] = place
    return place
  }

  /// Gives a product that was named without its maker before the line of maker and name.
  private mutating func explain(_ place: Int, _ full: TextSpan) {
    guard drafts[place].entry == nil, drafts[place].line == nil,
      let line = lines.match(full, text)
    else { return }
    if let other = byLine[line.key] { return unite(place, other) }
    drafts[place].line = line
    models.append(place)
    byLine[line.key] = place
  }

  /// The draft that has the row or the name already, unless it is another thing of the lexicon.
  private func find(_ entry: LexiconEntry?, _ nameKey: UInt64, _ span: TextSpan) -> Int? {
    if let entry, let index = byEntry[Self.key(entry)] { return root(index) }
    return find(named: nameKey, entry, span)
  }

  private func find(named key: UInt64, _ entry: LexiconEntry?, _ span: TextSpan) -> Int? {
    guard let index = byName[key] else { return nil }
    let place = root(index)
    if let entry, let other = drafts[place].entry, other != entry { return nil }
    var form = drafts[place].firstForm
    while form >= 0 {
      if text.isSameName(forms[form].span, span) { return place }
      form = forms[form].next
    }
    return nil
  }

  /// Counts a mention and keeps its form if it is a new one.
  mutating func note(_ kind: Int, _ span: TextSpan, in place: Int) -> Int {
    drafts[place].votes[kind] &+= 1
    addForm(span, to: place)
    return place
  }

  private mutating func addForm(_ span: TextSpan, to place: Int) {
    var form = drafts[place].firstForm
    while form >= 0 {
      if text.isSame(forms[form].span, span) { return }
      form = forms[form].next
    }
    let last = drafts[place].lastForm
    if last < 0 { drafts[place].firstForm = forms.count } else { forms[last].next = forms.count }
    drafts[place].lastForm = forms.count
    forms.append(Form(span: span))
  }

  /// Unites two drafts, unless the lexicon knows them as two things.
  mutating func unite(_ a: Int, _ b: Int) {
    let first = min(root(a), root(b))
    let second = max(root(a), root(b))
    guard first != second else { return }
    if let one = drafts[first].entry, let other = drafts[second].entry, one != other { return }
    drafts[second].parent = first
    drafts[first].entry = drafts[first].entry ?? drafts[second].entry
    drafts[first].line = drafts[first].line ?? drafts[second].line
    drafts[first].votes &+= drafts[second].votes
    var form = drafts[second].firstForm
    while form >= 0 {
      addForm(forms[form].span, to: first)
      form = forms[form].next
    }
  }

  private static func key(_ entry: LexiconEntry) -> UInt64 {
    UInt64(truncatingIfNeeded: entry.tableIndex) << 32 | UInt64(truncatingIfNeeded: entry.row)
  }

  /// Number of an entity kind: company 0 to place 4.
  static func index(of kind: MentionKind) -> Int {
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
    return Known(entry: gazetteer.row(of: spot.word, spot.kind), draft: -1, isEntity: true)
  }
}

extension EntityTable {
  /// The entities in order of first mention, and for each draft the index of its entity.
  func finish(_ text: FoldedText) -> (entities: [Entity], entityOfDraft: [Int]) {
    var entityOfDraft = [Int](repeating: -1, count: drafts.count)
    var entities: [Entity] = []
    entities.reserveCapacity(drafts.count)
    for index in drafts.indices {
      if drafts[index].parent == index {
        entityOfDraft[index] = entities.count
        entities.append(entity(drafts[index], text))
      } else {
        entityOfDraft[index] = entityOfDraft[root(index)]
      }
    }
    return (entities, entityOfDraft)
  }

  private func entity(_ draft: Draft, _ text: FoldedText) -> Entity {
    let fullest = fullest(draft)
    let name = text.string(fullest)
    let aliases = aliases(draft, but: fullest, text)
    if let entry = draft.entry,
      let entity = gazetteer.entity(entry, name: name, aliases: aliases)
    {
      return entity
    }
    let kind = winner(draft.votes)
    if kind == .product, let line = draft.line {
      return lines.entity(line, name: name, aliases: aliases, self.text)
    }
    return Entity(kind: kind, name: name, aliases: aliases)
  }

  /// The other forms, in order of their scalars.
  private func aliases(_ draft: Draft, but fullest: TextSpan, _ text: FoldedText) -> [String] {
    guard draft.firstForm != draft.lastForm else { return [] }
    var spans: [TextSpan] = []
    var form = draft.firstForm
    while form >= 0 {
      if forms[form].span != fullest { spans.append(forms[form].span) }
      form = forms[form].next
    }
    if spans.count > 1 {
      spans.sort {
        self.text.scalars[$0.start..<$0.end].lexicographicallyPrecedes(
          self.text.scalars[$1.start..<$1.end])
      }
    }
    return spans.map { text.string($0) }
  }

  /// The kind that most mentions have; equal ones in the order of the kinds.
  private func winner(_ votes: SIMD8<Int32>) -> MentionKind {
    var best = 0
    for index in 1..<5 where votes[index] > votes[best] { best = index }
    switch best {
    case 0: return .company
    case 1: return .organization
    case 2: return .person
    case 3: return .product
    default: return .place
    }
  }

  /// The longest form in the script of the first; of equal ones the first in the text.
  private func fullest(_ draft: Draft) -> TextSpan {
    guard draft.firstForm >= 0 else { return TextSpan(0, 0) }
    var best = forms[draft.firstForm].span
    let script = text.classes[best.start]
    var form = forms[draft.firstForm].next
    while form >= 0 {
      let span = forms[form].span
      if span.count > best.count, text.classes[span.start] == script { best = span }
      form = forms[form].next
    }
    return best
  }
}
