import ChineseText
import Testing

@Suite struct DataFileTests {
  private func problems(_ text: String, columns: [String]? = ["word", "source"]) -> [String] {
    var problems: [LexiconProblem] = []
    _ = DataFile.read(path: "t.tsv", bytes: Array(text.utf8), columns: columns, problems: &problems)
    return problems.map(\.description)
  }

  @Test func readsRowsAndSkipsComments() {
    var problems: [LexiconProblem] = []
    let file = DataFile.read(
      path: "t.tsv", bytes: Array("# note\nword\tsource\n乙\thand\n甲\thand\n".utf8),
      columns: ["word", "source"], problems: &problems)
    #expect(problems.isEmpty)
    #expect(file?.rows == [["乙", "hand"], ["甲", "hand"]])
    #expect(file?.lines == [3, 4])
  }

  @Test func reportsEveryMistakeWithItsPlace() {
    let text = "word\tsource\n乙\thand\n乙\thand\n \thand\n甲\na\thand\n"
    #expect(
      problems(text) == [
        "t.tsv:3:1: 乙 stands in line 2 already",
        "t.tsv:4:1: cell begins or ends with a blank",
        "t.tsv:4:1:   must stand before 乙: rows are sorted by first column",
        "t.tsv:5:1: 1 cells, the header names 2",
      ])
  }

  @Test func namesTheExpectedHeader() {
    #expect(problems("wort\tsource\n") == ["t.tsv:1:1: header must be: word source"])
    #expect(problems("") == ["t.tsv:1:1: no header line"])
  }

  @Test func refusesOtherEncodings() {
    var problems: [LexiconProblem] = []
    let file = DataFile.read(path: "t.tsv", bytes: [0xFF, 0xFE], problems: &problems)
    #expect(file == nil)
    #expect(problems.map(\.description) == ["t.tsv:1:1: file is not UTF-8"])
  }
}
