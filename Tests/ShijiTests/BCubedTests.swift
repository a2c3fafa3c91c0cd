import Testing

struct BCubedTests {
  private func measure(
    _ items: [(truth: String, system: String)], missed: Int = 0, spurious: Int = 0
  ) -> String {
    BCubed(items, missed: missed, spurious: spurious).description
  }

  @Test func equalClustersAreRight() {
    #expect(measure([("a", "1"), ("a", "1"), ("b", "2")]) == "P 1000 R 1000 F1 1000 per mille")
  }

  @Test func aSplitClusterCostsRecall() {
    #expect(measure([("a", "1"), ("a", "2")]) == "P 1000 R 500 F1 667 per mille")
  }

  @Test func aWrongMergeCostsPrecision() {
    #expect(measure([("a", "1"), ("b", "1")]) == "P 500 R 1000 F1 667 per mille")
  }

  @Test func countsWhatIsMissedAndWhatIsNone() {
    #expect(measure([("a", "1")], missed: 1, spurious: 3) == "P 250 R 500 F1 333 per mille")
  }

  @Test func nothingIsNothing() { #expect(measure([]) == "P 0 R 0 F1 0 per mille") }
}
