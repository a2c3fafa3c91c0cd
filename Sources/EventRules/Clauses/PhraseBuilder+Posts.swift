import ChineseText

/// Posts told in words of their own, with who holds them behind the last: 甲集团副总裁、汽车部CTO张三;
/// 甲公司顾问、乙大学教授李四.
extension PhraseBuilder {
  /// Most items between a firm and a title, or between two titles.
  private static let longestGap = 8
  /// Most posts of one person.
  private static let mostPosts = 6

  /// The person whom a list of posts leads to, or nothing where none stands right behind it.
  func withPosts(employer: Int, from: Int, start: Int, limit: Int) -> Unit? {
    var posts: [Post] = []
    var employer = employer
    var wasHeld = start > 0 && isFormer(items[start - 1])
    var index = behindAside(from, limit: limit)
    while posts.count < Self.mostPosts {
      guard let title = title(from: index, limit: limit, isFirst: index == start) else {
        return nil
      }
      let former = wasHeld || items[index..<title].contains { isFormer($0) }
      let isUnit = items[index..<title].contains { namesUnit($0) }
      posts.append(
        Post(
          employer: employer, titles: [items[title].mention], former: former, isUnit: isUnit))
      index = title + 1
      while index < limit, items[index].kind == .title {
        posts[posts.count - 1].titles.append(items[index].mention)
        index += 1
      }
      if index < limit, items[index].kind == .person, !items[index].aside {
        return unit(posts, person: items[index].mention, end: index + 1)
      }
      guard let next = joined(behind: index, limit: limit) else { return nil }
      index = next
      wasHeld = false
      while index < limit, isFormer(items[index]) {
        wasHeld = true
        index += 1
      }
      guard index < limit else { return nil }
      if items[index].kind == .company || items[index].kind == .organization {
        employer = items[index].mention
        index += 1
      }
    }
    return nil
  }

  private func unit(_ posts: [Post], person: Int, end: Int) -> Unit? {
    guard let first = posts.first else { return nil }
    var member = Member(
      mention: person, titles: first.titles, employer: first.employer, former: first.former,
      isUnit: first.isUnit)
    member.others = Array(posts.dropFirst())
    var unit = Unit(
      titles: first.titles, employer: first.employer, former: first.former, end: end)
    unit.member = member
    return unit
  }

  /// The next title, where only words that describe the post stand before it.
  private func title(from: Int, limit: Int, isFirst: Bool) -> Int? {
    var index = from
    while index < limit, index - from <= Self.longestGap {
      let item = items[index]
      if item.kind == .title { return item.aside ? nil : index }
      guard !isFirst, describes(index, from: from, limit) else { return nil }
      index += 1
    }
    return nil
  }

  /// Whether a word may belong to a post: 智能汽车解决方案BU, 平台与设备, XBOX.
  private func describes(_ index: Int, from: Int, _ limit: Int) -> Bool {
    let item = items[index]
    if item.aside || item.unit == Mark.open || item.unit == Mark.close { return index > from }
    if item.mention >= 0 {
      return item.kind == .product || item.kind == .place || item.kind == .count
    }
    if isFormer(item) { return true }
    if Self.joins(item) {
      return index > from && index + 1 < limit && !isFormer(items[index - 1])
        && (isWord(items[index + 1]) || items[index + 1].kind == .title)
    }
    // 出行|解决|方案: verbs that a noun follows are part of the unit's name.
    var next = index
    while next < limit, next - index < 3, isPlain(items[next]) { next += 1 }
    return isWord(item)
      || next > index && next < limit && items[next].tags.contains(.noun) && isWord(items[next])
  }

  /// A verb that tells nothing itself.
  private func isPlain(_ item: Item) -> Bool {
    item.isVerb && item.tags.isDisjoint(with: [.trigger, .reporting, .telling, .cue])
  }

  private func isWord(_ item: Item) -> Bool {
    guard item.mention < 0 else { return item.kind == .product }
    let words: WordTags = [.noun, .latin, .number, .numeral, .adjective]
    let stops: WordTags = [
      .people, .particle, .caseWord, .preposition, .auxiliary, .adverb, .reporting, .cue,
      .pronoun, .punctuation, .timeWord, .telling, .locative,
    ]
    return !item.tags.isDisjoint(with: words) && item.tags.isDisjoint(with: stops)
      && !(item.isVerb && item.tags.contains(.trigger))
  }

  /// Whether a word before a title names a unit of the firm: 部, BG, 中国, XBOX.
  func namesUnit(_ item: Item) -> Bool {
    if item.aside { return false }
    if item.mention >= 0 { return item.kind == .product || item.kind == .place }
    return item.tags.contains(.latin)
      || item.tags.contains(.orgSuffix) && item.tags.isDisjoint(with: [.classNoun, .people])
  }

  private func isFormer(_ item: Item) -> Bool { item.mention < 0 && item.tags.contains(.former) }

  /// 与 和 及 inside the name of a post.
  private static func joins(_ item: Item) -> Bool {
    item.mention < 0 && item.span.count == 1
      && (item.tags.contains(.coordinator) || !item.tags.isDisjoint(with: [.caseWord]))
      && item.tags.isDisjoint(with: [.passive])
  }

  /// The item behind 、 or 兼: 和 may lead to another person.
  private func joined(behind index: Int, limit: Int) -> Int? {
    guard index + 1 < limit, items[index].mention < 0 else { return nil }
    return items[index].unit == Mark.enumeration || items[index].unit == Self.concurrently
      ? index + 1 : nil
  }

  /// 兼.
  private static let concurrently: UInt16 = 0x517C
}
