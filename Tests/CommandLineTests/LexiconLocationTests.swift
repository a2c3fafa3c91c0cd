import Foundation
import Testing

/// Where the command finds its lexicon.
struct LexiconLocationTests {
  private let article = Array("微软宣布以3亿美元收购星河科技。".utf8)

  private func move(_ scratch: Scratch) throws -> Tool {
    let target = scratch.url.appending(path: "bin/shiji")
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Tool().executable, to: target)
    return Tool(executable: target)
  }

  private var built: URL { Tool.products.appending(path: "shiji_Lexicons.resources") }

  @Test func movedCommandFindsTheFolderBesideIt() throws {
    let scratch = try Scratch()
    let tool = try move(scratch)
    try FileManager.default.copyItem(
      at: built, to: scratch.url.appending(path: "bin/shiji_Lexicons.resources"))
    let expected = try Tool().run(["facts"], input: article)
    #expect(try tool.run(["facts"], input: article) == expected)
    let link = scratch.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: tool.executable)
    #expect(try Tool(executable: link).run(["facts"], input: article) == expected)
  }

  @Test func sharedFolderIsTheThirdPlace() throws {
    let scratch = try Scratch()
    let tool = try move(scratch)
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "share"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: built, to: scratch.url.appending(path: "share/shiji"))
    #expect(try tool.run(["facts"], input: article).code == 0)
  }

  @Test func environmentComesFirst() throws {
    let scratch = try Scratch()
    var tool = try move(scratch)
    tool.environment = ["SHIJI_LEXICONS": built.path()]
    #expect(try tool.run(["facts"], input: article).code == 0)
    tool.environment = ["SHIJI_LEXICONS": "/nowhere"]
    let outcome = try tool.run(["facts"], input: article)
    #expect(outcome.errors == "shiji facts: SHIJI_LEXICONS names /nowhere, which is no folder\n")
    #expect(outcome.code == 4)
  }

  @Test func missingLexiconListsThePlaces() throws {
    let scratch = try Scratch()
    let tool = try move(scratch)
    let outcome = try tool.run(["facts"], input: article)
    let root = scratch.url.resolvingSymlinksInPath().path()
    #expect(
      outcome.errors == """
        shiji facts: no lexicon found; looked at
          SHIJI_LEXICONS: not set
          \(root)/bin/shiji_Lexicons.resources: no such folder
          \(root)/share/shiji: no such folder
        Put the folder shiji_Lexicons.resources of the build beside the executable, or let \
        SHIJI_LEXICONS name it.

        """)
    #expect(outcome.code == 4)
    #expect(try tool.run(["--help"]).code == 0)
  }

  @Test func brokenLexiconIsDataError() throws {
    let scratch = try Scratch()
    try scratch.write("lexicon/lexicon.bin", "nonsense")
    var tool = Tool()
    tool.environment = ["SHIJI_LEXICONS": scratch.url.appending(path: "lexicon").path()]
    let outcome = try tool.run(["facts"], input: article)
    #expect(outcome.errors.contains("lexicon.bin:0:1: "))
    #expect(outcome.code == 4)
  }

  @Test func missingOverlayIsDataError() throws {
    let outcome = try Tool().run(["facts", "--lexicon", "/nowhere"], input: article)
    #expect(
      outcome.errors == "shiji facts: /nowhere:0:1: no such file or folder; --lexicon takes a "
        + "folder, or a file of shiji lexicon compile\n")
    #expect(outcome.code == 4)
  }
}
