import Foundation
import Testing

@testable import ChineseText

@Suite struct CandidateCostsTests {
  private func table(_ change: (String) -> String?) -> LexiconCompiler.Source {
    let rows = CandidateCost.allCases.map(\.rawValue).sorted().compactMap(change)
    return SampleLexicon.source(
      "words/costs", "candidate\tcost\tnote\tsource\n" + rows.joined(separator: "\n"))
  }

  @Test func costsAreNatsInLatticeUnits() throws {
    let lexicon = try SampleLexicon.make(
      SampleLexicon.common, extra: [table { "\($0)\t\($0 == "run" ? "2.5" : "1")\t\thand" }])
    let costs = try CandidateCosts.of(lexicon)
    #expect(costs[.run] == 5 * Candidate.unit / 2)
    #expect(costs[.person] == Candidate.unit)
  }

  @Test func badCellsAreReportedWithTheirPlace() {
    let source = table { name in
      switch name {
      case "run": "run\tdear\t\thand"
      case "person": "person\t-1\t\thand"
      case "quantity": nil
      case "person-edge": "person-edges\t1\t\thand"
      default: "\(name)\t1\t\thand"
      }
    }
    #expect(
      LexiconCompiler.check(tables: [source]).map(\.description) == [
        "words/costs.tsv:13:8: cost must be a number of nats from 0 to 100, not -1",
        "words/costs.tsv:15:1: unknown candidate person-edges; did you mean person-edge?",
        "words/costs.tsv:21:5: cost must be a number of nats from 0 to 100, not dear",
        "words/costs.tsv:22:1: row person-edge is missing; Lexicons/README.md says what it is",
        "words/costs.tsv:22:1: row quantity is missing; Lexicons/README.md says what it is",
      ])
  }

  @Test func aLexiconWithoutCostsIsAnError() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    let error = #expect(throws: LexiconError.self) { try CandidateCosts.of(lexicon) }
    #expect(
      error?.description == "words/costs.tsv:0:1: the lexicon lacks this table or one of its rows")
  }
}
