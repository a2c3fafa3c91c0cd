import Testing

@testable import Shiji

struct InputListTests {
  @Test func folderGivesItsTextsInOrder() throws {
    let scratch = try Scratch()
    for name in ["b.txt", "a/z.json", "a/picture.png", ".hidden.txt", "B.txt", "c.jsonl"] {
      try scratch.write(name, "x")
    }
    let list = try InputList([scratch.path], options: InputOptions())
    #expect(list.items.map(\.label) == ["B.txt", "a/z.json", "b.txt", "c.jsonl"])
    #expect(list.items.map(\.name) == ["B", "a/z", "b", "c"])
    #expect(list.items.map(\.format) == [.text, .json, .text, .jsonl])
  }

  @Test func patternsChoose() throws {
    let scratch = try Scratch()
    for name in ["a.txt", "b.log", "old/c.txt"] { try scratch.write(name, "x") }
    var options = InputOptions()
    options.include = ["*.txt", "*.log"]
    options.exclude = ["old/*"]
    #expect(
      try InputList([scratch.path], options: options).items.map(\.label) == ["a.txt", "b.log"])
  }

  @Test func singleFileIsKnownByItsName() throws {
    let scratch = try Scratch()
    let item = try InputList([scratch.write("deep/a.txt", "x")], options: InputOptions()).items[0]
    #expect(item.name == "a")
    #expect(item.label == "a.txt")
  }

  @Test func missingPathIsAnError() {
    #expect(throws: FileError(path: "nowhere", reason: "no such file or folder")) {
      try InputList(["nowhere"], options: InputOptions())
    }
  }

  @Test func folderWithoutTextIsAnError() throws {
    let scratch = try Scratch()
    try scratch.write("a.png", "x")
    let reason =
      "the folder holds no text (looked for files ending in .txt, .json, .jsonl or .ndjson)"
    #expect(throws: FileError(path: scratch.path, reason: reason)) {
      try InputList([scratch.path], options: InputOptions())
    }
  }

  @Test func packedFileSaysHowToUnpack() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.jsonl.gz", "x")
    #expect(throws: FileError(path: path, reason: "is packed; try: zcat \(path) | shiji … -")) {
      try InputList([path], options: InputOptions())
    }
  }
}
