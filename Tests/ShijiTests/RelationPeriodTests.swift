import ChineseText
import KnowledgeGraph
import Shiji
import Testing

/// States that the text bounds by two days.
struct RelationPeriodTests {
  private func facts(_ text: String) throws -> String {
    let analyzer = try BaseLexicon.analyzer()
    let published = CalendarDate(2024, 3, 21)
    var writer = FactsWriter(analyzer: analyzer)
    let document = Document(id: "d", text: text, published: published)
    var output: [UInt8] = []
    writer.write(analyzer.analyze(document), to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func aPostThatEndedIsFormer() throws {
    let lines = try facts("林知远2015年至2018年担任星河科技首席执行官。")
    #expect(lines.contains(#""end":"2018-12-31","evidence""#))
    #expect(lines.contains(#""start":"2015-01-01","time""#))
    #expect(lines.contains(#""former":true"#))
    var graph = GraphFromFacts()
    graph.add(Array(lines.utf8))
    let tenure = Tenures(GraphIndex(graph.finish())).tenures.first
    #expect(tenure?.standing == .former)
    #expect(tenure?.start?.text == "2015-01-01")
  }

  @Test func aSeasonIsNoPeriod() throws {
    #expect(!(try facts("2016年冬天，林知远担任星河科技首席执行官。").contains(#""end":"2017-02-28","evidence""#)))
  }

  @Test func aStakeBoughtWithinDaysIsStillHeld() throws {
    let lines = try facts("2023年5月1日至2023年6月1日，微软持有星河科技有限公司5%股份。")
    #expect(lines.contains(#""type":"investor_in""#))
    #expect(!lines.contains(#""former":true"#))
  }

  @Test func aPostWithoutAnEndIsHeld() throws {
    let lines = try facts("林知远现任星河科技首席执行官。")
    #expect(!lines.contains(#""end":"#))
    #expect(lines.contains(#""former":false"#))
  }
}
