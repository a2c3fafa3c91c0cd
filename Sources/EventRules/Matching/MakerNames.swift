import ChineseText

/// Products whose names begin with the name of a firm of the text: 沃图W7 is 沃图's.
struct MakerNames {
  /// A product, its maker as the product's own name states it, and the sentence.
  struct Pair {
    let product: Mention
    let maker: Mention
    let sentence: TextSpan
  }

  /// Firms by the folded forms of their names.
  private var firms: [[UInt16]: Int] = [:]
  private var longest = 0
  /// Who owns each firm of the text that the tables know an owner of, by ids.
  private var parents: [String: String] = [:]
  private static let shortest = 2

  /// Lists the firms of the text and, where a product needs a maker, their names. O(mentions).
  init(_ analysis: TextAnalysis) {
    let entities = analysis.entities
    for entity in entities where entity.kind != .product && !entity.owner.isEmpty {
      parents[entity.lexiconID] = entity.owner
    }
    guard entities.contains(where: Self.needsMaker) else { return }
    for mention in analysis.mentions where mention.kind == .company && mention.via == .name {
      guard entities.indices.contains(mention.entity), entities[mention.entity].subtype != "media",
        mention.span.count >= Self.shortest
      else { continue }
      let form = Array(analysis.text.folded[mention.span.start..<mention.span.end])
      firms[form] = firms[form] ?? mention.entity
      longest = max(longest, form.count)
    }
  }

  /// Each product with such a name once, in text order. O(mentions).
  func pairs(_ analysis: TextAnalysis, but skipped: Set<Int>) -> [Pair] {
    guard !firms.isEmpty else { return [] }
    var seen: Set<Int> = []
    var sentence = 0
    var result: [Pair] = []
    for mention in analysis.mentions where mention.kind == .product && mention.via == .name {
      guard analysis.entities.indices.contains(mention.entity),
        Self.needsMaker(analysis.entities[mention.entity]), !seen.contains(mention.entity),
        let (firm, count) = maker(of: mention.span, analysis.text),
        agrees(analysis.entities[mention.entity], analysis.entities[firm])
      else { continue }
      while sentence < analysis.sentences.count,
        analysis.sentences[sentence].span.end <= mention.span.start
      {
        sentence += 1
      }
      guard sentence < analysis.sentences.count else { break }
      guard !analysis.sentences[sentence].isTitle, !skipped.contains(sentence) else { continue }
      seen.insert(mention.entity)
      let maker = Mention(
        span: TextSpan(mention.span.start, mention.span.start + count), kind: .company,
        entity: firm, tokens: mention.tokens)
      result.append(
        Pair(product: mention, maker: maker, sentence: analysis.sentences[sentence].span))
    }
    return result
  }

  /// Whether the row of a product does not say who makes it.
  private static func needsMaker(_ entity: Entity) -> Bool {
    entity.kind == .product && (entity.owner.isEmpty || !entity.line.isEmpty)
  }

  /// Whether the line of a product, where it has one, is the firm's or that of the firm's parent.
  private func agrees(_ product: Entity, _ firm: Entity) -> Bool {
    product.owner.isEmpty || product.owner == firm.lexiconID || product.owner == firm.owner
  }

  private func isLatin(_ kind: UInt8) -> Bool {
    kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
  }

  /// Whether the tables, or a product's own name, know another maker than the one said to own it:
  /// 华硕的酷睿 3, 京东 vivo X.
  func contradict(_ statement: RelationExtractor.Statement, _ analysis: TextAnalysis) -> Bool {
    let product = analysis.mentions[statement.from]
    guard product.kind == .product else { return false }
    let owner = analysis.mentions[statement.to].entity
    if isOwned(product.entity, byOtherThan: owner, analysis.entities) { return true }
    guard !firms.isEmpty, product.via == .name,
      let (firm, _) = maker(of: product.span, analysis.text)
    else { return false }
    return firm != owner
  }

  /// Whether a firm that launches a thing only builds it in: chips and systems are made by others.
  func isBuiltIn(_ product: Int, by firm: Int, _ entities: [Entity]) -> Bool {
    entities.indices.contains(product) && Self.builtIn.contains(entities[product].subtype)
      && isOwned(product, byOtherThan: firm, entities)
  }

  /// Kinds of products that others build in.
  private static let builtIn: Set<String> = ["chip", "os"]

  /// Whether a product has a known owner that is neither a firm nor its parent or subsidiary. A firm
  /// that no row holds may be the owner by another name: 群核, 网易传媒.
  private func isOwned(_ product: Int, byOtherThan firm: Int, _ entities: [Entity]) -> Bool {
    guard entities.indices.contains(product), entities.indices.contains(firm) else { return false }
    return entities[product].isMade(byOtherThan: entities[firm])
      && parents[entities[product].owner] != entities[firm].lexiconID
  }

  /// The firm with the longest name that a product's name begins with and goes on behind.
  private func maker(of span: TextSpan, _ text: FoldedText) -> (firm: Int, count: Int)? {
    if span.start > 0, isLatin(text.classes[span.start - 1]) { return nil }
    var count = min(longest, span.count - 1)
    while count >= Self.shortest {
      let end = span.start + count
      // ARM64 is no product of ARM; nor is a series of bonds, 23万科MTN001, one of 万科.
      let goesOn = isLatin(text.classes[end]) && isLatin(text.classes[end - 1])
      if !goesOn, let firm = firms[Array(text.folded[span.start..<end])] { return (firm, count) }
      count -= 1
    }
    return nil
  }
}

extension Entity {
  /// Whether the tables know another maker of a product than a firm or its parent. A firm that no
  /// row holds may be the maker by another name.
  func isMade(byOtherThan firm: Entity) -> Bool {
    !owner.isEmpty && !firm.lexiconID.isEmpty && firm.lexiconID != owner && firm.owner != owner
  }
}
