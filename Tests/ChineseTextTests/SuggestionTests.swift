import ChineseText
import Testing

@Suite struct SuggestionTests {
  @Test func findsTheNearestName() {
    #expect(nearestName(to: "aquirer", among: ["target", "acquirer"]) == "acquirer")
    #expect(suggestion(for: "fundng", among: ["funding"]) == "; did you mean funding?")
  }

  @Test func saysNothingWhereNothingIsNear() {
    #expect(suggestion(for: "zebra", among: ["funding", "target"]) == "")
    #expect(nearestName(to: "x", among: []) == nil)
  }
}
