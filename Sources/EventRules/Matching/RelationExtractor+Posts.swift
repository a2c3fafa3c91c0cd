import ChineseText

/// Posts from titles beside names, and what owns what by the words.
extension RelationExtractor {
  /// The organization that a clause is about: 三星宣布，董事长甲 ….
  func subjectOrganization(_ clause: [Phrase], _ analysis: TextAnalysis) -> Int? {
    guard let first = clause.first, first.caseWord < 0, !first.isObject, !first.isAgent,
      let member = first.members.first,
      !FillerTypes(analysis.mentions[member.mention].kind).isDisjoint(with: .org),
      !["media", "investor"].contains(analysis.subtype(member.mention))
    else { return nil }
    return member.mention
  }

  /// Whether a title stands alone: a noun, a number or a name right before it (智能BU CEO) is the
  /// employer or a part of it, known or not.
  private func isBare(_ title: Int, _ analysis: TextAnalysis, _ view: SentenceView) -> Bool {
    var index = view.firstItem(from: analysis.mentions[title].span.start) - 1
    // 钉钉新CEO: what stands before 新 or 前 counts.
    while index > 0, view.items[index].mention < 0, Self.isAttribute(view.items[index].tags) {
      index -= 1
    }
    guard index >= 0 else { return true }
    let before = view.items[index]
    if before.mention >= 0 {
      return before.kind == .time || before.isEntity && isPronoun(before, analysis)
    }
    if before.tags.contains(.classNoun) { return index == 0 || isFree(view.items[index - 1]) }
    return isFree(before)
  }

  private static func isAttribute(_ tags: WordTags) -> Bool {
    tags.contains(.former)
      || tags.contains(.adjective) && tags.isDisjoint(with: [.noun, .verb, .particle])
  }

  /// Whether a word before a title is no part of an employer's name; brackets and quotation marks
  /// that close there end one.
  private func isFree(_ item: Item) -> Bool {
    if item.mention >= 0 { return item.kind == .time }
    if [Mark.close, Mark.quoteClose, Mark.titleClose].contains(item.unit) { return false }
    if !item.tags.isDisjoint(with: [.former, .conjunction, .coordinator, .particle, .punctuation]) {
      return true
    }
    return item.tags.isDisjoint(with: [.noun, .latin, .number, .unknown]) && !item.tags.isEmpty
  }

  /// The organization that 其 before a title stands for: 甲公司及其CEO.
  private func possessor(of title: Int, _ analysis: TextAnalysis, _ view: SentenceView) -> Int? {
    let index = view.firstItem(from: analysis.mentions[title].span.start) - 1
    guard index > 0, view.items[index].mention < 0 else { return nil }
    let word = view.items[index].span
    guard word.count <= 2, analysis.text.folded[word.end - 1] == Self.its else { return nil }
    let clause = view.clauses[view.clause(of: index)].items
    return clause.last { at in
      at < index && (view.items[at].kind == .company || view.items[at].kind == .organization)
    }.map { view.items[$0].mention }
  }

  private static let its: UInt16 = 0x5176

  private func isPronoun(_ item: Item, _ analysis: TextAnalysis) -> Bool {
    analysis.mentions[item.mention].via != .name
  }

  func readTitles(
    _ analysis: TextAnalysis, _ view: SentenceView, _ member: Member, _ topic: Int,
    _ found: inout Found
  ) {
    guard analysis.mentions[member.mention].kind == .person else { return }
    var employer = member.employer
    if employer < 0 {
      if let first = member.titles.first, let own = possessor(of: first, analysis, view) {
        employer = own
      }
    }
    let isStated = employer >= 0
    if employer < 0 {
      guard member.employer != Member.elsewhere, let first = member.titles.first,
        isBare(first, analysis, view)
      else { return }
      employer = topic
    }
    guard employer >= 0 else { return }
    let own = Holding(
      person: member.mention, employer: employer, titles: member.titles, former: member.former,
      isUnit: member.isUnit, isStated: isStated)
    state(own, analysis, view, &found)
    for post in member.others {
      let isNamed = post.employer >= 0
      let other = Holding(
        person: member.mention, employer: isNamed ? post.employer : employer, titles: post.titles,
        former: post.former, isUnit: post.isUnit, isStated: isNamed || isStated)
      state(other, analysis, view, &found)
    }
  }

  /// Titles that somebody holds somewhere.
  struct Holding {
    let person: Int
    let employer: Int
    let titles: [Int]
    var former = false
    var isUnit = false
    var isStated = true
  }

  /// Notes the relations that the titles of a post mean.
  func state(
    _ post: Holding, _ analysis: TextAnalysis, _ view: SentenceView, _ found: inout Found
  ) {
    for title in post.titles {
      let row = analysis.mentions[title].value
      guard let titles, row >= 0 else { continue }
      let lines = byTitle[titles.cell(row, classColumn)] ?? []
      let hasUnit = post.isUnit && lines.contains(where: \.derivation.isUnit)
      for (type, line) in lines
      where (post.isStated || !line.isExplicit) && line.isUnit == hasUnit {
        found.statements.append(
          Statement(
            type: type, from: post.person, to: post.employer, title: title,
            former: post.former || line.former, sentence: view.index, line: line.line,
            trigger: analysis.mentions[title].span, isInherited: !post.isStated))
      }
    }
  }

  func readOwner(
    _ analysis: TextAnalysis, _ view: SentenceView, _ member: Member, _ found: inout Found
  ) {
    let kind = FillerTypes(analysis.mentions[member.mention].kind)
    let ownerKind = FillerTypes(analysis.mentions[member.owner].kind)
    for type in owners where !isBarred(type, analysis, view.sentence.span) {
      guard let from = types[type].roles.first, types[type].roles.count > 1,
        !from.types.isDisjoint(with: kind), !types[type].roles[1].types.isDisjoint(with: ownerKind)
      else { continue }
      found.statements.append(
        Statement(
          type: type, from: member.mention, to: member.owner, title: -1, former: false,
          sentence: view.index, line: 1, trigger: analysis.mentions[member.mention].span,
          isInherited: false))
    }
  }
}
