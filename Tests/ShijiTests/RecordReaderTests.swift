import Testing

@testable import Shiji

struct RecordReaderTests {
  /// What a file gives: `number:content`, or `number!code` for a problem.
  private func read(
    _ name: String, _ content: String, _ change: (inout InputOptions) -> Void = { _ in }
  ) throws -> [String] {
    let scratch = try Scratch()
    var options = InputOptions()
    change(&options)
    let inputs = try InputList([scratch.write(name, content)], options: options)
    let reader = RecordReader(inputs, options: options)
    var result: [String] = []
    while let batch = reader.nextBatch() {
      for record in batch.records {
        let text = String(decoding: batch.bytes[record.bytes], as: UTF8.self)
        result.append("\(record.number)" + (record.problem.map { "!\($0.code)" } ?? ":\(text)"))
      }
    }
    return result
  }

  @Test func textFileIsOneRecord() throws {
    #expect(try read("a.txt", "第一行\n第二行\n") == ["0:第一行\n第二行\n"])
  }

  @Test func emptyFileIsAProblem() throws {
    #expect(try read("a.txt", " \n\n") == ["0!empty"])
    #expect(try read("a.json", "") == ["0!empty"])
    #expect(try read("a.jsonl", "") == [])
  }

  @Test func linesKeepTheirNumbers() throws {
    #expect(
      try read("a.txt", "甲\r\n\n乙") { $0.format = .lines } == ["1:甲", "3:乙"])
  }

  @Test func blankLinesCountWhereTheyAreKept() throws {
    let lines = try read("a.txt", "甲\n\n乙\n") {
      $0.format = .lines
      $0.keepsBlankLines = true
    }
    #expect(lines == ["1:甲", "2:", "3:乙"])
  }

  @Test func byteOrderMarkIsSkipped() throws {
    #expect(try read("a.txt", "\u{FEFF}甲") == ["0:甲"])
  }

  @Test func longLineCostsItselfAlone() throws {
    let long = String(repeating: "a", count: 600_000)
    let lines = try read("a.jsonl", "{}\n\(long)\n{}\n") { $0.maximumRecord = 1000 }
    #expect(lines == ["1:{}", "2!too-long", "3:{}"])
  }

  @Test func longFileIsAProblem() throws {
    #expect(
      try read("a.txt", String(repeating: "a", count: 2000)) { $0.maximumRecord = 1000 }
        == ["0!too-long"])
  }

  @Test func arrayElementsAreRecords() throws {
    #expect(
      try read("a.json", "[ {\"a\":\"]},{\"} ,\n{\"b\":[1,{}]}, 3 ]")
        == [#"1:{"a":"]},{"}"#, #"2:{"b":[1,{}]}"#, "3:3 ]"])
  }

  @Test func singleObjectHasNoNumber() throws {
    #expect(try read("a.json", "{\n \"a\": 1\n}\n") == ["0:{\n \"a\": 1\n}"])
  }

  @Test func objectsInARowAreNumbered() throws {
    #expect(try read("a.json", "{\n\"a\":1}\n{\n\"a\":2}") == ["1:{\n\"a\":1}", "2:{\n\"a\":2}"])
  }

  @Test func longElementCostsItselfAlone() throws {
    let long = "{\"a\":\"" + String(repeating: "x", count: 300_000) + "\"}"
    let records = try read("a.json", "[{},\(long),{}]") { $0.maximumRecord = 1000 }
    #expect(records == ["1:{}", "2!too-long", "3:{}"])
  }

  @Test func limitStopsEarly() throws {
    #expect(try read("a.jsonl", "{}\n{}\n{}\n") { $0.limit = 2 } == ["1:{}", "2:{}"])
  }

  @Test func readsLegacyEncodings() throws {
    let scratch = try Scratch()
    let gb: [UInt8] = [
      0xCE, 0xA2, 0xC8, 0xED, 0xCA, 0xD5, 0xB9, 0xBA, 0xD0, 0xC7, 0xBA, 0xD3, 0xBF, 0xC6, 0xBC,
      0xBC,
    ]
    let wide: [UInt8] = [0xFF, 0xFE, 0xAE, 0x5F, 0x6F, 0x8F]
    let options = InputOptions()
    let inputs = try InputList(
      [scratch.write("gb.txt", gb), scratch.write("wide.txt", wide)], options: options)
    let reader = RecordReader(inputs, options: options)
    let batch = try #require(reader.nextBatch())
    let texts = batch.records.map { String(decoding: batch.bytes[$0.bytes], as: UTF8.self) }
    #expect(texts == ["微软收购星河科技", "微软"])
    #expect(reader.notes == ["gb.txt: read as gb18030", "wide.txt: read as utf-16"])
  }
}
