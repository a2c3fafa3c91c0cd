import Testing

@testable import KnowledgeGraph

struct TextSketchTests {
  /// A story of a firm, told in sentences that hardly repeat.
  private static func story(_ firm: String, _ seed: UInt64, sentences: Int = 16) -> [String] {
    var random = SeededGenerator(state: seed)
    let words = Array("山河湖海风云雷电春夏秋冬东西南北金木水火土天地人和高低远近新旧多少来去开合进退")
    return (0..<sentences).map { number in
      let middle = (0..<18).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      return "\(firm)表示，" + String(middle) + "，第\(number)期工程按计划推进。"
    }
  }

  private func sketch(_ text: String) -> TextSketch? {
    let units = Array(text.utf16)
    let counts = text.utf16.map {
      $0 < 0x30 || $0 > 0xFF00 || (0x3000...0x303F).contains($0) ? 0 : 1
    }
    return units.withUnsafeBufferPointer { units in
      counts.map { UInt8($0) }.withUnsafeBufferPointer { TextSketch(units, counts: $0) }
    }
  }

  private func areReprints(_ first: String, _ second: String) throws -> Bool {
    try #require(sketch(first)).isReprint(of: #require(sketch(second)))
  }

  @Test(arguments: 1...20)
  func knowsEditedReprints(seed: Int) throws {
    let lines = Self.story("沉砚智能", UInt64(seed))
    let text = lines.joined()
    #expect(try areReprints(text, "据北岸财经消息，" + text + "（编辑：李四）"))
    #expect(try areReprints(text, lines.prefix(12).joined()))
    #expect(try areReprints(text, text.replacing("表示", with: "方面表示", maxReplacements: 3)))
    #expect(try areReprints(text, lines.joined(separator: "\n\n　　")))
  }

  @Test(arguments: 1...20)
  func keepsStoriesApartThatShareTheirPhrases(seed: Int) throws {
    let first = Self.story("沉砚智能", UInt64(seed)).joined()
    #expect(try !areReprints(first, Self.story("沉砚智能", UInt64(seed + 100)).joined()))
    #expect(try !areReprints(first, Self.story("星河科技", UInt64(seed + 200)).joined()))
  }

  @Test func hasNoneForShortTexts() {
    #expect(sketch("沉砚智能完成新一轮融资。") == nil)
    #expect(sketch("") == nil)
  }

  @Test func givesTheSameDigitsEverywhere() throws {
    let text = "北岸市今天发布通报说，去年全市新设企业三万二千家，比上年多一成，其中制造业占四分之一，服务业占一半以上。"
    let digits = try #require(sketch(text)).digits
    #expect(
      digits == "f9002be555d6002b645281660074002e8e1360635b009992390400d30deb1000")
    #expect(TextSketch(digits)?.digits == digits)
  }

  @Test(arguments: ["", "12", String(repeating: "g", count: 64), String(repeating: "1", count: 65)])
  func refusesWhatIsNone(digits: String) {
    #expect(TextSketch(digits) == nil)
  }
}
