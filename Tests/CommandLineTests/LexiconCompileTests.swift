import Foundation
import Testing

/// `shiji lexicon compile`.
struct LexiconCompileTests {
  private let article = Array("鹊星云揽并云帆智，价格3亿元。".utf8)

  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("own/words/mine.tsv", "鹊星云\tcompany\n云|海\n")
    try scratch.write(
      "own/names/companies-own.tsv",
      "id\tname\taliases\ttype\tparent\ttickers\tformer\tfull\tlatin\tsource\n"
        + "org:yfz\t云帆智\t\t\t\t\t\t\t\thand\n")
    try scratch.write(
      "own/events/takeover.rules",
      """
      event takeover 接管
      role witness : party
      role target  : org
      require witness and target
      frame 揽并 : subject=witness object=target

      """)
    return scratch
  }

  @Test func theFileHasTheEffectOfTheFolder() throws {
    let scratch = try folder()
    let compiled = try scratch.tool.run(["lexicon", "compile", "own", "-o", "own.lexicon"])
    #expect(compiled == Tool.Outcome(code: 0, output: "", errors: ""))
    let byFolder = try scratch.tool.run(["facts", "--lexicon", "own"], input: article)
    #expect(byFolder.output.contains("org:yfz"))
    #expect(byFolder.output.contains("takeover"))
    #expect(
      try scratch.tool.run(["facts", "--lexicon", "own.lexicon"], input: article) == byFolder)
  }

  @Test func aFileAndMoreWorkTogether() throws {
    let scratch = try folder()
    try scratch.write("more.txt", "价格3\tproduct\n")
    _ = try scratch.tool.run(["lexicon", "compile", "own", "-o", "own.lexicon"])
    let arguments = ["tokenize", "--dictionary", "more.txt", "--lexicon"]
    let outcome = try scratch.tool.run(arguments + ["own.lexicon"], input: article)
    #expect(outcome.output.hasPrefix("鹊星云  揽并  云帆智  ，  价格3  "))
    #expect(outcome == (try scratch.tool.run(arguments + ["own"], input: article)))
  }

  @Test func anotherBaseIsRefused() throws {
    let scratch = try folder()
    try scratch.write("base/words/core-words.tsv", "word\tcount\tpos\tsource\n好\t9\ta\thand\n")
    var tool = scratch.tool
    tool.environment = ["SHIJI_LEXICONS": scratch.url.appending(path: "base").path()]
    #expect(try tool.run(["lexicon", "compile", "own", "-o", "own.lexicon"]).code == 0)
    let outcome = try scratch.tool.run(["facts", "--lexicon", "own.lexicon"], input: article)
    #expect(
      outcome.errors == "shiji facts: own.lexicon:0:1: was compiled over another base lexicon; "
        + "make it again with shiji lexicon compile\n")
    #expect(outcome.code == 4)
  }

  @Test func otherFilesAreRefused() throws {
    let scratch = try folder()
    try scratch.write("list.txt", "好\n")
    let outcome = try scratch.tool.run(["facts", "--lexicon", "list.txt"], input: article)
    #expect(
      outcome.errors == "shiji facts: list.txt:0:1: is neither a folder nor a file of shiji "
        + "lexicon compile; a plain word list is given with --dictionary\n")
    _ = try scratch.tool.run(["lexicon", "compile", "own", "-o", "own.lexicon"])
    let again = try scratch.tool.run(["lexicon", "compile", "own.lexicon", "-o", "x"])
    #expect(
      again.errors == "shiji lexicon compile: own.lexicon:0:1: is compiled already; name the "
        + "folders and word lists it was made of\n")
    #expect(again.code == 4)
  }

  @Test func aDamagedFileIsRefused() throws {
    let scratch = try folder()
    _ = try scratch.tool.run(["lexicon", "compile", "own", "-o", "own.lexicon"])
    let file = scratch.url.appending(path: "own.lexicon")
    var bytes = [UInt8](try Data(contentsOf: file))
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: file)
    let outcome = try scratch.tool.run(["facts", "--lexicon", "own.lexicon"], input: article)
    #expect(
      outcome.errors
        == "shiji facts: own.lexicon:0:1: is damaged (wrong checksum); build it again\n")
  }

  @Test func anOutputThatCannotBeWrittenFails() throws {
    let scratch = try folder()
    let outcome = try scratch.tool.run(["lexicon", "compile", "own", "-o", "own"])
    #expect(outcome.errors == "shiji lexicon compile: own: is a folder; -o takes a file\n")
    #expect(outcome.code == 3)
  }
}
