import ChineseText

/// A post told behind a name: 甲（乙公司CEO）, and 甲，乙公司创始人，.
struct Apposition {
  /// Mentions of the person, the organization and the titles.
  let person: Int
  let organization: Int
  let titles: [Int]

  /// All of a sentence, left to right. O(items).
  static func all(in view: SentenceView) -> [Apposition] {
    view.items.indices.compactMap { apposition(behind: $0, view.items) }
  }

  private static func apposition(behind index: Int, _ items: [Item]) -> Apposition? {
    guard items[index].kind == .person, index + 3 < items.count else { return nil }
    let opening = items[index + 1].unit
    guard opening == Mark.open || opening == Mark.comma else { return nil }
    let organization = items[index + 2]
    guard organization.kind == .company || organization.kind == .organization else { return nil }
    var next = index + 3
    var titles: [Int] = []
    while next < items.count, items[next].kind == .title || isJoint(items[next]) {
      if items[next].kind == .title { titles.append(items[next].mention) }
      next += 1
    }
    let closing = opening == Mark.open ? Mark.close : Mark.comma
    guard !titles.isEmpty, next < items.count, items[next].unit == closing else { return nil }
    return Apposition(
      person: items[index].mention, organization: organization.mention, titles: titles)
  }

  private static func isJoint(_ item: Item) -> Bool {
    item.mention < 0 && (item.unit == Mark.enumeration || item.tags.contains(.coordinator))
  }
}
