import Testing

@testable import Shiji

struct AnnotationSectionsTests {
  private func section(_ document: String) throws -> String {
    let page = try Annotations.write(["a.json": document], .html)
    let start = try #require(page.firstRange(of: "<main>\n")?.upperBound)
    let end = try #require(page.firstRange(of: "</main>")?.lowerBound)
    return String(page[start..<end])
  }

  @Test func aDocumentIsASection() throws {
    #expect(
      try section(
        Annotations.document(
          title: "微软投资", #"微软去年投资3亿美元，其称。\n\n　好。\n"#, more: #","id":"d1","source":"快报""#))
          == """
          <section>
          <header>
          <h2><mark class="company" title="公司 · 微软 · org:microsoft">微软</mark>投资</h2>
          <p><time datetime="2024-03-21">2024-03-21</time><i>·</i>快报<i>·</i>d1<i>·</i>5 处标注</p>
          </header>
          <div class="text">
          <p><mark class="company" title="公司 · 微软 · org:microsoft">微软</mark><mark class="time" title="时间 · 2023" data-value="2023">去年</mark>投资\
          <mark class="money" title="金额 · USD 300,000,000" data-value="USD 300,000,000">3亿美元\
          </mark>，<mark class="company reference" title="公司 · 微软 · org:microsoft" \
          data-value="微软">其</mark>称。</p>
          <p>　好。</p>
          </div>
          </section>

          """)
  }

  @Test func markupInTheTextIsText() throws {
    let evil = #"<script>alert('x')</script> \"&amp; 微软</p>\u0000"#
    let html = try section(
      Annotations.document(
        title: evil, evil,
        more: #","id":"<i>","source":"\"><img src=x>","url":"javascript:alert(1)""#))
    for tag in ["<script", "<img", "javascript:\"", "href", "\u{0}", "<i>·</i><i>"] {
      #expect(!html.contains(tag), "\(tag)")
    }
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;&amp;amp; "))
    #expect(html.contains("&quot;&gt;&lt;img src=x&gt;") && html.contains("&lt;i&gt;"))
    #expect(html.contains("&lt;/p&gt;\u{2400}</p>"))
  }

  @Test func onlyAddressesOfTheWebAreLinks() throws {
    let html = try section(
      Annotations.document(title: "", "好。", more: #","url":"https://example.org/?a=1&b='\"""#))
    #expect(
      html.contains(#"<a href="https://example.org/?a=1&amp;b=&#39;&quot;" rel="noreferrer">"#))
  }

  @Test func theTextCanBeReadBackFromThePage() throws {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "微软", "<b>", "&lt;", "\\\"", "'", "3亿美元", "去年", "首席执行官", "张三", "，", "他", "😀", "　", "他们", "和",
      "英伟达", "双方", "（NASDAQ：MSFT）", "2024年", "公司",
    ]
    for _ in 0..<100 {
      let text = (0..<20).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "。"
      let html = try section(Annotations.document(title: "", text))
      let body = try #require(html.split(separator: "<div class=\"text\">\n").last)
      let paragraph = try #require(body.split(separator: "</div>").first)
      #expect(plain(paragraph) == text.replacing("\\\"", with: "\"") + "\n")
      #expect(html.split(separator: "<mark ").count == html.split(separator: "</mark>").count)
    }
  }

  /// The text of a piece of the page.
  private func plain(_ html: Substring) -> String {
    String(html).replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing(
      "&gt;", with: ">"
    )
    .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
