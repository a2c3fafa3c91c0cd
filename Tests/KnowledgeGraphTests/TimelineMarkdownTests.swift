import Testing

@testable import KnowledgeGraph

struct TimelineMarkdownTests {
  @Test func textIsWordForWord() {
    var timeline = Story.timeline()
    timeline.title = "微软"
    #expect(
      TimelineMarkdown.text(timeline) == """
        # 微软

        ## 2019

        - `2019` **星河科技 founding**
          > 成立于2019年。  
          > — d2，36氪，2024-01-08

        ## 2024

        - `2024-Q1` 〔计划〕**星河科技 融资** · A轮 · 领投方 微软 · 投资方 名-org:x
          > 拟融资。  
          > — d1，财联社，2024-01-05
        - `2024-01` **微软 acquisition 星河科技 3亿元** · 股权 51%  
          *传闻 2024-01-05 → 否认 2024-01-08 → 已发生 2024-02-01*
          > d3说微软收购星河科技。  
          > — d3，新华社，2024-02-01（3 个来源）
        - `2024-02-03` **林\\*一 resignation 星河科技** · CEO
          > 林\\*一\\<离职\\>。  
          > — d1，财联社，2024-01-05

        ## 日期不详（按首次报道）

        - `2024-02-01 报道` **微软 founding**
          > 创立。  
          > — d3，新华社，2024-02-01

        """)
  }

  @Test(arguments: [
    ("https://x.cn/a(1)?q=a b", "[甲\\]](https://x.cn/a%281%29?q=a%20b)"),
    ("https://x.cn/中", "[甲\\]](https://x.cn/%E4%B8%AD)"),
    ("javascript:alert(1)", "甲\\]"), ("", "甲\\]"),
  ])
  func linksLeadToTheWebOnly(_ url: String, _ text: String) {
    #expect(MarkdownText.link("甲]", to: url) == text)
    #expect(MarkdownText.link("甲]", to: nil) == "甲\\]")
  }

  @Test func textMeansItself() {
    #expect(
      MarkdownText.escaped("*a* _b_ `c` [d](e) <f> #g h|i\n\\")
        == "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\#g h\\|i \\\\")
  }
}
