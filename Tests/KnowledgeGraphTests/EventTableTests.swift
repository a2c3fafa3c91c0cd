import KnowledgeGraph
import Testing

struct EventTableTests {
  private static func graph() -> Graph {
    var facts = Facts()
    facts.document("d1", "2024-03-21", source: "36氪")
    facts.document("d2", "2024-03-22", source: "财联社")
    for (id, name) in [("org:a", "星河科技"), ("org:b", "红杉, 中国"), ("org:c", "=高瓴")] {
      facts.entity("d1", id, "company", name)
    }
    let links: JSONValue = [["type": "investor_in", "from": "investor", "to": "company"]]
    for document in ["d1", "d2"] {
      facts.event(
        document, "funding",
        [
          ("amount", [yuan("约3亿元", 300_000_000, 300_000_000, approx: true)]),
          ("company", ["org:a"]), ("investor", ["org:b", "org:c"]), ("lead", ["org:b"]),
          ("round", [literal("A轮", "A")]),
          ("valuation", [yuan("超20亿元", 2_000_000_000, nil, approx: true)]),
        ],
        realis: "planned", time: during("2024-Q2", "2024-04-01", "2024-06-30"), links: links,
        evidence: "星河科技\"拟\"融资。\n\(document)")
    }
    facts.event(
      "d1", "founding", [("organization", ["org:a"])], core: ["organization"], evidence: "创立。")
    return facts.graph()
  }

  @Test func rowsAreFlat() throws {
    let rows = Array(EventTable(Self.graph()).rows)
    #expect(rows.map(\.event.type) == ["funding", "founding"])
    let funding = try #require(rows.first)
    #expect(funding.who == ["=高瓴", "红杉, 中国"])
    #expect(funding.whom == ["星河科技"])
    #expect(funding.amount?.exact == "300000000")
    #expect(funding.values("valuation") == ["CNY ≈2000000000.."])
    #expect(funding.values("lead") == ["红杉, 中国"])
    #expect(funding.values("round") == ["A"])
    #expect(funding.outlets == ["36氪", "财联社"])
    #expect(rows[1].who == ["星河科技"])
    #expect(rows[1].whom == [])
  }

  @Test func textIsWordForWord() {
    let events = Self.graph().events.map(\.id)
    let name = "星河科技 融资 约3亿元 超20亿元"
    let tsv = String(decoding: EventTable.bytes(Self.graph(), as: .tsv), as: UTF8.self)
    #expect(
      tsv == EventTable.columns.joined(separator: "\t") + "\n"
        + [
          "2024-Q2", "funding", "'=高瓴|红杉, 中国", "星河科技", "300000000", "300000000",
          "300000000", "CNY", "yes", "约3亿元", "planned", "2", "36氪|财联社",
          "星河科技\"拟\"融资。\\nd2", name, "融资", "", "A", "", "",
          "lead=红杉, 中国|valuation=CNY ≈2000000000..", "2024-04-01", "2024-06-30", "2024-03-22",
          "d2", "", "", events[0],
        ].joined(separator: "\t") + "\n"
        + [
          "", "founding", "星河科技", "", "", "", "", "", "", "", "asserted", "1", "36氪", "创立。",
          "星河科技 founding", "founding", "", "", "", "", "", "", "", "2024-03-21", "d1", "", "",
          events[1],
        ].joined(separator: "\t") + "\n")
    let csv = String(decoding: EventTable.bytes(Self.graph(), as: .csv), as: UTF8.self)
    let lines = csv.components("\r\n")
    #expect(lines.first == "\u{FEFF}" + EventTable.columns.joined(separator: ","))
    #expect(lines.dropFirst().first?.hasPrefix("2024-Q2,funding,\"'=高瓴|红杉, 中国\",星河科技,3") == true)
    #expect(csv.contains(",\"星河科技\"\"拟\"\"融资。\nd2\","))
  }

  @Test func anEmptyGraphGivesTheHeadingAlone() {
    let text = String(decoding: EventTable.bytes(Facts().graph(), as: .tsv), as: UTF8.self)
    #expect(text == EventTable.columns.joined(separator: "\t") + "\n")
  }
}

extension String {
  /// The parts between a separator, by bytes: a carriage return and a line feed are one character.
  fileprivate func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    for byte in utf8 {
      part.append(byte)
      if part.suffix(separator.utf8.count).elementsEqual(separator.utf8) {
        parts.append(String(decoding: part.dropLast(separator.utf8.count), as: UTF8.self))
        part = []
      }
    }
    return parts + [String(decoding: part, as: UTF8.self)]
  }
}
