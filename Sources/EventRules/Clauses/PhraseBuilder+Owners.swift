import ChineseText

/// What a name owns: X旗下Y, X的Y, XY.
extension PhraseBuilder {
  /// Whether a firm right before a product may be its maker: no other one is known. A shop, a
  /// ministry or an army is none.
  private func makes(_ owner: Int, _ product: Int) -> Bool {
    let (maker, thing) = (analysis.mentions[owner], analysis.mentions[product])
    guard maker.kind == .company, maker.via == .name || maker.via == .alias,
      analysis.entities.indices.contains(maker.entity),
      analysis.entities.indices.contains(thing.entity)
    else { return false }
    let known = analysis.entities[thing.entity].owner
    return known.isEmpty || known == analysis.entities[maker.entity].lexiconID
  }

  /// Whether a product's name is only the beginning of what stands there: 惠普|Linux|驱动.
  private func goesOn(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit, items[index].mention < 0 else { return false }
    let tags = items[index].tags
    if tags.isEmpty || !tags.isDisjoint(with: [.latin, .number, .unknown]) { return true }
    return tags.contains(.noun)
      && tags.isDisjoint(with: [
        .form, .people, .metric, .verb, .locative, .timeWord, .adverb, .particle, .conjunction,
        .measure, .telling,
      ])
  }

  /// 收购|甲|持有|的|乙: the holder of what a verb governs.
  private func isHolding(_ index: Int, by owner: Int, from: Int, _ limit: Int) -> Bool {
    guard items[index].tags.contains(.holding), index + 1 < limit,
      items[index + 1].word == attributive, from > 1, items[from - 2].isVerb
    else { return false }
    let via = analysis.mentions[owner].via
    return via == .name || via == .alias
  }

  /// X旗下Y, X的Y, X持有的Y, XY (a maker before its product).
  func owned(by owner: Int, isPerson: Bool, from: Int, _ limit: Int) -> Unit? {
    var index = from
    var marked = false
    var isStrong = false
    var isHeld = false
    while index < limit, index - from < 6, items[index].mention < 0, !items[index].aside {
      let item = items[index]
      let holds = isHolding(index, by: owner, from: from, limit)
      if item.tags.contains(.possessive) || holds {
        marked = true
        isHeld = isHeld || holds
        isStrong = isStrong || item.span.count > 1
      } else if marked, item.tags.contains(.classNoun) {
        // LG集团的技术部门LG CNS.
        isStrong = true
      } else if marked
        ? item.tags.isDisjoint(with: [.noun, .adjective, .locative])
          || !item.tags.isDisjoint(with: [.people, .caseWord, .auxiliary, .cue])
        : item.tags.isDisjoint(with: [.adjective, .numeral]) || item.isVerb
      {
        return nil
      }
      index += 1
    }
    while index < limit, items[index].unit == Mark.quoteOpen { index += 1 }
    guard index < limit, !items[index].aside else { return nil }
    let head = items[index]
    guard
      head.kind == .product && (!isPerson || isStrong)
        || isStrong && (head.kind == .company || head.kind == .organization)
    else { return nil }
    let states = marked || makes(owner, head.mention) && !goesOn(index + 1, limit)
    return Unit(
      member: Member(
        mention: head.mention, owner: owner, isHeld: isHeld, isStated: states && !isHeld),
      end: index + 1)
  }
}
