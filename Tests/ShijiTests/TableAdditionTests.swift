import ChineseText
import Testing

@testable import Shiji

struct TableAdditionTests {
  private let tables: SampleTables

  init() throws { tables = try SampleTables() }

  private func add(
    _ kind: String, _ name: String, _ cells: [String: String] = [:], id: String? = nil,
    force: Bool = false
  ) throws -> TableAddition {
    let row = TableAddition.NewRow(
      kind: try #require(RowKind(kind)), name: name, id: id,
      cells: cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    let exists = FileSystem.isFolder(tables.own)
    return try TableAddition(
      row, folder: tables.own, over: tables.open(own: exists), force: force)
  }

  private func refusal(
    _ kind: String, _ name: String, _ cells: [String: String] = [:], id: String? = nil
  ) throws -> String? {
    let error = #expect(throws: LexiconError.self) { try add(kind, name, cells, id: id) }
    return error?.description.replacing(tables.root, with: "")
  }

  private func write(_ addition: TableAddition) throws {
    try tables.scratch.write(
      addition.path.replacing(tables.root, with: ""), addition.bytes)
  }

  @Test func aNewTableGetsItsHeader() throws {
    let addition = try add("company", "星海科技", ["aliases": "星海"])
    #expect(addition.path == tables.own + "/names/companies-own.tsv")
    #expect(addition.line == 2)
    #expect(
      String(decoding: addition.bytes, as: UTF8.self) == SampleTables.organizationHead
        + "org:星海科技\t星海科技\t星海\t\t\t\t\t\t\thand\n")
  }

  @Test func rowsStandInOrder() throws {
    try write(try add("company", "乙公司", id: "org:b"))
    try write(try add("company", "丁公司", id: "org:d"))
    let addition = try add("organization", "丙会", id: "org:c")
    #expect(addition.line == 3)
    let lines = String(decoding: addition.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != "\t" } } == ["id", "org:b", "org:c", "org:d"])
    #expect(lines[2] == "org:c\t丙会\t\torganization\t\t\t\t\t\thand")
  }

  @Test func commentsStayWhereTheyAre() {
    let (bytes, line) = TableAddition.insert(
      ["b", "2"], ["k", "v"], into: "# head\nk\tv\n# on a\na\t1\n# on c\nc\t3")
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "# head\nk\tv\n# on a\na\t1\nb\t2\n# on c\nc\t3\n")
    #expect(line == 5)
  }

  @Test func theLatinNameMakesTheId() throws {
    #expect(try add("company", "星海科技", ["latin": "Star Sea, Inc."]).cells[0] == "org:star-sea-inc")
    #expect(try add("product", "GPT-4o mini").cells[0] == "prd:gpt-4o-mini")
    #expect(try add("person", "让-皮埃尔·罗斯").cells[0] == "per:让-皮埃尔-罗斯")
  }

  @Test func wordsAndOtherTablesHaveNoId() throws {
    #expect(try add("word", "具身智能").cells == ["具身智能", "n", "hand"])
    #expect(
      try add("names/ambiguous", "星海", ["name": "company", "cues": "公司"]).cells
        == ["星海", "", "company", "公司", "hand"])
  }

  @Test func whatTheFolderHasIsRefused() throws {
    try write(try add("company", "星海科技", ["aliases": "星海"]))
    let path = "own/names/companies-own.tsv"
    #expect(
      try refusal("company", "星海科技", id: "org:x")
        == "\(path):2:7: 星海科技 stands in \(path):2 (org:星海科技) already")
    #expect(
      try refusal("company", "星海", id: "org:x")
        == "\(path):2:7: 星海 stands in \(path):2 (org:星海科技) already")
    #expect(
      try refusal("company", "别的名", id: "org:星海科技")
        == "\(path):2:1: org:星海科技 stands in \(path):2 already; --id takes another")
  }

  @Test func whatTheBaseHasIsRefusedUnlessForced() throws {
    #expect(
      try refusal("company", "小米", id: "org:mi")
        == "own/names/companies-own.tsv:2:8: 小米 stands in base/names/companies-private.tsv:2 "
        + "(org:xiaomi) already; --force adds it nevertheless")
    #expect(try add("company", "小米", id: "org:mi", force: true).cells[1] == "小米")
    #expect(try add("product", "小米").cells[0] == "prd:小米")
  }

  @Test func rowsThatLintWouldRefuseAreRefused() throws {
    let path = "own/names/companies-own.tsv"
    #expect(
      try refusal("company", "星海", ["type": "firm"])
        == "\(path):2:1: type must be company or organization, not firm")
    #expect(
      try refusal("company", "星海", ["parent": "org:nobody"])
        == "\(path):2:13: no row has the id org:nobody")
    #expect(try add("company", "星海", ["parent": "org:xiaomi"]).line == 2)
    #expect(
      try refusal("company", "星海 ") == "\(path):2:8: cell begins or ends with a blank")
    #expect(try refusal("company", "星\t海") == "\(path):2:9: name holds a tab, which no cell can")
    #expect(
      try refusal("company", "星|海")
        == "\(path):2:9: name holds |, which parts values; other names: --alias")
    #expect(
      try refusal("company", "星海", id: "xinghai")
        == "\(path):2:1: an id here begins with org:, not xinghai; --id org:NAME")
    #expect(
      try refusal("company", "星海", ["alises": "x"])
        == "\(path):0:1: has no column alises; did you mean aliases?; columns: id, name, aliases, "
        + "type, parent, tickers, former, full, latin, source")
  }

  @Test func unknownTablesAreRefused() throws {
    #expect(RowKind("compny") == nil)
    let text = try refusal("names/ambigous", "星海")
    #expect(
      text?.hasPrefix(
        "own/names/ambigous.tsv:0:1: there is no table names/ambigous; did you mean "
          + "names/ambiguous?") == true)
  }

  @Test func aSourceMustBeDocumented() throws {
    try tables.scratch.write("own/SOURCES.md", "# Sources\n\n## mine\n")
    #expect(
      try refusal("company", "星海")
        == "own/names/companies-own.tsv:2:18: source hand is no heading of SOURCES.md")
    #expect(try add("company", "星海", ["source": "mine"]).line == 2)
  }

  @Test func aCommonWordIsSaid() throws {
    let addition = try add("product", "小米粥")
    #expect(
      addition.notes(try tables.open().lexicon) == [
        "小米粥 is a common word too (noun); as your own it is a name wherever it stands"
      ])
  }
}
