import Testing

@testable import Shiji

struct HTMLTextTests {
  @Test(arguments: [
    ("", ""), ("微软", "微软"), ("<b>", "&lt;b&gt;"), ("&lt;", "&amp;lt;"), ("\"'", "&quot;&#39;"),
    ("\u{0}\u{1B}", "␀␛"), ("a\tb\nc", "a\tb\nc"),
  ])
  func markupIsEscaped(_ item: (text: String, html: String)) {
    #expect(HTMLText.escaped(item.text) == item.html)
    #expect(HTMLText.escaped(item.text.unicodeScalars.map(\.value)) == item.html)
  }

  @Test(arguments: [
    ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"), ("HTTP://a", "HTTP://a"),
    ("javascript:alert(1)", nil), (" https://a", nil), ("//a", nil), ("file:///etc", nil),
    ("data:text/html,x", nil), ("", nil),
  ])
  func onlyTheWebIsLinkedTo(_ item: (address: String, link: String?)) {
    #expect(HTMLText.link(item.address) == item.link)
  }
}
