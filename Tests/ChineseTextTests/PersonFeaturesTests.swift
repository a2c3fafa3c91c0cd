import Foundation
import Testing

@testable import ChineseText

/// `SHIJI_PERSONS=FOLDER swift test --filter PersonFeaturesTests` reads `FOLDER/texts.txt`, a text a
/// line, and writes the features of its shapes to `FOLDER/features.tsv`.
@Suite struct PersonFeaturesTests {
  @Test func amountsAreThoseOfThePlace() throws {
    let analyzer = try #require(NameCases.analyzer)
    var features = try PersonFeatures(analyzer)
    let shapes = features.shapes("董事长宋砚秋表示同意。", analyzer)
    let shape = try #require(shapes.first)
    let ones = Set(shape.amounts.filter { $0.thousandths == 1000 }.map(\.row))
    #expect(ones.isSuperset(of: ["base", "three", "left-title", "head-pure"]))
    #expect(shape.amounts.contains { $0.row == "margin" })
    #expect(!shape.isForeign)
  }

  @Test func writesThemForTheFit() throws {
    guard let folder = ProcessInfo.processInfo.environment["SHIJI_PERSONS"] else { return }
    let analyzer = try #require(NameCases.analyzer)
    var features = try PersonFeatures(analyzer)
    let texts = try String(contentsOfFile: folder + "/texts.txt", encoding: .utf8)
    var lines: [String] = []
    for (number, text) in texts.split(separator: "\n").enumerated() {
      for shape in features.shapes(String(text), analyzer) {
        let amounts = shape.amounts.map { "\($0.row)=\($0.thousandths)" }.joined(separator: " ")
        lines.append(
          "\(number)\t\(shape.span.start)\t\(shape.span.end)\t"
            + "\(shape.isForeign ? "foreign" : "chinese")\t\(amounts)")
      }
    }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: folder + "/features.tsv", atomically: true, encoding: .utf8)
  }
}
