import ChineseText

extension TextAnalysis {
  /// The gazetteer's subtype of a mention's entity, empty where it has none.
  func subtype(_ mention: Int) -> String {
    guard mention >= 0, mention < mentions.count else { return "" }
    let entity = mentions[mention].entity
    return entity >= 0 && entity < entities.count ? entities[entity].subtype : ""
  }

  /// Whether a mention names a news outlet: a source of news, seldom its subject.
  func isMedia(_ mention: Int) -> Bool { subtype(mention) == "media" }
}

/// What the text is about at one place: an explicit value that moves left to right.
struct Focus: Sendable {
  /// Mention of the company that the whole text is about, or -1.
  let mainCompany: Int
  /// Paragraph that the subjects below belong to.
  private(set) var paragraph = -1
  /// Mention of the latest organization in subject position, or -1.
  private(set) var organization = -1
  /// Mention of the organization that the paragraph is about: the main company once it was a
  /// subject, else the first subject; or -1.
  private(set) var home = -1
  /// Mention of the latest person in subject position, or -1.
  private(set) var person = -1
  /// Mention of the latest product in subject position, or -1.
  private(set) var product = -1

  /// Counts the companies of the text: the main one is named in the title or the first paragraphs
  /// and makes up a quarter of all mentions of companies.
  init(_ analysis: TextAnalysis) {
    var weight = [Int](repeating: 0, count: analysis.entities.count)
    var first = [Int](repeating: -1, count: analysis.entities.count)
    var total = 0
    let mentions = analysis.mentions
    for index in mentions.indices where mentions[index].kind == .company {
      let entity = mentions[index].entity
      guard entity >= 0, entity < weight.count else { continue }
      total += 1
      weight[entity] += analysis.text.isTitle(mentions[index].span) ? 3 : 1
      if first[entity] < 0 { first[entity] = index }
    }
    var best = -1
    for entity in weight.indices where weight[entity] > (best < 0 ? 1 : weight[best]) {
      best = entity
    }
    if best >= 0, weight[best] * 4 >= total, first[best] >= 0 {
      mainCompany = first[best]
    } else {
      mainCompany = -1
    }
  }

  /// Begins a sentence: subjects do not outlive their paragraph.
  mutating func enter(_ sentence: Sentence) {
    guard sentence.paragraph != paragraph else { return }
    paragraph = sentence.paragraph
    organization = -1
    home = -1
    person = -1
    product = -1
  }

  /// Takes note of a subject.
  mutating func note(_ mention: Int, kind: MentionKind, in analysis: TextAnalysis) {
    guard !analysis.isMedia(mention) else { return }
    switch kind {
    case .company, .organization: noteOrganization(mention, in: analysis)
    case .person: person = mention
    case .product: product = mention
    default: break
    }
  }

  private mutating func noteOrganization(_ mention: Int, in analysis: TextAnalysis) {
    let isMain =
      mainCompany >= 0
      && analysis.mentions[mention].entity == analysis.mentions[mainCompany].entity
    // Investors are told of in stories about others.
    if mainCompany >= 0, !isMain, analysis.subtype(mention) == "investor" { return }
    organization = mention
    if isMain || home < 0 { home = mention }
  }

  /// The organization whose officer a bare title means: that of the text, else of the paragraph.
  var employer: Int { mainCompany >= 0 ? mainCompany : home }

  /// The mention that an omitted filler of the given types means, or -1.
  func topic(for types: FillerTypes) -> Int {
    if !types.isDisjoint(with: .org), organization >= 0 {
      return mainCompany >= 0 && home >= 0 ? home : organization
    }
    if types.contains(.person), types.isDisjoint(with: .org), person >= 0 { return person }
    if types.contains(.company), mainCompany >= 0 { return mainCompany }
    return -1
  }
}
