import Testing

@testable import KnowledgeGraph

struct TimelineTextTests {
  @Test func columnsAreAligned() {
    #expect(
      TimelineText().text(Story.timeline()) == """
        2019
          2019                   星河科技 founding  ‹36氪›

        2024
          2024-Q1          计划  星河科技 融资 · A轮 · 领投方 微软 · 投资方 名-org:x  ‹财联社›
          2024-01                微软 acquisition 星河科技 3亿元 · 股权 51%  ‹3 个来源›
                                 传闻 2024-01-05 → 否认 2024-01-08 → 已发生 2024-02-01
          2024-02-03             林*一 resignation 星河科技 · CEO  ‹财联社›

        日期不详（按首次报道）
          2024-02-01 报道        微软 founding  ‹新华社›

        """)
  }

  @Test func coloursChangeNoWord() {
    var text = TimelineText()
    text.showsSentences = true
    let plain = text.text(Story.timeline())
    text.isColoured = true
    let coloured = text.text(Story.timeline())
    #expect(coloured.contains("\u{1B}[1;33macquisition\u{1B}[0m"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]+m/#, with: "") == plain)
    #expect(plain.contains("“d3说微软收购星河科技。”  新华社  2024-02-01\n"))
  }

  @Test func namesCannotSteerTheTerminal() {
    var facts = Facts()
    facts.document("d1", "2024-01-05", source: "\u{1B}[2J报")
    facts.entity("d1", "org:a", "company", "甲\u{1B}[2J\n乙")
    facts.event("d1", "funding", [("company", ["org:a"])], evidence: "一\n二\u{7}")
    var text = TimelineText()
    text.isColoured = true
    text.showsSentences = true
    let written = text.text(Timeline(facts.graph()))
    #expect(!written.contains("\u{1B}[2J"))
    #expect(written.contains("甲␛[2J 乙"))
    #expect(written.contains("“一 二␇”"))
  }
}
