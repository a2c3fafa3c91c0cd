import ChineseText
import Testing

@testable import Shiji

/// A small base lexicon of tables, and a user's folder over it.
struct SampleTables {
  let scratch: Scratch
  var base: String { root + "base" }
  var own: String { root + "own" }
  /// The folder of both, with a slash behind it.
  var root: String { scratch.path.hasSuffix("/") ? scratch.path : scratch.path + "/" }

  static let organizationHead =
    "id\tname\taliases\ttype\tparent\ttickers\tformer\tfull\tlatin\tsource\n"

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      "base/words/core-words.tsv",
      "word\tcount\tpos\tsource\n小米\t50\tn\thand\n小米粥\t30\tn\thand\n米\t300\tn\thand\n")
    try scratch.write("base/words/trad-simp.tsv", "from\tto\tsource\n雲\t云\thand\n")
    try scratch.write(
      "base/names/companies-private.tsv",
      Self.organizationHead + "org:xiaomi\t小米\t小米集团|Xiaomi\t\t\t\t\t\t\thand\n"
        + "org:yunfan\t云帆智能\t\torganization\torg:xiaomi\t\t\t\tYun Fan\tlist\n")
    try scratch.write(
      "base/names/ambiguous.tsv",
      "surface\tword\tname\tcues\tsource\n小米\tn\tcompany\t手机|雷军\thand\n")
    try scratch.write(
      "base/events/takeover.rules",
      """
      event takeover 接管
      role witness : party
      role target  : org
      require witness and target
      frame 收购 "小米 收" : subject=witness object=target

      """)
  }

  func open(own: Bool = false) throws -> LexiconTables {
    try LexiconTables(base: base, lexicons: own ? [self.own] : [])
  }
}

struct TableSearchTests {
  private func found(
    _ word: String, _ extent: TableSearch.Extent = .whole, own: String? = nil
  ) throws -> [String] {
    let tables = try SampleTables()
    if let own { try tables.scratch.write("own/words/mine.tsv", own) }
    let search = TableSearch(try tables.open(own: own != nil))
    return search.rows(holding: word, extent).map { row in
      let path = row.path.replacing(tables.root, with: "")
      return
        "\(path):\(row.line) \(row.type) \(row.id ?? "-") \(row.matches.joined(separator: "|"))"
    }
  }

  @Test func findsNamesAliasesIdsCuesAndTriggers() throws {
    #expect(
      try found("小米") == [
        "base/names/ambiguous.tsv:2 company ambiguous - surface",
        "base/names/companies-private.tsv:2 company org:xiaomi name",
        "base/words/core-words.tsv:2 noun - word",
      ])
    #expect(
      try found("雷军") == ["base/names/ambiguous.tsv:2 company ambiguous - cues"])
    #expect(
      try found("org:xiaomi") == [
        "base/names/companies-private.tsv:2 company org:xiaomi id",
        "base/names/companies-private.tsv:3 organization org:yunfan parent",
      ])
    #expect(try found("收购") == ["base/events/takeover.rules:5 takeover frame - frame"])
  }

  @Test(arguments: ["xiaomi", "ＸＩＡＯＭＩ", "XiaoMi"])
  func widthAndCaseMakeNoDifference(_ word: String) throws {
    #expect(
      try found(word) == ["base/names/companies-private.tsv:2 company org:xiaomi aliases"])
  }

  @Test func scriptAndBlanksMakeNoDifference() throws {
    let row = "base/names/companies-private.tsv:3 organization org:yunfan"
    #expect(try found("雲帆智能") == [row + " name"])
    #expect(try found("yunfan") == [row + " latin"])
  }

  @Test func findsBeginningsAndParts() throws {
    #expect(try found("小米", .prefix).count == 5)
    #expect(
      try found("米粥", .part) == ["base/words/core-words.tsv:3 noun - word"])
  }

  @Test func ownRowsStandBehind() throws {
    #expect(
      try found("米", own: "# mine\n米\tproduct\n") == [
        "base/words/core-words.tsv:4 noun - word", "own/words/mine.tsv:2 product - word",
      ])
  }

  @Test func nothingIsFound() throws {
    #expect(try found("星海") == [])
    #expect(try found("") == [])
  }

  @Test func aCompiledBaseHasItsWordsAndRows() throws {
    let tables = try LexiconTables(base: BaseLexicon.folder, lexicons: [])
    guard tables.hidesWords else { return }
    let search = TableSearch(tables)
    let rows = search.rows(holding: "收购", .whole)
    #expect(rows.first?.path == "lexicon.bin")
    #expect(rows.contains { $0.path.hasSuffix("acquisition.rules") && $0.line > 0 })
    let words = search.rows(holding: "收购", .prefix).filter { $0.table == "words" }
    #expect(words.contains { $0.cells.first?.value == "收购价" || $0.cells.count == 2 })
    #expect(words.allSatisfy { $0.cells.first?.value.hasPrefix("收购") == true })
  }
}
