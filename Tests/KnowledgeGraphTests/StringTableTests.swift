import Testing

@testable import KnowledgeGraph

struct StringTableTests {
  private func number(_ bytes: [UInt8], _ table: inout StringTable) -> Int32? {
    bytes.withUnsafeBufferPointer { table.number($0) }
  }

  @Test func givesEqualStringsOneNumber() {
    var table = StringTable()
    let texts = (0..<1000).map { "名字\($0 % 300)" }
    let numbers = texts.map { table.number($0) }
    #expect(Set(numbers).count == 300)
    #expect(zip(texts, numbers).allSatisfy { table[$1] == $0 })
    #expect(table.known("名字7") == numbers[7])
    #expect(table.known("别的") == nil)
  }

  @Test func tellsStringsApartThatOnlyLookEqual() {
    var table = StringTable()
    #expect(table.number("e\u{301}") != table.number("\u{e9}"))
  }

  @Test func takesBytesForTheStringTheyAre() {
    var table = StringTable()
    let text = table.number("很长很长很长很长的名字")
    #expect(number(Array("很长很长很长很长的名字".utf8), &table) == text)
    #expect(number([0xFF, 0xFE], &table) == nil)
    #expect(number([], &table) == table.number(""))
  }

  @Test func numbersAnewInBytewiseOrder() {
    var table = StringTable()
    let old = ["丙", "a", "乙", ""].map { table.number($0) }
    let new = table.sort()
    #expect(table.strings == ["", "a", "丙", "乙"])
    #expect(old.map { new[Int($0)] } == [2, 1, 3, 0])
    #expect(table.known("乙") == 3)
  }
}
