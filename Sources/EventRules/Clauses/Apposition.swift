import ChineseText

/// Posts told behind a name: 甲（乙公司CEO）, and 甲，乙公司创始人、丙大学教授，.
struct Apposition {
  /// Mention of the person.
  let person: Int
  let posts: [Post]

  /// All of a sentence, left to right. O(items).
  static func all(in view: SentenceView) -> [Apposition] {
    view.items.indices.compactMap { apposition(behind: $0, view.items) }
  }

  private static func apposition(behind index: Int, _ items: [Item]) -> Apposition? {
    guard items[index].kind == .person, index + 3 < items.count else { return nil }
    let opening = items[index + 1].unit
    guard opening == Mark.open || opening == Mark.comma else { return nil }
    var next = index + 2
    var posts: [Post] = []
    while next < items.count, let post = post(at: &next, items) {
      posts.append(post)
      guard next + 1 < items.count, isJoint(items[next]), isOrganization(items[next + 1]) else {
        break
      }
      next += 1
    }
    let closing = opening == Mark.open ? Mark.close : Mark.comma
    guard !posts.isEmpty, next < items.count, items[next].unit == closing else { return nil }
    return Apposition(person: items[index].mention, posts: posts)
  }

  /// An organization and its titles.
  private static func post(at index: inout Int, _ items: [Item]) -> Post? {
    guard isOrganization(items[index]) else { return nil }
    var post = Post(employer: items[index].mention, titles: [])
    var next = index + 1
    while next < items.count {
      if items[next].kind == .title {
        post.titles.append(items[next].mention)
      } else if !isJoint(items[next]) || next + 1 >= items.count || items[next + 1].kind != .title {
        break
      }
      next += 1
    }
    guard !post.titles.isEmpty else { return nil }
    index = next
    return post
  }

  private static func isOrganization(_ item: Item) -> Bool {
    item.kind == .company || item.kind == .organization
  }

  private static func isJoint(_ item: Item) -> Bool {
    item.mention < 0 && (item.unit == Mark.enumeration || item.tags.contains(.coordinator))
  }
}
