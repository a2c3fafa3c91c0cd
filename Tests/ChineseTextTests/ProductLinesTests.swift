import Testing

@testable import ChineseText

@Suite struct ProductLinesTests {
  /// `name=alias id (line, owner)` of each product of a text.
  @Test(arguments: NameCases.read("product-lines"))
  func explainsModels(row: NameCases.Case) throws {
    let found = try NameCases.analyze(row.text).entities.filter { $0.kind == .product }.map {
      entity -> String in
      let line = entity.line.isEmpty ? "" : " (\(entity.line), \(entity.owner))"
      return ([entity.name] + entity.aliases).joined(separator: "=") + " \(entity.lexiconID)"
        + line
    }
    #expect(found.joined(separator: " | ") == row.expected)
  }
}
