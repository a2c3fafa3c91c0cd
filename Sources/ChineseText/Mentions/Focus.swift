/// Who was spoken of, read from left to right: what references choose from.
struct Focus {
  /// A named thing that was met.
  struct Item {
    let entity: Int
    let kind: MentionKind
    let sentence: Int
    let paragraph: Int
    let isSubject: Bool
  }

  private var items: [Item] = []
  private var companyMentions = HashMap<Int>()
  private(set) var mainCompany: Int?

  init() { items.reserveCapacity(32) }

  /// Notes a name.
  mutating func note(_ item: Item) {
    items.append(item)
    guard item.kind == .company else { return }
    let index = companyMentions.index(of: UInt64(item.entity), default: 0)
    companyMentions.update(index) { $0 += 1 }
    if let main = mainCompany, main != item.entity,
      companyMentions[UInt64(main), default: 0] >= companyMentions.value(index)
    {
      return
    }
    mainCompany = item.entity
  }

  /// The nearest thing of a fitting kind: in the nearest sentence of the paragraph that has one,
  /// its subject before others, the later before the earlier.
  func nearest(
    paragraph: Int, sentence: Int, back: Int = 6, where fits: (Item) -> Bool
  ) -> Int? {
    var best: Item?
    for item in items.reversed() {
      guard item.paragraph == paragraph, sentence - item.sentence <= back else { break }
      if let best, best.sentence != item.sentence { break }
      guard fits(item) else { continue }
      if item.isSubject { return item.entity }
      if best == nil { best = item }
    }
    return best?.entity
  }

  /// The last thing of a fitting kind that the sentence has named so far.
  func last(in sentence: Int, where fits: (Item) -> Bool) -> Int? {
    for item in items.reversed() {
      guard item.sentence == sentence else { return nil }
      if fits(item) { return item.entity }
    }
    return nil
  }

  /// The subject that the paragraph before ended on: what 这家公司 at the head of a paragraph means.
  func subjectBefore(
    paragraph: Int, sentence: Int, where fits: (Item) -> Bool
  ) -> Int? {
    for item in items.reversed() {
      guard paragraph - item.paragraph <= 2, sentence - item.sentence <= 4 else { return nil }
      if item.paragraph < paragraph, item.isSubject, fits(item) { return item.entity }
    }
    return nil
  }

  /// The last two different things of one kind, in order of the text.
  func pair(
    paragraph: Int, sentence: Int, where fits: (Item) -> Bool
  ) -> (former: Int, latter: Int)? {
    var latter: Item?
    for item in items.reversed() {
      guard item.paragraph == paragraph, sentence - item.sentence <= 2 else { break }
      guard fits(item) else { continue }
      guard let second = latter else {
        latter = item
        continue
      }
      if item.entity != second.entity, item.kind == second.kind {
        return (item.entity, second.entity)
      }
    }
    return nil
  }
}
