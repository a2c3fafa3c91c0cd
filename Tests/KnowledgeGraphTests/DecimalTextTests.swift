import Testing

@testable import KnowledgeGraph

struct DecimalTextTests {
  @Test func valuesAreOrdered() {
    let sorted = [
      "-20", "-3", "-2.5", "-2.25", "-0.1", "0", "0.05", "0.5", "1", "1.05", "1.5", "2", "10",
      "100000000000000000000000000000000000000000",
    ].compactMap { DecimalText($0) }
    #expect(sorted.count == 14)
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      #expect(left < right)
      #expect(!(right < left))
      #expect(left != right)
    }
  }

  @Test(arguments: [("1", "1.0"), ("0", "-0.00"), ("010", "10"), ("-2.50", "-2.5")])
  func spellingsAreEqual(_ left: String, _ right: String) {
    #expect(DecimalText(left) == DecimalText(right))
    #expect(DecimalText(left)?.hashValue == DecimalText(right)?.hashValue)
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "1e9", "+1", "1,000", "1.2.3", "一", " 1", "--1"])
  func otherTextsAreNone(_ text: String) {
    #expect(DecimalText(text) == nil)
  }
}
