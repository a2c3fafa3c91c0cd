import ChineseText
import EventRules
import Testing

/// Makers that the words of a launch leave out.
@Suite struct ClaimBuilderOwnersTests {
  private static let lexicon = try? BuiltLexicon.lexicon()

  @Test(arguments: [
    ("OPPO举行发布会。新款手机Find X77s Pro今日发布。", ["OPPO ellipsis"]),
    ("新款手机Find X77s Pro今日发布。", []),
    ("某厂今日发布新款手机Find X77s Pro，OPPO没有回应。", []),
    ("OPPO今日发布新款手机Find X77s Pro。", ["OPPO name"]),
  ])
  func launches(text: String, organizations: [String]) throws {
    let lexicon = try #require(Self.lexicon)
    let analysis = try TextAnalyzer(lexicon: lexicon).analyze(Document(id: "x", text: text))
    let extractor = try EventExtractor(
      rules: RuleSet.load(BuiltLexicon.rules()), lexicon: lexicon)
    let launches = extractor.extract(analysis).filter { $0.type == "launch" }
    #expect(launches.count == 1)
    let fillers = launches.flatMap(\.roles).filter { $0.role == "organization" }.flatMap(\.fillers)
    #expect(
      fillers.map { analysis.text.string($0.span) + " " + $0.via.rawValue } == organizations)
  }
}
