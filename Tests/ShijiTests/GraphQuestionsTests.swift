import KnowledgeGraph
import Shiji
import Testing

/// The examples of the documentation: tables and timelines of facts, without the command.
struct GraphQuestionsTests {
  private let lines = """
    {"id":"d1","kind":"document","published":"2024-03-21","source":"36氪"}
    {"aliases":["Microsoft"],"document":"d1","id":"org:microsoft","kind":"entity","name":"微软","type":"company"}
    {"aliases":[],"document":"d1","id":"org:xinghe","kind":"entity","name":"星河科技","type":"company"}
    {"class":"event","confidence":900,"core":["acquirer","target"],"document":"d1","evidence":[{"span":[0,14],"text":"微软拟以3亿元收购星河科技。"}],"id":"clm:1","kind":"claim","label":"收购","realis":"planned","roles":{"acquirer":[{"entity":"org:microsoft","span":[0,2],"text":"微软"}],"price":[{"money":{"approx":false,"currency":"CNY","high":"300000000","low":"300000000"},"span":[4,7],"text":"3亿元"}],"target":[{"entity":"org:xinghe","span":[9,13],"text":"星河科技"}]},"time":{"date":"2024-Q2","end":"2024-06-30","start":"2024-04-01","text":"二季度"},"type":"acquisition"}

    """

  private func graph() -> Graph {
    var facts = GraphFromFacts()
    facts.add(Array(lines.utf8))
    return facts.finish()
  }

  @Test func eventsAreATable() throws {
    let table = EventTable(graph())
    for row in table.rows where row.event.type == "acquisition" {
      #expect(row.who == ["微软"])
      #expect(row.whom == ["星河科技"])
      #expect(row.amount?.exact == "300000000")
      #expect(row.amount?.currency == "CNY")
      #expect(row.outlets == ["36氪"])
    }
    #expect(Array(table.rows).count == 1)
  }

  @Test func eventsAreATimeline() {
    let whole = graph()
    var selection = Selection()
    selection.names = WatchList(parsing: "microsoft  # 云\n").names
    let timeline = Timeline(selection.part(of: whole), by: .month)
    var seen: [String] = []
    for period in timeline.periods {
      for entry in period.entries {
        let sentence = timeline.evidence(of: entry)?.sentence ?? ""
        seen.append("\(period.label) \(entry.event.status) \(entry.event.name) \(sentence)")
      }
    }
    #expect(seen == ["2024-Q2 planned 微软 收购 星河科技 3亿元 微软拟以3亿元收购星河科技。"])
    #expect(NameTable(whole).near("星河科枝") == ["星河科技"])
  }

  @Test func anyThreadMayAsk() async {
    let timeline = Timeline(graph())
    let texts = await withTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { TimelineText().text(timeline) } }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(texts.count == 1)
  }
}
