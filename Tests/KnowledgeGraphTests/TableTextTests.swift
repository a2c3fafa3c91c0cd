import Testing

@testable import KnowledgeGraph

struct TableTextTests {
  private func row(_ cells: [TableText.Cell], _ form: TableText.Form) -> String {
    var bytes: [UInt8] = []
    TableText(form: form).append(cells, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A cell, as csv and as tsv.
  static let cells: [(cell: String, csv: String, tsv: String)] = [
    ("微软", "微软", "微软"),
    ("", "", ""),
    ("甲,乙", "\"甲,乙\"", "甲,乙"),
    ("说“好”", "说“好”", "说“好”"),
    ("a \"b\" c", "\"a \"\"b\"\" c\"", "a \"b\" c"),
    ("\"b\" c", "\"\"\"b\"\" c\"", "'\"b\" c"),
    ("一\n二", "\"一\n二\"", "一\\n二"),
    ("一\r\n二", "\"一\r\n二\"", "一\\r\\n二"),
    ("一\t二", "一\t二", "一\\t二"),
    ("C:\\new", "C:\\new", "C:\\\\new"),
    ("=1+1", "'=1+1", "'=1+1"),
    ("@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)"),
    ("+86 10", "'+86 10", "'+86 10"),
    ("-1.35亿元", "'-1.35亿元", "'-1.35亿元"),
    (" =1+1", "' =1+1", "' =1+1"),
    ("\t=1+1", "'\t=1+1", "'\\t=1+1"),
    ("＝1+1", "'＝1+1", "'＝1+1"),
    ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"", "'=HYPERLINK(\"http://x\")"),
    ("1-2", "1-2", "1-2"),
    ("a\u{0}b\u{1B}[2J", "a␀b␛[2J", "a␀b␛[2J"),
  ]

  @Test(arguments: cells)
  func cellsAreSafe(_ example: (cell: String, csv: String, tsv: String)) {
    #expect(row([.text(example.cell)], .csv) == example.csv + "\r\n")
    #expect(row([.text(example.cell)], .tsv) == example.tsv + "\n")
  }

  @Test func numbersStayNumbers() {
    #expect(row([.number("-13500000.5"), .number("0")], .csv) == "-13500000.5,0\r\n")
    #expect(row([.number("-1+cmd|' /C calc'!A0")], .csv) == "'-1+cmd|' /C calc'!A0\r\n")
  }

  @Test func onlyCSVBeginsWithAMark() {
    #expect(TableText(form: .csv).beginning == Array("\u{FEFF}".utf8))
    #expect(TableText(form: .tsv).beginning == [])
  }
}
