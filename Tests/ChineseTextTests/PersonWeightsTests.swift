import Testing

@testable import ChineseText

@Suite struct PersonWeightsTests {
  private func lexicon(_ change: (String) -> String?) throws -> Lexicon {
    let rows = PersonFeature.allCases.map(\.row).sorted().compactMap(change)
    let table = SampleLexicon.source(
      "names/person-weights",
      "feature\tchinese\tforeign\tnote\tsource\n" + rows.joined(separator: "\n"))
    return try SampleLexicon.make(SampleLexicon.common, extra: [table])
  }

  @Test func weightsAreNatsByFeature() throws {
    let weights = try PersonWeights(
      lexicon: try lexicon {
        $0 == "left-verb-only" ? "left-verb-only\t-1.5\t0.25\t\thand" : "\($0)\t\t\t\thand"
      })
    #expect(weights.weight(.leftVerbOnly, isForeign: false) == -150)
    #expect(weights.weight(.leftVerbOnly, isForeign: true) == 25)
    #expect(weights.weight(.base, isForeign: false) == 0)
  }

  @Test func whatIsWrongIsSaid() throws {
    let wrong: [(change: (String) -> String?, message: String)] = [
      ({ $0 == "base" ? "base\tmuch\t\t\thand" : "\($0)\t\t\t\thand" }, "must be a number of nats"),
      ({ $0 == "torn" ? nil : "\($0)\t\t\t\thand" }, "row torn is missing"),
      ({ $0 == "torn" ? "thorn\t\t\t\thand" : "\($0)\t\t\t\thand" }, "unknown feature thorn"),
    ]
    for item in wrong {
      let lexicon = try lexicon(item.change)
      let error = #expect(throws: LexiconError.self) { try PersonWeights(lexicon: lexicon) }
      #expect(error?.description.contains(item.message) == true)
    }
  }

}
