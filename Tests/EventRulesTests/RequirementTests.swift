import Testing

@testable import EventRules

@Suite struct RequirementTests {
  private let roles = ["a", "b", "c"].map {
    Role(
      name: $0, types: .company, many: true, nearby: false, cues: [], within: nil,
      prefersEmployer: false, isTotal: false, units: [])
  }

  private func parse(_ text: String) -> Requirement? {
    guard let line = RuleLine(Substring("require " + text), number: 1) else { return nil }
    var parser = RequirementParser(words: line.words, roles: roles)
    let result = parser.parse()
    return parser.problem == nil ? result : nil
  }

  @Test(arguments: [
    ("a", [1, 0, 0], true), ("a", [0, 1, 1], false), ("a and b", [1, 1, 0], true),
    ("a and b", [1, 0, 1], false), ("a and (b or c)", [1, 0, 1], true),
    ("a and (b or c)", [0, 1, 1], false), ("a>=2", [1, 0, 0], false), ("a>=2", [2, 0, 0], true),
    ("a or b and c", [0, 1, 0], false), ("a or b and c", [0, 1, 1], true),
  ])
  func holdsForTheseCounts(text: String, counts: [Int], holds: Bool) throws {
    let requirement = try #require(parse(text))
    #expect(requirement.isMet { counts[$0] } == holds)
  }

  @Test(arguments: ["", "a and", "(a", "d", "a b", "a)"])
  func refusesWhatIsNoCondition(text: String) {
    #expect(parse(text) == nil)
  }

  @Test func knowsTheLeastNumberOfFillers() {
    #expect(parse("a>=2 and b")?.least(0) == 2)
    #expect(parse("a>=2 and b")?.least(1) == 1)
    #expect(parse("a>=2 and b")?.least(2) == 0)
  }
}
