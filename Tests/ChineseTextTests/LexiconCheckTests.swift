import ChineseText
import Testing

@Suite struct LexiconCheckTests {
  private let people = SampleLexicon.source(
    "names/people",
    "id\tname\taliases\tlatin\tposts\tsource\nper:a\t甲\t\t\torg:x/CEO//|org:y/CTO//\thnd\n")
  private let firms = SampleLexicon.source(
    "names/banks",
    "id\tname\taliases\ttype\tparent\ttickers\tformer\tfull\tlatin\tsource\n"
      + "org:x\t乙\t\t\torg:z\t\t\t\t\thand\n")

  @Test func findsUnknownIdsAndSources() {
    let problems = LexiconCheck.problems(
      tables: [people, firms], sources: Array("# Sources\n## hand\n".utf8))
    #expect(
      problems.map(\.description) == [
        "names/banks.tsv:2:11: no row has the id org:z",
        "names/people.tsv:2:11: no row has the id org:y",
        "names/people.tsv:2:35: source hnd is no heading of SOURCES.md; did you mean hand?",
      ])
  }

  @Test func withoutSourcesOnlyIdsAreChecked() {
    #expect(LexiconCheck.problems(tables: [people, firms], sources: nil).count == 2)
  }

  @Test func aSpellingStandsForOneProductLine() {
    let lines = SampleLexicon.source(
      "names/product-lines",
      "line\taliases\towner\tkind\tsource\nLumi X\t垄米 X\t\tdevice\thand\n"
        + "垄湖\tLUMI-X\torg:none\tdevice\thand\n")
    #expect(
      LexiconCheck.problems(tables: [lines], sources: nil).map(\.description) == [
        "names/product-lines.tsv:3:4: LUMI-X stands for the line Lumi X already",
        "names/product-lines.tsv:3:11: no row has the id org:none",
      ])
  }
}
