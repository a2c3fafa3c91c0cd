import ChineseText

/// Chinese names of the types of mentions, for what people read.
extension MentionKind {
  var label: String {
    switch self {
    case .company: "公司"
    case .organization: "机构"
    case .person: "人物"
    case .product: "产品"
    case .place: "地点"
    case .title: "职务"
    case .money: "金额"
    case .percent: "比例"
    case .count: "数量"
    case .round: "轮次"
    case .time: "时间"
    }
  }
}

/// What stands behind the mentions of a document: the full name, the code, the value.
struct MentionLabels {
  private let codes: TitleCodes
  private let names: EntityNames

  init(lexicon: Lexicon) {
    codes = TitleCodes(lexicon: lexicon)
    names = EntityNames(lexicon: lexicon)
  }

  /// The value of a mention in short; nothing where it says no more than the text itself.
  ///
  /// 他 is 褚维岳, 首席财务官 is CFO, 15亿美元 is USD 1,500,000,000.
  func value(_ mention: Mention, in analysis: TextAnalysis) -> String? {
    let value = full(mention, in: analysis)
    return value == analysis.text.string(mention.span) ? nil : value
  }

  private func full(_ mention: Mention, in analysis: TextAnalysis) -> String? {
    if mention.kind == .title { return codes.code(row: mention.value) }
    if mention.kind.isEntity {
      let entities = ([mention.entity] + mention.others).filter(analysis.entities.indices.contains)
      return entities.map { analysis.entities[$0].name }.joined(separator: "、").nonEmpty
    }
    guard analysis.values.indices.contains(mention.value) else { return nil }
    return ValueText.short(analysis.values[mention.value])
  }

  /// All that is known of a mention, in a line: type, value, id, and how a currency was found.
  func line(_ mention: Mention, in analysis: TextAnalysis) -> String {
    var parts = [mention.kind.label]
    if let value = full(mention, in: analysis) { parts.append(value) }
    if analysis.entities.indices.contains(mention.entity) {
      parts.append(names.id(analysis.entities[mention.entity]))
    }
    if mention.kind == .money, analysis.values.indices.contains(mention.value),
      case .money(let money) = analysis.values[mention.value]
    {
      if money.currencySource == .context { parts.append("币种据上文") }
      if money.currencySource == .default { parts.append("币种未写明") }
      if let other = money.equivalentOf { parts.append("折合自 " + analysis.text.string(other)) }
    }
    return parts.joined(separator: " · ")
  }
}
