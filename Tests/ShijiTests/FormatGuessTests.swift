import Testing

@testable import Shiji

struct FormatGuessTests {
  static let cases: [(String, InputFormat, InputFormat)] = [
    ("微软收购。", .auto, .text),
    ("", .auto, .text),
    ("[新闻] 微软", .auto, .text),
    (#"{"text":"a"}"#, .auto, .jsonl),
    ("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", .auto, .jsonl),
    ("{\n  \"text\": \"a\"\n}\n", .auto, .json),
    ("{\"text\":\"broken\n{\"text\":\"b\"}\n", .auto, .jsonl),
    (#"{"text":"a"}"#, .json, .json),
    ("{\"text\":\"a\"}\n", .json, .json),
    ("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", .json, .jsonl),
    ("[{\"text\":\"a\"}]", .json, .json),
  ]

  @Test(arguments: cases)
  func tellsFormatsApart(_ text: String, _ declared: InputFormat, _ expected: InputFormat) {
    #expect(FormatGuess.format(of: Array(text.utf8), declared: declared) == expected)
  }
}
