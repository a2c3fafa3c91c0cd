import Testing

@testable import KnowledgeGraph

struct BytewiseOrderTests {
  private func sorted(_ texts: [String]) -> [String] {
    BytewiseOrder.positions(texts).map { texts[$0] }
  }

  @Test func sortsByBytes() {
    #expect(
      sorted(["b", "", "ab", "a", "é", "z", "公司", "a\u{0}"]) == [
        "", "a", "a\u{0}", "ab", "b", "z", "é", "公司",
      ])
  }

  @Test func keepsEqualTextsInTheOrderGiven() {
    #expect(BytewiseOrder.positions(["b", "a", "b", "a"]) == [1, 3, 0, 2])
    let long = String(repeating: "x", count: 24)
    #expect(BytewiseOrder.positions([long, long + "a", long]) == [0, 2, 1])
  }

  @Test(arguments: 1...20)
  func agreesWithTheSlowOrder(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let parts = ["https://", "a", "", "公司", "\u{0}", "zz", "evt:0123"]
    let texts = (0..<200).map { _ in
      (0..<Int.random(in: 0...6, using: &random))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
    }
    #expect(sorted(texts) == texts.sorted { $0.precedesBytewise($1) })
  }
}
