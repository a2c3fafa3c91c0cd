import ChineseText
import Testing

@testable import Shiji

struct AnnotationPageTests {
  @Test func thePageNeedsNothingElse() throws {
    let page = try Annotations.write(["a.txt": "微软去年投资3亿美元。"], .html)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n"))
    #expect(page.hasSuffix("</aside>\n</body>\n</html>\n"))
    #expect(page.contains(#"content="default-src 'none'; style-src 'unsafe-inline'""#))
    for loaded in ["<script", "<link", "<img", "@import", "url(", "@font-face", " src=", "http:"] {
      #expect(!page.contains(loaded), "\(loaded)")
    }
    #expect(page.contains("@media (prefers-color-scheme: dark)"))
  }

  @Test func theLegendCountsWhatIsShown() throws {
    let page = try Annotations.write(["a.txt": "微软去年。", "b.txt": "微软。"], .html)
    #expect(page.contains("<p>2 篇，3 处</p>\n"))
    #expect(
      page.contains(
        #"<label><input type="checkbox" id="show-company" checked><mark class="company">公司</mark>"#
          + "<span>company</span><b>2</b></label>\n"))
    #expect(page.contains(#"id="show-time""#) && !page.contains(#"id="show-money""#))
    #expect(page.contains("在文中显示规范值</label>\n<p>虚线：代称（他、该公司）</p>\n</aside>"))
  }

  @Test func theLegendExplainsReferencesWhereThereAreNames() throws {
    let page = try Annotations.write(["a.txt": "微软去年。"], .html, types: [.time])
    #expect(!page.contains("虚线"))
  }

  @Test func everyTypeHasItsStyleAndItsSwitch() {
    for kind in MentionKind.allCases {
      let name = kind.rawValue
      #expect(AnnotationStyle.sheet.contains("\n.\(name) { --hue: "), "\(name)")
      #expect(
        AnnotationStyle.sheet.contains(
          "body:has(#show-\(name):not(:checked)) section mark.\(name) {"))
    }
  }

  @Test func emptyPagesSaySo() throws {
    let nothing = try Annotations.write(["a.txt": "好。"], .html)
    #expect(nothing.contains("<p>1 篇，0 处</p>\n<p>没有找到</p>\n</aside>"))
    let none = try Annotations.write(["a.jsonl": "broken\n"], .html)
    #expect(none.contains("<main>\n<p class=\"none\">没有文章</p>\n</main>"))
  }
}
