import ChineseText

/// A named party, product or place with what stands around its name.
struct Member: Sendable {
  /// Index into the analysis' mentions.
  let mention: Int
  /// Mentions of the titles before a person.
  var titles: [Int] = []
  /// Mention of the person's organization, `elsewhere`, or -1.
  var employer = -1
  /// Mention of the owner (X旗下的Y), or -1.
  var owner = -1
  /// Whether the words say that the owner holds shares of it: 甲持有的乙.
  var isHeld = false
  /// Whether the words state that ownership, rather than only set the names side by side.
  var isStated = true
  /// Whether 前, 原 … stands before the title.
  var former = false
  /// Whether the post is in a unit of the organization: 甲手机部总裁.
  var isUnit = false
  /// Further posts that the words list.
  var others: [Post] = []

  /// What stands for an employer that the words name and that is no organization: 微信负责人.
  static let elsewhere = -2
}

/// Titles that somebody holds at one employer.
struct Post: Sendable {
  /// Mention of the organization, `Member.elsewhere`, or -1.
  var employer: Int
  /// Mentions of the titles.
  var titles: [Int]
  var former = false
  /// Whether it is in a unit of the organization.
  var isUnit = false
}

/// A noun phrase: coordinated members, or titles without a name.
struct Phrase: Sendable {
  let items: Range<Int>
  let members: [Member]
  /// Titles of a phrase without a person (微软CEO), else empty.
  let titles: [Int]
  /// Organization of such titles, or -1.
  let employer: Int
  let former: Bool
  /// Types of the members; `.title` for bare titles.
  let types: FillerTypes
  /// Lexicon word of the case word before it, or -1.
  var caseWord: Int32 = -1
  /// Whether a passive word stands before it.
  var isAgent = false
  /// Whether a verb stands before it that is not one of saying.
  var isObject = false
}
