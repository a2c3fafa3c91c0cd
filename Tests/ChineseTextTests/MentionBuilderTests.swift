import Testing

@testable import ChineseText

@Suite struct MentionBuilderTests {
  private static let pieces = [
    "微软", "垄田科技", "有限公司", "林远舟", "·", "“", "”", "（", "）", "以下简称", "公司", "其", "他", "该",
    "CEO", "Edwin Hartman", "GPT-4o", " ", "，", "。", "、", "\n", "15亿美元", "\u{0}", "😀", "發布",
    "(01999)", "两人", "后者", "北京", "首席执行官", "1.0", "》", "《",
  ]

  /// Mentions are sorted, apart, on token boundaries, and point to entities that are there.
  @Test func keepsItsPromisesOnBrokenText() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0...40, using: &random))
        .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      try check(NameCases.analyze(text), text)
    }
  }

  private func check(_ analysis: TextAnalysis, _ text: String) throws {
    var end = 0
    for (index, mention) in analysis.mentions.enumerated() {
      let first = try #require(mention.tokens.first)
      let last = try #require(mention.tokens.last)
      #expect(mention.span.start >= end, "\(text)")
      #expect(analysis.tokens[first].start == mention.span.start)
      #expect(analysis.tokens[last].end == mention.span.end)
      #expect(mention.entity < analysis.entities.count)
      #expect(mention.kind.isEntity == (mention.entity >= 0))
      for token in mention.tokens { #expect(analysis.mentionOfToken[token] == Int32(index)) }
      end = mention.span.end
    }
    for entity in analysis.entities { #expect(!entity.name.isEmpty) }
  }

  @Test func givesTheSameAnalysisEveryTime() throws {
    let text = "垄田科技（Lumivex）宣布，由砚湖资本领投。林远舟和顾云深离职，两人将创业。"
    let first = try NameCases.analyze(text)
    for _ in 0..<5 {
      let again = try NameCases.analyze(text)
      #expect(again.entities.map(\.name) == first.entities.map(\.name))
      #expect(again.mentions.map(\.span) == first.mentions.map(\.span))
    }
  }
}
