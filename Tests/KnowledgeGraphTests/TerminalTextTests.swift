import Testing

@testable import KnowledgeGraph

struct TerminalTextTests {
  @Test(arguments: [
    ("", ""), ("微软\t😀\n", "微软\t😀\n"), ("\u{1B}[2J", "␛[2J"), ("\u{0}\u{7}\u{7F}", "␀␇␡"),
    ("一\r\n二\r三\r", "一\n二␍三␍"), ("\u{9B}2J", "\u{FFFD}2J"),
    ("\u{202E}\u{2066}\u{200D}", "\u{FFFD}\u{FFFD}\u{200D}"),
  ])
  func controlCharactersAreShown(_ item: (text: String, visible: String)) {
    #expect(
      Array(TerminalText.visible(item.text).unicodeScalars) == Array(item.visible.unicodeScalars))
  }

  @Test func whatIsNoScalarIsReplaced() {
    #expect(TerminalText.visible([0xD800, 0x11_0000, 0x5FAE] as [UInt32]) == "\u{FFFD}\u{FFFD}微")
  }
}
